// Writes a field as rows of separated values: one row a point, streamed, however many there are.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/output.hpp"
#include "field/gradient.hpp"
#include "field/tile.hpp"
#include "table/columns.hpp"

namespace gradfield {

struct TableFormat {
  std::string_view name;
  std::string_view help;
  char separator;
};

/// All table formats.
std::span<const TableFormat> table_formats();

struct TableLayout {
  std::vector<Column> columns;
  std::optional<int> precision;  // significant digits; none: shortest that read back exactly
  bool header = true;
};

/// Writes the header and one row for each point, in their order, LF line ends.
/// Errors: those of Output::write. Does not commit.
void write_table(PointSource& points, Gradient& gradient, const TableFormat& format, const TableLayout& layout,
                 Output& output);

}  // namespace gradfield
