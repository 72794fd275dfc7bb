// The header of an NPY file: numpy's own format of one array.
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include <cstddef>
#include <string>

#include "field/grid/grid.hpp"
#include "table/layout.hpp"

namespace gradfield {

/// What stands before the records: an array of a field '<f8' for each column, in C order, of the shape of the grid with
/// its slowest axis first, such as (ny, nx). Without a grid: of no record, and with room for any number of them.
/// Ends in a line end, at a multiple of 64 bytes, so that the records may be mapped into memory. Empty where the layout
/// has no header.
/// Errors: kUsage where two columns have one name.
std::string npy_header(const TableLayout& layout, const Grid* grid);

/// The header without a grid, of as many bytes, once the number of records is known.
std::string counted_npy_header(const TableLayout& layout, std::size_t records);

}  // namespace gradfield
