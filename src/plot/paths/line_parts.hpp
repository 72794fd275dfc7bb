// What of a line lies within a box: a path leaves it, and no terminal need know how far.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace gradfield {

template <std::size_t kAxes>
using Line = std::vector<std::array<double, kAxes>>;

/// The pieces of the line that lie within the box, borders included, in their order; a line of one point may be one.
/// Method: of the straight way between two points the part within each pair of borders (Liang & Barsky, "A New Concept
/// and Method for Line Clipping", ACM Transactions on Graphics 3, 1984).
/// Requires: finite points, low < high.
template <std::size_t kAxes>
std::vector<Line<kAxes>> parts_inside(const Line<kAxes>& line, const std::array<double, kAxes>& low,
                                      const std::array<double, kAxes>& high) {
  std::vector<Line<kAxes>> parts;
  bool is_open = false;  // the last part ends where the next way begins
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto &from = line[i > 0 ? i - 1 : 0], &to = line[i];
    double begin = 0, end = 1;
    for (std::size_t k = 0; k < kAxes; ++k) {
      // In halves: the whole way may be more than doubles hold.
      const double way = to[k] / 2 - from[k] / 2;
      const double to_low = low[k] / 2 - from[k] / 2, to_high = high[k] / 2 - from[k] / 2;
      if (way == 0) {
        if (to_low > 0 || to_high < 0) end = -1;
        continue;
      }
      begin = std::max(begin, std::min(to_low / way, to_high / way));
      end = std::min(end, std::max(to_low / way, to_high / way));
    }
    if (begin > end) {
      is_open = false;
      continue;
    }
    const auto at = [&](double share) {
      std::array<double, kAxes> point;
      for (std::size_t k = 0; k < kAxes; ++k) {
        point[k] = std::clamp(from[k] * (1 - share) + to[k] * share, low[k], high[k]);
      }
      return point;
    };
    if (!is_open || begin > 0) parts.push_back({begin > 0 ? at(begin) : from});
    if (i > 0) parts.back().push_back(end < 1 ? at(end) : to);
    is_open = end == 1;
  }
  return parts;
}

}  // namespace gradfield
