#include "plot/look/palettes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gradfield {
namespace {

// viridis, plasma, magma, inferno: S. van der Walt & N. Smith, 2015, CC0. cividis: J. R. Nunez, C. R. Anderton &
// R. S. Renslow, 2018. turbo: A. Mikhailov, 2019. coolwarm: K. Moreland, 2009. The diverging scale is C. Brewer's RdBu.
// Every sixteenth of each.
constexpr Rgb kViridis[] = {
    rgb(0x440154), rgb(0x48186a), rgb(0x472d7b), rgb(0x424086), rgb(0x3b528b), rgb(0x33638d),
    rgb(0x2c728e), rgb(0x26828e), rgb(0x21918c), rgb(0x1fa088), rgb(0x28ae80), rgb(0x3fbc73),
    rgb(0x5ec962), rgb(0x84d44b), rgb(0xaddc30), rgb(0xd8e219), rgb(0xfde725),
};
constexpr Rgb kPlasma[] = {
    rgb(0x0d0887), rgb(0x310597), rgb(0x4c02a1), rgb(0x6600a7), rgb(0x7e03a8), rgb(0x9511a1),
    rgb(0xaa2395), rgb(0xbc3587), rgb(0xcc4778), rgb(0xda5a6a), rgb(0xe66c5c), rgb(0xf0804e),
    rgb(0xf89540), rgb(0xfdac33), rgb(0xfdc527), rgb(0xf8df25), rgb(0xf0f921),
};
constexpr Rgb kCividis[] = {
    rgb(0x00224e), rgb(0x002e6a), rgb(0x1a386f), rgb(0x32436d), rgb(0x434e6c), rgb(0x535a6d),
    rgb(0x61656f), rgb(0x6f7073), rgb(0x7d7c78), rgb(0x8c8878), rgb(0x9b9476), rgb(0xaba072),
    rgb(0xbcae6c), rgb(0xcdbb63), rgb(0xdec958), rgb(0xf0d846), rgb(0xfee838),
};
constexpr Rgb kMagma[] = {
    rgb(0x000004), rgb(0x0a0822), rgb(0x1d1147), rgb(0x36106b), rgb(0x51127c), rgb(0x6a1c81),
    rgb(0x832681), rgb(0x9c2e7f), rgb(0xb73779), rgb(0xd0416f), rgb(0xe75263), rgb(0xf56b5c),
    rgb(0xfc8961), rgb(0xfea772), rgb(0xfec488), rgb(0xfde2a3), rgb(0xfcfdbf),
};
constexpr Rgb kInferno[] = {
    rgb(0x000004), rgb(0x0b0724), rgb(0x210c4a), rgb(0x3d0965), rgb(0x57106e), rgb(0x71196e),
    rgb(0x8a226a), rgb(0xa32c61), rgb(0xbc3754), rgb(0xd24644), rgb(0xe45a31), rgb(0xf1731d),
    rgb(0xf98e09), rgb(0xfcac11), rgb(0xf9cb35), rgb(0xf2ea69), rgb(0xfcffa4),
};
constexpr Rgb kTurbo[] = {
    rgb(0x30123b), rgb(0x4040a2), rgb(0x466be3), rgb(0x4294ff), rgb(0x28bceb), rgb(0x18ddc2),
    rgb(0x32f298), rgb(0x6dfe62), rgb(0xa4fc3c), rgb(0xcdec34), rgb(0xeecf3a), rgb(0xfdac34),
    rgb(0xfb7e21), rgb(0xeb500e), rgb(0xd02f05), rgb(0xa91601), rgb(0x7a0403),
};
constexpr Rgb kCoolwarm[] = {
    rgb(0x3b4cc0), rgb(0x4e68d8), rgb(0x6282ea), rgb(0x779af7), rgb(0x8db0fe), rgb(0xa3c2fe),
    rgb(0xb9d0f9), rgb(0xccd9ed), rgb(0xdddcdc), rgb(0xecd3c5), rgb(0xf5c4ac), rgb(0xf7b093),
    rgb(0xf4987a), rgb(0xeb7d62), rgb(0xdd5f4b), rgb(0xca3b37), rgb(0xb40426),
};
constexpr Rgb kGray[] = {rgb(0x000000), rgb(0x404040), rgb(0x808080), rgb(0xc0c0c0), rgb(0xffffff)};
constexpr Rgb kDiverging[] = {
    rgb(0x053061), rgb(0x2a71b2), rgb(0x6bacd1), rgb(0xc2ddec), rgb(0xf7f6f6),
    rgb(0xfbccb4), rgb(0xe48066), rgb(0xba2832), rgb(0x67001f),
};

// The same two hues about a middle that is nearly black, lighter outwards: on a dark page zero is dark.
constexpr Rgb kDarkDiverging[] = {
    rgb(0xcfe8f7), rgb(0x7cb9e3), rgb(0x3b7fbd), rgb(0x204a76), rgb(0x1b1f27),
    rgb(0x742f28), rgb(0xbb4a3b), rgb(0xec9277), rgb(0xfbdccb),
};

constexpr Palette kPalettes[] = {
    {"viridis", kViridis},
    {"plasma", kPlasma},
    {"cividis", kCividis},
    {"magma", kMagma},
    {"inferno", kInferno},
    {"turbo", kTurbo},
    {"gray", kGray, false, {}, false, true},
    {"diverging", kDiverging, true, kDarkDiverging},
    {"coolwarm", kCoolwarm, true},
};

// Yellow on white, and black on black, below this contrast are lost on a projector.
constexpr double kLeastContrast = 1.8;
constexpr int kSteps = 100;

// The colour, mixed with as little gray as makes it seen.
Rgb grayed(Rgb color, Rgb background) {
  Rgb mixed = color;
  for (int step = 1; step <= kSteps && contrast(mixed, background) < kLeastContrast; ++step) {
    mixed = color_at(std::array{color, rgb(0x808080)}, static_cast<double>(step) / kSteps);
  }
  return mixed;
}

}  // namespace

