// Formulas as people type and paste them, written out for a reader that knows only muParser's own grammar.
#pragma once

#include <string>

namespace gradfield::test {

/// `text` with every symbol, raised exponent, missing `*`, power of a function (sin^2(x)) and chain of comparisons
/// written out, and no blanks: replacements of strings, one after another, which know no words and no places. For
/// formulas that gradfield accepts; of others it makes nonsense.
std::string plain_formula(std::string text);

/// A formula of muParser's own grammar with its chains of comparisons written out: a<b<c as ((a<b)&&(b<c)).
std::string link_by_link(const std::string& text);

}  // namespace gradfield::test
