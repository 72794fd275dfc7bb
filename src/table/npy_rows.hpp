// Rows as records of an NPY file: one double a column, little-endian.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "table/layout.hpp"
#include "table/rows.hpp"

namespace gradfield {

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
