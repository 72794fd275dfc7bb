// Paths of descent, made in this process.
#pragma once

#include <string>
#include <vector>

#include "analysis/descent/curvature.hpp"
#include "analysis/descent/descent.hpp"
#include "field/methods/methods.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {

/// The plane from -half_width to half_width.
inline Box square_box(double half_width = 3) {
  const Bounds range{-half_width, half_width, false};
  return {range, range};
}

/// The path of the exact gradient, with the curvature at the start.
inline DescentPath path_of(const std::string& formula, const std::vector<double>& start, const DescentSetup& setup,
                           const std::vector<std::string>& variables = {"x", "y"}) {
  const Program f = compile_expression(formula, {variables, {}});
  MethodSettings with_second;
  with_second.second = true;
  const auto second = make_gradient(methods()[0], f, with_second);
  PointGradient gradient(*make_gradient(methods()[0], f, {}), variables.size());
  return descend(gradient, start, largest_curvature(*second, start), setup);
}

}  // namespace gradfield::test
