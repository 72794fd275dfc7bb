// Contour lines: where f takes given levels.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/methods/gradient.hpp"
#include "field/sample.hpp"

namespace gradfield {

struct ContourLine {
  double level;
  std::vector<std::array<double, 2>> points;  // in data coordinates; of a closed line the first is not repeated
  bool closed;
};

/// The lines on which f takes each of `levels`, in the order of the levels.
///
/// Method: marching squares on the cells of a sample. Where an edge is crossed f itself is solved for the level, so the
/// points are on the line to a few roundings; between two of them curved lines get more, settled on the line too.
/// Saddle cells, cells at the edge of the domain, at a pole or a jump, and those that hide a narrow valley are sampled
/// again eight times finer.
///
/// Shapes:     `field` is that of all points of `grid`, which has two axes (about 200 points each serve a page).
/// Non-finite: no line passes a point where f is not finite; lines end within an eighth of a cell of it.
/// Poles, jumps: have no line along them, though f changes its sign there; lines that meet a jump end there.
/// Plateaus:   where f is at a level on an area there is no line; where it touches a level without crossing neither.
std::vector<ContourLine> contour_lines(const Grid& grid, const Field& field, std::span<const double> levels,
                                       const Gradient& gradient);

}  // namespace gradfield
