// The picture of a field of three variables.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kernel/mathematics.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/arrow_key.hpp"
#include "plot/space/space_page.hpp"
#include "plot/space/space_paths.hpp"

namespace gradfield {
namespace {

// The axes of the box: padded by half a cell, of true proportions where they are within 4:1, else a cube.
std::array<SpaceAxis, 3> box_axes(const Grid& grid, const PictureStyle& style, double reach, bool& is_equal) {
  std::array<SpaceAxis, 3> axes;
  double widest = 0, narrowest = HUGE_VAL;
  for (std::size_t k = 0; k < 3; ++k) {
    const Axis& axis = grid.axes[k];
    const double magnitude = std::max(axis.largest_magnitude(), 1e-300);
    const double cell = axis.count > 1 ? (axis.max - axis.min) / static_cast<double>(axis.count - 1) : magnitude / 10;
    axes[k] = {
        axis_label(style, k, axis.name), axis.min - reach * cell, axis.max + reach * cell, 1, axis.min, axis.max};
    if (axis.count == 1) axes[k].shown_low = axes[k].low, axes[k].shown_high = axes[k].high;
    widest = std::max(widest, axes[k].high - axes[k].low);
    narrowest = std::min(narrowest, axes[k].high - axes[k].low);
  }
  is_equal = has_equal_aspect(style, widest, narrowest);
  for (SpaceAxis& axis : axes) {
    axis.length = is_equal ? (axis.high - axis.low) / widest : 1;
  }
  return axes;
}

struct SpaceArrow {
  double nearness;
  std::size_t point;
};

}  // namespace

SpacePicture compose_space(const Grid& grid, const Field& field, const PictureStyle& style, const Terminal& terminal,
                           std::vector<DescentPath> paths, const Frame& frame) {
  SpacePicture picture;
  picture.paths = std::move(paths);
  const std::vector<DescentPath> so_far = first_steps(picture.paths, frame.steps_shown);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = grid;
  picture.lengths = length_scale(field, style);
  const Palette& palette = style.palette != nullptr ? *style.palette : palettes()[0];
  const std::vector<Rgb> colors = colors_on(palette, style.theme->background);
  const bool has_paths = !picture.paths.empty();
  const ColorBy color_by = style.color_by.value_or(has_paths ? ColorBy::kOneColor : ColorBy::kNorm);
  if (color_by == ColorBy::kNorm) picture.colors = norm_scale(picture.lengths, colors);
  if (color_by == ColorBy::kValue) picture.colors = value_scale(field.f, colors, palette.is_diverging);
  const Rgb single = style.color.value_or(has_paths                        ? style.theme->backdrop
                                          : color_by == ColorBy::kOneColor ? style.theme->ink
                                                                           : color_at(colors, kOfConstant));

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
  const double reach = std::max(0.5, style.arrows.longest * (0.5 + std::fabs(pivot)));
  const std::array<SpaceAxis, 3> axes = box_axes(grid, style, reach, picture.equal_scale);
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
    const Rgb color = picture.colors.has_range() ? color_at(picture.colors.colors, 1) : single;
    std::vector<KeyEntry> entries =
        arrow_key(picture.arrows, picture.lengths, color_by == ColorBy::kValue ? style.theme->ink : color,
                  style.arrows.longest * cell, cell);
    for (const KeyEntry& entry : path_key(picture.paths, *style.theme)) entries.push_back(entry);
    return entries;
  };
  const Area area = furnish_page(picture, grid, key_for(40));
  const SpaceView space(axes, frame.view, area);
  place_bar(picture, space.extent());
  const double cell = cell_in(space), points = space.points_per_edge();
  if (style.key) picture.key = arrange_key(key_for(cell * points), picture.page.width);

  space.draw_walls(picture.drawing, *style.theme, style.grid_lines);
  const std::array<double, 3> low{axes[0].low, axes[1].low, axes[2].low},
      high{axes[0].high, axes[1].high, axes[2].high};
  paint_path_shadows(picture.drawing, so_far, low, high, space, *style.theme);
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
    const double value = color_by == ColorBy::kValue ? field.f[i] : norm;
    const Rgb whole =
        picture.colors.has_range() ? color_at(picture.colors.colors, picture.colors.share(value)) : single;
    // Farther arrows fade, as things do in air.
    constexpr double kFaded = 0.45;
    const double away = nearest > farthest ? (nearest - arrow.nearness) / (nearest - farthest) : 0;
    const Rgb color = color_at(std::array{whole, style.theme->background}, kFaded * away);
    const Point middle = space.on_page(place(i));
    if (norm == 0) {
      paint_arrow(picture.drawing, middle, {1, 0}, {dot_shape(cell * points)}, color);
      continue;
    }
    Vector direction;
    double size = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      direction[k] = (style.arrows.descent ? -1 : 1) * field.slopes[k][i] / norm * space.scale(k) / space.scale(0);
      size = hypotenuse(size, direction[k]);
    }
    const double length = arrow_length(picture.lengths.share(norm), style.arrows) * cell;
    for (double& part : direction) part *= length / size;
    const Point seen = space.direction_on_page(direction);
    const double seen_length = std::max(std::hypot(seen.x, seen.y), 1e-6);
    const Point unit{seen.x / seen_length, seen.y / seen_length};
    const Point center{middle.x - pivot * seen.x, middle.y - pivot * seen.y};
    paint_arrow(picture.drawing, center, unit, arrow_shape(seen_length, cell * points, picture.lengths.is_cut(norm)),
                color);
  }
  paint_paths_in_space(picture.drawing, so_far, low, high, space, *style.theme);
  return picture;
}

}  // namespace gradfield
