#include "plot/files/color_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace gradfield::test {
namespace {

using ::testing::UnorderedElementsAre;

double color_distance(Rgb a, Rgb b) { return std::hypot(a.red - b.red, a.green - b.green, a.blue - b.blue); }

TEST(ColorTable, KeepsAFewColoursAsTheyAre) {
  ColorCounts counts;
  const std::vector<Rgb> colors{rgb(0xffffff), rgb(0xffffff), rgb(0x123456), rgb(0xd95f02), rgb(0x000000)};
  counts.add(colors);
  const ColorTable table(counts, 255);
  EXPECT_THAT(std::vector(table.colors().begin(), table.colors().end()),
              UnorderedElementsAre(rgb(0xffffff), rgb(0x123456), rgb(0xd95f02), rgb(0x000000)));
  for (const Rgb color : colors) EXPECT_EQ(table.colors()[table.place(color)], color);
}

TEST(ColorTable, KeepsTheBackgroundBesideManyColours) {
  // Edges that fade into the background share its cube.
  for (const Rgb background : {rgb(0xffffff), rgb(0x14171c)}) {
    ColorCounts counts;
    counts.add(std::vector<Rgb>(400'000, background));
    std::mt19937 random(1);
    std::vector<Rgb> others;
    for (int i = 0; i < 20'000; ++i) others.push_back(rgb(static_cast<std::uint32_t>(random()) & 0xffffff));
    for (int i = 0; i < 500; ++i)
      others.push_back({static_cast<std::uint8_t>(background.red ^ 1), background.green, background.blue});
    counts.add(others);
    const ColorTable table(counts, 255);
    EXPECT_EQ(table.colors().size(), 255u);
    EXPECT_EQ(table.colors()[table.place(background)], background);
  }
}

TEST(ColorTable, ShowsAScaleOfColoursCloserThanTheEyeTells) {
  // 1024 colours of two ramps among 255: every colour has one within 4 of 441 that a channel's ends are apart.
  ColorCounts counts;
  std::vector<Rgb> ramps;
  for (int i = 0; i < 512; ++i) {
    const auto part = static_cast<std::uint8_t>(i / 2);
    ramps.push_back({part, static_cast<std::uint8_t>(255 - part), 40});
    ramps.push_back({200, part, part});
  }
  counts.add(ramps);
  const ColorTable table(counts, 255);
  for (const Rgb color : ramps)
    EXPECT_LE(color_distance(table.colors()[table.place(color)], color), 4) << hex_text(color);
}

TEST(ColorTable, ComesNearOneOfEvenStepsWhereThatIsBest) {
  // Random colours fill the cube evenly, which boxes of halves do less well than 6 x 7 x 6 = 252 equal ones: a box
  // twice as long as wide holds 6 / 3 / 2^(2/3) = 1.26 times the error of a cube as large.
  std::mt19937 random(2);
  std::vector<Rgb> colors;
  for (int i = 0; i < 30'000; ++i) colors.push_back(rgb(static_cast<std::uint32_t>(random()) & 0xffffff));
  ColorCounts counts;
  counts.add(colors);
  const ColorTable table(counts, 252);
  const auto even = [](int value, int steps) { return (std::floor(value * steps / 256.0) + 0.5) * 256 / steps; };
  double error = 0, even_error = 0;
  for (const Rgb color : colors) {
    error += std::pow(color_distance(table.colors()[table.place(color)], color), 2);
    even_error += std::pow(color.red - even(color.red, 6), 2) + std::pow(color.green - even(color.green, 7), 2) +
                  std::pow(color.blue - even(color.blue, 6), 2);
  }
  EXPECT_LT(error, 1.26 * even_error);
}

}  // namespace
}  // namespace gradfield::test
