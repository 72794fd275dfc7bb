// What was meant where words are read as something else: numbers with commas, the choices of Python,
// functions without parentheses.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formula/words/words.hpp"

namespace gradfield {

bool is_digits(std::string_view text);

/// What to write for numbers with commas between them, as "1,000" or "0,5": the comma of thousands or of decimals, both
/// where it could be either. Requires: two parts or more.
std::string cure_of_commas(const std::vector<std::string>& parts);

/// "write c ? a : b" where `words[place]` is the `if` of `a if c else b`, or of `if c then a else b`; "" of anything
/// else.
std::string cure_of_choice(std::string_view text, const std::vector<Word>& words, std::size_t place);

/// What stands behind the function at `place`, and behind its power, and may be meant as its argument: a name, a number
/// with a name behind it, a call, what stands in a bracket; "" where there is none. And the place of the word behind
/// it.
std::pair<std::string, std::size_t> argument_behind(std::string_view text, const std::vector<Word>& words,
                                                    std::size_t place);

}  // namespace gradfield
