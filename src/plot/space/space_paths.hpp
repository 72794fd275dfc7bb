// Paths down of three variables, among the arrows of a box of space.
#pragma once

#include <array>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "plot/look/theme.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/space/painting.hpp"
#include "plot/space/space_view.hpp"

namespace gradfield {

/// Paints the shadows of the paths on the floor of the box from `low` to `high`: they tell how near a path is.
void paint_path_shadows(Painting& painting, const std::vector<DescentPath>& paths, const Vector& low,
                        const Vector& high, const SpaceView& view, const Theme& theme);

/// Paints the paths over everything, each within the box, with dots at its steps, its end, and a ring around its start.
void paint_paths_in_space(Painting& painting, const std::vector<DescentPath>& paths, const Vector& low,
                          const Vector& high, const SpaceView& view, const PictureStyle& style);

}  // namespace gradfield
