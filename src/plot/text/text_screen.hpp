// What a picture of characters is shown on: its size, its characters, and the colours that can be read there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plot/look/palettes.hpp"

namespace gradfield {

enum class TextColors { kNone, k256, k24Bit };

struct TextScreen {
  std::size_t columns = 80;
  std::size_t rows = 24;
  TextColors colors = TextColors::kNone;
  bool unicode = true;            // arrows, dots and box drawing; else plain ASCII
  std::optional<Rgb> background;  // where it is known; else colours are to be read on black and on white
};

/// A picture in characters, LF line ends, and what there is to say beside it.
struct TextPicture {
  std::string characters;
  std::vector<std::string> notes;
};

/// `text` in a colour, or as it is on a screen without colours. One of 256 colours is the nearest to it.
std::string paint(std::string_view text, Rgb color, const TextScreen& screen);

/// A painted character, or one as it is, on a ground of this colour.
std::string paint_ground(const std::string& cell, Rgb color, const TextScreen& screen);

/// Of the colours that the screen has, the nearest.
Rgb nearest_color(Rgb color, const TextScreen& screen);

/// The colour, or if it can hardly be read on the screen's background the next of the same hue that can: its contrast
/// is at least kLeastTextContrast.
Rgb readable(Rgb color, const TextScreen& screen);

/// The colours of a palette, evenly spaced and finer than the eye tells apart, moved together in lightness until all of
/// them can be read: what is lighter in the palette stays lighter.
std::vector<Rgb> readable_colors(const Palette& palette, const TextScreen& screen);

/// WCAG 2.1, success criterion 1.4.11, of what is no text but must be seen. On black and on white at once there are no
/// more than 4.58.
inline constexpr double kLeastTextContrast = 3;

}  // namespace gradfield
