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

}  // namespace gradfield
