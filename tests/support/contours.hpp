// Contour lines of formulas, and their measures by formulas of the tests' own.
#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "analysis/contours/contour_lines.hpp"
#include "support/fields.hpp"

namespace gradfield::test {

inline std::vector<ContourLine> contours_of(const std::string& formula, const Grid& grid,
                                            const std::vector<double>& levels) {
  const auto gradient = methods()[0].make(compile_expression(formula, {{"x", "y"}, {}}), {});
  return contour_lines(grid, collect(grid, *gradient), levels, *gradient);
}

inline double length_of(const ContourLine& line) {
  double length = 0;
  const std::size_t count = line.points.size();
  for (std::size_t i = 0; i + (line.closed ? 0 : 1) < count; ++i) {
    const auto [x, y] = line.points[i];
    const auto [u, v] = line.points[(i + 1) % count];
    length += std::hypot(u - x, v - y);
  }
  return length;
}

inline double total_length(const std::vector<ContourLine>& lines) {
  double length = 0;
  for (const ContourLine& line : lines) length += length_of(line);
  return length;
}

/// The largest of measure(x, y, level) over all points; nan counts as infinite.
inline double largest_of(const std::vector<ContourLine>& lines,
                         const std::function<double(double, double, double)>& measure) {
  double largest = 0;
  for (const ContourLine& line : lines) {
    for (const auto [x, y] : line.points) {
      const double value = measure(x, y, line.level);
      largest = std::isnan(value) ? INFINITY : std::max(largest, value);
    }
  }
  return largest;
}

}  // namespace gradfield::test
