#include "plot/colors/arrow_colors.hpp"

#include <utility>

#include "plot/colors/area_colors.hpp"

namespace gradfield {

Rgb ArrowColors::of(double norm, double value) const {
  if (by == ColorBy::kOneColor) return single;
  return color_at(scale.colors, scale.share(by == ColorBy::kValue ? value : norm));
}

Rgb ArrowColors::in_key(double norm, const Theme& theme) const {
  return by == ColorBy::kValue ? theme.ink : of(norm, 0);
}

ArrowColors arrow_colors(const PictureStyle& style, const Field& field, const LengthScale& lengths,
                         std::vector<Rgb> colors, const ArrowGround& ground) {
  ArrowColors arrows;
  arrows.by = style.color_by.value_or(ground.areas || ground.has_paths ? ColorBy::kOneColor : ColorBy::kNorm);
  if (is_shown_below(style, ground)) arrows.by = ColorBy::kOneColor;
  const Rgb of_constant = color_at(colors, kOfConstant);
  const ColorWish asked = ground.areas ? ColorWish() : style.color_wish;
  ColorWish wish = asked;
  if (wish.growth == nullptr && spans_decades(field)) wish.growth = &kLogarithmic;
  arrows.scale = arrows.by == ColorBy::kValue
                     ? value_scale(field.f, std::move(colors), arrow_palette(style, ground).is_diverging, wish)
                     : norm_scale(lengths, std::move(colors), asked);
  if (arrows.by == ColorBy::kValue) arrows.scale.label = typeset_name(style.name);
  if (arrows.by != ColorBy::kOneColor && !arrows.scale.has_range()) {
    arrows.by = ColorBy::kOneColor;
    arrows.single = of_constant;
  } else {
    arrows.single = style.color.value_or(ground.areas || !ground.has_paths ? style.theme->ink : style.theme->backdrop);
  }
  return arrows;
}

bool is_shown_below(const PictureStyle& style, const ArrowGround& ground) {
  return ground.areas && style.color_by == ground.areas;
}

const Palette& arrow_palette(const PictureStyle& style, const ArrowGround& ground) {
  if (style.palette && !ground.areas) return *style.palette;
  return *find_palette(ground.area_palette == "viridis" ? "plasma" : "viridis");
}

}  // namespace gradfield
