// The picture in a terminal, drawn by us: a grid of arrow glyphs coloured by magnitude, with axes. Needs no gnuplot.
#pragma once

#include <string>

#include "field/sample.hpp"
#include "plot/picture_style.hpp"
#include "plot/text_grid.hpp"

namespace gradfield {

/// The picture: title, frame with tics, one glyph a point, a line for the magnitudes. LF line ends; a point that is not
/// finite, or that the field has not, is blank, a zero vector a dot. Requires: a field of two variables, whose points
/// are those of `grid` in their order, or some of them.
std::string draw_text(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen);

}  // namespace gradfield
