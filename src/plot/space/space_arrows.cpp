// The picture of a field of three variables.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kernel/mathematics.hpp"
#include "plot/colors/arrow_colors.hpp"
#include "plot/critical/critical_marks.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_lines.hpp"
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
                           std::vector<DescentPath> paths, const Moment& moment, std::vector<MarkedPoint> points) {
  SpacePicture picture;
  picture.points_marked = std::move(points);
  picture.paths = std::move(paths);
  const std::vector<DescentPath> so_far = first_steps(picture.paths, moment.steps_shown);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = grid;
  picture.lengths = length_scale(field, style);
  const ArrowColors colors =
      arrow_colors(style, field, picture.lengths, colors_on(arrow_palette(style), style.theme->background),
                   {.has_paths = !picture.paths.empty()});
  if (colors.by != ColorBy::kOneColor && style.shows_arrows) picture.colors = colors.scale;

  std::vector<SpaceArrow> order;
  for (std::size_t i = 0; style.shows_arrows && i < field.size(); ++i) {
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
    std::vector<KeyEntry> entries;
    if (style.shows_arrows) {
      entries = arrow_key(picture.arrows, picture.lengths, colors.in_key(picture.lengths.reference, *style.theme),
                          style.arrows.longest * cell, cell);
    }
    for (const KeyEntry& entry : mark_key(picture.points_marked, style)) entries.push_back(entry);
    for (const KeyEntry& entry : critical_key(style)) entries.push_back(entry);
    for (const KeyEntry& entry : path_key(picture.paths, style)) entries.push_back(entry);
    return entries;
  };
  constexpr double kUsualCell = 40;
  SpaceView space(axes, moment.view, furnish_page(picture, grid, key_for(kUsualCell)));
  // Where the arrow of the key is longer, that may take a row more.
  const std::vector<KeyEntry> key = key_for(cell_in(space) * space.points_per_edge());
  if (arrange_key(key, picture.page.width).size() > picture.key.size()) {
    space = SpaceView(axes, moment.view, furnish_page(picture, grid, key));
  }
  place_bar(picture, space.extent());
  const double cell = cell_in(space), per_edge = space.points_per_edge();
  if (style.key) picture.key = arrange_key(key_for(cell * per_edge), picture.page.width);

  space.draw_walls(picture.painting, *style.theme, style.grid_lines);
  const std::array<double, 3> low{axes[0].low, axes[1].low, axes[2].low},
      high{axes[0].high, axes[1].high, axes[2].high};
  paint_path_shadows(picture.painting, so_far, low, high, space, *style.theme);
  const auto place = [&](std::size_t i) {
    return Vector{field.coordinates[0][i], field.coordinates[1][i], field.coordinates[2][i]};
  };
  // A gradient as an arrow so long in units of the edges, as it is seen.
  const auto seen_gradient = [&](const Vector& slopes, double length) {
    Vector direction;
    const double norm = hypotenuse(hypotenuse(slopes[0], slopes[1]), slopes[2]);
    double size = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      direction[k] = (style.arrows.descent ? -1 : 1) * slopes[k] / norm * space.scale(k) / space.scale(0);
      size = hypotenuse(size, direction[k]);
    }
    for (double& part : direction) part *= length / size;
    return space.direction_on_page(direction);
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
      paint_arrow(picture.painting, middle, {1, 0}, {dot_shape(cell * per_edge)}, color);
      continue;
    }
    const double length = arrow_length(picture.lengths.share(norm), cell * per_edge, picture.style.arrows) / per_edge;
    const Point seen = seen_gradient({field.slopes[0][i], field.slopes[1][i], field.slopes[2][i]}, length);
    const double seen_length = std::max(std::hypot(seen.x, seen.y), 1e-6);
    const Point unit{seen.x / seen_length, seen.y / seen_length};
    const Point center{middle.x - pivot * seen.x, middle.y - pivot * seen.y};
    std::vector<std::vector<Point>> shape = arrow_shape(seen_length, cell * per_edge, picture.lengths.is_cut(norm));
    for (std::vector<Point>& piece : shape) {
      for (Point& corner : piece) corner.y *= thickness;
    }
    paint_arrow(picture.painting, center, unit, shape, color);
  }
  paint_paths_in_space(picture.painting, so_far, low, high, space, style);
  const Rgb ink = line_colors(style).mark, ground = style.theme->background;
  constexpr double kRadius = 4.2, kCasing = 1.3, kStem = 1.2, kShadow = 3;
  for (const MarkedPoint& point : picture.points_marked) {
    // A stem down to the floor tells where in the box it is.
    const Point at = space.on_page({point.place[0], point.place[1], point.place[2]});
    const Point foot = space.on_page({point.place[0], point.place[1], low[2]});
    const double norm = point.is_finite() ? point.norm() : 0;
    for (const auto& [casing, color] : {std::pair{kCasing, ground}, {0.0, ink}}) {
      paint_stroke(picture.painting, {foot, at}, kStem + 2 * casing, color);
      paint_disc(picture.painting, foot, kShadow + casing, color);
    }
    if (norm > 0) {
      const double length = arrow_length(picture.lengths.share(norm), cell * per_edge, picture.style.arrows);
      const Point way = seen_gradient({point.slopes[0], point.slopes[1], point.slopes[2]},
                                      std::max(length, kShortestMark) / per_edge);
      paint_mark_arrow(picture.painting, at, way, cell * per_edge, ink, ground);
    }
    for (const auto& [casing, color] : {std::pair{kCasing, ground}, {0.0, ink}}) {
      paint_disc(picture.painting, at, kRadius + casing, color);
    }
  }
  std::vector<Point> critical;
  for (const NamedPoint& point : style.critical) {
    const Point at = space.on_page({point.place[0], point.place[1], point.place[2]});
    const Point foot = space.on_page({point.place[0], point.place[1], low[2]});
    for (const auto& [casing, color] : {std::pair{kCriticalCasing, ground}, {0.0, style.theme->ink}}) {
      paint_stroke(picture.painting, {foot, at}, kStem + 2 * casing, color);
      paint_disc(picture.painting, foot, kShadow + casing, color);
      paint_polygon(picture.painting, at, critical_mark(point.kind, casing), color);
    }
    critical.push_back(at);
  }
  for (const Words& words : critical_labels(style, critical, picture.points.width, picture.points.height)) {
    picture.painting.words.push_back(words);
  }
  return picture;
}

}  // namespace gradfield
