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

/// Of the two, the one that stands out at a point of the data; where the map is blank, from the page.
Rgb ink_at(const Picture& picture, Point data, const InkPair& inks);

/// Of the two, the one that stands out at a point of a level line: over f as colours the same all along it.
Rgb level_ink(const Picture& picture, double level, Point data, const InkPair& inks);

}  // namespace gradfield
