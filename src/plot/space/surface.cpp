// The surface of f over the arrows of its gradient.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "plot/parts/arrow_key.hpp"
#include "plot/parts/path_marks.hpp"
#include "plot/space/space_page.hpp"
#include "plot/space/surface_border.hpp"
#include "plot/space/surface_facets.hpp"
#include "plot/space/surface_mesh.hpp"
#include "plot/space/surface_paths.hpp"

namespace gradfield {
namespace {

// Cells along the longer side: little more than a point of the page each, however many arrows there are. And how far
// the colours within a facet may differ, of 255. A moving picture has many frames to draw.
struct Fineness {
  double cells;
  int color_steps;
};
constexpr Fineness kStill{256, 5}, kMoving{128, 8};
// Height of the surface, and of the air below it down to the floor, in units of the longer side.
constexpr double kHeight = 0.55, kAir = 0.28;

// How far the scales reach beyond the values, in units of their range: the least of them may all but meet a round
// number, which then has its tic (a root at its border is never quite 0).
constexpr double kBeyond = 1e-3;

Scale padded(const Axis& axis, double reach) {
  Scale scale;
  scale.cell = axis.count > 1 ? (axis.max - axis.min) / static_cast<double>(axis.count - 1)
                              : std::max(axis.largest_magnitude(), 1e-300) / 10;
  scale.low = axis.min - reach * scale.cell;
  scale.high = axis.max + reach * scale.cell;
  return scale;
}

// How light a piece of the surface is, lit from above and the left: 0 to 1. In units of the box' edges; its normal by
// Newell's sum over the edges, which takes any polygon (Sutherland, Sproull & Schumacker, Computing Surveys 6, 1974).
double lightness(const SpaceView& view, const std::vector<Vector>& outline) {
  Vector normal{};
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vector &from = outline[i], &to = outline[(i + 1) % outline.size()];
    for (std::size_t k = 0; k < 3; ++k) {
      const std::size_t a = (k + 1) % 3, b = (k + 2) % 3;
      normal[k] +=
          (from[a] - to[a]) * view.scale(a) * ((from[b] - outline[0][b]) + (to[b] - outline[0][b])) * view.scale(b);
    }
  }
  const double size = std::sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
  constexpr Vector kLight{-0.35, -0.45, 0.82};
  return size > 0 ? std::fabs(normal[0] * kLight[0] + normal[1] * kLight[1] + normal[2] * kLight[2]) / size : 1;
}

// Moves the corners of a polygon a little away from its middle: where neighbours only touch, smoothing lets the
// background shine through between them.
void widen(std::vector<Point>& polygon) {
  constexpr double kOverlap = 0.5;
  Point middle{0, 0};
  const auto corners = static_cast<double>(polygon.size());
  for (const Point corner : polygon) middle = {middle.x + corner.x / corners, middle.y + corner.y / corners};
  for (Point& corner : polygon) {
    const double away = std::hypot(corner.x - middle.x, corner.y - middle.y);
    if (away > 0) {
      corner.x += kOverlap * (corner.x - middle.x) / away;
      corner.y += kOverlap * (corner.y - middle.y) / away;
    }
  }
}

// The box in its area; where that has height to spare, the box takes of it what suits it.
SpaceView fitted(std::array<SpaceAxis, 3> axes, const View& view, const Area& area) {
  constexpr double kTallest = 1.05;
  const SpaceView usual(axes, view, area);
  const double spare = (area.height() - usual.extent().height()) / usual.direction_on_page({0, 0, 1}).y;
  axes[2].length = std::clamp(axes[2].length + spare, axes[2].length, kTallest);
  return {axes, view, area};
}

}  // namespace

