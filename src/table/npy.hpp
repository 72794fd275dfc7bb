// Rows as an NPY file, numpy's own format of one array: the header, and one little-endian double a column.
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "field/grid/grid.hpp"
#include "table/columns.hpp"
#include "table/rows.hpp"

namespace gradfield {

/// What stands before the records: an array of a field '<f8' for each column, in C order, of the shape of the grid with
/// its slowest axis first, such as (ny, nx). Without a grid: of no record, and with room for any number of them.
/// Ends in a line end, at a multiple of 64 bytes, so that the records may be mapped into memory. Empty where the layout
/// has no header.
/// Errors: kUsage where two columns have one name.
std::string npy_header(const TableLayout& layout, const Grid* grid);

/// The header without a grid, of as many bytes, once the number of records is known.
std::string counted_npy_header(const TableLayout& layout, std::size_t records);

/// Every nan is the one quiet nan, and -0 is 0. A point that was left out of its tile has a record too, of nans: each
/// point keeps its place.
class NpyRows : public RowMaker {
 public:
  explicit NpyRows(const TableLayout& layout);

  std::unique_ptr<RowMaker> clone() const override { return std::make_unique<NpyRows>(*this); }
  void append(const Tile& tile, const GradientTile& values, ByteBuffer& out) override;

 private:
  std::vector<Column> columns_;
  std::vector<const double*> values_;  // of the tile, one array a column
  std::vector<std::vector<double>> scratch_;
};

}  // namespace gradfield
