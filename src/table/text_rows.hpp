// Rows as text: values separated by a character, numbers that stand in many rows formatted once.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "field/grid/grid.hpp"
#include "table/columns.hpp"
#include "table/rows.hpp"

namespace gradfield {

class TextRows : public RowMaker {
 public:
  /// `grid`: that of the points, if they are those of one; then `gradient` is asked what its values depend on, and for
  /// those of the first row.
  TextRows(const TableLayout& layout, char separator, const Gradient& gradient, const Grid* grid);

  std::unique_ptr<RowMaker> clone() const override { return std::make_unique<TextRows>(*this); }
  void append(const Tile& tile, const GradientTile& values, ByteBuffer& out) override;

 private:
  // How the text of a column comes about.
  enum class Origin {
    kEveryPoint,
    kFirstAxis,  // kept for each point of the first axis
    kRow         // once for a row
  };
  struct Text {
    Column column;
    char end;  // the separator or the line end
    Origin origin = Origin::kEveryPoint;
    std::shared_ptr<const std::vector<char>> kept;  // of kFirstAxis: a slot for each of its points
  };

  // Where the text of a column comes from in the rows at hand.
  struct Cell {
    const char* slot;  // of the first row; null: each value is formatted
    std::size_t step;  // to the slot of the next row
    const double* values;
    char end;
    const std::string_view* words;  // of a column of words, else null
  };

  void keep_first_axis(const Gradient& gradient, const Grid& grid);
  void evaluate_columns(const Tile& tile, const GradientTile& values);
  void write_slot(char* slot, double value, char end) const;
  /// Writes the rows of the points `first` to `first + count - 1`, which lie in one row of the grid where a column is
  /// given: that of the tile's first point.
  template <bool kShortest>
  char* write_rows(const Tile& tile, std::size_t first, std::size_t count, std::optional<std::size_t> column,
                   char* out);

  std::optional<int> precision_;
  std::size_t slot_size_;  // room for the longest text, its end, and in the last byte their length
  std::vector<Text> texts_;
  std::vector<const double*> values_;  // of the tile, one array a column
  std::vector<std::vector<double>> scratch_;
  std::vector<char> row_slots_;  // one a column
  std::vector<Cell> cells_;
};

}  // namespace gradfield
