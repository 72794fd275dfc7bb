// A table of rows that are no points of a field, and few enough to be held in memory.
#pragma once

#include <cstddef>
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

}  // namespace gradfield
