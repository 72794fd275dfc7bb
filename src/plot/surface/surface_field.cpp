#include "plot/surface/surface_field.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/surface/surface_facets.hpp"

namespace gradfield {
namespace {

// Cells along the longer side: little more than a point of the page each, however many arrows there are. And how far
// the colours within a facet may differ, of 255. A moving picture has many frames to draw.
struct Fineness {
  double cells;
  int color_steps;
};
constexpr Fineness kStill{256, 5}, kMoving{128, 8};
Scale padded(const Axis& axis, double reach) {
  Scale scale;
  scale.cell = axis.count > 1 ? (axis.max - axis.min) / static_cast<double>(axis.count - 1)
                              : std::max(axis.largest_magnitude(), 1e-300) / 10;
  scale.low = axis.min - reach * scale.cell;
  scale.high = axis.max + reach * scale.cell;
  return scale;
}

}  // namespace

SurfaceField sample_surface(const Grid& grid, const PictureStyle& style, const Terminal& terminal,
                            const FieldAccess& access) {
  const double reach = std::max(0.5, style.arrows.longest * (0.5 + std::fabs(style.arrows.pivot->place)));
  Scale x = padded(grid.axes[0], reach), y = padded(grid.axes[1], reach);
  const double x_range = x.high - x.low, y_range = y.high - y.low, widest = std::max(x_range, y_range);
  const bool is_equal = has_equal_aspect(style, widest, std::min(x_range, y_range));
  x.begin = y.begin = 0;
  x.end = is_equal ? x_range / widest : 1;
  y.end = is_equal ? y_range / widest : 1;
  const Fineness& fineness = terminal.moves ? kMoving : kStill;
  Grid fine{{{grid.axes[0].name, x.low, x.high, cells_along(fineness.cells * x.end) + 1},
             {grid.axes[1].name, y.low, y.high, cells_along(fineness.cells * y.end) + 1}}};
  Field sample = access.sample(fine);
  SurfaceBorder border(fine, sample, *access.gradient());
  std::vector<ContourLine> lines;
  if (style.contour) {
    lines = level_lines({x.low, x.high, x.end}, {y.low, y.high, y.end}, style.contour->count, style.contour->levels,
                        access);
  }
  return {
      x, y, is_equal, std::move(fine), std::move(sample), std::move(border), std::move(lines), fineness.color_steps};
}

}  // namespace gradfield
