// What a program does, told to a person: its results as formulas, its instructions, how many operations each result
// takes.
#pragma once

#include <string>
#include <vector>

#include "program/program.hpp"

namespace gradfield {

/// Three parts, an empty line between them: each result as a formula (`df/dx = 2*x`); the program, one instruction a
/// line in the order of its work (`t1 = x^2`); and a table of the operations that each result takes, alone and beyond
/// those of the first. A result whose formula would be longer than a formula may be is told by its length alone.
///
/// `names`: one a result, in their order.
std::string explain(const Program& program, const std::vector<std::string>& names);

}  // namespace gradfield