SpacePicture compose_surface(const Grid& grid, const Field& field, const PictureStyle& style, const Terminal& terminal,
                             const FieldAccess& access, std::vector<DescentPath> paths, const Frame& frame) {
  SpacePicture picture;
  picture.paths = std::move(paths);
  const std::vector<DescentPath> so_far = first_steps(picture.paths, frame.steps_shown);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = grid;
  picture.lengths = length_scale(field, *style.length, style.cap);
  const double reach = std::max(0.5, style.arrows.longest * (0.5 + std::fabs(style.arrows.pivot->place)));
  Page floor;
  floor.x = padded(grid.axes[0], reach);
  floor.y = padded(grid.axes[1], reach);
  const double x_range = floor.x.high - floor.x.low, y_range = floor.y.high - floor.y.low;
  const bool is_equal = has_equal_aspect(style, std::max(x_range, y_range), std::min(x_range, y_range));
  const double x_length = is_equal ? x_range / std::max(x_range, y_range) : 1;
  const double y_length = is_equal ? y_range / std::max(x_range, y_range) : 1;

  const Fineness& fineness = terminal.moves ? kMoving : kStill;
  const Grid fine{{{grid.axes[0].name, floor.x.low, floor.x.high, cells_along(fineness.cells * x_length) + 1},
                   {grid.axes[1].name, floor.y.low, floor.y.high, cells_along(fineness.cells * y_length) + 1}}};
  const Field sample = access.sample(fine);
  const SurfaceBorder border(fine, sample, *access.gradient());
  std::vector<double> values = sample.f;
  values.insert(values.end(), border.values().begin(), border.values().end());
  const bool by_norm = style.color_by == ColorBy::kNorm;
  const ColorScale heights = value_scale(values, {}, false);
  const bool is_signed = has_both_signs(heights);
  const Palette& palette =
      style.palette != nullptr ? *style.palette : *find_palette(is_signed && !by_norm ? "diverging" : "viridis");
  const std::vector<Rgb> colors(palette.colors.begin(), palette.colors.end());
  if (by_norm) {
    picture.colors = norm_scale(picture.lengths, colors);
  } else {
    picture.colors = value_scale(values, colors, palette.is_diverging);
    if (picture.colors.has_range() && !palette.is_diverging) {
      const double beyond = kBeyond * (picture.colors.high - picture.colors.low);
      picture.colors.low -= beyond;
      picture.colors.high += beyond;
    }
  }

  // A constant has some height to stand in the middle of; nothing finite has an empty box.
  const bool has_heights = heights.has_range();
  const double around = heights.low != 0 && std::isfinite(heights.low) ? std::fabs(heights.low) / 2 : 1;
  const double low = has_heights ? heights.low : heights.low - around;
  const double high = has_heights ? heights.high : heights.high + around;
  const double beyond = has_heights ? kBeyond * (high - low) : 0;
  const double bottom = low - (high - low) * kAir / kHeight;
  const std::array<SpaceAxis, 3> axes{SpaceAxis{axis_label(style, 0, grid.axes[0].name), floor.x.low, floor.x.high,
                                                x_length, grid.axes[0].min, grid.axes[0].max},
                                      SpaceAxis{axis_label(style, 1, grid.axes[1].name), floor.y.low, floor.y.high,
                                                y_length, grid.axes[1].min, grid.axes[1].max},
                                      SpaceAxis{"f", bottom, high, kHeight + kAir, low - beyond, high + beyond}};

  const Rgb ink = style.color.value_or(picture.paths.empty() ? style.theme->ink : style.theme->backdrop);
  const auto make_floor = [&](const SpaceView& space) {
    floor.x.end = x_length * space.points_per_edge();
    floor.y.end = y_length * space.points_per_edge();
    floor.x.begin = floor.y.begin = 0;
    return make_arrows(field, floor, picture.lengths, style.arrows);
  };
  const auto key_now = [&] {
    std::vector<KeyEntry> entries = arrow_key(picture.arrows, picture.lengths, style.arrows.descent, ink,
                                              longest_arrow(floor, style.arrows), arrow_cell(floor));
    for (const KeyEntry& entry : path_key(picture.paths, *style.theme)) entries.push_back(entry);
    return entries;
  };
  floor.x.end = floor.y.end = 400;  // a guess, for the room of the key
  picture.arrows = make_arrows(field, floor, picture.lengths, style.arrows);
  const Area area = furnish_page(picture, grid, key_now());
  const SpaceView space = fitted(axes, frame.view, area);
  place_bar(picture, space.extent());
  const Arrows arrows = make_floor(space);
  if (style.key) picture.key = arrange_key(key_now(), picture.page.width);

  space.draw_walls(picture.drawing, *style.theme, style.grid_lines);
  for (const Arrow& arrow : arrows.list) {
    for (const std::vector<Point>* piece : {&arrow.outline, &arrow.rest}) {
      if (piece->empty()) continue;
      Shape shape{ShapeKind::kPolygon, {}, ink};
      for (const Point corner : *piece) shape.points.push_back(space.on_page({corner.x, corner.y, bottom}));
      picture.drawing.shapes.push_back(std::move(shape));
    }
  }
  const Floor base{{floor.x.low, floor.y.low}, {floor.x.high, floor.y.high}, bottom};
  paint_paths_on_floor(picture.drawing, so_far, base, space, *style.theme);
  const SurfaceMesh mesh(fine, sample, border, low, high);
  picture.cut = mesh.cut();
  const auto color_of = [&](std::size_t column, std::size_t row, const std::vector<Vector>& outline) {
    double value = 0, count = 0;
    if (by_norm) {
      for (const std::size_t point : mesh.points_of(column, row)) {
        if (!has_arrow(sample, point)) continue;
        value += norm_at(sample, point);
        ++count;
      }
    } else {
      for (const Vector& corner : outline) value += corner[2];
      count = static_cast<double>(outline.size());
    }
    constexpr double kDeepest = 0.35;
    const Rgb color = color_at(colors, picture.colors.share(count > 0 ? value / count : 0));
    return color_at(std::array{rgb(0x000000), color}, 1 - kDeepest * (1 - lightness(space, outline)));
  };
  for (const Facet& facet : surface_facets(mesh, space, color_of, fineness.color_steps)) {
    Shape shape{ShapeKind::kPolygon, {}, facet.color};
    for (const Vector& corner : facet.corners) shape.points.push_back(space.on_page(corner));
    widen(shape.points);
    shape.points.push_back(shape.points.front());
    picture.drawing.shapes.push_back(std::move(shape));
  }
  paint_paths_on_surface(picture.drawing, so_far, base, mesh, space, *style.theme);
  return picture;
}

}  // namespace gradfield
