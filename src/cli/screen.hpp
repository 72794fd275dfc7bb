// The terminal we write to: its size, its colours, its characters.
#pragma once

#include "plot/text/text_screen.hpp"

namespace gradfield {

/// What standard output can show. COLUMNS and LINES say how large, else the terminal does; 80x24 where neither knows.
/// No colours where it is no terminal, NO_COLOR is set or TERM names one without; 24-bit ones where COLORTERM or TERM
/// says so, else 256. ASCII where the locale's character set is not UTF-8.
TextScreen standard_screen();

/// A screen for a file: COLUMNS x LINES or 80x24, no colours.
TextScreen file_screen();

bool standard_output_is_terminal();

}  // namespace gradfield
