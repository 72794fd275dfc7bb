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
  lengths.growth = lengths.rule->growth;
  lengths.reference = lengths.largest = reference;
  lengths.reach = lengths.least = 1e-3 * reference;
  return lengths;
}

TEST(NormScale, FollowsTheLengthsOfTheArrows) {
  for (const char* rule : {"linear", "sqrt", "log"}) {
    const LengthScale lengths = lengths_of(rule, 50);
    const ColorScale scale = norm_scale(lengths, colors());
    const double shortest = lengths.rule->shortest;
    for (const double norm : {0.001, 1.0, 20.0, 50.0, 70.0}) {
      EXPECT_DOUBLE_EQ(shortest + (1 - shortest) * scale.share(norm), lengths.share(norm)) << rule << " of " << norm;
    }
  }
  // Arrows of one length still differ in colour.
  const ColorScale unit = norm_scale(lengths_of("unit", 50), colors());
  EXPECT_DOUBLE_EQ(unit.share(10), 0.2);
}

TEST(NormScale, GrowsAsIsWished) {
  const LengthScale lengths = lengths_of("linear", 1000);
  const ColorScale log = norm_scale(lengths, colors(), {&kLogarithmic, {}});
  EXPECT_NEAR(log.share(10), 1 / 3.0, 1e-12);
  EXPECT_NEAR(log.share(100), 2 / 3.0, 1e-12);
  const ColorScale part = norm_scale(lengths, colors(), {nullptr, {{0, 400}}});
  EXPECT_DOUBLE_EQ(part.share(100), 0.25);
  EXPECT_TRUE(part.has_higher());
  EXPECT_FALSE(part.has_lower());
  const ColorScale decades = norm_scale(lengths, colors(), {&kLogarithmic, {{10, 1000}}});
  EXPECT_NEAR(decades.share(100), 0.5, 1e-12);
  EXPECT_TRUE(decades.has_lower());
  EXPECT_DOUBLE_EQ(norm_scale(lengths_of("log", 1000), colors(), {&kLinear, {}}).share(250), 0.25);
}

TEST(NormScale, HasRoundTicsThatStandApart) {
  for (const char* rule : {"linear", "sqrt", "log", "unit"}) {
    for (const double reference : {1e-9, 0.7, 3.0, 14.2, 1e4, 3e12}) {
      const ColorScale scale = norm_scale(lengths_of(rule, reference), colors());
      for (const int most : {2, 4, 11}) {
        const std::vector<Tic> tics = scale.bar(most).tics;
        ASSERT_GE(tics.size(), 2u) << rule << ' ' << reference;
        EXPECT_LE(tics.size(), static_cast<std::size_t>(most) + 1) << rule << ' ' << reference;
        if (scale.low() == 0) {
          EXPECT_EQ(tics[0].value, 0);
        }
        for (std::size_t i = 1; i < tics.size(); ++i) {
          EXPECT_GE(scale.share(tics[i].value) - scale.share(tics[i - 1].value), 0.9 / (most + 1)) << rule << reference;
          EXPECT_LE(tics[i].value, reference * (1 + 1e-9));
          EXPECT_LE(tics[i].label.size(), 6u) << tics[i].label;
        }
      }
    }
  }
}

std::vector<std::string> labels_of(const ColorBar& bar) {
  std::vector<std::string> labels;
  for (const Tic& tic : bar.tics) labels.push_back(tic.label);
  return labels;
}

using Labels = std::vector<std::string>;

TEST(ColorBar, TellsThePowerOfTenThatItsNumbersShare) {
  const auto bar = [](double reference, int most) {
    return norm_scale(lengths_of("linear", reference), colors()).bar(most);
  };
  EXPECT_EQ(labels_of(bar(9.5e-9, 11)), (Labels{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}));
  EXPECT_EQ(bar(9.5e-9, 11).label, "|∇f| (10^{\u22129})");
  EXPECT_EQ(labels_of(bar(2e10, 5)), (Labels{"0.0", "0.5", "1.0", "1.5", "2.0"}));
  EXPECT_EQ(bar(2e10, 5).label, "|∇f| (10^{10})");
  EXPECT_EQ(labels_of(bar(450000, 6)), (Labels{"0", "1", "2", "3", "4"}));
  EXPECT_EQ(labels_of(bar(1, 6)), (Labels{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}));
  EXPECT_EQ(bar(1, 6).label, "|∇f|");
  EXPECT_EQ(labels_of(bar(20000, 5)), (Labels{"0", "5000", "10000", "15000", "20000"}));
}

TEST(ColorBar, OfALogarithmHasPlainNumbersAndPowersOfTen) {
  const auto bar = [](double reference) { return norm_scale(lengths_of("log", reference), colors()).bar(4); };
  EXPECT_EQ(labels_of(bar(10)), (Labels{"0.01", "0.1", "1", "10"}));
  EXPECT_EQ(labels_of(bar(1e-2)), (Labels{"1e-5", "1e-4", "0.001", "0.01"}));
}

