// Lines of the plane, lifted onto the surface of f: where they come to lie on the page, and which parts are seen. Level
// lines and paths are such lines.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "analysis/descent/descent.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/look/theme.hpp"
#include "plot/paths/line_parts.hpp"
#include "plot/space/painting.hpp"
#include "plot/space/space_view.hpp"
#include "plot/surface/surface_mesh.hpp"

namespace gradfield {

/// What lies between the borders of the floor.
struct Floor {
  std::array<double, 2> low, high;
  double height;

  bool has(const std::array<double, 2>& point) const {
    return point[0] >= low[0] && point[0] <= high[0] && point[1] >= low[1] && point[1] <= high[1];
  }
};

/// A point on the surface; on the page nan where there is no surface.
struct Lifted {
  Point at;
  bool is_seen = false;
};

class LiftedLines {
 public:
  /// All must outlive it.
  LiftedLines(const Floor& floor, const SurfaceMesh& mesh, const SpaceView& view)
      : floor_(floor), mesh_(mesh), view_(view) {}

  Point on_page(const std::array<double, 2>& point) const { return view_.on_page(place(point)); }
  Lifted lifted(const std::array<double, 2>& point) const;
  /// The way over the surface, in steps too short to be seen; of a level line at its level, as a part of the surface.
  /// Requires: a point, and finite ones.
  std::vector<Lifted> along(const Line<2>& line, std::optional<double> level = {}) const;

 private:
  Vector place(const std::array<double, 2>& point) const;

  const Floor& floor_;
  const SurfaceMesh& mesh_;
  const SpaceView& view_;
};

/// The line of a level, back to its first point where it is closed.
Line<2> line_of(const ContourLine& level);

/// A shape about the origin, in points of the page, as it is seen from aside where it lies on the floor.
std::vector<Point> flat_shape(const std::array<double, 2>& middle, const std::vector<Point>& shape, const Floor& floor,
                              const SpaceView& view);

/// Paints a lifted line: dashed where something of the surface stands before it, over that whole where the eye sees it,
/// with a casing in the colour of the ground.
void paint_lifted(Painting& painting, const std::vector<Lifted>& line, double width, Rgb color, Rgb ground);

/// The stretches of a lifted line that are seen, or those that are hidden, each up to where the next begins.
std::vector<std::vector<Point>> stretches(const std::vector<Lifted>& line, bool seen);

/// Paints them onto the floor, to be covered by whatever of the surface stands before it.
void paint_levels_on_floor(Painting& painting, std::span<const ContourLine> lines, const Floor& floor,
                           const SpaceView& view, Rgb color);

/// Paints onto the surface, after it, what of them the eye sees, in an ink that can be told from the `surface`'s colour
/// there. Of levels beyond the ends of the surface there is nothing to see.
void paint_levels_on_surface(Painting& painting, std::span<const ContourLine> lines, const Floor& floor,
                             const SurfaceMesh& mesh, const SpaceView& view,
                             const std::function<Rgb(const std::array<double, 2>&)>& surface);

/// Paints the paths onto the floor, to be covered by whatever of the surface stands before it.
void paint_paths_on_floor(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                          const SpaceView& view, const PictureStyle& style);

/// Paints them onto the surface, after it: whole where the eye sees it, dashed where something of it stands before
/// them. Marks stand where they are seen.
void paint_paths_on_surface(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                            const SurfaceMesh& mesh, const SpaceView& view, const PictureStyle& style);

}  // namespace gradfield
