// The lines along which f touches a level and does not cross it: the floor of a valley, the crest of a ridge.
#pragma once

#include <span>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "field/view.hpp"

namespace gradfield {

/// The lines of `levels` (ascending, each once) that f touches, in their order: x = y of abs(x-y) at 0.
///
/// Method: on a sheet of about `cells` cells along the longer range, of which no line at simple numbers passes a node,
/// edges whose slopes tell of a valley or a ridge between their nodes are halved by the sign of the slope down to the
/// doubles; where f is at the level there, but for roundings, it is touched. Neighbours in one cell are joined.
/// A point that f touches the level at (x^2+y^2 at 0) is no line, nor is a border of the ranges. Of a plateau there is
/// none.
std::vector<ContourLine> touched_lines(const ContourRange& x, const ContourRange& y, double cells,
                                       std::span<const double> levels, const FieldView& view);

}  // namespace gradfield
