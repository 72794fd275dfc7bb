// Inks that can be seen over a heat map.
#pragma once

#include "plot/plane/picture.hpp"

namespace gradfield {

/// Two colours for a thing that is drawn over a heat map.
struct InkPair {
  Rgb dark, light;
};

/// Of the two, the one that stands out from the heat map's colour for `value`.
Rgb ink_over(const HeatLayer& heat, double value, const InkPair& inks);

/// The colour that lies under a point of a level line: of the page, or of the heat map; that of f is the same all along
/// the line. Where the map is blank, the page's.
Rgb level_ground(const PlanePicture& picture, double level, Point data);

/// What stands out from level_ground() as a level line, and as its label: both dark, or both light.
Rgb level_line_ink(const PlanePicture& picture, double level, Point data);
Rgb level_label_ink(const PlanePicture& picture, double level, Point data);

/// Of the two, the one that stands out on most of the map.
Rgb main_ink(const HeatLayer& heat, const InkPair& inks);

}  // namespace gradfield
