// The lines of given levels on a given sheet: marching squares.
#pragma once

#include <span>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "field/grid/grid.hpp"
#include "field/methods/gradient.hpp"
#include "field/sample.hpp"

namespace gradfield {

/// The lines on which f takes each of `levels` (ascending, each once), in the order of the levels.
///
/// Method: marching squares on the cells of a sample. Each edge is searched for the level with f and its slopes, so the
/// points are on the line to a thousandth of a cell or far better, and what is no line but a jump or a pole is told
/// from one. A cell with two crossings has the piece between them; of four, the value between them all decides which
/// belong together, and of any other number their directions. Pieces that turn get more points, by the slopes at their
/// ends.
///
/// Shapes:     `field` is that of all points of `grid`, which has two axes.
/// Non-finite: no line passes a point where f is not finite; lines end at the edge of the domain, within a hundredth
///             of a cell.
/// Poles, jumps: have no line along them, though f changes its sign there; lines that meet a jump end there, as near.
/// Plateaus:   where f is at a level on an area there is no line; where it touches a level without crossing neither
/// (see
///             touched_lines).
std::vector<ContourLine> contour_lines(const Grid& grid, const Field& field, std::span<const double> levels,
                                       const Gradient& gradient);

}  // namespace gradfield