TEST(ValueScale, GoesFromTheLeastToTheLargest) {
  const std::vector<double> values{3, -1, NAN, 7, INFINITY};
  const ColorScale scale = value_scale(values, colors(), false);
  EXPECT_EQ(scale.low(), -1);
  EXPECT_EQ(scale.high(), 7);
  EXPECT_DOUBLE_EQ(scale.share(3), 0.5);
  EXPECT_EQ(scale.share(-5), 0);
  EXPECT_EQ(scale.share(50), 1);
}

TEST(ValueScale, IsAsFarBelowZeroAsAboveWhereItIsSymmetric) {
  const std::vector<double> values{-1, 7};
  const ColorScale scale = value_scale(values, colors(), true);
  EXPECT_EQ(scale.low(), -7);
  EXPECT_EQ(scale.high(), 7);
  EXPECT_EQ(scale.share(0), 0.5);
}

TEST(ValueScale, IsNotStretchedByAPole) {
  std::vector<double> values;
  for (int i = 0; i < 1000; ++i) values.push_back(i / 1000.0);
  values[500] = 1e9;
  values[501] = -1e12;
  const ColorScale scale = value_scale(values, colors(), false);
  EXPECT_LT(scale.high(), 1);
  EXPECT_GE(scale.low(), 0);
  EXPECT_GT(scale.high() - scale.low(), 0.9);
}

TEST(ValueScale, TellsOfValuesBeyondItsEnds) {
  std::vector<double> values;
  for (int i = 0; i <= 1000; ++i) values.push_back(i);
  const ColorScale whole = value_scale(values, {}, false);
  EXPECT_FALSE(whole.has_lower() || whole.has_higher());
  values[1000] = 1e9;
  const ColorScale above = value_scale(values, {}, false);
  EXPECT_TRUE(above.has_higher());
  EXPECT_FALSE(above.has_lower());
  values[0] = -1e9;
  EXPECT_TRUE(value_scale(values, {}, false).has_lower());
}

TEST(ValueScale, HasNoRangeWhereNothingVariesOrNothingIsFinite) {
  EXPECT_FALSE(value_scale(std::vector<double>{2, 2, 2}, colors(), false).has_range());
  EXPECT_FALSE(value_scale(std::vector<double>{NAN, INFINITY}, colors(), false).has_range());
  EXPECT_FALSE(value_scale({}, colors(), true).has_range());
  EXPECT_TRUE(value_scale(std::vector<double>{2, 2, 2}, colors(), false).bar(5).tics.empty());
}

TEST(ValueScale, EndsBeforeItsRangeIsNoDouble) {
  for (const bool symmetric : {false, true}) {
    const ColorScale scale = value_scale(std::vector<double>{-1e308, 1.7e308}, colors(), symmetric);
    EXPECT_TRUE(scale.has_range());
    EXPECT_EQ(scale.share(-1.7e308), 0);
    EXPECT_EQ(scale.share(0), 0.5);
    EXPECT_EQ(scale.share(1e308), 1);
    EXPECT_GE(scale.bar(5).tics.size(), 3u);
  }
}

TEST(ConstantScale, HasTheConstantInItsMiddle) {
  const auto around = [](std::vector<double> values, bool never_negative) {
    return around_constant(value_scale(values, colors(), false), never_negative);
  };
  for (const double value : {3.0, -2e-9, 1e300}) {
    const ColorScale scale = around({value, value}, false);
    EXPECT_DOUBLE_EQ(scale.share(value), 0.5) << value;
    EXPECT_GE(scale.bar(5).tics.size(), 2u) << value;
  }
  EXPECT_EQ(around({0, 0}, false).low(), -1);
  EXPECT_EQ(around({0, 0}, true).low(), 0);  // the length of a gradient
  // What rounds is constant; what varies stays as it is.
  EXPECT_DOUBLE_EQ(around({1, 1 + 2e-16}, false).low(), 0.5);
  EXPECT_EQ(around({1e9, 1e9 + 9}, false).low(), 1e9);
}

TEST(Signs, AreBothThereOnlyWhereBothAreClear) {
  const auto both = [](std::vector<double> values) { return has_both_signs(value_scale(values, colors(), false)); };
  EXPECT_TRUE(both({-1, 1}));
  EXPECT_TRUE(both({-1, 0, 3.9}));
  EXPECT_FALSE(both({-1, 0, 4.1}));  // most of half a bar would be unused
  EXPECT_FALSE(both({-1e-15, 1}));
  EXPECT_FALSE(both({-1, 1e-15}));
  EXPECT_FALSE(both({0, 1}));
  EXPECT_FALSE(both({2, 3}));
}

}  // namespace
}  // namespace gradfield
