// What a picture is asked to look like, and the shape of its page: where the axes, tics and the colour bar stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "field/grid.hpp"
#include "plot/caption.hpp"
#include "plot/colors.hpp"
#include "plot/tics.hpp"

namespace gradfield {

/// Page size in the terminal's own unit: pixels, or inches for a PDF.
struct PageSize {
  double width = 0, height = 0;
  friend bool operator==(const PageSize&, const PageSize&) = default;
};

enum class ColorBy { kOneColor, kNorm, kValue };

struct PictureStyle {
  std::string expression;              // as typed: the title where none is given
  bool descent = false;                // arrows point down
  std::optional<std::string> title;    // shown as it is
  std::optional<std::string> x_label;  // by default the variable's name
  std::optional<std::string> y_label;
  ColorBy color_by = ColorBy::kNorm;
  Rgb color{};  // of kOneColor
  bool grid_lines = true;
  std::optional<PageSize> size;  // by default the terminal's
};

/// One direction of the plot: data from `low` to `high` on the page from `begin` to `end`.
struct Scale {
  double low = 0, high = 1;   // data, padded by half a cell
  double begin = 0, end = 1;  // points of the page, from its left or lower edge
  double cell = 1;            // distance of grid points, in data
  std::vector<Tic> tics;

  double points_per_unit() const { return (end - begin) / (high - low); }
  /// Where a value of the data stands on the page.
  double on_page(double value) const { return begin + (value - low) * points_per_unit(); }
};

/// A page of `width` x `height` points; an em of the 12 point font takes 16 of them.
struct Page {
  double width = 720, height = 660;
  Scale x, y;
  bool equal_aspect = true;  // a unit is as long on both axes
  bool has_bar = false;
  double bar_begin = 0, bar_end = 0;  // the colour bar, left and right
  Caption title, x_label, y_label;
  bool y_label_upright = true;
};

/// Lays the page out.
///
/// `bar_tics`: labels of the colour bar; empty: none is drawn.
/// Axes have equal aspect where their padded ranges are within 4:1.
/// Requires: a grid of two axes.
/// Errors: kUsage for a range too wide or too narrow to be drawn.
Page lay_out(const Grid& grid, const PictureStyle& style, PageSize points, const std::vector<Tic>& bar_tics);

}  // namespace gradfield
