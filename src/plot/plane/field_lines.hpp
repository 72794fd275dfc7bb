// Lines over a plane field, laid out for its page: level lines, stream lines and paths down.
#pragma once

#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "analysis/streams/stream_lines.hpp"
#include "field/field_access.hpp"
#include "plot/labels/contour_labels.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// Level lines with their labels, about as many as the style asks for.
std::vector<LabelledLine> make_contours(const ContourStyle& style, const Page& page, const FieldAccess& access);

struct Streams {
  std::vector<StreamLine> lines;
  double bare_share = 1;  // see bare_share()
};

/// Stream lines, `density` times as dense as usual; up to a third as far apart where hills are so small that lines find
/// no room.
Streams make_streams(double density, bool descent, const Page& page, const FieldAccess& access);

}  // namespace gradfield
