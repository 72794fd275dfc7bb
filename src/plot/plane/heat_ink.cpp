#include "plot/plane/heat_ink.hpp"

#include <algorithm>
#include <cmath>

#include "plot/page/palettes.hpp"

namespace gradfield {
namespace {

Rgb ink_on(Rgb ground, const InkPair& inks) {
  return contrast(inks.dark, ground) > contrast(inks.light, ground) ? inks.dark : inks.light;
}

// The pixel of the axis that holds the value.
std::size_t pixel(const Axis& axis, double value) {
  const auto last = static_cast<double>(axis.count - 1);
  return static_cast<std::size_t>(std::clamp(std::round((value - axis.min) / (axis.max - axis.min) * last), 0.0, last));
}

}  // namespace

Rgb ink_over(const HeatLayer& heat, double value, const InkPair& inks) {
  return ink_on(color_at(heat.scale.colors, heat.scale.share(value)), inks);
}

Rgb level_ink(const Picture& picture, double level, Point data, const InkPair& inks) {
  const bool is_value = picture.style.heat_map == HeatMap::kValue;
  return is_value ? ink_over(*picture.heat, level, inks) : ink_at(picture, data, inks);
}

Rgb ink_at(const Picture& picture, Point data, const InkPair& inks) {
  const HeatLayer& heat = *picture.heat;
  const Axis &x = heat.grid.axes[0], &y = heat.grid.axes[1];
  const double value = heat.values[pixel(y, data.y) * x.count + pixel(x, data.x)];
  return std::isfinite(value) ? ink_over(heat, value, inks) : ink_on(picture.style.theme->background, inks);
}

}  // namespace gradfield
