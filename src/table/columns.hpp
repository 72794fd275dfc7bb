// What a table shows: its columns, one row a kind, with the name and how its values come from a tile.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"

namespace gradfield {

/// Values of a column at the points of a tile: a pointer into tile or values, or `scratch` filled (kTileSize doubles).
using ColumnValues = const double* (*)(const Tile& tile, const GradientTile& values, std::size_t index,
                                       double* scratch);

/// The variables that the values of a column depend on, given those of the field.
using ColumnVariables = VariableSet (*)(const GradientVariables& field, std::size_t index);

/// Marks the values of the field that a column is made of.
using ColumnParts = void (*)(GradientParts& parts, std::size_t index);

struct Column {
  std::string name;
  std::size_t index;  // of its variable, or of its place in the Hessian, where it belongs to one
  bool by_default;    // stands in a table without --columns
  ColumnValues values;
  ColumnVariables variables;
  ColumnParts parts;
  /// Of a column of words: they, and the values are places among them. Empty: it has numbers.
  std::span<const std::string_view> words = {};
};

/// What the values of a field hold, and so which columns a table of it can have.
struct FieldContent {
  std::vector<std::string> variables;
  bool descent = false;       // the negative slopes in place of the slopes: descent_<variable>
  bool slope_errors = false;  // the method estimates errors: df_d<variable>_error
  bool hessian = false;       // second derivatives: d2f_d<variable>2, d2f_d<variable>d<variable>
};

/// All columns of a field, in the order of the table: variables, f, slopes, their errors, the Hessian's upper triangle
/// by rows, norm, in two variables angle, and laplacian.
std::vector<Column> available_columns(const FieldContent& content);

/// Those of a table without --columns.
std::vector<Column> default_columns(std::vector<Column> available);

/// Those of a comma-separated list, in its order.
/// Errors: kUsage for an unknown or empty name.
std::vector<Column> choose_among(const std::vector<Column>& available, std::string_view list);

/// Columns that are the coordinates of a tile under these names: of rows that are no points of a field.
std::vector<Column> coordinate_columns(const std::vector<std::string>& names);

/// The values that these columns are made of, for a field of so many variables.
GradientParts parts_of(const std::vector<Column>& columns, std::size_t variables);

struct TableLayout {
  std::vector<Column> columns;
  std::optional<int> precision;  // significant digits; none: shortest that read back exactly
  bool header = true;
};

}  // namespace gradfield
