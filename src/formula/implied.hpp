// What people leave away and mean: the * of 2x, and the parentheses of √2; and the power of sin^2(x), put in its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formula/names.hpp"
#include "formula/words/words.hpp"

namespace gradfield {

/// The words with those that were not typed put in: a `*` between a value and a name or a bracket behind it, and
/// parentheses around the one number or name that a root sign takes. As text, before any precedence: 1/2x is 1/2*x,
/// 2^3x is 2^3*x, √2x is sqrt(2)*x. A bracket behind a variable or a constant is a factor, behind any other name the
/// arguments of a function. Where a product would be a trap none is put in, and check_grammar refuses the formula. The
/// exponent of sin^2(x) moves behind the call, as of sin(x)^2.
/// Errors: kData where a power stands behind such a call too, which could be read in two ways.
std::vector<Word> with_implied_words(std::string_view text, const std::vector<Word>& words, const Names& names);

/// Why `word`, right behind the value that `before` ends, is not read as a factor of a product, as the cure: "write
/// *2 for a product". "" where it is read so. `after`: the word behind `word`, or null.
std::string objection_to_product(std::string_view text, const Word& before, const Word& word, const Word* after);

}  // namespace gradfield
