// The picture of a field of three variables.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kernel/mathematics.hpp"
#include "plot/colors/arrow_colors.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/key.hpp"
#include "plot/space/space_page.hpp"
#include "plot/space/space_paths.hpp"
#include "plot/space/space_view.hpp"

namespace gradfield {
namespace {

// The axes of the box; a single point has its tics on all of its edge.
std::array<SpaceAxis, 3> box_axes(const Grid& grid, const PictureStyle& style, const SpaceBox& box) {
  std::array<SpaceAxis, 3> axes;
  for (std::size_t k = 0; k < 3; ++k) {
    const Axis& axis = grid.axes[k];
    const BoxEdge& edge = box.edges[k];
    const bool is_single = axis.count == 1;
    axes[k] = {axis_label(style, k, axis.name), edge.low, edge.high, edge.length, is_single ? edge.low : axis.min,
               is_single ? edge.high : axis.max};
  }
  return axes;
}

struct SpaceArrow {
  double nearness;
  std::size_t point;
};

}  // namespace

SpacePicture compose_space(const Grid& grid, const Field& field, const PictureStyle& style, const Terminal& terminal,
                           std::vector<DescentPath> paths, const Moment& moment) {
  SpacePicture picture;
  picture.paths = std::move(paths);
  const std::vector<DescentPath> so_far = first_steps(picture.paths, moment.steps_shown);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = grid;
  picture.lengths = length_scale(field, style);
  const ArrowColors colors =
      arrow_colors(style, field, picture.lengths, colors_on(arrow_palette(style), style.theme->background),
                   {.has_paths = !picture.paths.empty()});
  if (colors.by != ColorBy::kOneColor) picture.colors = colors.scale;

  std::vector<SpaceArrow> order;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!has_arrow(field, i)) {
      ++picture.arrows.not_finite;
      continue;
    }
    ++picture.arrows.all;
    picture.arrows.dots += norm_at(field, i) == 0;
    picture.arrows.shortened += picture.lengths.is_cut(norm_at(field, i));
    order.push_back({0, i});
  }
  const double pivot = style.arrows.pivot->place;
  const SpaceBox box = padded_box(grid, style);
  picture.equal_scale = box.is_equal;
  const std::array<SpaceAxis, 3> axes = box_axes(grid, style, box);
  // The key shows an arrow as long as one that is seen from the side: the cell is known when the box is.
  const auto cell_in = [&](const SpaceView& view_now) {
    double cell = HUGE_VAL;
    for (std::size_t k = 0; k < 3; ++k) {
      const Axis& axis = grid.axes[k];
      if (axis.count < 2) continue;
      cell = std::min(cell, (axis.max - axis.min) / static_cast<double>(axis.count - 1) * view_now.scale(k));
    }
    constexpr double kSinglePoint = 0.2;
    return std::isfinite(cell) ? cell : kSinglePoint;
  };
  const auto key_for = [&](double cell) {
    std::vector<KeyEntry> entries =
        arrow_key(picture.arrows, picture.lengths, colors.in_key(picture.lengths.reference, *style.theme),
                  style.arrows.longest * cell, cell);
    for (const KeyEntry& entry : path_key(picture.paths, style)) entries.push_back(entry);
    return entries;
  };
  const Area area = furnish_page(picture, grid, key_for(40));
  const SpaceView space(axes, moment.view, area);
  place_bar(picture, space.extent());
  const double cell = cell_in(space), points = space.points_per_edge();
  if (style.key) picture.key = arrange_key(key_for(cell * points), picture.page.width);

  space.draw_walls(picture.painting, *style.theme, style.grid_lines);
  const std::array<double, 3> low{axes[0].low, axes[1].low, axes[2].low},
      high{axes[0].high, axes[1].high, axes[2].high};
  paint_path_shadows(picture.painting, so_far, low, high, space, *style.theme);
  const auto place = [&](std::size_t i) {
    return Vector{field.coordinates[0][i], field.coordinates[1][i], field.coordinates[2][i]};
  };
  for (SpaceArrow& arrow : order) arrow.nearness = space.nearness(place(arrow.point));
  std::stable_sort(order.begin(), order.end(),
                   [](const SpaceArrow& a, const SpaceArrow& b) { return a.nearness < b.nearness; });
  const double nearest = order.empty() ? 0 : order.back().nearness, farthest = order.empty() ? 0 : order[0].nearness;
  for (const SpaceArrow& arrow : order) {
    const std::size_t i = arrow.point;
    const double norm = norm_at(field, i);
    const Rgb color = colors.of(norm, field.f[i]);
    // Farther arrows are thinner. They do not fade: their colours are those of the bar.
    constexpr double kThinner = 0.55;
    const double away = nearest > farthest ? (nearest - arrow.nearness) / (nearest - farthest) : 0;
    const double thickness = 1 - kThinner * away;
    const Point middle = space.on_page(place(i));
    if (norm == 0) {
      paint_arrow(picture.painting, middle, {1, 0}, {dot_shape(cell * points)}, color);
      continue;
    }
    Vector direction;
    double size = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      direction[k] = (style.arrows.descent ? -1 : 1) * field.slopes[k][i] / norm * space.scale(k) / space.scale(0);
      size = hypotenuse(size, direction[k]);
    }
    const double length = arrow_length(picture.lengths.share(norm), cell * points, picture.style.arrows) / points;
    for (double& part : direction) part *= length / size;
    const Point seen = space.direction_on_page(direction);
    const double seen_length = std::max(std::hypot(seen.x, seen.y), 1e-6);
    const Point unit{seen.x / seen_length, seen.y / seen_length};
    const Point center{middle.x - pivot * seen.x, middle.y - pivot * seen.y};
    std::vector<std::vector<Point>> shape = arrow_shape(seen_length, cell * points, picture.lengths.is_cut(norm));
    for (std::vector<Point>& piece : shape) {
      for (Point& corner : piece) corner.y *= thickness;
    }
    paint_arrow(picture.painting, center, unit, shape, color);
  }
  paint_paths_in_space(picture.painting, so_far, low, high, space, *style.theme);
  return picture;
}

}  // namespace gradfield
