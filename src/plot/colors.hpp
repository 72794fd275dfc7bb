// Colours by name, and the scales that turn a magnitude into a colour.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

struct Rgb {
  std::uint8_t red, green, blue;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// "#rrggbb", or one of color_names() (those of CSS); nothing for anything else.
std::optional<Rgb> find_color(std::string_view name);

std::vector<std::string_view> color_names();

/// "#rrggbb".
std::string hex_text(Rgb color);

/// The 17 colours of viridis (S. van der Walt & N. Smith, 2015, CC0), from the smallest value to the largest.
std::span<const Rgb> viridis();

/// The colour at `share` (0 to 1) of a palette, between its two nearest.
Rgb color_at(std::span<const Rgb> palette, double share);

}  // namespace gradfield
