// Lines over a plane field, laid out for its page: level lines, stream lines and paths down.
#pragma once

#include <string>
#include <vector>

#include "analysis/descent.hpp"
#include "analysis/stream_lines.hpp"
#include "plot/page/page.hpp"
#include "plot/parts/field_access.hpp"
#include "plot/parts/picture_style.hpp"
#include "plot/plane/contour_labels.hpp"

namespace gradfield {

/// Level lines with their labels, about as many as the style asks for; sampled on a grid of its own, however many
/// arrows there are. `grid`: for the names of the axes.
std::vector<LabelledLine> make_contours(const Grid& grid, const ContourStyle& style, const Page& page,
                                        const FieldAccess& access);

/// Stream lines, `density` times as dense as usual.
std::vector<StreamLine> make_streams(double density, bool descent, const Page& page, const FieldAccess& access);

/// Where a polygon of the page, given about `place` in data coordinates, comes to lie.
std::vector<Point> placed(const std::vector<Point>& shape, Point place, Point direction, const Page& page);

}  // namespace gradfield
