#include "field/grid.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

double Axis::point(std::size_t i) const {
  if (i == 0) return min;
  if (i + 1 >= count) return max;
  const std::size_t last = count - 1;
  if (2 * i == last) return min / 2 + max / 2;
  const bool from_min = 2 * i < last;
  const double steps = static_cast<double>(from_min ? i : last - i);
  double offset = (max - min) * steps / static_cast<double>(last);
  // A width, or its multiple, beyond the largest double: halves of it, taken twice.
  const double half = std::isinf(offset) ? (max / 2 - min / 2) * (steps / static_cast<double>(last)) : 0;
  if (std::isinf(offset)) return from_min ? min + half + half : max - half - half;
  return from_min ? min + offset : max - offset;
}

double Axis::largest_magnitude() const { return std::max(std::fabs(min), std::fabs(max)); }

double Grid::point_count() const {
  double count = 1;
  for (const Axis& axis : axes) count *= static_cast<double>(axis.count);
  return count;
}

Box box_of(const Grid& grid) {
  Box box;
  for (const Axis& axis : grid.axes) box.push_back({axis.min, axis.max, false});
  return box;
}

GridCursor::GridCursor(const Grid& grid) : grid_(grid), index_(grid.axes.size(), 0) {
  const Axis& first = grid.axes[0];
  first_axis_.reserve(first.count);
  for (std::size_t i = 0; i < first.count; ++i) first_axis_.push_back(first.point(i));
  for (const Axis& axis : grid.axes) slow_.push_back(axis.point(0));
}

void GridCursor::advance_slow_axes() {
  index_[0] = 0;
  for (std::size_t k = 1; k < index_.size(); ++k) {
    if (++index_[k] < grid_.axes[k].count) {
      slow_[k] = grid_.axes[k].point(index_[k]);
      return;
    }
    index_[k] = 0;
    slow_[k] = grid_.axes[k].point(0);
  }
  at_end_ = true;
}

bool GridCursor::next(Tile& tile) {
  std::size_t filled = 0;
  while (filled < kTileSize && !at_end_) {
    const std::size_t run = std::min(kTileSize - filled, first_axis_.size() - index_[0]);
    std::copy_n(first_axis_.data() + index_[0], run, tile.coordinate(0) + filled);
    for (std::size_t k = 1; k < index_.size(); ++k) std::fill_n(tile.coordinate(k) + filled, run, slow_[k]);
    filled += run;
    index_[0] += run;
    if (index_[0] == first_axis_.size()) advance_slow_axes();
  }
  tile.resize(filled);
  return filled > 0;
}

}  // namespace gradfield
