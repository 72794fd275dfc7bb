// Evenly spaced stream lines of a gradient field, and how much of the page they leave bare.
#pragma once

#include <cstddef>
#include <vector>

#include "base/geometry.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

/// The box of data in which stream lines run, and how large it is drawn: page points per unit of each variable.
struct StreamRegion {
  double x_low, x_high, y_low, y_high;
  double x_scale, y_scale;
};

/// An arrow head on a stream line.
struct StreamHead {
  Point place;      // data coordinates
  Point direction;  // of the flow, a unit vector on the page
  double norm;      // length of the gradient there
};

/// One line, at least two points.
struct StreamLine {
  std::vector<Point> points;  // data coordinates, in the direction of the flow
  std::vector<double> norms;  // length of the gradient at each point, in units of the data
  std::vector<StreamHead> heads;
};

/// How the lines are to lie.
struct StreamSettings {
  double spacing = 24;        // of neighbouring lines, in page points
  std::vector<Point> from{};  // data coordinates; the lines are those through these points alone; none: all over
  bool descent = false;
  std::size_t most_evaluations = 4'000'000;  // of the gradient: after that the lines so far are all
};

/// Evenly spaced stream lines of the flow along the gradient (against it with `descent`), in the order in which they
/// were chosen: the lines that meet in saddles first, then the longest first. Neighbours are 0.6 to 1.5 spacings apart,
/// but where lines run into the same critical point, and but for corners that are too small for a line.
///
/// Method: lines are followed on the exact field (see walk_stream), not on a grid. The lines of the saddles come first,
/// then always the longest line that any seed gives (as Mebarki, Alliez & Devillers, "Farthest point seeding", 2005,
/// put length first); seeds lie beside the lines so far at the spacing (Jobard & Lefer, "Creating evenly-spaced
/// streamlines of arbitrary density", 1997), beyond the ends of the flow, and on lattices for what these do not reach.
/// A line ends where it comes too near to another (see Clearance). Seeds that lie on a line in hand wait until it is
/// chosen or given up, so that in all about three times as much is walked as is drawn. The same field gives the same
/// lines. Calls of the gradient are bounded by `most_evaluations` and the walk in hand.
///
/// With `from`, instead, one line through each of these points at which the flow runs, in their order, as far as the
/// flow leads, however near to others.
///
/// Units:      the direction is that of (df/dx, df/dy) in data coordinates, drawn with the scales of the region;
///             distances are measured on the page.
/// Non-finite: no line enters where f or a slope is not finite or the gradient is zero; a field without any flow has no
///             lines.
/// Requires:   ends of the region that are finite and ascend; a width, a height and a spacing on the page above 0.
std::vector<StreamLine> stream_lines(PointGradient& gradient, const StreamRegion& region,
                                     const StreamSettings& settings);

/// The share, 0 to 1, of the places with a flow that have no line within about a spacing, in points of the page; 0
/// where nothing flows. Requires: points of a line that are less than a spacing apart.
double bare_share(const std::vector<StreamLine>& lines, const StreamRegion& region, double spacing,
                  PointGradient& gradient);

}  // namespace gradfield
