// The picture in a terminal, drawn by us: a grid of arrow glyphs coloured by magnitude, with axes. Needs no gnuplot.
#pragma once

#include <cstddef>
#include <string>

#include "field/sample.hpp"
#include "plot/picture.hpp"

namespace gradfield {

enum class TextColors { kNone, k256, k24Bit };

struct TextScreen {
  std::size_t columns = 80;
  std::size_t rows = 24;
  TextColors colors = TextColors::kNone;
  bool unicode = true;  // arrows and box drawing; else plain ASCII
};

/// Counts of points for a text picture of the field on this grid: as many arrows as fit, square cells where the ranges
/// are within 4:1. An axis keeps its own count where `keep_counts` and it fits. At least 2 (1 for a single point).
Grid fit_grid(const Grid& grid, const TextScreen& screen, bool keep_counts);

/// The picture: title, frame with tics, one glyph a point, a line for the magnitudes. LF line ends; a point that is not
/// finite is blank, a zero vector a dot. Requires: a field of two variables on `grid`.
std::string draw_text(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen);

}  // namespace gradfield
