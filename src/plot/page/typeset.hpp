// Formulas as mathematics in gnuplot's enhanced text.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

/// Text that is drawn, and how wide it comes out, in ems.
struct Typeset {
  std::string markup;
  double width = 0;
};

/// The formula with raised exponents, Greek letters, roots, real minus signs and thin spaces for products. Beyond
/// `most` characters it ends with an ellipsis.
/// Requires: `text` compiles (compile_expression).
Typeset typeset_formula(std::string_view text, double most);

/// `text` such that enhanced text shows it as it is.
std::string escape_enhanced(std::string_view text);

}  // namespace gradfield
