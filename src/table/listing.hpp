// A table of rows that are no points of a field: held in memory, or made as they are written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/output.hpp"
#include "table/table.hpp"

namespace gradfield {

/// Rows, column by column.
struct Listing {
  std::vector<std::string> names;
  std::vector<std::vector<double>> columns;  // one array a name, all of one length

  std::size_t rows() const { return columns[0].size(); }
};

/// Writes the header and the rows, as write_table does. The number of rows is known, so that every format may go
/// through a pipe. Requires: the columns of `layout` are among coordinate_columns(listing.names). Errors: as
/// write_table. Does not commit.
void write_listing(const Listing& listing, const TableFormat& format, const TableLayout& layout, Output& output);

/// Rows that are made as they are written, by several threads; the coordinates of their points are the cells.
/// `count`: of the rows, where it is known before. Errors: as write_table. Does not commit.
void write_rows(PointSource& rows, std::optional<std::size_t> count, const TableFormat& format,
                const TableLayout& layout, int threads, Output& output);

}  // namespace gradfield
