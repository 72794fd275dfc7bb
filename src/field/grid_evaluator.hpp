// Runs a program on tiles of a meshgrid: what depends on one axis alone is not computed anew at every point.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "expression/hoist.hpp"
#include "field/evaluator.hpp"
#include "field/grid.hpp"

namespace gradfield {

/// The most bytes that values or digits of the first axis may take, each; beyond it they are made for every tile.
inline constexpr std::size_t kLargestAxisCache = std::size_t{8} << 20;

/// Whether what is made once for each point of the first axis pays: there are rows enough to use it again.
bool has_many_rows(const Grid& grid);

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

  /// Whether `evaluate` can take this tile: its points stand on a grid, and lie in one row if any were left out.
  static bool takes(const Tile& tile) { return tile.place() && (tile.is_whole() || tile.is_in_one_row()); }

  /// Computes every output at every point of `tile`. Requires: takes(tile), of the grid the program was made for.
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
