// Fields by any method, with what it says about its errors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "field/methods/methods.hpp"
#include "field/sample.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {

/// A grid of the axes x and y, which are alike.
inline Grid plane(double min, double max, std::size_t count) {
  return {{{"x", min, max, count}, {"y", min, max, count}}};
}

inline MethodSettings settings_of(const Grid& grid, std::optional<double> step = {}) {
  MethodSettings settings;
  settings.step = step;
  for (const Axis& axis : grid.axes) settings.lengths.push_back(length_of(axis));
  return settings;
}

inline std::unique_ptr<Gradient> gradient_by(const std::string& method, const std::string& formula, const Grid& grid,
                                             std::optional<double> step = {}) {
  Names names;
  for (const Axis& axis : grid.axes) names.variables.push_back(axis.name);
  return make_gradient(*find_method(method), compile_expression(formula, names), settings_of(grid, step));
}

inline Field field_by(const std::string& method, const std::string& formula, const Grid& grid,
                      std::optional<double> step = {}) {
  return collect(grid, *gradient_by(method, formula, grid, step));
}

/// The slopes of a formula in x and y at (x, y), by a method that knows of no axes but those of magnitude 3.
inline std::vector<double> slopes_at(const std::string& method, const std::string& formula, double x, double y,
                                     std::optional<double> step = {}) {
  MethodSettings settings;
  settings.step = step;
  settings.lengths = {3, 3};
  const auto gradient = make_gradient(*find_method(method), compile_expression(formula, {{"x", "y"}, {}}), settings);
  Tile tile(2);
  tile.resize(1);
  tile.mutable_coordinate(0)[0] = x;
  tile.mutable_coordinate(1)[0] = y;
  const GradientTile& values = gradient->evaluate(tile);
  return {values.slopes[0][0], values.slopes[1][0]};
}

}  // namespace gradfield::test
