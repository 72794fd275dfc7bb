#include "plot/plane/heat_ink.hpp"

#include <algorithm>
#include <cmath>

#include "plot/look/palettes.hpp"

namespace gradfield {
namespace {

// Thin words need more than lines do.
constexpr InkPair kLineInks{rgb(0x3c4148), rgb(0xd8dce2)}, kLabelInks{rgb(0x202428), rgb(0xf4f4f4)};

bool needs_dark(Rgb ground, const InkPair& inks) { return contrast(inks.dark, ground) > contrast(inks.light, ground); }

// The pixel of the axis that holds the value.
std::size_t pixel(const Axis& axis, double value) {
  const auto last = static_cast<double>(axis.count - 1);
  return static_cast<std::size_t>(std::clamp(std::round((value - axis.min) / (axis.max - axis.min) * last), 0.0, last));
}

Rgb color_over(const HeatLayer& heat, double value) { return color_at(heat.scale.colors, heat.scale.share(value)); }

}  // namespace

Rgb ink_over(const HeatLayer& heat, double value, const InkPair& inks) {
  return needs_dark(color_over(heat, value), inks) ? inks.dark : inks.light;
}

Rgb level_ground(const PlanePicture& picture, double level, Point data) {
  if (!picture.heat) return picture.style.theme->background;
  const HeatLayer& heat = *picture.heat;
  if (picture.style.heat_map == HeatMap::kValue) return color_over(heat, level);
  const Axis &x = heat.grid.axes[0], &y = heat.grid.axes[1];
  const double value = heat.values[pixel(y, data.y) * x.count + pixel(x, data.x)];
  return std::isfinite(value) ? color_over(heat, value) : picture.style.theme->background;
}

Rgb level_line_ink(const PlanePicture& picture, double level, Point data) {
  return needs_dark(level_ground(picture, level, data), kLineInks) ? kLineInks.dark : kLineInks.light;
}

Rgb level_label_ink(const PlanePicture& picture, double level, Point data) {
  return level_line_ink(picture, level, data) == kLineInks.dark ? kLabelInks.dark : kLabelInks.light;
}

Rgb main_ink(const HeatLayer& heat, const InkPair& inks) {
  std::size_t dark = 0, light = 0;
  for (const double value : heat.values) {
    if (std::isfinite(value)) ++(ink_over(heat, value, inks) == inks.dark ? dark : light);
  }
  return dark > light ? inks.dark : inks.light;
}

}  // namespace gradfield
