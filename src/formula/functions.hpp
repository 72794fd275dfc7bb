// What formulas are made of: one row for each function and operator, with its name as typed, its help, and the
// operation that computes it. A new function is one row here (and, where it is no combination of others, one
// operation).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "program/term.hpp"

namespace gradfield {

/// Combines arguments into a value, for functions that are combinations of operations (sum, avg, ...).
using Combination = Term (*)(std::span<const Term> arguments);

/// Arity of a function that takes one argument or more.
inline constexpr int kVariadic = -1;

struct Function {
  std::string_view name;  // as typed; empty for operators and powers
  int arity;
  std::string_view help;  // one line; of an operator the formula, with the operands a, b, c
  Operation operation;    // computes it, where `combination` is null
  Combination combination = nullptr;
};

/// All rows, each operation but the leaves among them: so whatever a slope rule makes can be typed.
std::span<const Function> function_table();

/// The function of that name, or null.
const Function* find_function(std::string_view name);

/// Names of all functions, in the order of the table.
std::vector<std::string_view> function_names();

/// The value of a function of these arguments (as many as its arity, at least one).
Term call(const Function& function, std::span<const Term> arguments);

}  // namespace gradfield
