// The lines of a picture: whose the theme's colours for them are, so that curves, marked points and paths never share
// one, as far as there are so many; and the curves of --curve, sampled and told in the key.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "plot/look/colors.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

struct LineColors {
  std::vector<Rgb> functions;  // of one variable: f, its derivative and the second one
  Rgb mark;                    // of points with their gradients or tangents
  std::vector<Rgb> curves;     // of --curve, as many as there are
  std::vector<Rgb> paths;      // what is left; there is one

  Rgb path(std::size_t k) const { return paths[k % paths.size()]; }
};

LineColors line_colors(const PictureStyle& style);

/// Where the equations of --curve hold, over a part of the plane.
std::vector<LevelLines> curve_lines(const PictureStyle& style, const ContourRange& x, const ContourRange& y);

/// What the key says of the curves of --curve.
std::vector<KeyEntry> curve_key(const PictureStyle& style, KeyMark mark = KeyMark::kLine);

}  // namespace gradfield
