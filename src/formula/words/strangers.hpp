// What to say about an ASCII character that no formula has.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/excerpt.hpp"
#include "formula/words/words.hpp"

namespace gradfield {

/// The error about the character `c` at `place`: with what is meant in its place, made of what stands beside it, as
/// "write tgamma(x+1)" for x!. `before`: the words of the formula up to there. Of a formula in TeX it says so, and
/// writes it in gradfield's syntax.
Error unexpected_character(std::string_view text, Place place, char c, const std::vector<Word>& before);

}  // namespace gradfield
