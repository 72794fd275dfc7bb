// Level lines of a field of two variables: where f takes given levels, or levels that show the whole field.
#pragma once

#include <array>
#include <span>
#include <vector>

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

}  // namespace gradfield
