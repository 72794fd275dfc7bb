// Formulas as mathematics in gnuplot's enhanced text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

/// Text that is drawn, and how wide it comes out, in ems.
struct Typeset {
  /// Where a line may end: before a sum's + or −.
  struct Break {
    std::size_t at;  // in the markup
    double width;    // of what stands before
  };

  std::string markup;
  double width = 0;
  std::vector<Break> breaks = {};
};

/// The formula with raised exponents, powers of ten, indices, Greek letters, roots, real minus signs and thin spaces
/// for products. Beyond `most` characters it ends with an ellipsis. Requires: `text` compiles (compile_expression).
Typeset typeset_formula(std::string_view text, double most);

/// `text` such that enhanced text shows it as it is.
std::string escape_enhanced(std::string_view text);

}  // namespace gradfield
