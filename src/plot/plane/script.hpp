// The gnuplot script of a picture, as text: the same bytes whether they go to a file, to gnuplot or to a test.
#pragma once

#include <ostream>

#include "plot/gnuplot/terminals.hpp"
#include "plot/plane/picture.hpp"

namespace gradfield {

/// Writes the script. It stands alone: with `terminal` chosen it draws to standard output; run with the variable
/// `window` defined (gnuplot -e window=1) it opens a window. With `has_table` it holds x, y, f and the
/// gradient as a data block, which is not needed to draw.
///
/// Nothing that a person typed is in it but in quoted strings with every byte outside a small set as an octal code,
/// and, with all else left out, in comments; but for the style's own gnuplot commands, which stand before the plot.
void write_script(std::ostream& script, const Picture& picture, const Terminal& terminal, bool has_table = true);

}  // namespace gradfield
