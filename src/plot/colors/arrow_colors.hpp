// Which colours arrows have, and by what.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "plot/arrows/color_scale.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// What else is on the page, and makes arrows its ground.
struct ArrowGround {
  std::optional<ColorBy> areas = {};   // what the colours of areas below them show
  std::string_view area_palette = {};  // theirs
  bool has_paths = false;
};

struct ArrowColors {
  ColorBy by = ColorBy::kNorm;
  Rgb single{};      // of arrows in one colour
  ColorScale scale;  // of the others

  /// Of an arrow with this norm and this value of f.
  Rgb of(double norm, double value) const;
  /// Of the arrows in the key: that of the `norm` they stand for; over values the theme's ink.
  Rgb in_key(double norm, const Theme& theme) const;
};

/// The colours that the style asks for: by default those of norms, but one colour over areas and under paths. Where
/// nothing varies all arrows have one, and over areas that show the same: they could not be seen there. A range or a
/// rule that is asked for is that of areas, where there are some.
/// `colors`: of the palette, as they suit what is drawn on.
ArrowColors arrow_colors(const PictureStyle& style, const Field& field, const LengthScale& lengths,
                         std::vector<Rgb> colors, const ArrowGround& ground = {});

/// Whether the style asks for arrows in colours that areas below them show.
bool is_shown_below(const PictureStyle& style, const ArrowGround& ground);

/// The palette of arrows: over areas the style's is that of the areas, and arrows have another.
const Palette& arrow_palette(const PictureStyle& style, const ArrowGround& ground = {});

}  // namespace gradfield
