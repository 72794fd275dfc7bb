// A formula as it is shown beside other text: on one line.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

/// As typed, but every run of blanks and line ends is one blank, none at either end.
/// Requires: `text` compiles (compile_expression).
std::string on_one_line(std::string_view text);

/// The same in ASCII, which reads as the same formula: x^2 for x², sqrt(2) for √2.
/// Requires: `text` compiles (compile_expression).
std::string in_ascii(std::string_view text);

}  // namespace gradfield
