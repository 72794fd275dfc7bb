// Where f takes a level on short stretches of a sheet: parts of the edges that level lines pass.
#pragma once

#include <span>

#include "analysis/contours/contour_sheet.hpp"
#include "analysis/contours/level_edges.hpp"

namespace gradfield {

/// A stretch along an edge, between two samples on different sides of a level.
struct Crossing {
  EdgeNumber edge;
  Sample from, to;
  bool starts_above;     // `from` is on the side above; where both are at the level the crossing is the one above
  Sample at{};           // where f takes the level, if it does
  bool is_real = false;  // f takes the level: it does not jump over it, and has no pole
};

/// Finds `at` and `is_real` of each crossing.
///
/// Method: the cubic by the values and slopes at both ends gives the place, f there confirms it: almost all are done
/// with one evaluation and the step of Newton's after it. The others go on, held between the ends by bisection: at a
/// pole f grows as the stretch shrinks, at a jump its values stay apart, and where nothing but roundings changes it
/// has no slope.
void find_crossings(ContourSheet& sheet, std::span<Crossing> crossings, double level);

}  // namespace gradfield
