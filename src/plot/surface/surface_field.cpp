#include "plot/surface/surface_field.hpp"

#include <utility>

#include "plot/arrows/between_arrows.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/space/space_view.hpp"
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

Scale floor_scale(const BoxEdge& edge) {
  Scale scale;
  scale.low = edge.low;
  scale.high = edge.high;
  scale.begin = 0;
  scale.end = edge.length;
  scale.cell = edge.cell;
  return scale;
}

}  // namespace

SurfaceField sample_surface(const FieldView& view, const PictureStyle& style, const Terminal& terminal) {
  const Grid& grid = view.grid();
  const SpaceBox box = padded_box(grid, style);
  const Scale x = floor_scale(box.edges[0]), y = floor_scale(box.edges[1]);
  const Fineness& fineness = terminal.moves ? kMoving : kStill;
  Grid fine{{{grid.axes[0].name, x.low, x.high, cells_along(fineness.cells * x.end) + 1},
             {grid.axes[1].name, y.low, y.high, cells_along(fineness.cells * y.end) + 1}}};
  Field sample = view.sample(fine);
  SurfaceBorder border(fine, sample, *view.gradient());
  const bool turns = turns_between_points(view, fine);
  const ContourRange across{x.low, x.high, x.end}, up{y.low, y.high, y.end};
  LevelLines levels;
  if (style.contour) levels = level_lines(across, up, style.contour->count, style.contour->levels, view);
  std::vector<MarkedPoint> points = mark_points(style.marks, *view.gradient());
  std::vector<ContourLine> point_levels;
  if (const std::vector<double> through = mark_levels(points); !through.empty()) {
    point_levels = level_lines(across, up, {}, through, view).lines;
  }
  return {x,
          y,
          box.is_equal,
          std::move(fine),
          std::move(sample),
          std::move(border),
          std::move(levels),
          curve_lines(style, across, up),
          std::move(points),
          std::move(point_levels),
          fineness.color_steps,
          turns};
}

}  // namespace gradfield
