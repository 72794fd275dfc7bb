#include "table/columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

const double* coordinate_of(const Tile& tile, const GradientTile&, std::size_t index, double*) {
  return tile.coordinate(index);
}

const double* value_of(const Tile&, const GradientTile& values, std::size_t, double*) { return values.f.data(); }

const double* slope_of(const Tile&, const GradientTile& values, std::size_t index, double*) {
  return values.slopes[index].data();
}

const double* descent_of(const Tile& tile, const GradientTile& values, std::size_t index, double* scratch) {
  for (std::size_t i = 0; i < tile.size(); ++i) scratch[i] = -values.slopes[index][i];
  return scratch;
}

const double* slope_error_of(const Tile&, const GradientTile& values, std::size_t index, double*) {
  return values.slope_errors[index].data();
}

const double* second_of(const Tile&, const GradientTile& values, std::size_t index, double*) {
  return values.second[index].data();
}

// The sum of the second derivatives on the diagonal of the Hessian, whose rows are shorter by one each.
const double* laplacian_of(const Tile& tile, const GradientTile& values, std::size_t, double* scratch) {
  const std::size_t variables = values.slopes.size();
  std::copy_n(values.second[0].data(), tile.size(), scratch);
  for (std::size_t k = 1, place = variables; k < variables; place += variables - k, ++k) {
    for (std::size_t i = 0; i < tile.size(); ++i) scratch[i] += values.second[place][i];
  }
  return scratch;
}

// The length of the gradient; no square of it overflows.
const double* norm_of(const Tile& tile, const GradientTile& values, std::size_t, double* scratch) {
  for (std::size_t i = 0; i < tile.size(); ++i) scratch[i] = std::fabs(values.slopes[0][i]);
  for (std::size_t k = 1; k < values.slopes.size(); ++k) {
    for (std::size_t i = 0; i < tile.size(); ++i) scratch[i] = hypotenuse(scratch[i], values.slopes[k][i]);
  }
  return scratch;
}

// Degrees in (-180, 180], counter-clockwise from the first axis; nan for the zero vector.
double angle_in_degrees(double along_x, double along_y) {
  constexpr double kPi = 3.141592653589793;
  if (along_x == 0 && along_y == 0) return std::numeric_limits<double>::quiet_NaN();
  const double degrees = arc_tangent2(along_y, along_x) * 180 / kPi;
  return degrees == -180 ? 180 : degrees;
}

template <int Sign>
const double* angle_of(const Tile& tile, const GradientTile& values, std::size_t, double* scratch) {
  for (std::size_t i = 0; i < tile.size(); ++i) {
    scratch[i] = angle_in_degrees(Sign * values.slopes[0][i], Sign * values.slopes[1][i]);
  }
  return scratch;
}

VariableSet variables_of_coordinate(const GradientVariables&, std::size_t index) { return VariableSet{1} << index; }
VariableSet variables_of_value(const GradientVariables& field, std::size_t) { return field.f; }
VariableSet variables_of_slope(const GradientVariables& field, std::size_t index) { return field.slopes[index]; }
VariableSet variables_of_second(const GradientVariables& field, std::size_t index) { return field.second[index]; }
VariableSet all_variables(const GradientVariables&, std::size_t) { return kAllVariables; }

}  // namespace

std::vector<Column> available_columns(const FieldContent& content) {
  const auto& [variables, descent, slope_errors, hessian] = content;
  const std::string slope_name = descent ? "descent_" : "df_d";
  const std::size_t count = variables.size();
  std::vector<Column> columns;
  for (std::size_t k = 0; k < count; ++k)
    columns.push_back({variables[k], k, true, coordinate_of, variables_of_coordinate});
  columns.push_back({"f", 0, true, value_of, variables_of_value});
  for (std::size_t k = 0; k < count; ++k) {
    columns.push_back({slope_name + variables[k], k, true, descent ? descent_of : slope_of, variables_of_slope});
  }
  for (std::size_t k = 0; slope_errors && k < count; ++k) {
    columns.push_back({slope_name + variables[k] + "_error", k, true, slope_error_of, all_variables});
  }
  for (std::size_t k = 0, place = 0; hessian && k < count; ++k) {
    for (std::size_t l = k; l < count; ++l, ++place) {
      const std::string name = k == l ? "d2f_d" + variables[k] + "2" : "d2f_d" + variables[k] + "d" + variables[l];
      columns.push_back({name, place, true, second_of, variables_of_second, true});
    }
  }
  columns.push_back({"norm", 0, false, norm_of, all_variables});
  if (count == 2) columns.push_back({"angle", 0, false, descent ? angle_of<-1> : angle_of<1>, all_variables});
  columns.push_back({"laplacian", 0, false, laplacian_of, all_variables, true});
  return columns;
}

std::vector<Column> default_columns(const FieldContent& content) {
  std::vector<Column> columns = available_columns(content);
  std::erase_if(columns, [](const Column& column) { return !column.by_default; });
  return columns;
}

bool need_second(const std::vector<Column>& columns) { return std::ranges::any_of(columns, &Column::needs_second); }

std::vector<Column> choose_columns(std::string_view list, const FieldContent& content) {
  const std::vector<Column> available = available_columns(content);
  std::vector<std::string_view> names;
  for (const Column& column : available) names.push_back(column.name);
  std::vector<Column> chosen;
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find(',', start), list.size());
    std::string_view name = list.substr(start, end - start);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      throw Error(ExitCode::kUsage, "--columns: " + no_such("column", name, names));
    }
    chosen.push_back(available[static_cast<std::size_t>(found - names.begin())]);
    start = end + 1;
  }
  return chosen;
}

}  // namespace gradfield
