// The columns a table can have: one row a kind, with its name and how its values come from a tile.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "field/gradient.hpp"

namespace gradfield {

/// Values of a column at the points of a tile: a pointer into tile or values, or `scratch` filled (kTileSize doubles).
using ColumnValues = const double* (*)(const Tile& tile, const GradientTile& values, std::size_t index,
                                       double* scratch);

struct Column {
  std::string name;
  std::size_t index;  // of its variable, where it belongs to one
  bool by_default;    // stands in a table without --columns
  ColumnValues values;
};

/// All columns of a field in these variables, in the order of the table: variables, f, slopes (with `descent` the
/// negative ones, named descent_<variable>), norm and, in two variables, angle.
std::vector<Column> available_columns(const std::vector<std::string>& variables, bool descent);

/// The columns of a table without --columns.
std::vector<Column> default_columns(const std::vector<std::string>& variables, bool descent);

/// The columns of a comma-separated list, in its order.
/// Errors: kUsage for an unknown or empty name.
std::vector<Column> choose_columns(std::string_view list, const std::vector<std::string>& variables, bool descent);

}  // namespace gradfield
