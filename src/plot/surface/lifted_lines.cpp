#include "plot/surface/lifted_lines.hpp"

#include <cmath>
#include <utility>

#include "plot/look/palettes.hpp"
#include "plot/paths/line_parts.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/space/painting.hpp"

namespace gradfield {
namespace {

constexpr PathLook kLook{2, 1.8, 2.5, 3.8, 5.2, 6};
// Of the floor's own: what lies flat is seen from aside.
constexpr PathLook kFloorLook{1.5, 1.5, 2.2, 5, 7, 6};
constexpr double kCasing = 1.1;  // beside a line, in the background's colour
// Where a path is hidden, in points of the page: of its own colour, or it could not be followed, but broken and
// thinner.
constexpr double kDash = 6, kGap = 4, kHiddenWidth = 1.8, kHiddenCasing = 0.7;

// The dashes of a line, in steps of half a point at most.
std::vector<std::vector<Point>> dashes_of(const std::vector<Point>& line) {
  constexpr double kStep = 0.5;
  std::vector<std::vector<Point>> dashes;
  double gone = 0;
  bool is_open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point from = line[i - 1], to = line[i];
    const double length = std::hypot(to.x - from.x, to.y - from.y), steps = std::ceil(length / kStep);
    for (double k = 0; k < steps; ++k) {
      const bool is_dash = std::fmod(gone + k / steps * length, kDash + kGap) < kDash;
      if (is_dash && !is_open) dashes.emplace_back();
      if (is_dash)
        dashes.back().push_back({from.x + k / steps * (to.x - from.x), from.y + k / steps * (to.y - from.y)});
      is_open = is_dash;
    }
    gone += length;
  }
  return dashes;
}

constexpr double kApart = 1;  // points of a line nearer than that, on the page, are one

// Broken where it is hidden.
void paint_hidden(Painting& painting, const std::vector<Point>& stretch, Rgb color, Rgb ground) {
  const std::vector<std::vector<Point>> dashes = dashes_of(stretch);
  for (const auto& [casing, ink] : {std::pair{kHiddenCasing, ground}, {0.0, color}}) {
    for (const auto& dash : dashes) paint_stroke(painting, dash, kHiddenWidth + 2 * casing, ink);
  }
}

}  // namespace

Line<2> line_of(const ContourLine& level) {
  Line<2> line(level.points.begin(), level.points.end());
  if (level.closed && !line.empty()) line.push_back(line.front());
  return line;
}

std::vector<Point> flat_shape(const std::array<double, 2>& middle, const std::vector<Point>& shape, const Floor& floor,
                              const SpaceView& view) {
  std::vector<Point> points;
  const double edge = view.points_per_edge();
  for (const Point corner : shape) {
    points.push_back(view.on_page(
        {middle[0] + corner.x / edge / view.scale(0), middle[1] + corner.y / edge / view.scale(1), floor.height}));
  }
  return points;
}

void paint_lifted(Painting& painting, const std::vector<Lifted>& line, double width, Rgb color, Rgb ground) {
  for (const std::vector<Point>& stretch : stretches(line, false)) paint_hidden(painting, stretch, color, ground);
  const std::vector<std::vector<Point>> seen = stretches(line, true);
  for (const auto& [casing, ink] : {std::pair{kCasing, ground}, {0.0, color}}) {
    for (const auto& stretch : seen) paint_stroke(painting, stretch, width + 2 * casing, ink);
  }
}

void paint_paths_on_floor(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                          const SpaceView& view, const PictureStyle& style) {
  const Theme& theme = *style.theme;
  const LineColors colors = line_colors(style);
  const PathLook look = look_of_many(kFloorLook, paths.size());
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const Rgb color = path_color(paths[k], colors, theme);
    const StepMark& mark = step_mark(paths[k]);
    const Line<2> line = finite_points(paths[k].coordinates[0], paths[k].coordinates[1]);
    for (const Line<2>& part : parts_inside<2>(line, floor.low, floor.high)) {
      std::vector<Point> points;
      for (const auto& [x, y] : part) points.push_back(view.on_page({x, y, floor.height}));
      paint_stroke(painting, points, look.line_width, color);
    }
    std::vector<Point> on_page;
    for (const auto& [x, y] : line) on_page.push_back(view.on_page({x, y, floor.height}));
    const auto put = [&](std::size_t i, const std::vector<Point>& shape, Rgb ink) {
      if (floor.has(line[i])) {
        painting.shapes.push_back({ShapeKind::kPolygon, flat_shape(line[i], shape, floor, view), ink});
      }
    };
    for (const std::size_t i : dotted_steps(on_page, look.steps_apart * mark.apart)) {
      put(i, mark_shape(mark, mark.radius * look.step_radius), color);
    }
    for (const EndPiece& piece : end_pieces(paths[k])) {
      put(line.size() - 1, circle_shape(piece.radius * look.end_radius, piece.corners),
          piece.is_ground ? theme.background : color);
    }
    paint_stroke(painting, flat_shape(line.front(), circle_shape(look.ring_radius), floor, view), look.ring_width,
                 color);
  }
}

