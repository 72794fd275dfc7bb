// Formulas as people type and paste them, written out for a reader that knows only muParser's own grammar.
#pragma once

#include <string>

namespace gradfield::test {

/// `text` with every symbol, raised exponent and missing `*` written out, and no blanks: replacements of strings, one
/// after another, which know no words and no places. For formulas that gradfield accepts; of others it makes nonsense.
std::string plain_formula(std::string text);

}  // namespace gradfield::test
