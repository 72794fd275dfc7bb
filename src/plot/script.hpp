// The gnuplot script of a picture, as text: the same bytes whether they go to a file, to gnuplot or to a test.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "field/sample.hpp"
#include "plot/arrows.hpp"
#include "plot/picture.hpp"
#include "plot/terminals.hpp"

namespace gradfield {

/// Everything a picture shows.
struct Picture {
  Grid grid;
  Field field;
  PictureStyle style;
  Page page;
  Arrows arrows;
  std::vector<Tic> bar_tics;         // of the colour bar, in its own values
  double bar_low = 0, bar_high = 1;  // values at the ends of the palette
  PageSize size;                     // in the terminal's unit
  double zoom = 1;                   // of the type and the page's points: below 1 on small pages
};

/// Lays a field out for a page of `terminal`. Requires: a grid of two axes.
Picture compose_picture(const Grid& grid, Field field, const PictureStyle& style, const Terminal& terminal);

/// Writes the script. It stands alone: with `terminal` chosen it draws to standard output; run with the variable
/// `window` defined (gnuplot -e window=1) it opens a window. It holds x, y, f and the gradient as a data block.
///
/// Nothing that a person typed is in it but in quoted strings with every byte outside a small set as an octal code,
/// and, with all else left out, in comments.
void write_script(std::ostream& script, const Picture& picture, const Terminal& terminal);

/// `text` as a gnuplot string literal, with its quotes: every byte survives, none means anything to gnuplot.
std::string quoted(std::string_view text);

}  // namespace gradfield
