// The picture in a terminal, drawn by us: a grid of arrow glyphs coloured by magnitude, with axes. Needs no gnuplot.
#pragma once

#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/sample.hpp"
#include "field/view.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/text/text_grid.hpp"

namespace gradfield {

/// The picture: title, frame with tics, one glyph a point, a line for the magnitudes. LF line ends; a point that is not
/// finite, or that the field has not, is blank, a zero vector a dot. Paths lie over the arrows, in the blanks between
/// them too, and one more line explains them. Requires: a field of two variables, whose points are those of `grid` in
/// their order, or some of them.
std::string draw_text(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen,
                      const std::vector<DescentPath>& paths = {});

/// That picture of a view of two axes, over the heat map and the level lines that the style asks for, and notes on
/// points without an arrow and on levels without a line. A heat map colours the ground of all cells but those of paths,
/// where the screen has colours. Level lines are letters between the arrows, and one more line tells
/// their levels.
TextPicture text_of_plane(const FieldView& view, const PictureStyle& style, const TextScreen& screen,
                          const std::vector<DescentPath>& paths = {});

}  // namespace gradfield
