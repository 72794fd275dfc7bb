// Level lines of a field of two variables: where f takes given levels, or levels that show the whole field.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "field/sample.hpp"
#include "field/view.hpp"

namespace gradfield {

struct ContourLine {
  double level;
  std::vector<std::array<double, 2>> points;  // in data coordinates; of a closed line the first is not repeated
  bool closed;
};

/// A range of the data, and how long it is on the page.
struct ContourRange {
  double low, high;
  double length;
};

/// The lines of f at these levels (ascending, each once) over a part of the plane, or where there are none, at about
/// `count` levels at round numbers; in the order of the levels.
///
/// f is sampled on a sheet of its own, as fine as a page, however many arrows there are; lines are within a fiftieth of
/// a pixel of the level, smooth where f is, and end where f does or jumps. Of the lengths only the ratio counts.
std::vector<ContourLine> level_lines(const ContourRange& x, const ContourRange& y, int count,
                                     std::span<const double> levels, const FieldView& view);

/// About `wanted` levels at round numbers, ascending.
///
/// They are evenly spaced (steps of 1, 2 or 5 times a power of ten) where lines at such levels show the whole field.
/// They grow by 1, 2, 5, 10 or, over more decades, 1, 3, 10 or powers of ten,
///  - where values near a minimum above or at 0 span decades (Rosenbrock's valley, exp(x)); no lower than a
///    hundred-millionth of the largest, but where f leaves even that within a twentieth of the picture (exp(100 x));
///  - near a pole, on both sides of 0, over four decades, where there are both.
/// A smooth hill or well in a plain has evenly spaced levels, however little of the picture it takes.
/// A few extreme values do not count: no level is spent on the last hundredth of the field.
/// None for a constant field, or where nothing is finite. Requires: a field of two variables, on a grid; wanted >= 1.
std::vector<double> contour_levels(const Field& field, int wanted);

}  // namespace gradfield
