// Level lines as pictures show them, flat or on a surface.
#pragma once

#include <vector>

#include "analysis/contours/contours.hpp"
#include "field/view.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// The lines of about as many levels as the style asks for, or of those it gives, over the ranges of the two scales;
/// sampled on a grid of its own, however many arrows there are. Of the scales' length on the page only the ratio
/// counts. `grid`: for the names of the axes.
std::vector<ContourLine> level_lines(const Grid& grid, const Scale& x, const Scale& y, const ContourStyle& style,
                                     const FieldView& view);

}  // namespace gradfield
