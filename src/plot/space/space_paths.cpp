#include "plot/space/space_paths.hpp"

#include <utility>

#include "plot/paths/line_parts.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "plot/space/painting.hpp"

namespace gradfield {
namespace {

constexpr PathLook kLook{2, 1.8, 2.4, 3.8, 5.2, 6};
constexpr double kShadowWidth = 1.4;
constexpr double kCasing = 1;  // beside a line, in the background's colour

Line<3> line_of(const DescentPath& path) {
  return finite_points(path.coordinates[0], path.coordinates[1], path.coordinates[2]);
}

bool is_inside(const Vector& point, const Vector& low, const Vector& high) {
  for (std::size_t k = 0; k < 3; ++k) {
    if (point[k] < low[k] || point[k] > high[k]) return false;
  }
  return true;
}

}  // namespace

void paint_path_shadows(Painting& painting, const std::vector<DescentPath>& paths, const Vector& low,
                        const Vector& high, const SpaceView& view, const Theme& theme) {
  for (const DescentPath& path : paths) {
    for (const Line<3>& part : parts_inside<3>(line_of(path), low, high)) {
      std::vector<Point> points;
      for (const Vector& point : part) points.push_back(view.on_page({point[0], point[1], low[2]}));
      paint_stroke(painting, points, kShadowWidth, theme.contour);
    }
  }
}

void paint_paths_in_space(Painting& painting, const std::vector<DescentPath>& paths, const Vector& low,
                          const Vector& high, const SpaceView& view, const PictureStyle& style) {
  const Theme& theme = *style.theme;
  const LineColors colors = line_colors(style);
  const PathLook look = look_of_many(kLook, paths.size());
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const Line<3> line = line_of(paths[k]);
    std::vector<std::vector<Point>> parts;
    for (const Line<3>& part : parts_inside<3>(line, low, high)) {
      parts.emplace_back();
      for (const Vector& point : part) parts.back().push_back(view.on_page(point));
    }
    const StepMark& mark = step_mark(paths[k]);
    std::vector<Point> on_page;
    for (const Vector& point : line) on_page.push_back(view.on_page(point));
    const std::vector<std::size_t> steps = dotted_steps(on_page, look.steps_apart * mark.apart);
    const bool has_end = is_inside(line.back(), low, high);
    // All of it twice: wider in the background's colour, so that it stands out from the arrows.
    for (const auto& [casing, ink] :
         {std::pair{kCasing, theme.background}, {0.0, path_color(paths[k], colors, theme)}}) {
      for (const std::vector<Point>& part : parts) paint_stroke(painting, part, look.line_width + 2 * casing, ink);
      for (const std::size_t i : steps) {
        if (!is_inside(line[i], low, high)) continue;
        paint_polygon(painting, on_page[i], mark_shape(mark, mark.radius * look.step_radius + casing), ink);
      }
      for (const EndPiece& piece : end_pieces(paths[k])) {
        const double radius = piece.radius * look.end_radius + casing;
        const Rgb color = piece.is_ground ? theme.background : ink;
        if (has_end) paint_disc(painting, on_page.back(), radius, color, piece.corners);
      }
      paint_ring(painting, on_page.front(), look.ring_radius, look.ring_width + 2 * casing, ink);
    }
  }
}

}  // namespace gradfield
