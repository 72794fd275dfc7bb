// Writes a field as a table: one row a point, streamed, however many there are.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/output.hpp"
#include "field/filter.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/sample.hpp"
#include "table/columns.hpp"
#include "table/rows.hpp"

namespace gradfield {

struct TableFormat {
  std::string_view name;
  std::string_view help;
  /// What stands before the rows; of the points of a grid, if there is one.
  std::string (*header)(const TableLayout& layout, const Grid* grid);
  std::unique_ptr<RowMaker> (*make_rows)(const TableLayout& layout, const Gradient& gradient, const Grid* grid);
  bool is_binary = false;
  /// What becomes of the points that a condition leaves out.
  Gaps gaps = Gaps::kSkipped;
  /// Of a format whose header tells the number of rows: the header of points that are no grid's, of as many bytes as
  /// the one written before them. Else null.
  std::string (*counted_header)(const TableLayout& layout, std::size_t rows) = nullptr;
};

/// All table formats.
std::span<const TableFormat> table_formats();

/// How a table is made, and who hears of it.
struct TableSetup {
  const TableFormat& format;
  TableLayout layout;
  const Grid* grid = nullptr;  // of the points, where they are those of one
  int threads = 1;
  /// Called after rows were written, with the number of points they came from. May be empty.
  std::function<void(std::size_t points)> on_progress = {};
};

/// Writes the header and one row for each point, in their order, LF line ends. The same bytes for every number of
/// threads; where someone may wait for the rows they go out as soon as they can.
/// Requires: points that are filtered have the gaps of the format.
/// Errors: those of the points, after the rows before them, and of Output::write; before any point, kUsage where the
/// format cannot hold the columns, or its header has to be counted and the output cannot be gone back in. Does not
/// commit.
void write_table(PointSource& points, const Gradient& gradient, const TableSetup& setup, Output& output);

}  // namespace gradfield
