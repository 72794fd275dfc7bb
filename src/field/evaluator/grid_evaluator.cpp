#include "field/evaluator/grid_evaluator.hpp"

#include <algorithm>
#include <utility>

namespace gradfield {
GridProgram::GridProgram(const Program& program, const Grid& grid)
    : parts_(hoist(program)), row_length_(grid.axes[0].count) {
  const std::size_t count = parts_.column.outputs().size();
  if (!has_many_rows(grid) || count * row_length_ > kLargestAxisCache / sizeof(double)) return;
  columns_.resize(count * row_length_);
  Evaluator evaluator(parts_.column);
  Tile tile(grid.axes.size());
  for (std::size_t first = 0; first < row_length_; first += tile.size()) {
    tile.resize(std::min(kTileSize, row_length_ - first));
    double* x = tile.mutable_coordinate(0);
    for (std::size_t i = 0; i < tile.size(); ++i) x[i] = grid.axes[0].point(first + i);
    evaluator.evaluate(tile);
    for (std::size_t k = 0; k < count; ++k) {
      std::ranges::copy(evaluator.output(k), columns_.data() + k * row_length_ + first);
    }
  }
}

GridEvaluator::GridEvaluator(std::shared_ptr<const GridProgram> program)
    : program_(std::move(program)),
      column_(program_->parts().column),
      row_(program_->parts().row),
      point_(program_->parts().point),
      inputs_(program_->parts().point.variables().size()),
      rows_(program_->parts().row.variables().size()) {}

void GridEvaluator::evaluate(const Tile& tile) {
  inputs_.resize(tile.size());
  set_columns(tile);
  if (tile.is_in_one_row()) {
    set_row(tile);
  } else {
    set_rows(tile);
  }
  point_.evaluate(inputs_);
}

void GridEvaluator::set_columns(const Tile& tile) {
  const std::size_t count = program_->parts().column.outputs().size();
  if (count > 0 && program_->column(0) == nullptr) {
    column_.evaluate(tile);
    for (std::size_t k = 0; k < count; ++k) inputs_.show(k, column_.output(k).data());
    return;
  }
  const std::size_t first_column = tile.place()->column;
  for (std::size_t k = 0; k < count; ++k) {
    const double* values = program_->column(k);
    if (!tile.is_whole()) {
      double* to = inputs_.mutable_coordinate(k);
      for (std::size_t i = 0; i < tile.size(); ++i) to[i] = values[first_column + tile.kept()[i]];
    } else if (tile.is_in_one_row()) {
      inputs_.show(k, values + first_column);
    } else {
      double* to = inputs_.mutable_coordinate(k);
      for_each_row(tile, [&](std::size_t first, std::size_t length, std::size_t column) {
        std::copy_n(values + column, length, to + first);
      });
    }
  }
}

void GridEvaluator::set_row(const Tile& tile) {
  if (tile.size() == 0) return;
  const auto slow = [&](std::size_t k) { return tile.coordinate(k)[0]; };
  bool is_known = !last_row_.empty();
  for (std::size_t k = 1; is_known && k < tile.variables(); ++k) is_known = last_row_[k] == slow(k);
  if (is_known) return;
  last_row_.assign(tile.variables(), 0);
  rows_.resize(1);
  for (std::size_t k = 1; k < tile.variables(); ++k) rows_.mutable_coordinate(k)[0] = last_row_[k] = slow(k);
  row_.evaluate(rows_);
  const std::size_t columns = program_->parts().column.outputs().size();
  for (std::size_t k = 0; k < program_->parts().row.outputs().size(); ++k) {
    inputs_.fill(columns + k, row_.output(k)[0]);
  }
}

void GridEvaluator::set_rows(const Tile& tile) {
  last_row_.clear();
  std::size_t rows = 0;
  for_each_row(tile, [&](std::size_t first, std::size_t, std::size_t) {
    for (std::size_t k = 1; k < tile.variables(); ++k) rows_.mutable_coordinate(k)[rows] = tile.coordinate(k)[first];
    ++rows;
  });
  rows_.resize(rows);
  row_.evaluate(rows_);
  const std::size_t columns = program_->parts().column.outputs().size();
  for (std::size_t k = 0; k < program_->parts().row.outputs().size(); ++k) {
    const double* values = row_.output(k).data();
    double* to = inputs_.mutable_coordinate(columns + k);
    for_each_row(tile, [&, row = std::size_t{0}](std::size_t first, std::size_t length, std::size_t) mutable {
      std::fill_n(to + first, length, values[row++]);
    });
  }
}

}  // namespace gradfield