std::span<const Palette> palettes() { return kPalettes; }

const Palette* find_palette(std::string_view name) {
  for (const Palette& palette : kPalettes) {
    if (palette.name == name) return &palette;
  }
  return nullptr;
}

Rgb color_at(std::span<const Rgb> colors, double share) {
  const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(colors.size() - 1);
  const std::size_t below = std::min(static_cast<std::size_t>(place), colors.size() - 2);
  const double rest = place - static_cast<double>(below);
  const auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + rest * (b - a)));
  };
  const Rgb a = colors[below], b = colors[below + 1];
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

std::vector<Rgb> colors_of(const Palette& palette) {
  std::vector<Rgb> colors(palette.colors.begin(), palette.colors.end());
  if (palette.is_reversed) std::ranges::reverse(colors);
  return colors;
}

std::vector<Rgb> colors_for_areas(const Palette& palette, Rgb background) {
  if (!is_dark(background) || palette.dark_colors.empty()) return colors_of(palette);
  Palette dark = palette;
  dark.colors = palette.dark_colors;
  return colors_of(dark);
}

std::vector<Rgb> colors_on(const Palette& palette, Rgb background) {
  std::vector<Rgb> colors = colors_of(palette);
  if (palette.is_diverging) {
    for (Rgb& color : colors) color = grayed(color, background);
    return colors;
  }
  if (palette.turns_on_light && !is_dark(background)) std::reverse(colors.begin(), colors.end());
  int first = 0, last = kSteps;
  const auto is_seen = [&](int step) {
    return contrast(color_at(colors, static_cast<double>(step) / kSteps), background) >= kLeastContrast;
  };
  while (first < last && !is_seen(first)) ++first;
  while (last > first && !is_seen(last)) --last;
  std::vector<Rgb> seen;
  for (std::size_t i = 0; i < colors.size(); ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(colors.size() - 1);
    seen.push_back(grayed(color_at(colors, (first + share * (last - first)) / kSteps), background));
  }
  return seen;
}

}  // namespace gradfield
