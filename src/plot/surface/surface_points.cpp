#include "plot/surface/surface_points.hpp"

#include <array>
#include <cmath>

#include "kernel/mathematics.hpp"
#include "plot/critical/critical_marks.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/space/space_page.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kRadius = 4.2, kFloorRadius = 5, kCasing = 1.3;
constexpr double kAllRoom = 1e9;  // around a surface
constexpr double kCurveWidth = 2.2, kLevelWidth = 1.5, kStemWidth = 1.2;

void paint_on_floor(Painting& painting, const ContourLine& line, double width, Rgb color, const Floor& floor,
                    const SpaceView& view) {
  std::vector<Point> points;
  for (const auto& [x, y] : line_of(line)) points.push_back(view.on_page({x, y, floor.height}));
  paint_stroke(painting, points, width, color);
}

void paint_polygon_on_floor(Painting& painting, const std::vector<Point>& outline, Rgb color, const Floor& floor,
                            const SpaceView& view) {
  Shape shape{ShapeKind::kPolygon, {}, color};
  for (const Point corner : outline) shape.points.push_back(view.on_page({corner.x, corner.y, floor.height}));
  painting.shapes.push_back(std::move(shape));
}

// From the floor up to the surface, under it.
std::vector<Lifted> stem_of(const std::array<double, 2>& foot, double top, const Floor& floor, const SurfaceMesh& mesh,
                            const SpaceView& view) {
  constexpr int kPieces = 100;
  std::vector<Lifted> stem;
  for (int k = 0; k <= kPieces; ++k) {
    const double share = static_cast<double>(k) / kPieces;
    const Vector place{foot[0], foot[1], floor.height + share * (top - floor.height)};
    stem.push_back({view.on_page(place), mesh.is_seen(place, view, Face::kLower)});
  }
  return stem;
}

}  // namespace

void paint_marks_on_floor(Painting& painting, const SurfaceField& surface, const Arrows& arrows, const Floor& floor,
                          const SpaceView& view, const PictureStyle& style) {
  const LineColors colors = line_colors(style);
  for (std::size_t k = 0; k < surface.curves.size(); ++k) {
    for (const ContourLine& line : surface.curves[k].lines) {
      paint_on_floor(painting, line, kCurveWidth, colors.curves[k], floor, view);
    }
  }
  for (const ContourLine& line : surface.point_levels) {
    paint_on_floor(painting, line, kLevelWidth, colors.mark, floor, view);
  }
  for (const Arrow& arrow : arrows.list) paint_polygon_on_floor(painting, arrow.outline, colors.mark, floor, view);
  for (const MarkedPoint& point : surface.points) {
    painting.shapes.push_back({ShapeKind::kPolygon,
                               flat_shape({point.place[0], point.place[1]}, circle_shape(kFloorRadius), floor, view),
                               colors.mark});
  }
  for (const NamedPoint& point : style.critical) {
    painting.shapes.push_back({ShapeKind::kPolygon,
                               flat_shape({point.place[0], point.place[1]}, critical_mark(point.kind), floor, view),
                               style.theme->ink});
  }
}

void paint_marks_on_surface(Painting& painting, const SurfaceField& surface, const Floor& floor,
                            const SurfaceMesh& mesh, const SpaceView& view, const PictureStyle& style) {
  const LineColors colors = line_colors(style);
  const Rgb ground = style.theme->background;
  const LiftedLines lifting(floor, mesh, view);
  for (std::size_t k = 0; k < surface.curves.size(); ++k) {
    for (const ContourLine& line : surface.curves[k].lines) {
      paint_lifted(painting, lifting.along(line_of(line)), kCurveWidth, colors.curves[k], ground);
    }
  }
  for (const ContourLine& line : surface.point_levels) {
    if (line.level < mesh.low() || line.level > mesh.high()) continue;
    paint_lifted(painting, lifting.along(line_of(line), line.level), kLevelWidth, colors.mark, ground);
  }
  for (const MarkedPoint& point : surface.points) {
    const std::array<double, 2> foot{point.place[0], point.place[1]};
    const double top = mesh.height(foot[0], foot[1]);
    if (std::isnan(top)) continue;
    paint_lifted(painting, stem_of(foot, top, floor, mesh, view), kStemWidth, colors.mark, ground);
    const Lifted there = lifting.lifted(foot);
    if (!there.is_seen) continue;
    if (point.is_finite() && point.norm() > 0) {
      // Along the surface, the way of its steepest slope: so much sideways, and the square of the norm up.
      const double norm = point.norm(), sign = style.arrows.descent ? -1 : 1;
      const Vector way{point.slopes[0] / norm, point.slopes[1] / norm, norm};
      Vector direction;
      double size = 0;
      for (std::size_t k = 0; k < 3; ++k) {
        direction[k] = sign * way[k] * view.scale(k);
        size = hypotenuse(size, direction[k]);
      }
      for (double& part : direction) part *= kShortestMark / view.points_per_edge() / size;
      paint_mark_arrow(painting, there.at, view.direction_on_page(direction), kMarkCell, colors.mark, ground);
    }
    paint_disc(painting, there.at, kRadius + kCasing, ground);
    paint_disc(painting, there.at, kRadius, colors.mark);
  }
  std::vector<Point> critical;  // nan: hidden
  for (const NamedPoint& point : style.critical) {
    const std::array<double, 2> foot{point.place[0], point.place[1]};
    const Lifted there = std::isnan(mesh.height(foot[0], foot[1])) ? Lifted{{}, false} : lifting.lifted(foot);
    critical.push_back(there.is_seen ? there.at : Point{NAN, NAN});
    if (!there.is_seen) continue;
    paint_polygon(painting, there.at, critical_mark(point.kind, kCriticalCasing), ground);
    paint_polygon(painting, there.at, critical_mark(point.kind), style.theme->ink);
  }
  for (const Words& words : critical_labels(style, critical, kAllRoom, kAllRoom)) painting.words.push_back(words);
}

}  // namespace gradfield
