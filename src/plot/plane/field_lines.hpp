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

struct Streams {
  std::vector<StreamLine> lines;
  double bare_share = 1;  // see bare_share()
};

/// Stream lines, `density` times as dense as usual; up to a third as far apart where hills are so small that lines find
/// no room.
Streams make_streams(double density, bool descent, const Page& page, const FieldAccess& access);

/// Where a polygon of the page, given about `place` in data coordinates, comes to lie.
std::vector<Point> placed(const std::vector<Point>& shape, Point place, Point direction, const Page& page);

}  // namespace gradfield
