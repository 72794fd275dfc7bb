#include "field/grid/grid.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

// The place of point floor(P*r/n), a number whose digits, slowest axis first, have the counts of the axes as bases.
// Long division, digit by digit: with P = c*Q, where c is the count of the slowest axis, and r*c = d*n + s,
//   P*r/n = Q*(r*c)/n = d*Q + Q*s/n,
// so d is the slowest digit, and the rest is the same question of Q points and s < n. No product exceeds n*c < 2^63.
GridIndex place_at(const Grid& grid, std::uint64_t r, std::uint64_t n) {
  if (r == n) return end_index(grid);
  GridIndex place(grid.axes.size());
  for (std::size_t k = place.size(); k-- > 0;) {
    const std::uint64_t product = r * grid.axes[k].count;
    place[k] = product / n;
    r = product % n;
  }
  return place;
}

}  // namespace

GridPart part_of_grid(const Grid& grid, const Part& part) {
  return {place_at(grid, part.number - 1, part.count), place_at(grid, part.number, part.count)};
}

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

bool has_many_rows(const Grid& grid) {
  constexpr double kMany = 4;
  return grid.point_count() >= kMany * static_cast<double>(grid.axes[0].count);
}

Box box_of(const Grid& grid) {
  Box box;
  for (const Axis& axis : grid.axes) box.push_back({axis.min, axis.max, false});
  return box;
}

GridIndex first_index(const Grid& grid) { return GridIndex(grid.axes.size(), 0); }

GridIndex end_index(const Grid& grid) {
  GridIndex index = first_index(grid);
  index.back() = grid.axes.back().count;
  return index;
}

namespace {

// Below so many points to a row a tile takes several rows: else the loops over it would cost more than they do.
constexpr std::size_t kShortRow = 64;

std::shared_ptr<const std::vector<double>> points_of(const Axis& axis) {
  auto points = std::make_shared<std::vector<double>>();
  points->reserve(axis.count);
  for (std::size_t i = 0; i < axis.count; ++i) points->push_back(axis.point(i));
  return points;
}

// The place `points` further on, at most `end`.
GridIndex moved(const Grid& grid, GridIndex index, std::size_t points, const GridIndex& end) {
  for (std::size_t k = 0; k < index.size(); ++k) {
    const std::size_t sum = index[k] + points, count = grid.axes[k].count;
    const bool is_last = k + 1 == index.size();
    index[k] = is_last ? std::min(sum, count) : sum % count;
    points = is_last ? 0 : sum / count;
    // Past the last point there is but one place.
    if (is_last && sum >= count) return end;
  }
  const bool is_before = std::lexicographical_compare(index.rbegin(), index.rend(), end.rbegin(), end.rend());
  return is_before ? index : end;
}

}  // namespace

GridCursor::GridCursor(const Grid& grid) : GridCursor(grid, first_index(grid), end_index(grid)) {}

GridCursor::GridCursor(const Grid& grid, GridIndex begin, GridIndex end)
    : grid_(grid), first_axis_(points_of(grid.axes[0])), index_(std::move(begin)), end_(std::move(end)) {
  for (std::size_t k = 0; k < index_.size(); ++k) slow_.push_back(grid.axes[k].point(index_[k]));
}

GridCursor::GridCursor(const GridCursor& other, GridIndex end)
    : grid_(other.grid_),
      first_axis_(other.first_axis_),
      index_(other.index_),
      end_(std::move(end)),
      slow_(other.slow_) {}

std::size_t GridCursor::left_in_row() const {
  const bool is_last_row = std::equal(index_.begin() + 1, index_.end(), end_.begin() + 1);
  return (is_last_row ? end_[0] : first_axis_->size()) - index_[0];
}

void GridCursor::move_in_row(std::size_t points) {
  index_[0] += points;
  for (std::size_t k = 0; k + 1 < index_.size() && index_[k] == grid_.axes[k].count; ++k) {
    index_[k] = 0;
    slow_[k] = grid_.axes[k].point(0);
    ++index_[k + 1];
    slow_[k + 1] = grid_.axes[k + 1].point(index_[k + 1]);
  }
}

bool GridCursor::next(Tile& tile) {
  tile.resize(0);
  if (index_ == end_) return false;
  const std::size_t column = index_[0];
  std::size_t filled = 0;
  if (const std::size_t left = left_in_row(); first_axis_->size() >= kShortRow) {
    // Tiles of one size, rather than full ones and a short one at the end of each row.
    const std::size_t tiles = (left + kTileSize - 1) / kTileSize;
    filled = (left + tiles - 1) / tiles;
    tile.show(0, first_axis_->data() + column);
    for (std::size_t k = 1; k < index_.size(); ++k) tile.fill(k, slow_[k]);
    move_in_row(filled);
  }
  while (first_axis_->size() < kShortRow && filled < kTileSize && index_ != end_) {
    const std::size_t run = std::min(kTileSize - filled, left_in_row());
    std::copy_n(first_axis_->data() + index_[0], run, tile.mutable_coordinate(0) + filled);
    for (std::size_t k = 1; k < index_.size(); ++k) std::fill_n(tile.mutable_coordinate(k) + filled, run, slow_[k]);
    filled += run;
    move_in_row(run);
  }
  tile.resize(filled);
  tile.set_place({column, first_axis_->size()});
  return true;
}

std::unique_ptr<PointSource> GridCursor::take(std::size_t most) {
  if (index_ == end_) return nullptr;
  GridIndex stop = moved(grid_, index_, most, end_);
  std::unique_ptr<GridCursor> block(new GridCursor(*this, stop));
  index_ = std::move(stop);
  for (std::size_t k = 0; k < index_.size(); ++k) slow_[k] = grid_.axes[k].point(index_[k]);
  return block;
}

}  // namespace gradfield
