#include "plot/look/page.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace gradfield {
namespace {

Scale scale_of(double low, double high) {
  Scale scale;
  scale.low = low;
  scale.high = high;
  scale.begin = 50;
  scale.end = 600;
  return scale;
}

std::string text_of(const PageNumbers& numbers, double value) {
  std::string text;
  numbers.append(text, value);
  return text;
}

TEST(PageNumbers, ReadBackToAHundredthOfAPoint) {
  std::mt19937_64 random(7);
  for (const auto& [low, high] : {std::pair{-3.0, 3.0},
                                  {0.0, 1e-9},
                                  {1e9, 1e9 + 1},
                                  {-1e300, 1e300},
                                  {1e-300, 2e-300},
                                  {0.0, 1000.0},
                                  {-5e7, 1e8},
                                  {0.1, 0.1000001}}) {
    const Scale scale = scale_of(low, high);
    const PageNumbers numbers(scale);
    std::uniform_real_distribution<double> place(-0.1, 1.1);
    for (int i = 0; i < 2000; ++i) {
      const double value = low + place(random) * (high - low);
      const double back = std::stod(text_of(numbers, value));
      // What the doubles themselves do not tell apart is not asked for.
      const double rounding = 2e-16 * std::fabs(value);
      ASSERT_LE(std::fabs(back - value), 0.01 / scale.points_per_unit() + rounding) << low << " " << value;
    }
  }
}

TEST(PageNumbers, ArePlainAndShort) {
  const PageNumbers numbers(scale_of(-3, 3));
  EXPECT_EQ(text_of(numbers, 0), "0");
  EXPECT_EQ(text_of(numbers, -0.0), "0");
  EXPECT_EQ(text_of(numbers, 1), "1");
  EXPECT_EQ(text_of(numbers, -2.5), "-2.5");
  EXPECT_EQ(text_of(numbers, 0.001), "0.001");
  EXPECT_EQ(text_of(numbers, -0.000001), "0");
  EXPECT_EQ(text_of(numbers, 10), "10");
  EXPECT_LE(text_of(numbers, 1.23456789012).size(), 7u);
}

}  // namespace
}  // namespace gradfield
