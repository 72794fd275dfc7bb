// Runs a program on tiles of a meshgrid: what depends on one axis alone is not computed anew at every point.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/grid.hpp"
#include "program/passes/hoist.hpp"

namespace gradfield {

/// A program made for a grid. Immutable, for any number of threads.
class GridProgram {
 public:
  GridProgram(const Program& program, const Grid& grid);

  const HoistedProgram& parts() const { return parts_; }
  /// Value `k` of the column program at every point of the first axis; null where they are not kept.
  const double* column(std::size_t k) const { return columns_.empty() ? nullptr : columns_.data() + k * row_length_; }

 private:
  HoistedProgram parts_;
  std::size_t row_length_;
  std::vector<double> columns_;
};

/// The values of a GridProgram, to the bit those of an Evaluator of the same program. One object a thread.
class GridEvaluator {
 public:
  explicit GridEvaluator(std::shared_ptr<const GridProgram> program);

  /// Computes every output at every point of `tile`. Requires: its columns are known, on the grid the program was made
  /// for.
  void evaluate(const Tile& tile);

  /// Values of output `k` at the points of the last tile; valid until the next `evaluate`.
  std::span<const double> output(std::size_t k) const { return point_.output(k); }

 private:
  void set_columns(const Tile& tile);
  void set_rows(const Tile& tile);
  void set_row(const Tile& tile);

  std::shared_ptr<const GridProgram> program_;
  Evaluator column_, row_, point_;
  Tile inputs_;                   // of the point program
  Tile rows_;                     // one point a row of the tile
  std::vector<double> last_row_;  // the slower coordinates that the inputs are filled for; empty: none
};

}  // namespace gradfield
