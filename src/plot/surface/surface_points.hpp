// What lies on the floor and is raised onto the surface besides level lines and paths: curves of --curve, and marked
// points with their gradients and the level lines through them.
#pragma once

#include "plot/arrows/arrows.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/surface/lifted_lines.hpp"
#include "plot/surface/surface_field.hpp"

namespace gradfield {

/// Paints them onto the floor, to be covered by whatever of the surface stands before them. `arrows`: of the points, on
/// the floor.
void paint_marks_on_floor(Painting& painting, const SurfaceField& surface, const Arrows& arrows, const Floor& floor,
                          const SpaceView& view, const PictureStyle& style);

/// Paints them onto the surface, after it: each point with an arrow along its steepest slope, and a stem down to the
/// one on the floor. What the surface hides of lines is dashed.
void paint_marks_on_surface(Painting& painting, const SurfaceField& surface, const Floor& floor,
                            const SurfaceMesh& mesh, const SpaceView& view, const PictureStyle& style);

}  // namespace gradfield
