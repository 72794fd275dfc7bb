#include "plot/surface/surface_levels.hpp"

#include <utility>

#include "plot/look/palettes.hpp"
#include "plot/space/strokes.hpp"

namespace gradfield {
namespace {

constexpr double kApart = 1;  // points of a line nearer than that, on the page, are one

Line<2> line_of(const ContourLine& level) {
  Line<2> line(level.points.begin(), level.points.end());
  if (level.closed && !line.empty()) line.push_back(line.front());
  return line;
}

}  // namespace

void paint_levels_on_floor(Painting& painting, std::span<const ContourLine> lines, const Floor& floor,
                           const SpaceView& view, Rgb color) {
  for (const ContourLine& level : lines) {
    std::vector<Point> points;
    for (const auto& [x, y] : line_of(level)) points.push_back(view.on_page({x, y, floor.height}));
    painting.shapes.push_back({ShapeKind::kLine, thinned(points, kApart), color});
  }
}

void paint_levels_on_surface(Painting& painting, std::span<const ContourLine> lines, const Floor& floor,
                             const SurfaceMesh& mesh, const SpaceView& view,
                             const std::function<Rgb(const std::array<double, 2>&)>& surface) {
  constexpr Rgb kDark = rgb(0x1e2226), kLight = rgb(0xe4e7ea);
  const LiftedLines lifting(floor, mesh, view);
  for (const ContourLine& level : lines) {
    const Line<2> line = line_of(level);
    if (line.empty() || level.level < mesh.low() || level.level > mesh.high()) continue;
    const Rgb below = surface(line[line.size() / 2]);
    const Rgb ink = contrast(kDark, below) >= contrast(kLight, below) ? kDark : kLight;
    // With something of the surface's own colour, as a line that lies on it.
    const Rgb color = color_at(std::array{below, ink}, 0.6);
    for (const std::vector<Point>& stretch : stretches(lifting.along(line, level.level), true)) {
      painting.shapes.push_back({ShapeKind::kLine, thinned(stretch, kApart), color});
    }
  }
}

}  // namespace gradfield
