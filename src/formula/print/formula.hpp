// From programs back to formulas: the way of compile, walked the other way; and a formula on one line, beside other
// text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// As typed, but every run of blanks and line ends is one blank, none at either end.
/// Requires: `text` compiles (compile_expression).
std::string on_one_line(std::string_view text);

/// The same in ASCII, which reads as the same formula: x^2 for x², sqrt(2) for √2.
/// Requires: `text` compiles (compile_expression).
std::string in_ascii(std::string_view text);

}  // namespace gradfield
