// Absolute values written with bars.
#pragma once

#include <string_view>
#include <vector>

#include "formula/words/words.hpp"

namespace gradfield {

/// The words with every pair of bars, the operators "|", as the function abs: |x-1| is the words abs ( x - 1 ), the
/// bars being their places. Parentheses keep bars apart: a bar has its partner within the same ones.
/// Errors: kData for a bar without a partner, and where bars stand within bars or could be paired in another way
/// (|x|y|z|, |x||y|): the cure has abs in their place.
std::vector<Word> with_bars_as_calls(std::string_view text, const std::vector<Word>& words);

}  // namespace gradfield
