// Formulas as mathematics in gnuplot's enhanced text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

/// Text that is drawn, and how wide it comes out, in ems.
struct Typeset {
  /// Where a line may end.
  struct Break {
    std::size_t at;  // in the markup
    double width;    // of what stands before
    int depth;       // 0: before a sum's + or −; 1: between factors; 2 and 3 likewise in a bracket, and so on
  };

  std::string markup;
  double width = 0;
  std::vector<Break> breaks = {};
};

/// The formula with raised exponents, powers of ten, indices, Greek letters, roots, real minus signs and thin spaces
/// for products; variables and constants of one letter are in italics. Beyond `most` ems it ends with an ellipsis.
/// Requires: `text` compiles (compile_expression).
Typeset typeset_formula(std::string_view text, double most);

/// A name, or a number, as in a formula.
std::string typeset_name(std::string_view name);

/// What stands before and after a letter in italics.
inline constexpr std::string_view kItalic = "{/:Italic ", kItalicEnd = "}";

/// Width of enhanced text in ems, as markup of this file says it.
double markup_width(std::string_view markup);

/// `text` such that enhanced text shows it as it is.
std::string escape_enhanced(std::string_view text);

}  // namespace gradfield
