// The surface of f over the arrows of its gradient.
#pragma once

#include <vector>

#include "plot/space/space_picture.hpp"
#include "plot/surface/surface_field.hpp"

namespace gradfield {

/// The surface of f over the arrows of its gradient, which lie on the floor; level lines and paths on both.
/// Requires: a grid of two axes; `surface` is sample_surface() of it, in this style for this terminal.
SpacePicture compose_surface(const Grid& grid, const Field& field, const PictureStyle& style, const Terminal& terminal,
                             const SurfaceField& surface, std::vector<DescentPath> paths = {},
                             const Moment& moment = {});

}  // namespace gradfield
