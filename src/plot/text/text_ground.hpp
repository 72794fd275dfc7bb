// What lies below the arrows of a picture of characters: a heat map, as the grounds of its cells, and level lines, as
// letters between the arrows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "field/view.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/text/text_frame.hpp"
#include "plot/text/text_ramp.hpp"

namespace gradfield {

/// How the cells of a picture lie over its grid: an arrow stands at each point, in the column after `pitch` times its
/// place, between columns that are blank.
struct CellMap {
  const Grid& grid;
  std::size_t pitch;

  std::size_t columns() const { return pitch * grid.axes[0].count + 1; }
  std::size_t rows() const { return grid.axes[1].count; }
  /// Of cells, from 0, rows from the top.
  double column_of(double x) const {
    return 1 + share_along(grid.axes[0], x) * static_cast<double>(pitch * (grid.axes[0].count - 1));
  }
  double row_of(double y) const { return (1 - share_along(grid.axes[1], y)) * static_cast<double>(rows() - 1); }
};

class TextGround {
 public:
  TextGround() = default;
  /// Samples what the style asks for and the screen can show: a heat map needs colours. `map`: of the grid of the
  /// arrows.
  TextGround(const FieldView& view, const CellMap& map, const PictureStyle& style, const TextScreen& screen);

  /// The heat map's scale and key; none: there is no heat map.
  std::optional<TextRamp> ramp;
  /// The levels of lines, each once, ascending.
  std::vector<double> levels;
  LevelSummary summary;
  std::vector<LevelLines> curves;  // of --curve

  /// The colour of a cell; none where there is no heat map, or it shows nothing there.
  std::optional<Rgb> color(std::size_t row, std::size_t column) const;
  /// On that, what can be read on it, dark or light.
  std::optional<Rgb> ink(std::size_t row, std::size_t column) const;

  /// Fills the blank cells next to which level lines run.
  void put_letters(const Theme& theme, const TextScreen& screen, TextCells& cells) const;

  /// Puts the curves of --curve in place of what is in the cells.
  void put_curves(const PictureStyle& style, const TextScreen& screen, TextCells& cells) const;

  /// "a -1  b 0  c 1" in so many columns, or the first and the last; "" where there are no lines.
  std::string level_key(std::size_t room) const;

 private:
  double value(std::size_t row, std::size_t column) const { return values_[row * columns_ + column]; }
  char letter_of(double level) const;
  void put(std::vector<double>& cells, double column, double row, double value) const;

  std::size_t columns_ = 0;
  std::vector<double> values_;     // of the heat map, rows from the top; nan where there is nothing to show
  std::vector<double> on_curves_;  // for each cell the place of a curve that runs there, or nan; none: no curves
  std::vector<double> lines_;      // for each cell the level of a line that is to be told there, or nan; none: no lines
};

}  // namespace gradfield
