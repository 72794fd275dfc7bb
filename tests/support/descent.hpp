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

/// Paths that were made by hand, as a plan of listed starts has them: numbered, with what their ends say of the
/// outcome.
inline std::vector<DescentPath> told(std::vector<DescentPath> paths) {
  for (std::size_t k = 0; k < paths.size(); ++k) {
    paths[k].number = k + 1;
    paths[k].look = k;
    paths[k].ending.outcome = outcome_of(paths[k]);
  }
  return paths;
}

}  // namespace gradfield::test
