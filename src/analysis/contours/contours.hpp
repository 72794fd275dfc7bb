// Level lines of a field of two variables: where f takes given levels, or levels that show the whole field.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
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

/// What there is to say of levels besides their lines.
struct LevelSummary {
  std::vector<double> drawn;     // those with a line, ascending
  std::vector<double> on_areas;  // those that f is at on an area, which has no line
  bool are_crowded = false;      // fewer than wished: lines of more would fill the page
  bool has_slopes = false;       // anywhere
  bool is_rounding = false;      // f changes by no more than its own roundings
};

struct LevelLines {
  std::vector<ContourLine> lines;  // in the order of the levels
  LevelSummary summary;
};

/// The lines of f at these levels (ascending, each once) over a part of the plane, or where there are none, at
/// contour_levels(): where f crosses them, and where it only touches them.
///
/// f is sampled on a sheet of its own, as fine as a page, however many arrows there are; lines are within a fiftieth of
/// a pixel of the level, smooth where f is, and end where f does or jumps. Of the lengths only the ratio counts.
LevelLines level_lines(const ContourRange& x, const ContourRange& y, std::optional<int> count,
                       std::span<const double> levels, const FieldView& view);

/// How many levels can be told apart by the values of f, whose last bits are roundings.
double steps_beyond_rounding(const Field& field);

/// About `count` levels at round numbers, ascending: a quarter fewer to a third more, of one or two exactly so many. By
/// default about ten, or as few as five where these are rounder.
///
/// They are evenly spaced (steps of 1, 2 or 5 times a power of ten, else of two digits) where lines at such levels show
/// the whole field. They grow by 1, 2, 5, 10 or, over more decades, 1, 3, 10 or powers of ten; where more are asked for
/// by 1, 1.5, 2, 3, 5, 7, 10 and the like,
///  - where values near a minimum above or at 0 span decades (Rosenbrock's valley, exp(x)); no lower than a
///    hundred-millionth of the largest, but where f leaves even that within a twentieth of the picture (exp(100 x));
///  - near a pole, on both sides of 0, over four decades, where there are both.
/// A smooth hill or well in a plain has evenly spaced levels, however little of the picture it takes.
/// A few extreme values do not count: no level is spent on the last hundredth of the field.
/// Fewer where roundings of f are as large as the distance of more. None for a field that is constant but for these, or
/// where nothing is finite. Requires: a field of two variables, on a grid; count >= 1.
std::vector<double> contour_levels(const Field& field, std::optional<int> count = {});

}  // namespace gradfield
