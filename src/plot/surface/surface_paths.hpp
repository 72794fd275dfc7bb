// Paths down on the surface of f, and their shadows on the floor below it.
#pragma once

#include <vector>

#include "analysis/descent/descent.hpp"
#include "plot/look/theme.hpp"
#include "plot/space/painting.hpp"
#include "plot/space/space_view.hpp"
#include "plot/surface/lifted_lines.hpp"
#include "plot/surface/surface_mesh.hpp"

namespace gradfield {

/// Paints the paths onto the floor, to be covered by whatever of the surface stands before it.
void paint_paths_on_floor(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                          const SpaceView& view, const Theme& theme);

/// Paints them onto the surface, after it: whole where the eye sees it, dotted where something of it stands before
/// them. Marks stand where they are seen.
void paint_paths_on_surface(Painting& painting, const std::vector<DescentPath>& paths, const Floor& floor,
                            const SurfaceMesh& mesh, const SpaceView& view, const Theme& theme);

}  // namespace gradfield
