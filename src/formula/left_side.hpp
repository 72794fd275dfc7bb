// What stands left of the = of a formula: f(u,v) = u^2*v.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/names.hpp"

namespace gradfield {

struct LeftSide {
  std::string name;                    // of the function, as plain_name gives it; empty: an equation, which names none
  std::vector<std::string> variables;  // in their order; none where the name stands alone
  std::size_t equals = 0, end = 0;     // in the text: of the =, and where the formula itself begins
};

/// The left side of a formula, if there is an = outside of all parentheses.
std::optional<LeftSide> find_left_side(std::string_view text);

/// Refuses a left side that names no function of these names: an equation, a variable, a constant, another function.
/// The cures are tried before they are given.
/// Errors: kData.
void check_left_side(std::string_view text, const LeftSide& left, const Names& names);

}  // namespace gradfield
