// Formulas in TeX, for the cures of errors.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

/// Whether a text has commands or groups of TeX in it: \frac, ^{, $.
bool looks_like_tex(std::string_view text);

/// What a formula in TeX is in gradfield's syntax: "(x/y)" of \frac{x}{y}, "sin(x)^2" of \sin^{2}{x}. "" where a
/// command is none of those that formulas need, or a brace has no partner.
std::string from_tex(std::string_view text);

}  // namespace gradfield
