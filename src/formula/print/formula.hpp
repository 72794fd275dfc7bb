// From programs back to formulas: the way of compile, walked the other way.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "program/program.hpp"

namespace gradfield {

/// The formula of one instruction in gradfield's own syntax, with no parenthesis more than its meaning needs: compiled
/// again it has the same values to the bit, nan and infinities too.
/// Empty: where the formula would be longer than compile_expression takes (shared parts are written out each time).
std::optional<std::string> formula_of(const Program& program, NodeId place);

/// Every instruction as a formula of the ones before it. `names`: one an instruction; where it is not empty it stands
/// for that instruction in those that use it, as a name would; else its own formula does.
std::vector<std::string> steps_of(const Program& program, std::span<const std::string> names);

}  // namespace gradfield
