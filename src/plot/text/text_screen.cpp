#include "plot/text/text_screen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gradfield {
namespace {

constexpr Rgb kBlack = rgb(0x000000), kWhite = rgb(0xffffff);

constexpr double kFlare = 0.05;  // of WCAG 2.1: contrast is (lighter + 0.05) / (darker + 0.05)

// Of what can be read.
struct Band {
  double low = 0, high = 1;
};

Band band_of(const TextScreen& screen) {
  // What rounding to whole levels of red, green and blue may take away.
  constexpr double kContrast = kLeastTextContrast * 1.02;
  const auto above = [](Rgb background) { return kContrast * (luminance(background) + kFlare) - kFlare; };
  const auto below = [](Rgb background) { return (luminance(background) + kFlare) / kContrast - kFlare; };
  if (!screen.background) return {above(kBlack), below(kWhite)};
  return is_dark(*screen.background) ? Band{above(*screen.background), 1} : Band{0, below(*screen.background)};
}

// The same hue at another luminance: all channels of the light in proportion. A lighter one by white as well, for the
// last quarter of the way, and where the largest channel is full by white alone: the violet that viridis begins with
// would be a glaring magenta, the loudest of its colours.
Rgb at_luminance(Rgb color, double wanted) {
  const double now = luminance(color);
  if (wanted == now) return color;
  const double largest = light(std::max({color.red, color.green, color.blue}));
  const double ratio = wanted > now ? std::pow(wanted / now, 3.0 / 4) : wanted / now;
  const double factor = largest > 0 ? std::min(ratio, 1 / largest) : 1;
  // Nothing is lighter than white, whatever rounding says.
  const double reached = factor * now;
  const double white = wanted > reached && reached < 1 ? (wanted - reached) / (1 - reached) : 0;
  const auto moved = [&](std::uint8_t channel) {
    const double out = factor * light(channel) * (1 - white) + white;
    // IEC 61966-2-1, from light back to a level.
    const double level = out <= 0.0031308 ? out * 12.92 : 1.055 * std::pow(out, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 1.0) * 255));
  };
  return {moved(color.red), moved(color.green), moved(color.blue)};
}

// The colours 16 to 255 of 256: a cube of six levels a channel, then 24 grays. (The first 16 are the user's own.)
constexpr int kFirst = 16;
constexpr std::array<Rgb, 240> kCubeAndGrays = [] {
  constexpr std::array<std::uint8_t, 6> kLevels{0, 95, 135, 175, 215, 255};
  std::array<Rgb, 240> colors{};
  for (std::size_t i = 0; i < 216; ++i) colors[i] = {kLevels[i / 36], kLevels[i / 6 % 6], kLevels[i % 6]};
  for (std::size_t i = 0; i < 24; ++i) {
    const auto level = static_cast<std::uint8_t>(8 + 10 * i);
    colors[216 + i] = {level, level, level};
  }
  return colors;
}();

// Which of them is nearest, among those within the band.
std::size_t nearest_of_256(Rgb color, Band band) {
  // "Redmean": distances as the eye sees them, near enough (T. Riemersma, compuphase.com/cmetric.htm).
  const auto distance = [&](Rgb other) {
    const double red = color.red - other.red, green = color.green - other.green, blue = color.blue - other.blue;
    const double mean = (color.red + other.red) / 2.0;
    return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue;
  };
  constexpr double kRounding = 1e-9;  // of the luminance of white
  std::size_t nearest = 0;
  double least = INFINITY;
  for (std::size_t i = 0; i < kCubeAndGrays.size(); ++i) {
    const double light = luminance(kCubeAndGrays[i]);
    if (light < band.low || light > band.high + kRounding || distance(kCubeAndGrays[i]) >= least) continue;
    nearest = i;
    least = distance(kCubeAndGrays[i]);
  }
  return nearest;
}

Rgb shown(Rgb color, Band band, const TextScreen& screen) {
  return screen.colors == TextColors::k256 ? kCubeAndGrays[nearest_of_256(color, band)] : color;
}

// The colour as the terminal knows it, behind "38;" of text or "48;" of its ground.
std::string code_of(Rgb color, const TextScreen& screen) {
  std::string code;
  if (screen.colors == TextColors::k24Bit) {
    code = "2;" + std::to_string(color.red) + ";" + std::to_string(color.green) + ";" + std::to_string(color.blue);
  } else {
    const auto same = std::ranges::find(kCubeAndGrays, color);
    const auto index = same != kCubeAndGrays.end() ? static_cast<std::size_t>(same - kCubeAndGrays.begin())
                                                   : nearest_of_256(color, {});
    code = "5;" + std::to_string(kFirst + index);
  }
  return code;
}

}  // namespace

std::string paint(std::string_view text, Rgb color, const TextScreen& screen) {
  if (screen.colors == TextColors::kNone) return std::string(text);
  return "\x1b[38;" + code_of(color, screen) + "m" + std::string(text) + "\x1b[0m";
}

std::string paint_ground(const std::string& cell, Rgb color, const TextScreen& screen) {
  if (screen.colors == TextColors::kNone) return cell;
  constexpr std::string_view kEnd = "\x1b[0m";
  return "\x1b[48;" + code_of(color, screen) + "m" + cell + std::string(cell.ends_with(kEnd) ? "" : kEnd);
}

Rgb nearest_color(Rgb color, const TextScreen& screen) { return shown(color, {}, screen); }

Rgb readable(Rgb color, const TextScreen& screen) {
  const Band band = band_of(screen);
  return shown(at_luminance(color, std::clamp(luminance(color), band.low, band.high)), band, screen);
}

std::vector<Rgb> readable_colors(const Palette& palette, const TextScreen& screen) {
  constexpr int kSteps = 64;
  const std::vector<Rgb> colors = screen.background ? colors_on(palette, *screen.background) : colors_of(palette);
  const Band band = band_of(screen);
  // The eye sees ratios: logarithms of luminance from those of black and white to those of the band.
  const double darkest = std::log(band.low + kFlare), lightest = std::log(band.high + kFlare);
  std::vector<Rgb> steps;
  for (int i = 0; i <= kSteps; ++i) {
    const Rgb color = color_at(colors, static_cast<double>(i) / kSteps);
    const double share = std::log(contrast(color, kBlack)) / std::log(contrast(kWhite, kBlack));
    const double wanted = std::exp(darkest + share * (lightest - darkest)) - kFlare;
    steps.push_back(shown(at_luminance(color, wanted), band, screen));
  }
  return steps;
}

}  // namespace gradfield
