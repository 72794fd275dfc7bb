// Points on the curve of f with their tangents, or with the secants of a step.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "field/view.hpp"
#include "plot/look/page.hpp"
#include "plot/paths/line_parts.hpp"
#include "plot/sheet/drawing.hpp"
#include "plot/sheet/marked_points.hpp"

namespace gradfield {

struct Tangent {
  std::vector<Line<2>> line;  // within the axes, in data coordinates
  Point touch;                // the point on the curve
  std::vector<Point> chord;   // of a secant, where it cuts the curve besides
  double slope = 0;
  bool has_number = false;
};

/// Those at the points that the style marks, long and with their slopes as numbers, then short ones at its dots. Where
/// f or its slope is not finite there is none.
std::vector<Tangent> make_tangents(const FieldView& view, const PictureStyle& style, const Page& page);

/// The blocks, plots and words that show them. Nothing where there are none.
std::vector<DataBlock> tangent_blocks(const std::vector<Tangent>& tangents, const Page& page);
std::vector<std::string> tangent_plots(const std::vector<Tangent>& tangents, const PictureStyle& style);
std::vector<Words> tangent_words(const std::vector<Tangent>& tangents, const Page& page, const PictureStyle& style);

}  // namespace gradfield
