// The scales that turn a magnitude into a colour.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "plot/look/colors.hpp"

namespace gradfield {

/// One scale of colours, from the smallest value to the largest, evenly spaced.
struct Palette {
  std::string_view name;
  std::span<const Rgb> colors;
  bool is_diverging = false;              // its middle stands for zero
  std::span<const Rgb> dark_colors = {};  // in their place for areas of a dark page, where they differ
  bool is_reversed = false;               // from the largest value to the smallest
  bool turns_on_light = false;            // the other way round for thin things on a light page: large values stand out
};

/// All palettes; the first is the default.
std::span<const Palette> palettes();

/// Null where there is none of that name.
const Palette* find_palette(std::string_view name);

/// The colour at `share` (0 to 1) of a scale, between its two nearest.
Rgb color_at(std::span<const Rgb> colors, double share);

/// Where on a palette the colour of what is all alike stands: neither small nor large.
inline constexpr double kOfConstant = 0.4;

/// The colours of a palette in their order.
std::vector<Rgb> colors_of(const Palette& palette);

/// The colours of a palette for areas of a page of this `background`.
std::vector<Rgb> colors_for_areas(const Palette& palette, Rgb background);

/// The colours of a palette for thin things on a `background`: without the ends that can hardly be seen there, the
/// middle of a diverging one grayed, and turned where the palette turns. As many as the palette has.
std::vector<Rgb> colors_on(const Palette& palette, Rgb background);

}  // namespace gradfield