void paint_paths_on_surface(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                            const SurfaceMesh& mesh, const SpaceView& view, const PictureStyle& style) {
  const Theme& theme = *style.theme;
  const LineColors colors = line_colors(style);
  const LiftedLines surface(floor, mesh, view);
  const PathLook look = look_of_many(kLook, paths.size());
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const Rgb color = path_color(paths[k], colors, theme);
    const StepMark& mark = step_mark(paths[k]);
    const Line<2> line = finite_points(paths[k].coordinates[0], paths[k].coordinates[1]);
    std::vector<std::vector<Point>> seen;
    for (const Line<2>& part : parts_inside<2>(line, floor.low, floor.high)) {
      const std::vector<Lifted> path = surface.along(part);
      for (std::vector<Point>& stretch : stretches(path, true)) seen.push_back(std::move(stretch));
      for (const std::vector<Point>& stretch : stretches(path, false)) {
        paint_hidden(painting, stretch, color, theme.background);
      }
    }
    std::vector<Point> on_page;
    for (const std::array<double, 2>& point : line) on_page.push_back(surface.on_page(point));
    std::vector<Lifted> steps;
    for (const std::size_t i : dotted_steps(on_page, look.steps_apart * mark.apart))
      steps.push_back(surface.lifted(line[i]));
    const Lifted start = surface.lifted(line.front()), end = surface.lifted(line.back());
    // All of it twice: wider in the background's colour, so that it stands out from any colour of the surface.
    for (const auto& [casing, ink] : {std::pair{kCasing, theme.background}, {0.0, color}}) {
      for (const auto& stretch : seen) paint_stroke(painting, stretch, look.line_width + 2 * casing, ink);
      for (const Lifted& step : steps) {
        if (!step.is_seen) continue;
        paint_polygon(painting, step.at, mark_shape(mark, mark.radius * look.step_radius + casing), ink);
      }
      for (const EndPiece& piece : end_pieces(paths[k])) {
        const double radius = piece.radius * look.end_radius + casing;
        const Rgb own = piece.is_ground ? theme.background : ink;
        if (end.is_seen) paint_disc(painting, end.at, radius, own, piece.corners);
      }
      if (start.is_seen) paint_ring(painting, start.at, look.ring_radius, look.ring_width + 2 * casing, ink);
    }
  }
}

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

Vector LiftedLines::place(const std::array<double, 2>& point) const {
  return {point[0], point[1], floor_.has(point) ? mesh_.height(point[0], point[1]) : NAN};
}

Lifted LiftedLines::lifted(const std::array<double, 2>& point) const {
  const Vector there = place(point);
  if (std::isnan(there[2])) return {{NAN, NAN}};
  return {view_.on_page(there), mesh_.is_seen(there, view_)};
}

std::vector<Lifted> LiftedLines::along(const Line<2>& line, std::optional<double> level) const {
  const auto lift = [&](const std::array<double, 2>& point) {
    if (!level) return lifted(point);
    const Vector there{point[0], point[1], *level};
    return Lifted{view_.on_page(there), mesh_.is_seen(there, view_, Face::kBoth)};
  };
  std::vector<Lifted> out{lift(line.front())};
  constexpr double kPiece = 1.5;  // points of the page
  std::array<double, 2> from = line.front();
  for (const std::array<double, 2>& to : line) {
    const double length = std::hypot((to[0] - from[0]) * view_.scale(0), (to[1] - from[1]) * view_.scale(1));
    const auto pieces = static_cast<std::size_t>(std::lround(length * view_.points_per_edge() / kPiece));
    for (std::size_t i = 1; i <= pieces; ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(pieces);
      out.push_back(lift({from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])}));
    }
    if (pieces > 0) from = to;
  }
  return out;
}

std::vector<std::vector<Point>> stretches(const std::vector<Lifted>& line, bool seen) {
  std::vector<std::vector<Point>> out;
  bool is_open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_one = !std::isnan(line[i].at.x) && line[i].is_seen == seen;
    if (is_one && !is_open) {
      out.emplace_back();
      if (i > 0 && !std::isnan(line[i - 1].at.x)) out.back().push_back(line[i - 1].at);
    }
    if (is_one) out.back().push_back(line[i].at);
    is_open = is_one;
  }
  return out;
}

}  // namespace gradfield
