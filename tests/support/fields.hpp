// Fields of formulas on grids, made in this process, and pictures laid out for them.
#pragma once

#include <string>
#include <utility>

#include "field/methods/methods.hpp"
#include "field/sample.hpp"
#include "field/view.hpp"
#include "formula/compile.hpp"
#include "plot/plane/picture.hpp"
#include "support/rows.hpp"

namespace gradfield::test {

/// A grid of the axes x and y.
inline Grid plane(double x_min, double x_max, std::size_t x_count, double y_min, double y_max, std::size_t y_count) {
  return {{{"x", x_min, x_max, x_count}, {"y", y_min, y_max, y_count}}};
}

/// -3:3 with `count` points on both axes.
inline Grid square(std::size_t count = 20) { return plane(-3, 3, count, -3, 3, count); }

/// x^2+y^2, without the program.
inline double bowl(double x, double y) { return x * x + y * y; }

/// f and its exact gradient.
inline Field field_of(const std::string& formula, const Grid& grid) {
  Names names;
  for (const Axis& axis : grid.axes) names.variables.push_back(axis.name);
  const auto gradient = methods()[0].make(compile_expression(formula, names), {});
  return collect(grid, *gradient);
}

/// The view of that field.
inline FieldView view_of(const std::string& formula, const Grid& grid) {
  Names names;
  for (const Axis& axis : grid.axes) names.variables.push_back(axis.name);
  return {{compile_expression(formula, names), methods()[0], {}, {}}, grid};
}

/// The picture of that field; `style.expression` is set to the formula.
inline PlanePicture picture_of(const std::string& formula, const Grid& grid, PictureStyle style = {},
                               std::string_view terminal = "svg") {
  style.expression = formula;
  const FieldView view = view_of(formula, grid);
  const Field field = field_of(formula, grid);
  return compose_plane(view, field, style, named(terminals(), terminal), {}, look_between(view, field));
}

}  // namespace gradfield::test
