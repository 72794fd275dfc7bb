// The gnuplot script of a picture, of whatever kind.
#pragma once

#include <ostream>

#include "plot/gnuplot/terminals.hpp"
#include "plot/sheet/drawing.hpp"

namespace gradfield {

/// Writes a script that stands alone and draws the picture for a terminal. `has_table`: with the table of what is
/// shown, which drawing does without.
void write_script(std::ostream& script, const Drawing& drawing, const Terminal& terminal, bool has_table = true);

}  // namespace gradfield
