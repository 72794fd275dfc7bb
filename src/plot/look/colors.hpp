// Colours, and their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

struct Rgb {
  std::uint8_t red, green, blue;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// The colour 0xRRGGBB.
constexpr Rgb rgb(std::uint32_t bits) {
  return {static_cast<std::uint8_t>(bits >> 16), static_cast<std::uint8_t>(bits >> 8), static_cast<std::uint8_t>(bits)};
}

/// "#rrggbb", or one of color_names() (those of CSS); nothing for anything else.
std::optional<Rgb> find_color(std::string_view name);

std::vector<std::string_view> color_names();

/// "#rrggbb".
std::string hex_text(Rgb color);

/// The light of a channel, 0 to 1, at one of its 256 levels (IEC 61966-2-1).
double light(std::uint8_t level);

/// The relative luminance of WCAG 2.1: 0 of black to 1 of white.
double luminance(Rgb color);

/// How well a colour can be told from another, 1 (not at all) to 21 (black and white): the contrast ratio of WCAG 2.1.
double contrast(Rgb a, Rgb b);

/// Whether white is told from it better than black is.
bool is_dark(Rgb color);

}  // namespace gradfield
