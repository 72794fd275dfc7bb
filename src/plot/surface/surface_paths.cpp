#include "plot/surface/surface_paths.hpp"

#include <utility>

#include "plot/paths/line_parts.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/space/strokes.hpp"

namespace gradfield {
namespace {

constexpr PathLook kLook{2, 1.8, 2.5, 3.8, 5.2, 6};
// Of the floor's own: what lies flat is seen from aside.
constexpr PathLook kFloorLook{1.5, 1.5, 2.2, 5, 7, 6};
constexpr double kCasing = 1.1;  // beside a line, in the background's colour
// Where a path is hidden.
constexpr double kDotsApart = 6, kDotRadius = 1.3, kDotCasing = 0.4;

// A circle on the floor, as it is seen from aside.
std::vector<Point> flat_circle(const std::array<double, 2>& middle, double radius, const Floor& floor,
                               const SpaceView& view) {
  std::vector<Point> points;
  const double edge = view.points_per_edge();
  for (const Point corner : circle_shape(radius)) {
    points.push_back(view.on_page(
        {middle[0] + corner.x / edge / view.scale(0), middle[1] + corner.y / edge / view.scale(1), floor.height}));
  }
  return points;
}

}  // namespace

void paint_paths_on_floor(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                          const SpaceView& view, const Theme& theme) {
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const Rgb color = path_color(theme, k);
    const Line<2> line = finite_points(paths[k].coordinates[0], paths[k].coordinates[1]);
    for (const Line<2>& part : parts_inside<2>(line, floor.low, floor.high)) {
      std::vector<Point> points;
      for (const auto& [x, y] : part) points.push_back(view.on_page({x, y, floor.height}));
      paint_stroke(painting, points, kFloorLook.line_width, color);
    }
    std::vector<Point> on_page;
    for (const auto& [x, y] : line) on_page.push_back(view.on_page({x, y, floor.height}));
    const auto put = [&](std::size_t i, double radius) {
      if (!floor.has(line[i])) return;
      painting.shapes.push_back({ShapeKind::kPolygon, flat_circle(line[i], radius, floor, view), color});
    };
    for (const std::size_t i : dotted_steps(on_page, kFloorLook)) put(i, kFloorLook.step_radius);
    put(line.size() - 1, kFloorLook.end_radius);
    paint_stroke(painting, flat_circle(line.front(), kFloorLook.ring_radius, floor, view), kFloorLook.ring_width,
                 color);
  }
}

void paint_paths_on_surface(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                            const SurfaceMesh& mesh, const SpaceView& view, const Theme& theme) {
  const LiftedLines surface(floor, mesh, view);
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const Rgb color = path_color(theme, k);
    const Line<2> line = finite_points(paths[k].coordinates[0], paths[k].coordinates[1]);
    std::vector<std::vector<Point>> seen;
    for (const Line<2>& part : parts_inside<2>(line, floor.low, floor.high)) {
      const std::vector<Lifted> path = surface.along(part);
      for (std::vector<Point>& stretch : stretches(path, true)) seen.push_back(std::move(stretch));
      for (const std::vector<Point>& stretch : stretches(path, false)) {
        for (const Point point : thinned(stretch, kDotsApart)) {
          paint_disc(painting, point, kDotRadius + kDotCasing, theme.background);
          paint_disc(painting, point, kDotRadius, color);
        }
      }
    }
    std::vector<Point> on_page;
    for (const std::array<double, 2>& point : line) on_page.push_back(surface.on_page(point));
    std::vector<Lifted> steps;
    for (const std::size_t i : dotted_steps(on_page, kLook)) steps.push_back(surface.lifted(line[i]));
    const Lifted start = surface.lifted(line.front()), end = surface.lifted(line.back());
    // All of it twice: wider in the background's colour, so that it stands out from any colour of the surface.
    for (const auto& [casing, ink] : {std::pair{kCasing, theme.background}, {0.0, color}}) {
      for (const auto& stretch : seen) paint_stroke(painting, stretch, kLook.line_width + 2 * casing, ink);
      for (const Lifted& step : steps) {
        if (step.is_seen) paint_disc(painting, step.at, kLook.step_radius + casing, ink);
      }
      if (end.is_seen) paint_disc(painting, end.at, kLook.end_radius + casing, ink);
      if (start.is_seen) paint_ring(painting, start.at, kLook.ring_radius, kLook.ring_width + 2 * casing, ink);
    }
  }
}

}  // namespace gradfield
