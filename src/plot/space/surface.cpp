// The surface of f over the arrows of its gradient.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "plot/parts/arrow_key.hpp"
#include "plot/parts/path_marks.hpp"
#include "plot/space/space_page.hpp"
#include "plot/space/surface_mesh.hpp"
#include "plot/space/surface_paths.hpp"

namespace gradfield {
namespace {

// Facets along the longer side: fine enough to look smooth, however many arrows there are.
// A moving picture has many frames to draw.
constexpr std::size_t kFacets = 96, kMovingFacets = 60;
// Height of the surface, and of the air below it down to the floor, in units of the longer side.
constexpr double kHeight = 0.55, kAir = 0.28;

Scale padded(const Axis& axis, double reach) {
  Scale scale;
  scale.cell = axis.count > 1 ? (axis.max - axis.min) / static_cast<double>(axis.count - 1)
                              : std::max(axis.largest_magnitude(), 1e-300) / 10;
  scale.low = axis.min - reach * scale.cell;
  scale.high = axis.max + reach * scale.cell;
  return scale;
}

struct Facet {
  double nearness;
  std::array<Vector, 4> corners;
  double value;  // what its colour tells
};

// How light a facet is, lit from above and the left: 0 to 1. In units of the box' edges.
double lightness(const SpaceView& view, const Facet& facet) {
  const auto edge = [&](std::size_t from, std::size_t to) {
    Vector out;
    for (std::size_t k = 0; k < 3; ++k) out[k] = (facet.corners[to][k] - facet.corners[from][k]) * view.scale(k);
    return out;
  };
  const Vector a = edge(0, 2), b = edge(1, 3);
  Vector normal{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
  const double size = std::sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
  constexpr Vector kLight{-0.35, -0.45, 0.82};
  return size > 0 ? std::fabs(normal[0] * kLight[0] + normal[1] * kLight[1] + normal[2] * kLight[2]) / size : 1;
}

// Moves the corners of a polygon a little away from its middle: where neighbours only touch, smoothing lets the
// background shine through between them.
void widen(std::vector<Point>& polygon) {
  constexpr double kOverlap = 0.5;
  Point middle{0, 0};
  for (std::size_t k = 0; k < 4; ++k) middle = {middle.x + polygon[k].x / 4, middle.y + polygon[k].y / 4};
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

  const auto facets_along = [&](double length) {
    const auto most = static_cast<double>(terminal.moves ? kMovingFacets : kFacets);
    return std::max<std::size_t>(static_cast<std::size_t>(std::lround(most * length)), 8);
  };
  const std::size_t columns = facets_along(x_length), rows = facets_along(y_length);
  const Grid fine{{{grid.axes[0].name, floor.x.low, floor.x.high, columns + 1},
                   {grid.axes[1].name, floor.y.low, floor.y.high, rows + 1}}};
  const Field sample = access.sample(fine);
  const bool by_norm = style.color_by == ColorBy::kNorm;
  const ColorScale heights = value_scale(sample.f, {}, false);
  const bool is_signed = has_both_signs(heights);
  const Palette& palette =
      style.palette != nullptr ? *style.palette : *find_palette(is_signed && !by_norm ? "diverging" : "viridis");
  const std::vector<Rgb> colors(palette.colors.begin(), palette.colors.end());
  if (by_norm) {
    picture.colors = norm_scale(picture.lengths, colors);
  } else {
    picture.colors = value_scale(sample.f, colors, palette.is_diverging);
  }

  // A constant has some height to stand in the middle of; nothing finite has an empty box.
  const bool has_heights = heights.has_range();
  const double around = heights.low != 0 && std::isfinite(heights.low) ? std::fabs(heights.low) / 2 : 1;
  const double low = has_heights ? heights.low : heights.low - around;
  const double high = has_heights ? heights.high : heights.high + around;
  const double bottom = low - (high - low) * kAir / kHeight;
  const std::array<SpaceAxis, 3> axes{SpaceAxis{axis_label(style, 0, grid.axes[0].name), floor.x.low, floor.x.high,
                                                x_length, grid.axes[0].min, grid.axes[0].max},
                                      SpaceAxis{axis_label(style, 1, grid.axes[1].name), floor.y.low, floor.y.high,
                                                y_length, grid.axes[1].min, grid.axes[1].max},
                                      SpaceAxis{"f", bottom, high, kHeight + kAir, low, high}};

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
  // From above, what is nearer on the floor stands in front, however high it is.
  const SurfaceMesh mesh(fine, sample, low, high);
  std::vector<Facet> facets;
  for (std::size_t row = 0; row < mesh.rows(); ++row) {
    for (std::size_t column = 0; column < mesh.columns(); ++column) {
      if (!mesh.has_facet(column, row)) {
        picture.cut += mesh.is_finite(column, row);
        continue;
      }
      const std::array<std::size_t, 4> points = mesh.points_of(column, row);
      Facet facet{0, {}, 0};
      for (std::size_t k = 0; k < 4; ++k) {
        facet.corners[k] = mesh.place(points[k]);
        facet.value += (by_norm ? norm_at(sample, points[k]) : sample.f[points[k]]) / 4;
        facet.nearness += space.nearness({facet.corners[k][0], facet.corners[k][1], low}) / 4;
      }
      facets.push_back(facet);
    }
  }
  std::stable_sort(facets.begin(), facets.end(),
                   [](const Facet& a, const Facet& b) { return a.nearness < b.nearness; });
  for (const Facet& facet : facets) {
    Shape shape{ShapeKind::kPolygon, {}, {}};
    for (std::size_t k = 0; k <= 4; ++k) shape.points.push_back(space.on_page(facet.corners[k % 4]));
    widen(shape.points);
    constexpr double kDeepest = 0.35;
    const Rgb color = color_at(colors, picture.colors.share(facet.value));
    shape.color = color_at(std::array{rgb(0x000000), color}, 1 - kDeepest * (1 - lightness(space, facet)));
    picture.drawing.shapes.push_back(std::move(shape));
  }
  paint_paths_on_surface(picture.drawing, so_far, base, mesh, space, *style.theme);
  return picture;
}

}  // namespace gradfield
