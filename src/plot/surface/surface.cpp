#include "plot/surface/surface.hpp"
#include "plot/critical/critical_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/numbers/main_range.hpp"
#include "plot/colors/area_colors.hpp"
#include "plot/colors/arrow_colors.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/space/space_page.hpp"
#include "plot/surface/lifted_lines.hpp"
#include "plot/surface/surface_facets.hpp"
#include "plot/surface/surface_field.hpp"
#include "plot/surface/surface_mesh.hpp"
#include "plot/surface/surface_points.hpp"

namespace gradfield {
namespace {

// Height of the surface, and of the air below it down to the floor, in units of the longer side.
constexpr double kHeight = 0.55, kAir = 0.28;

// How far the scales reach beyond the values, in units of their range: the least of them may all but meet a round
// number, which then has its tic (a root at its border is never quite 0).
constexpr double kBeyond = 1e-3;

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
                             const SurfaceField& surface, std::vector<DescentPath> paths, const Moment& moment) {
  SpacePicture picture;
  picture.paths = std::move(paths);
  const std::vector<DescentPath> so_far = first_steps(picture.paths, moment.steps_shown);
  static_cast<Sheet&>(picture) = make_sheet(style, terminal);
  picture.grid = grid;
  picture.equal_scale = surface.equal_scale;
  picture.turns = surface.turns;
  picture.lengths = length_scale(field, style);
  Page floor;
  floor.x = surface.x;
  floor.y = surface.y;
  const double x_length = surface.x.end, y_length = surface.y.end;
  const Field& sample = surface.sample;
  std::vector<double> values = sample.f;
  values.insert(values.end(), surface.border.values().begin(), surface.border.values().end());
  const bool by_norm = style.color_by == ColorBy::kNorm;
  const ColorScale heights = value_scale(values, {}, false);
  picture.colors = area_scale(style, sample, by_norm ? &picture.lengths : nullptr, colors_of,
                              by_norm ? std::span<const double>() : surface.border.values());
  const std::vector<Rgb>& colors = picture.colors.colors;
  Gradation& ends = picture.colors.gradation;
  if (picture.colors.has_range() && ends.is_linear() && ends.low != -ends.high && !style.color_wish.range) {
    const double beyond = kBeyond * (ends.high - ends.low);
    ends.low -= beyond;
    ends.high += beyond;
  }

  // A constant has some height to stand in the middle of; nothing finite has an empty box.
  const auto [low, high] = around_constant(heights.low(), heights.high());
  const double beyond = heights.has_range() ? kBeyond * (high - low) : 0;
  const double bottom = low - (high - low) * kAir / kHeight;
  const std::array<SpaceAxis, 3> axes{
      SpaceAxis{axis_label(style, 0, grid.axes[0].name), floor.x.low, floor.x.high, x_length, grid.axes[0].min,
                grid.axes[0].max},
      SpaceAxis{axis_label(style, 1, grid.axes[1].name), floor.y.low, floor.y.high, y_length, grid.axes[1].min,
                grid.axes[1].max},
      SpaceAxis{typeset_name(style.name), bottom, high, kHeight + kAir, low - beyond, high + beyond}};

  const Rgb ink = style.color.value_or(picture.paths.empty() ? style.theme->ink : style.theme->backdrop);
  const auto make_floor = [&](const SpaceView& space) {
    floor.x.end = x_length * space.points_per_edge();
    floor.y.end = y_length * space.points_per_edge();
    return make_arrows(field, floor, picture.lengths, picture.style.arrows);
  };
  const auto key_now = [&] {
    std::vector<KeyEntry> entries;
    if (style.shows_arrows) {
      entries = arrow_key(picture.arrows, picture.lengths, ink, longest_arrow(floor, style.arrows), arrow_cell(floor));
    }
    if (surface.turns) {
      entries.push_back(turning_key(typeset_name(style.name), "the facets of its surface", style.theme->ink));
    }
    for (const KeyEntry& entry : mark_key(surface.points, style)) entries.push_back(entry);
    for (const KeyEntry& entry : critical_key(style)) entries.push_back(entry);
    for (const KeyEntry& entry : curve_key(style)) entries.push_back(entry);
    for (const KeyEntry& entry : path_key(picture.paths, style)) entries.push_back(entry);
    return entries;
  };
  floor.x.end = floor.y.end = 400;  // a guess, for the room of the key
  picture.arrows = make_arrows(field, floor, picture.lengths, picture.style.arrows);
  SpaceView space = fitted(axes, moment.view, furnish_page(picture, grid, key_now()));
  make_floor(space);
  // Where the arrow of the key is longer than guessed, that may take a row more.
  if (const std::vector<KeyEntry> key = key_now(); arrange_key(key, picture.page.width).size() > picture.key.size()) {
    space = fitted(axes, moment.view, furnish_page(picture, grid, key));
  }
  place_bar(picture, space.extent());
  const Arrows arrows = make_floor(space);
  if (style.key) picture.key = arrange_key(key_now(), picture.page.width);

  space.draw_walls(picture.painting, *style.theme, style.grid_lines);
  const Floor base{{floor.x.low, floor.y.low}, {floor.x.high, floor.y.high}, bottom};
  paint_levels_on_floor(picture.painting, surface.levels.lines, base, space, style.theme->contour);
  for (const Arrow& arrow : style.shows_arrows ? arrows.list : std::vector<Arrow>()) {
    for (const std::vector<Point>* piece : {&arrow.outline, &arrow.rest}) {
      if (piece->empty()) continue;
      Shape shape{ShapeKind::kPolygon, {}, ink};
      for (const Point corner : *piece) shape.points.push_back(space.on_page({corner.x, corner.y, bottom}));
      picture.painting.shapes.push_back(std::move(shape));
    }
  }
  paint_marks_on_floor(picture.painting, surface, mark_arrows(surface.points, floor, picture.lengths, style), base,
                       space, style);
  paint_paths_on_floor(picture.painting, so_far, base, space, style);
  const SurfaceMesh mesh(surface.grid, sample, surface.border, low, high);
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
  for (const Facet& facet : surface_facets(mesh, space, color_of, surface.color_steps)) {
    Shape shape{ShapeKind::kPolygon, {}, facet.color};
    for (const Vector& corner : facet.corners) shape.points.push_back(space.on_page(corner));
    widen(shape.points);
    shape.points.push_back(shape.points.front());
    picture.painting.shapes.push_back(std::move(shape));
  }
  const auto color_at_place = [&](const std::array<double, 2>& point) {
    const auto [column, row] = mesh.cell_at(point);
    return color_of(column, row, mesh.outline(column, row));
  };
  paint_levels_on_surface(picture.painting, surface.levels.lines, base, mesh, space, color_at_place);
  picture.levels = surface.levels.summary;
  picture.curves = surface.curves;
  picture.points_marked = surface.points;
  paint_marks_on_surface(picture.painting, surface, base, mesh, space, style);
  paint_paths_on_surface(picture.painting, so_far, base, mesh, space, style);
  return picture;
}

}  // namespace gradfield
