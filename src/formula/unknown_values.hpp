// Names of a formula that have no value yet, and how to give them one.
#pragma once

#include <string>
#include <vector>

#include "formula/names.hpp"
#include "formula/words/words.hpp"

namespace gradfield {

/// What makes all names of a formula known that are not, together: "the variables are x and y; variables: --vars w,b;
/// constants: -D w=VALUE -D b=VALUE". Variables that the formula does not use are left out; where its left side lists
/// them, that is what grows.
/// Requires: a name that has no value.
std::string cure_of_unknown_values(const std::vector<Word>& words, const Names& names);

}  // namespace gradfield
