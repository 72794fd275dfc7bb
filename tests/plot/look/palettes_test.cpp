#include "plot/look/palettes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "plot/look/theme.hpp"

namespace gradfield {
namespace {

TEST(Palettes, AreFoundByTheirNames) {
  for (const Palette& palette : palettes()) EXPECT_EQ(find_palette(palette.name), &palette);
  EXPECT_EQ(palettes()[0].name, "viridis");
  EXPECT_EQ(find_palette("jet"), nullptr);
}

TEST(Palettes, GoFromDarkToLightWhereTheyAreNotDiverging) {
  constexpr Rgb kBlack = rgb(0x000000);
  for (const Palette& palette : palettes()) {
    if (palette.is_diverging || palette.name == "turbo") continue;  // a rainbow is lightest in its middle
    for (std::size_t i = 1; i < palette.colors.size(); ++i) {
      EXPECT_GT(contrast(palette.colors[i], kBlack), contrast(palette.colors[i - 1], kBlack)) << palette.name;
    }
  }
}

TEST(Palettes, ThatDivergeArePaleInTheMiddleAndAlikeAtBothEnds) {
  const Palette& palette = *find_palette("diverging");
  constexpr Rgb kWhite = rgb(0xffffff);
  const Rgb middle = color_at(palette.colors, 0.5);
  EXPECT_LT(contrast(middle, kWhite), 1.1);
  const double low = contrast(palette.colors.front(), kWhite), high = contrast(palette.colors.back(), kWhite);
  EXPECT_NEAR(low, high, 0.1 * high);
  EXPECT_GT(palette.colors.front().blue, palette.colors.front().red);
  EXPECT_GT(palette.colors.back().red, palette.colors.back().blue);
}

TEST(Contrast, IsThatOfTheStandard) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xffffff)), 21, 1e-9);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xffffff)), 4.48, 0.01);  // the known gray that just fails level AA
  EXPECT_EQ(contrast(rgb(0x123456), rgb(0x123456)), 1);
}

TEST(IsDark, TellsWhetherWhiteOrBlackIsReadBetterOnIt) {
  for (const Rgb color : {rgb(0x000000), rgb(0x11151c), rgb(0x0000ff), rgb(0x757575)}) EXPECT_TRUE(is_dark(color));
  for (const Rgb color : {rgb(0x777777), rgb(0x00ff00), rgb(0xfdf6e3), rgb(0xffffff)}) EXPECT_FALSE(is_dark(color));
}

TEST(ColorsOn, CanAllBeSeenOnTheBackgroundOfEveryTheme) {
  for (const Theme& theme : themes()) {
    for (const Palette& palette : palettes()) {
      const std::vector<Rgb> colors = colors_on(palette, theme.background);
      ASSERT_EQ(colors.size(), palette.colors.size());
      if (palette.is_diverging) continue;
      for (const Rgb color : colors) {
        EXPECT_GE(contrast(color, theme.background), 1.45) << palette.name << " on " << theme.name;
      }
      // Enough of it is left to tell magnitudes apart.
      if (palette.name == "turbo") continue;
      EXPECT_GT(contrast(colors.front(), colors.back()), 5) << palette.name << " on " << theme.name;
    }
    // The more gray stands out, the larger the value.
    const std::vector<Rgb> grays = colors_on(*find_palette("gray"), theme.background);
    EXPECT_GT(contrast(grays.back(), theme.background), 10);
  }
}

TEST(Themes, HaveWordsThatCanBeRead) {
  for (const Theme& theme : themes()) {
    EXPECT_GT(contrast(theme.text, theme.background), 12) << theme.name;
    EXPECT_GT(contrast(theme.quiet, theme.background), 7) << theme.name;
    EXPECT_GT(contrast(theme.ink, theme.background), 12) << theme.name;
    EXPECT_LT(contrast(theme.grid, theme.background), 1.6) << theme.name;
  }
}

}  // namespace
}  // namespace gradfield
