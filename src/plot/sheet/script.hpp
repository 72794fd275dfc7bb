// The gnuplot script of a picture, of whatever kind.
#pragma once

#include <ostream>

#include "plot/gnuplot/terminals.hpp"
#include "plot/sheet/drawing.hpp"

namespace gradfield {

/// Writes a script that stands alone and draws the picture for a terminal.
void write_script(std::ostream& script, const Drawing& drawing, const Terminal& terminal);

}  // namespace gradfield
