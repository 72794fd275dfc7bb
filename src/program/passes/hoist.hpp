// Takes a program apart for a meshgrid: what depends on the first variable alone, what on the others alone, and the
// rest.
#pragma once

#include <cstdint>
#include <vector>

#include "program/program.hpp"

namespace gradfield {

/// A set of variables: bit k is the variable k.
using VariableSet = std::uint32_t;
inline constexpr std::size_t kMostVariablesOfSet = 32;
inline constexpr VariableSet kFirstVariable = 1;
inline constexpr VariableSet kAllVariables = ~VariableSet{0};

/// For each output of a program the variables that its value depends on.
std::vector<VariableSet> variables_of_outputs(const Program& program);

/// One program as three: the same instructions, each where it needs to run least often, so the same bits.
struct HoistedProgram {
  Program column;  // once for each point of the first axis: what depends on the first variable alone
  Program row;     // once for each row: what depends on the other variables alone
  Program point;   // the outputs; its variables are the outputs of `column`, then those of `row`
};

/// Requires: at most kMostVariablesOfSet variables.
HoistedProgram hoist(const Program& program);

}  // namespace gradfield
