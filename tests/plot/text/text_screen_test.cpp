// Colours of text: to be read on any background, and in order of lightness like the palette they come from.
#include "plot/text/text_screen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace gradfield::test {
namespace {

constexpr Rgb kBlack = rgb(0x000000), kWhite = rgb(0xffffff);

/// Relative luminance, straight from WCAG 2.1.
double standard_luminance(Rgb color) {
  const auto light = [](int level) {
    const double share = level / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * light(color.red) + 0.7152 * light(color.green) + 0.0722 * light(color.blue);
}

double contrast_of(Rgb a, Rgb b) {
  const auto [darker, lighter] = std::minmax({standard_luminance(a), standard_luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

TextScreen screen_with(TextColors colors, std::optional<Rgb> background = {}) {
  TextScreen screen;
  screen.colors = colors;
  screen.background = background;
  return screen;
}

std::size_t count_different(const std::vector<Rgb>& colors) {
  std::vector<std::string> names;
  for (const Rgb color : colors) names.push_back(hex_text(color));
  std::ranges::sort(names);
  return static_cast<std::size_t>(std::unique(names.begin(), names.end()) - names.begin());
}

TEST(ReadableColors, AreSeenOnBlackAndOnWhite) {
  for (const Palette& palette : palettes()) {
    for (const TextColors depth : {TextColors::k256, TextColors::k24Bit}) {
      const std::vector<Rgb> colors = readable_colors(palette, screen_with(depth));
      EXPECT_GE(colors.size(), 2u) << palette.name;
      for (const Rgb color : colors) {
        EXPECT_GE(contrast_of(color, kBlack), 3) << palette.name << " " << hex_text(color);
        EXPECT_GE(contrast_of(color, kWhite), 3) << palette.name << " " << hex_text(color);
      }
    }
  }
}

TEST(ReadableColors, AreSeenOnTheBackgroundThereIs) {
  for (const Palette& palette : palettes()) {
    for (const TextColors depth : {TextColors::k256, TextColors::k24Bit}) {
      for (const Rgb background :
           {kBlack, kWhite, rgb(0x11151c), rgb(0xfdf6e3), rgb(0x757575), rgb(0x777777), rgb(0xa0a0a0)}) {
        const std::vector<Rgb> colors = readable_colors(palette, screen_with(depth, background));
        EXPECT_GE(colors.size(), 2u) << palette.name;
        for (const Rgb color : colors) {
          EXPECT_GE(contrast_of(color, background), 3) << palette.name << " " << hex_text(color);
        }
      }
    }
  }
}

TEST(ReadableColors, StayApartFromEachOther) {
  for (const Palette& palette : palettes()) {
    EXPECT_GE(count_different(readable_colors(palette, screen_with(TextColors::k24Bit))), 50u) << palette.name;
    // Of 256 colours, cividis has the fewest near it.
    EXPECT_GE(count_different(readable_colors(palette, screen_with(TextColors::k256))), 5u) << palette.name;
    const std::vector<Rgb> colors = readable_colors(palette, screen_with(TextColors::k256));
    EXPECT_NE(colors.front(), colors.back()) << palette.name;
  }
}

// Viridis and magma begin nearly black: lightened in proportion they would begin as the most vivid of their colours.
TEST(ReadableColors, DoNotShoutWhereThePaletteIsDark) {
  const auto vividness = [](Rgb color) {
    return std::max({color.red, color.green, color.blue}) - std::min({color.red, color.green, color.blue});
  };
  for (const char* name : {"viridis", "magma"}) {
    for (const TextColors depth : {TextColors::k256, TextColors::k24Bit}) {
      const std::vector<Rgb> colors = readable_colors(*find_palette(name), screen_with(depth));
      int most = 0;
      for (const Rgb color : colors) most = std::max(most, vividness(color));
      EXPECT_LT(vividness(colors.front()), most) << name;
      EXPECT_LE(vividness(colors.front()), 128) << name;
    }
  }
}

TEST(ReadableColors, AreLighterWhereThePaletteIs) {
  for (const Palette& palette : palettes()) {
    const std::vector<Rgb> colors = readable_colors(palette, screen_with(TextColors::k24Bit));
    ASSERT_GE(colors.size(), 2u) << palette.name;
    for (std::size_t i = 1; i < colors.size(); ++i) {
      const double last = static_cast<double>(colors.size() - 1);
      const double before = standard_luminance(color_at(palette.colors, static_cast<double>(i - 1) / last));
      const double here = standard_luminance(color_at(palette.colors, static_cast<double>(i) / last));
      const double rise = standard_luminance(colors[i]) - standard_luminance(colors[i - 1]);
      // Half a level of each channel, at most 0.009 of luminance a level at these, both ways.
      constexpr double kRounding = 0.009;
      EXPECT_GE(here > before ? rise : -rise, -kRounding) << palette.name << " at " << i;
    }
  }
}

TEST(Readable, LeavesAloneWhatCanBeReadAndKeepsTheHueOfTheRest) {
  const TextScreen screen = screen_with(TextColors::k24Bit);
  for (const std::uint32_t bits : {0x1f5fa8u, 0xd95f0eu, 0x808080u}) EXPECT_EQ(readable(rgb(bits), screen), rgb(bits));
  const Rgb yellow = readable(rgb(0xffff00), screen);
  EXPECT_EQ(yellow.red, yellow.green);
  EXPECT_EQ(yellow.blue, 0);
  EXPECT_GE(contrast_of(yellow, kWhite), 3);
  const Rgb navy = readable(rgb(0x000080), screen);
  EXPECT_GE(contrast_of(navy, kBlack), 3);
  EXPECT_GT(navy.blue, navy.red);
  EXPECT_GE(contrast_of(readable(kBlack, screen), kBlack), 3);
  EXPECT_GE(contrast_of(readable(kWhite, screen), kWhite), 3);
  // Where the background is dark, yellow may stay.
  EXPECT_EQ(readable(rgb(0xffff00), screen_with(TextColors::k24Bit, kBlack)), rgb(0xffff00));
}

TEST(Paint, NamesTheColourAsTheTerminalKnowsIt) {
  EXPECT_EQ(paint("x", rgb(0x0a141e), screen_with(TextColors::k24Bit)), "\x1b[38;2;10;20;30mx\x1b[0m");
  EXPECT_EQ(paint("x", rgb(0x0a141e), screen_with(TextColors::kNone)), "x");
  struct Row {
    std::uint32_t color;
    const char* index;
  };
  // From xterm's 256colres.h; the last two lie between.
  for (const Row& row : {Row{0x000000, "16"},
                         {0xffffff, "231"},
                         {0xd75f5f, "167"},
                         {0x00d7ff, "45"},
                         {0x080808, "232"},
                         {0xeeeeee, "255"},
                         {0x767676, "243"},
                         {0x0000f8, "21"},
                         {0xfe0102, "196"}}) {
    EXPECT_EQ(paint("x", rgb(row.color), screen_with(TextColors::k256)),
              std::string("\x1b[38;5;") + row.index + "mx\x1b[0m");
  }
}

}  // namespace
}  // namespace gradfield::test
