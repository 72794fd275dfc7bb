// From the text of a formula to its program.
#pragma once

#include <string_view>

#include "formula/names.hpp"
#include "program/program.hpp"

namespace gradfield {

/// The program of `text`: one output, the variables of `names` in their order. muParser parses; its bytecode becomes
/// instructions, simplified on the way. `begin`: where in `text` the formula begins, behind a left side.
///
/// Errors: kData, with the line, a caret and the cure, for everything that is no formula of these names.
Program compile_expression(std::string_view text, const Names& names, std::size_t begin = 0);

/// The value of a constant expression, by the same way.
/// Errors: as compile_expression; a variable is an unknown name here.
double evaluate_constant(std::string_view text, const std::vector<Constant>& constants);

}  // namespace gradfield
