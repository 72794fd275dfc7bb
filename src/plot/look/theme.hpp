// The colours of everything on a page but the field itself.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "plot/look/colors.hpp"

namespace gradfield {

struct Theme {
  std::string_view name;
  Rgb background;
  Rgb text;
  Rgb border;                // of the axes
  Rgb grid;                  // lines at the tics
  Rgb contour;               // level lines under arrows
  Rgb quiet;                 // words of the key, labels of level lines
  Rgb ink;                   // arrows of one colour, over a heat map
  Rgb backdrop;              // arrows under paths
  std::array<Rgb, 6> lines;  // curves and paths, to be told apart by every kind of colour vision
};

/// All themes; the first is the default.
std::span<const Theme> themes();

}  // namespace gradfield
