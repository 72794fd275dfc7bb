// Level lines on the surface of f, and below it on the floor.
#pragma once

#include <functional>
#include <span>

#include "analysis/contours/contours.hpp"
#include "plot/space/painting.hpp"
#include "plot/surface/lifted_lines.hpp"

namespace gradfield {

/// Paints them onto the floor, to be covered by whatever of the surface stands before it.
void paint_levels_on_floor(Painting& painting, std::span<const ContourLine> lines, const Floor& floor,
                           const SpaceView& view, Rgb color);

/// Paints onto the surface, after it, what of them the eye sees, in an ink that can be told from the `surface`'s colour
/// there. Of levels beyond the ends of the surface there is nothing to see.
void paint_levels_on_surface(Painting& painting, std::span<const ContourLine> lines, const Floor& floor,
                             const SurfaceMesh& mesh, const SpaceView& view,
                             const std::function<Rgb(const std::array<double, 2>&)>& surface);

}  // namespace gradfield
