// What formulas are made of: one row for each function and each operator, with how it is written and what computes it.
// A new function is one row here (and, where it is no combination of others, one operation); what other systems call
// it is an alias, one row too.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "formula/names.hpp"
#include "program/term.hpp"

namespace gradfield {

/// Combines arguments into a value, for functions that are made of several operations (sec, avg, ...).
using Combination = Term (*)(std::span<const Term> arguments);

/// Arity of a function that takes one argument or more.
inline constexpr int kVariadic = -1;

/// Of functions that came when people's scripts had variables and constants of that name: those win.
inline constexpr bool kYields = true;

/// Rows of one name and different arities stand side by side: log(a) and log(a,b).
struct Function {
  std::string_view name;  // as typed
  int arity;
  std::string_view help;                         // one line
  std::variant<Operation, Combination> meaning;  // an operation of two operands joins all arguments of a variadic one
  bool yields = false;                           // a variable or a constant may have the name, and then is meant
};

/// What another system calls a function; a variable or a constant may have the name, and then is meant.
struct Alias {
  std::string_view name;
  std::string_view function;  // of function_table()
};

/// How tightly a text holds together, from `a ? b : c` to names, numbers and calls, which need no parentheses anywhere.
enum class Tightness { kChoice, kDisjunction, kConjunction, kComparison, kSum, kProduct, kPowerOf, kAtom };

struct Operator {
  Operation operation;
  std::string_view form;  // as written: the operands a, b, c in their order, and what stands between them
  Tightness tightness;    // of the whole
  std::array<Tightness, kLargestArity> operands;  // which each must have at least, else parentheses stand around it

  /// What stands between two operands: "&&" of "a && b".
  constexpr std::string_view sign() const {
    const std::size_t from = form.find_first_not_of("a "), to = form.find_last_not_of(" b");
    return form.substr(from, to + 1 - from);
  }
};

/// All functions, in the order of their listing. Each operation but the leaves is one of them or an operator: so
/// whatever a slope rule makes can be typed.
std::span<const Function> function_table();

/// All operators; powers with a fixed exponent are some too.
std::span<const Operator> operator_table();

/// All aliases, those of one function side by side.
std::span<const Alias> alias_table();

/// The function of that name or alias, the first row of several; or null.
const Function* find_function(std::string_view name);

/// The same in a formula with these variables and constants: null where one of them has the name.
const Function* find_function(std::string_view name, const Names& names);

/// The row of the same name that takes `count` arguments, or null.
const Function* with_arity(const Function& function, std::size_t count);

/// Whether neither a variable nor a constant may have the name.
bool is_reserved(std::string_view name);

/// Names of all functions, each once, in the order of the table; then all aliases.
std::vector<std::string_view> function_names();

/// The value of a function of these arguments. Requires: with_arity(function, arguments.size()).
Term call(const Function& function, std::span<const Term> arguments);

}  // namespace gradfield
