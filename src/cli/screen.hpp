// The terminal we write to: its size, its colours, its characters.
#pragma once

#include "plot/text_picture.hpp"

namespace gradfield {

/// What standard output can show. No colours where it is no terminal, NO_COLOR is set or TERM is "dumb"; 24-bit ones
/// where COLORTERM says so. 80x24 where the size is unknown. ASCII where the locale's character set is not UTF-8.
TextScreen standard_screen();

/// A screen for a file: 80x24, no colours.
TextScreen file_screen();

bool standard_output_is_terminal();

}  // namespace gradfield
