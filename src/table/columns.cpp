#include "table/columns.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "kernel/blocks.hpp"

namespace gradfield {
namespace {

const double* coordinate_of(const Tile& tile, const GradientTile&, std::size_t index, double*) {
  return tile.coordinate(index);
}

const double* value_of(const Tile&, const GradientTile& values, std::size_t, double*) { return values.f.data(); }

const double* slope_of(const Tile&, const GradientTile& values, std::size_t index, double*) {
  return values.slopes[index].data();
}

// An operation of the kernel on whole columns; `result` may be one of them.
template <typename... Values>
void apply(Operation operation, std::size_t count, double* result, Values... operands) {
  const double* const pointers[] = {operands...};
  active_blocks().of[static_cast<std::size_t>(operation)](pointers, result, count);
}

const double* descent_of(const Tile& tile, const GradientTile& values, std::size_t index, double* scratch) {
  apply(Operation::kNegate, tile.size(), scratch, values.slopes[index].data());
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
  const double* sum = values.second[0].data();
  for (std::size_t k = 1, place = variables; k < variables; place += variables - k, ++k) {
    apply(Operation::kAdd, tile.size(), scratch, sum, values.second[place].data());
    sum = scratch;
  }
  return sum;
}

// The length of the gradient; no square of it overflows.
const double* norm_of(const Tile& tile, const GradientTile& values, std::size_t, double* scratch) {
  apply(Operation::kAbsolute, tile.size(), scratch, values.slopes[0].data());
  for (std::size_t k = 1; k < values.slopes.size(); ++k) {
    apply(Operation::kHypotenuse, tile.size(), scratch, static_cast<const double*>(scratch), values.slopes[k].data());
  }
  return scratch;
}

// Degrees in (-180, 180], counter-clockwise from the first axis; nan for the zero vector.
template <int Sign>
const double* angle_of(const Tile& tile, const GradientTile& values, std::size_t, double* scratch) {
  constexpr double kPi = 3.141592653589793;
  const double *along_x = values.slopes[0].data(), *along_y = values.slopes[1].data();
  std::array<double, kTileSize> turned_x, turned_y;
  if constexpr (Sign < 0) {
    apply(Operation::kNegate, tile.size(), turned_x.data(), along_x);
    apply(Operation::kNegate, tile.size(), turned_y.data(), along_y);
    along_x = turned_x.data();
    along_y = turned_y.data();
  }
  apply(Operation::kArcTangent2, tile.size(), scratch, along_y, along_x);
  for (std::size_t i = 0; i < tile.size(); ++i) {
    const double degrees = scratch[i] * 180 / kPi;
    const bool is_zero = along_x[i] == 0 && along_y[i] == 0;
    scratch[i] = is_zero ? std::numeric_limits<double>::quiet_NaN() : degrees == -180 ? 180 : degrees;
  }
  return scratch;
}

VariableSet variables_of_coordinate(const GradientVariables&, std::size_t index) { return VariableSet{1} << index; }
VariableSet variables_of_value(const GradientVariables& field, std::size_t) { return field.f; }
VariableSet variables_of_slope(const GradientVariables& field, std::size_t index) { return field.slopes[index]; }
VariableSet variables_of_second(const GradientVariables& field, std::size_t index) { return field.second[index]; }
VariableSet all_variables(const GradientVariables&, std::size_t) { return kAllVariables; }

void no_part(GradientParts&, std::size_t) {}
void value_part(GradientParts& parts, std::size_t) { parts.f = true; }
void slope_part(GradientParts& parts, std::size_t index) { parts.slopes[index] = true; }
void all_slopes(GradientParts& parts, std::size_t) { parts.slopes.assign(parts.slopes.size(), true); }
void second_part(GradientParts& parts, std::size_t index) { parts.second[index] = true; }
void second_diagonal(GradientParts& parts, std::size_t) {
  const std::size_t variables = parts.slopes.size();
  for (std::size_t k = 0, place = 0; k < variables; place += variables - k, ++k) parts.second[place] = true;
}

}  // namespace

std::vector<Column> available_columns(const FieldContent& content) {
  const auto& [variables, descent, slope_errors, hessian] = content;
  const std::string slope_name = descent ? "descent_" : "df_d";
  const std::size_t count = variables.size();
  std::vector<Column> columns;
  for (std::size_t k = 0; k < count; ++k)
    columns.push_back({variables[k], k, true, coordinate_of, variables_of_coordinate, no_part});
  columns.push_back({"f", 0, true, value_of, variables_of_value, value_part});
  for (std::size_t k = 0; k < count; ++k) {
    columns.push_back(
        {slope_name + variables[k], k, true, descent ? descent_of : slope_of, variables_of_slope, slope_part});
  }
  for (std::size_t k = 0; slope_errors && k < count; ++k) {
    columns.push_back({slope_name + variables[k] + "_error", k, true, slope_error_of, all_variables, slope_part});
  }
  for (std::size_t k = 0, place = 0; hessian && k < count; ++k) {
    for (std::size_t l = k; l < count; ++l, ++place) {
      const std::string name = k == l ? "d2f_d" + variables[k] + "2" : "d2f_d" + variables[k] + "d" + variables[l];
      columns.push_back({name, place, true, second_of, variables_of_second, second_part});
    }
  }
  columns.push_back({"norm", 0, false, norm_of, all_variables, all_slopes});
  if (count == 2)
    columns.push_back({"angle", 0, false, descent ? angle_of<-1> : angle_of<1>, all_variables, all_slopes});
  columns.push_back({"laplacian", 0, false, laplacian_of, all_variables, second_diagonal});
  return columns;
}

std::vector<Column> default_columns(std::vector<Column> available) {
  std::erase_if(available, [](const Column& column) { return !column.by_default; });
  return available;
}

GradientParts parts_of(const std::vector<Column>& columns, std::size_t variables) {
  GradientParts parts(variables);
  for (const Column& column : columns) column.parts(parts, column.index);
  return parts;
}

std::vector<Column> coordinate_columns(const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const std::string& name : names) {
    columns.push_back({name, columns.size(), true, coordinate_of, all_variables, no_part});
  }
  return columns;
}

std::vector<Column> choose_among(const std::vector<Column>& available, std::string_view list) {
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
