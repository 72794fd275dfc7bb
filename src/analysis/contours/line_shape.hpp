// From the crossings of a level, joined, to lines as they are drawn.
#pragma once

#include <span>
#include <vector>

#include "analysis/contours/contour_sheet.hpp"
#include "analysis/contours/contours.hpp"

namespace gradfield {

/// A line through samples on a level, neighbours in one cell each; of a closed one the first is not repeated.
struct LineDraft {
  std::vector<Sample> samples;
  bool closed;
};

/// The lines, round where they turn, with corners where f has a kink, open ones up to the jump or the edge of the
/// domain that ends them. What is smaller than a cell and open is left out.
std::vector<ContourLine> shape_lines(ContourSheet& sheet, std::vector<LineDraft> drafts, double level);

}  // namespace gradfield
