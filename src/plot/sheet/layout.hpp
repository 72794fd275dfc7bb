// Where everything stands on a page.
#pragma once

#include <vector>

#include "field/grid/grid.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// What needs room beside the axes.
struct PageParts {
  ColorBar bar;
  std::vector<Tic> right_tics;  // labels of an axis at the right; none: there is none
  double key_height = 0;        // in points of the page
  Reach reach;                  // of the arrows
  bool has_arrows = true;       // else the axes end where the ranges do
};

/// The title: what the style gives, else the formula, in the width given in points of the page.
Caption make_title(const Grid& grid, const PictureStyle& style, double width);

/// Lays the page out.
///
/// Axes have equal aspect where their padded ranges are within 4:1, unless the style says otherwise.
/// Requires: a grid of two axes.
/// Errors: kUsage for a range too wide or too narrow to be drawn.
Page lay_out(const Grid& grid, const PictureStyle& style, PageSize points, const PageParts& parts);

}  // namespace gradfield
