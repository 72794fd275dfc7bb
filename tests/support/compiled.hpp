// Programs of formulas.
#pragma once

#include <string>
#include <vector>

#include "formula/compile.hpp"

namespace gradfield::test {

inline Program compiled(const std::string& text, const std::vector<std::string>& variables = {"x", "y"}) {
  return compile_expression(text, {variables, {}});
}

}  // namespace gradfield::test
