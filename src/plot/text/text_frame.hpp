// The frame of a picture of characters: title, borders, tics, names of the axes, legend, and whatever stands inside.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "field/grid/grid.hpp"
#include "plot/look/tics.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/text/text_screen.hpp"

namespace gradfield {

/// The inside of a frame: rows from the top, of cells one column wide, painted or not.
using TextCells = std::vector<std::vector<std::string>>;

/// A tic beside a row or below a column of the inside, both counted from 0.
struct TextTic {
  std::size_t place;
  std::string label;
};

struct TextFrame {
  std::string title;              // empty: no line for it
  std::string x_name, y_name;     // at the right below the frame, and above it at the left
  std::size_t left = 0;           // columns before the frame: those of left_width()
  std::size_t columns = 0;        // between the borders
  std::vector<std::string> rows;  // from the top, each as wide as that; colours do not count
  std::vector<TextTic> left_tics, bottom_tics;
  std::vector<std::string> legends;  // empty: no line for it
};

/// The rows of a frame.
std::vector<std::string> rows_of(const TextCells& cells);

/// Columns for each legend: from below the inside's to the screen's end.
std::size_t legend_room(const TextFrame& frame, const TextScreen& screen);

/// Rows of the inside of the smallest picture.
inline constexpr std::size_t kFewestRows = 2;

/// Lines of it that are not rows of the inside, and one for the prompt that follows.
std::size_t lines_around(const PictureStyle& style, bool has_paths);

/// The style without what leaves no room for the picture itself: first without a key, then without a title.
PictureStyle style_within(PictureStyle style, const TextScreen& screen, bool has_paths);

/// Columns before the frame.
std::size_t left_width(const std::vector<Tic>& tics, const std::string& name);

/// Columns that are not the inside, with the name of the first axis at the right.
std::size_t columns_around(std::size_t left, const std::string& x_name);

/// Tics for an axis of so many columns, whose labels have room beside each other.
std::vector<Tic> column_tics(const Axis& axis, std::size_t columns);

/// 0 at the low end of the axis, 1 at the high end; in the middle where they are one.
double share_along(const Axis& axis, double value);

/// A name as the screen shows it: θ for theta where it has such letters.
std::string shown_name(const std::string& name, const TextScreen& screen);

/// "|∇f|" as the screen shows it, and that it is of a slice alone.
std::string shown_norm(const PictureStyle& style, const TextScreen& screen);

/// The name of an axis with the offset of its tics: "t − 1.7e9".
std::string axis_name(const Axis& axis, const std::string& name, const TextScreen& screen);

/// `before` and the formula, "f(x, y) = ..."; or the title that the style gives. As long as the screen is wide.
std::string text_title(const std::string& before, const Grid& grid, const PictureStyle& style,
                       const TextScreen& screen);

/// The picture, LF line ends.
std::string draw_frame(const TextFrame& frame, const TextScreen& screen);

}  // namespace gradfield
