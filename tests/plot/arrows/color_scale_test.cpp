#include "plot/arrows/color_scale.hpp"
#include "support/rows.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace gradfield {
namespace {

using test::named;

std::vector<Rgb> colors() { return colors_on(palettes()[0], rgb(0xffffff)); }

LengthScale lengths_of(std::string_view rule, double reference) {
  LengthScale lengths;
  lengths.rule = &named(length_rules(), rule);
  lengths.reference = reference;
  lengths.knee = 1e-5;
  return lengths;
}

TEST(NormScale, FollowsTheLengthsOfTheArrows) {
  for (const char* rule : {"linear", "sqrt", "log"}) {
    const LengthScale lengths = lengths_of(rule, 50);
    const ColorScale scale = norm_scale(lengths, colors());
    for (const double norm : {0.0, 0.001, 1.0, 20.0, 50.0, 70.0}) {
      EXPECT_DOUBLE_EQ(scale.share(norm), lengths.share(norm)) << rule << " of " << norm;
    }
  }
  // Arrows of one length still differ in colour.
  const ColorScale unit = norm_scale(lengths_of("unit", 50), colors());
  EXPECT_DOUBLE_EQ(unit.share(10), 0.2);
}

TEST(NormScale, HasRoundTicsThatStandApart) {
  for (const char* rule : {"linear", "sqrt", "log", "unit"}) {
    for (const double reference : {1e-9, 0.7, 3.0, 14.2, 1e4, 3e12}) {
      const ColorScale scale = norm_scale(lengths_of(rule, reference), colors());
      for (const int most : {2, 4, 11}) {
        const std::vector<Tic> tics = scale.tics(most);
        ASSERT_GE(tics.size(), 2u) << rule << ' ' << reference;
        EXPECT_LE(tics.size(), static_cast<std::size_t>(most) + 1) << rule << ' ' << reference;
        EXPECT_EQ(tics[0].value, 0);
        for (std::size_t i = 1; i < tics.size(); ++i) {
          EXPECT_GE(scale.share(tics[i].value) - scale.share(tics[i - 1].value), 0.9 / (most + 1)) << rule << reference;
          EXPECT_LE(tics[i].value, reference * (1 + 1e-9));
          EXPECT_EQ(std::stod(tics[i].label), tics[i].value);
          EXPECT_LE(tics[i].label.size(), 7u) << tics[i].label;
        }
      }
    }
  }
}

TEST(ValueScale, GoesFromTheLeastToTheLargest) {
  const std::vector<double> values{3, -1, NAN, 7, INFINITY};
  const ColorScale scale = value_scale(values, colors(), false);
  EXPECT_EQ(scale.low, -1);
  EXPECT_EQ(scale.high, 7);
  EXPECT_DOUBLE_EQ(scale.share(3), 0.5);
  EXPECT_EQ(scale.share(-5), 0);
  EXPECT_EQ(scale.share(50), 1);
}

TEST(ValueScale, IsAsFarBelowZeroAsAboveWhereItIsSymmetric) {
  const std::vector<double> values{-1, 7};
  const ColorScale scale = value_scale(values, colors(), true);
  EXPECT_EQ(scale.low, -7);
  EXPECT_EQ(scale.high, 7);
  EXPECT_EQ(scale.share(0), 0.5);
}

TEST(ValueScale, IsNotStretchedByAPole) {
  std::vector<double> values;
  for (int i = 0; i < 1000; ++i) values.push_back(i / 1000.0);
  values[500] = 1e9;
  values[501] = -1e12;
  const ColorScale scale = value_scale(values, colors(), false);
  EXPECT_LT(scale.high, 1);
  EXPECT_GE(scale.low, 0);
  EXPECT_GT(scale.high - scale.low, 0.9);
}

TEST(ValueScale, TellsOfValuesBeyondItsEnds) {
  std::vector<double> values;
  for (int i = 0; i <= 1000; ++i) values.push_back(i);
  const ColorScale whole = value_scale(values, {}, false);
  EXPECT_FALSE(whole.has_lower || whole.has_higher);
  values[1000] = 1e9;
  const ColorScale above = value_scale(values, {}, false);
  EXPECT_TRUE(above.has_higher);
  EXPECT_FALSE(above.has_lower);
  values[0] = -1e9;
  EXPECT_TRUE(value_scale(values, {}, false).has_lower);
}

TEST(ValueScale, HasNoRangeWhereNothingVariesOrNothingIsFinite) {
  EXPECT_FALSE(value_scale(std::vector<double>{2, 2, 2}, colors(), false).has_range());
  EXPECT_FALSE(value_scale(std::vector<double>{NAN, INFINITY}, colors(), false).has_range());
  EXPECT_FALSE(value_scale({}, colors(), true).has_range());
  EXPECT_TRUE(value_scale(std::vector<double>{2, 2, 2}, colors(), false).tics(5).empty());
}

TEST(ValueScale, EndsBeforeItsRangeIsNoDouble) {
  for (const bool symmetric : {false, true}) {
    const ColorScale scale = value_scale(std::vector<double>{-1e308, 1.7e308}, colors(), symmetric);
    EXPECT_TRUE(scale.has_range());
    EXPECT_EQ(scale.share(-1.7e308), 0);
    EXPECT_EQ(scale.share(0), 0.5);
    EXPECT_EQ(scale.share(1e308), 1);
    EXPECT_GE(scale.tics(5).size(), 3u);
  }
}

TEST(ConstantScale, HasTheConstantInItsMiddle) {
  const auto around = [](std::vector<double> values, bool never_negative) {
    return around_constant(value_scale(values, colors(), false), never_negative);
  };
  for (const double value : {3.0, -2e-9, 1e300}) {
    const ColorScale scale = around({value, value}, false);
    EXPECT_DOUBLE_EQ(scale.share(value), 0.5) << value;
    EXPECT_GE(scale.tics(5).size(), 2u) << value;
  }
  EXPECT_EQ(around({0, 0}, false).low, -1);
  EXPECT_EQ(around({0, 0}, true).low, 0);  // the length of a gradient
  // What rounds is constant; what varies stays as it is.
  EXPECT_DOUBLE_EQ(around({1, 1 + 2e-16}, false).low, 0.5);
  EXPECT_EQ(around({1e9, 1e9 + 9}, false).low, 1e9);
}

TEST(Signs, AreBothThereOnlyWhereBothAreClear) {
  const auto both = [](std::vector<double> values) { return has_both_signs(value_scale(values, colors(), false)); };
  EXPECT_TRUE(both({-1, 1}));
  EXPECT_TRUE(both({-1, 0, 20}));
  EXPECT_FALSE(both({-1e-15, 1}));
  EXPECT_FALSE(both({-1, 1e-15}));
  EXPECT_FALSE(both({0, 1}));
  EXPECT_FALSE(both({2, 3}));
}

}  // namespace
}  // namespace gradfield
