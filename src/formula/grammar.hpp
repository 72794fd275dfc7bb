// Finds what is wrong with a formula before muParser sees it, so that every error points at its place and tells the
// cure; muParser's own positions are not always at the word they mean. What is right, muParser parses.
#pragma once

#include <string_view>
#include <vector>

#include "formula/names.hpp"
#include "formula/words/words.hpp"

namespace gradfield {

/// Checks order of words (those of with_implied_words), parentheses, names and numbers of arguments.
/// Errors: kData, with a caret. Also for what muParser would take silently for something else: lists (`x,y`, so also a
/// decimal comma).
void check_grammar(std::string_view text, const std::vector<Word>& words, const Names& names);

}  // namespace gradfield
