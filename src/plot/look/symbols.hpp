// The characters beyond ASCII that formulas and their labels are drawn with.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

struct MathSymbol {
  char32_t code_point;
  std::string_view name;  // in a formula, of what it is drawn for: "alpha"; "" where no name is
  std::string_view tex;   // in TeX's mathematics
  short advance;          // its width in DejaVu Sans 2.37, from the hmtx table: an em has 2048
};

/// The symbol of that code point, or null.
const MathSymbol* find_symbol_of(char32_t code_point);

/// The symbol that a name of a formula is drawn as, or null.
const MathSymbol* find_symbol_named(std::string_view name);

/// A name as one line of plain text shows it: "θ" of theta, "θ1" of theta1, "x" of x.
std::string drawn_name(std::string_view name);

}  // namespace gradfield
