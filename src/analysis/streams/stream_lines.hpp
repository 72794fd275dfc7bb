// Evenly spaced stream lines of a gradient field.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "analysis/streams/stream_flow.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

/// An arrow head on a stream line.
struct StreamHead {
  std::array<double, 2> place;      // data coordinates
  std::array<double, 2> direction;  // of the flow, a unit vector on the page
  double norm;                      // length of the gradient there
};

/// One line, at least two points.
struct StreamLine {
  std::vector<std::array<double, 2>> points;  // data coordinates, in the direction of the flow
  std::vector<double> norms;                  // length of the gradient at each point, in units of the data
  std::vector<StreamHead> heads;
};

/// How the lines are to lie.
struct StreamSettings {
  double spacing = 24;  // of neighbouring lines, in page points
  bool descent = false;
  std::function<bool(double, double)> is_allowed;  // of x and y; empty: everywhere
  std::size_t most_evaluations = 4'000'000;        // of the gradient: after that the lines so far are all
};

/// Evenly spaced stream lines of the flow along the gradient (against it with `descent`), in the order in which they
/// were chosen: the lines that meet in saddles first, then the longest first. Neighbours are 0.6 to 1.5 spacings apart,
/// but where lines run into the same critical point, and but for corners that are too small for a line.
///
/// Lines are followed on the exact field (see walk_stream), not on a grid; how they are chosen is told at
/// place_streams. The same field gives the same lines.
///
/// Units:      the direction is that of (df/dx, df/dy) in data coordinates, drawn with the scales of the region;
/// distances
///             are measured on the page.
/// Non-finite: no line enters where f or a slope is not finite, the gradient is zero, or `is_allowed` is false; a field
///             without any flow has no lines.
/// Requires:   ends of the region that are finite and ascend; a width, a height and a spacing on the page above 0.
std::vector<StreamLine> stream_lines(PointGradient& gradient, const StreamRegion& region,
                                     const StreamSettings& settings);

}  // namespace gradfield
