// How much of the page stream lines leave bare.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/streams/stream_lines.hpp"

namespace gradfield {
namespace {

// One direction of the page in squares about a spacing wide, from number 1 on.
class Squares {
 public:
  Squares(double low, double high, double points_per_unit, double spacing)
      : low_(low), high_(high), count_(std::max(std::floor((high - low) * points_per_unit / spacing), 1.0)) {}

  std::size_t count() const { return static_cast<std::size_t>(count_); }
  std::size_t of(double value) const {
    const double share = (value - low_) / (high_ - low_);
    return 1 + static_cast<std::size_t>(std::clamp(share * count_, 0.0, count_ - 0.5));
  }
  double middle(std::size_t square) const {
    const double share = (static_cast<double>(square) - 0.5) / count_;
    return low_ * (1 - share) + high_ * share;
  }

 private:
  double low_, high_, count_;
};

}  // namespace

double bare_share(const std::vector<StreamLine>& lines, const StreamRegion& region, double spacing,
                  PointGradient& gradient) {
  const Squares columns(region.x_low, region.x_high, region.x_scale, spacing);
  const Squares rows(region.y_low, region.y_high, region.y_scale, spacing);
  // With a border, so that each square has four beside it.
  const std::size_t width = columns.count() + 2;
  std::vector<bool> has_line(width * (rows.count() + 2), false);
  for (const StreamLine& line : lines) {
    for (const auto& [x, y] : line.points) has_line[rows.of(y) * width + columns.of(x)] = true;
  }
  std::size_t bare = 0, all = 0;
  for (std::size_t row = 1; row <= rows.count(); ++row) {
    for (std::size_t column = 1; column <= columns.count(); ++column) {
      const PointValue there = gradient.at(std::array{columns.middle(column), rows.middle(row)});
      if (!is_finite(there) || (there.slopes[0] == 0 && there.slopes[1] == 0)) continue;
      ++all;
      const std::size_t square = row * width + column;
      bare += !has_line[square] && !has_line[square - 1] && !has_line[square + 1] && !has_line[square - width] &&
              !has_line[square + width];
    }
  }
  return all == 0 ? 0 : static_cast<double>(bare) / static_cast<double>(all);
}

}  // namespace gradfield
