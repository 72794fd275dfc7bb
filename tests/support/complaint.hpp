// What is said about a formula that is none.
#pragma once

#include <string>

#include "base/error.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {

/// "" where it is a formula.
inline std::string complaint(const std::string& formula, const Names& names = {{"x", "y", "z"}, {}}) {
  try {
    compile_expression(formula, names);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace gradfield::test
