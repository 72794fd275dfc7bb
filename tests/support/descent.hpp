// Paths of descent, made in this process.
#pragma once

#include <string>
#include <vector>

#include "analysis/descent/walk.hpp"
#include "field/methods/methods.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {

/// The plane from -half_width to half_width.
inline Box square_box(double half_width = 3) {
  const Bounds range{-half_width, half_width, false};
  return {range, range};
}

/// The path of the exact gradient.
inline DescentPath path_of(const std::string& formula, const std::vector<double>& start, const DescentSetup& setup,
                           const std::vector<std::string>& variables = {"x", "y"}) {
  const Program f = compile_expression(formula, {variables, {}});
  Objective objective(f, methods()[0], {});
  return descend(objective, start, setup);
}

}  // namespace gradfield::test
