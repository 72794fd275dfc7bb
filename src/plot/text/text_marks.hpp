// Marked points in a picture of characters, and the curves of --curve: cells of their own, and lines that explain them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plot/paths/line_parts.hpp"
#include "plot/sheet/marked_points.hpp"
#include "plot/text/text_frame.hpp"

namespace gradfield {

/// Puts the points in place of what is in the cells; those outside are left out. `places`: of each its column from the
/// left and row from the top.
void put_marks(const Line<2>& places, const PictureStyle& style, const TextScreen& screen, TextCells& cells);

/// "● ∇f(1, 2) = (2, 4), |∇f| = 4.472" for each point in so many columns, else how many there are; "" where there are
/// none, or no room.
std::string mark_legend(const std::vector<MarkedPoint>& points, const PictureStyle& style, const TextScreen& screen,
                        std::size_t room);

/// The same of the critical points of a style, each by the glyph of its kind; and "▼ 3 minima" of each kind.
void put_critical(const Line<2>& places, const PictureStyle& style, const TextScreen& screen, TextCells& cells);
std::string critical_legend(const PictureStyle& style, const TextScreen& screen, std::size_t room);

/// What stands for the k-th curve in a cell.
std::string curve_glyph(std::size_t curve, const PictureStyle& style, const TextScreen& screen);

/// "# x^2+y^2 = 4": the glyphs of the curves, each with its equation; "" where there are none, or no room.
std::string curve_legend(const PictureStyle& style, const TextScreen& screen, std::size_t room);

}  // namespace gradfield
