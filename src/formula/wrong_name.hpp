// What to say about a name that is none, and about a function without its argument.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "formula/functions.hpp"
#include "formula/names.hpp"
#include "formula/words/words.hpp"

namespace gradfield {

/// The error about the name `words[place]` of `text`, with the closest cure: other case, what other languages call it,
/// the product or the call that was meant, a name that is close, a value for all that have none.
/// Code: kData.
Error unknown_name(std::string_view text, const std::vector<Word>& words, std::size_t place, const Names& names);

/// The error about the function `words[place]` that no bracket follows: "write sin(x)^2" for sin^2(x).
/// Code: kData.
Error missing_argument(std::string_view text, const std::vector<Word>& words, std::size_t place);

/// "sin(x)", "atan2(x,y)".
std::string example_of(const Function& function);

/// The exponent behind the ^ at `place`: a number or a name, with its sign; "(...)" where it is more than that.
std::string exponent_at(const std::vector<Word>& words, std::size_t place);

}  // namespace gradfield
