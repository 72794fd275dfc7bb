// Curves are whole where the function is smooth, however quick it is, and cut at jumps and poles alone.
#include "analysis/curves/sampled_curves.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "support/fields.hpp"

namespace gradfield::test {
namespace {

SampledCurves sampled(const std::string& formula, double min, double max, bool descent = false) {
  return sample_curves(view_of(formula, {{{"x", min, max, 20}}}), {.descent = descent});
}

std::size_t points_of(const Curve& curve) {
  std::size_t count = 0;
  for (const auto& piece : curve) count += piece.size();
  return count;
}

double highest(const Curve& curve) {
  double value = -INFINITY;
  for (const auto& piece : curve) {
    for (const Point point : piece) value = std::max(value, point.y);
  }
  return value;
}

TEST(SampledCurves, AreWholeWhereTheFunctionIsSmooth) {
  struct Row {
    const char* formula;
    double min, max;
  };
  for (const Row& row : {Row{"sin(x)", 0, 200},
                         {"sin(5*x)", -20, 20},
                         {"sin(30*x)", -3, 3},
                         {"sin(50*x)", -3, 3},
                         {"sin(200*x)", -3, 3},
                         {"sin(1e6*x)", -3, 3},
                         {"tanh(1e4*x)", -3, 3},
                         {"exp(x)", 0, 20}}) {
    const SampledCurves curves = sampled(row.formula, row.min, row.max);
    EXPECT_EQ(curves.f.size(), 1u) << row.formula;
    EXPECT_EQ(curves.slope.size(), 1u) << row.formula;
    EXPECT_LE(points_of(curves.f), 20000u) << row.formula;
    EXPECT_FALSE(curves.f_range.is_cut || curves.slope_range.is_cut) << row.formula;
  }
}

TEST(SampledCurves, MeetTheExtremesOfQuickFunctions) {
  // To a quarter of a point of an axis of 500: 1/2000 of the range of 2, of the slope's of 2*k.
  for (const double k : {5.0, 30.0, 50.0, 120.0}) {
    const SampledCurves curves = sampled("sin(" + std::to_string(k) + "*x)", -3, 3);
    EXPECT_NEAR(highest(curves.f), 1, 2.0 / 2000) << k;
    EXPECT_NEAR(highest(curves.slope), k, 2 * k / 2000) << k;
    // And between the points the lines are no farther from it.
    for (std::size_t i = 1; i < curves.f[0].size(); ++i) {
      const Point from = curves.f[0][i - 1], to = curves.f[0][i];
      const double middle = from.x / 2 + to.x / 2;
      EXPECT_NEAR(from.y / 2 + to.y / 2, std::sin(k * middle), 2.0 / 2000) << k << " at " << middle;
    }
  }
}

TEST(SampledCurves, AreCutAtJumpsExactly) {
  for (const auto& [formula, jump] : {std::pair{"floor(x+0.3)", 0.7}, {"x<0.1234 ? x : x+0.1", 0.1234}}) {
    const SampledCurves curves = sampled(formula, 0, 1);
    ASSERT_EQ(curves.f.size(), 2u) << formula;
    EXPECT_NEAR(curves.f[0].back().x, jump, 1e-9) << formula;
    EXPECT_NEAR(curves.f[1].front().x, jump, 1e-9) << formula;
    EXPECT_EQ(curves.slope.size(), 1u) << formula;
  }
  EXPECT_EQ(sampled("floor(20*x)", -3, 3).f.size(), 121u);  // the last is the point at 3
  EXPECT_EQ(sampled("abs(x-0.1234)", -3, 3).slope.size(), 2u);
  EXPECT_EQ(sampled("tan(50*x)", -3, 3).f.size(), 95u);  // poles at (n+1/2) pi/50, |n+1/2| < 47.7
  const SampledCurves gamma = sampled("tgamma(x)", -3, 3);
  EXPECT_EQ(gamma.f.size(), 4u);
}

TEST(SampledCurves, GoToTheEndsOfWhereTheFunctionIs) {
  const SampledCurves curves = sampled("sqrt(1-x^2)", -2, 2);
  ASSERT_EQ(curves.f.size(), 1u);
  EXPECT_NEAR(curves.f[0].front().x, -1, 1e-9);
  EXPECT_NEAR(curves.f[0].front().y, 0, 1e-4);  // the root of 2e-9
  EXPECT_NEAR(curves.f[0].back().x, 1, 1e-9);
  EXPECT_TRUE(curves.missing.is_part);
}

TEST(SampledCurves, AreCutAtPolesAndNotAtExtremes) {
  // 4(x^-12 - x^-6): f' = -48 x^-13 + 24 x^-7 has its maximum at (26/7)^(1/6).
  const SampledCurves curves = sampled("4*(1/x^12-1/x^6)", 0.9, 3);
  const double x = std::pow(26.0 / 7, 1.0 / 6);
  EXPECT_TRUE(curves.slope_range.is_cut);
  EXPECT_GE(curves.slope_range.high, -48 * std::pow(x, -13) + 24 * std::pow(x, -7) - 1e-3);
  EXPECT_LT(curves.slope_range.high, 10);
  EXPECT_GT(curves.slope_range.low, -10);
  ASSERT_EQ(curves.slope_poles.size(), 1u);
  EXPECT_NEAR(curves.slope_poles[0], 0, 1e-3);
  const SampledCurves growing = sampled("exp(x)", 0, 20);
  EXPECT_EQ(growing.f_range.high, std::exp(20.0));
  const SampledCurves peak = sampled("exp(-1e4*(x-0.001)^2)", -3, 3);
  EXPECT_FALSE(peak.f_range.is_cut);
  EXPECT_NEAR(peak.f_range.high, 1, 1e-3);
  const SampledCurves tangent = sampled("tan(x)", -3, 3);
  ASSERT_EQ(tangent.f_poles.size(), 2u);
  EXPECT_NEAR(std::fabs(tangent.f_poles[0]), std::numbers::pi / 2, 1e-3);
  EXPECT_LT(tangent.f_range.high, 20);
  // Waves that grow towards a pole are no peaks.
  EXPECT_LT(sampled("sin(1/x)", -1, 1).slope_range.high, 100);
}

TEST(SampledCurves, AreLevelWhereOnlyRoundingVaries) {
  for (const char* formula : {"sin(x)^2+cos(x)^2", "1"}) {
    const SampledCurves curves = sampled(formula, -3, 3);
    EXPECT_FALSE(curves.has_right) << formula;
    EXPECT_NEAR(value_axis(curves.f_range).max, 1, 1e-9) << formula;
    EXPECT_EQ(value_axis(curves.f_range).min, 0) << formula << ": its slope";
  }
  const Axis large = value_axis(sampled("1e9+1e-8*sin(x)", -3, 3).f_range);
  EXPECT_NEAR(large.min, 5e8, 1);
  EXPECT_NEAR(large.max, 1.5e9, 1);
}

TEST(SampledCurves, TakeNoRoundingAtAHoleForAPole) {
  for (const char* formula : {"((1+x)^2-1)/x", "((1+x)^3-1)/x"}) {
    const SampledCurves curves = sampled(formula, -1, 1);
    EXPECT_TRUE(curves.f_poles.empty() && curves.slope_poles.empty()) << formula;
    EXPECT_FALSE(curves.has_right) << formula;
    EXPECT_LT(highest(curves.slope), 5.001) << formula;
  }
  EXPECT_EQ(sampled("1e9+1/x", -1, 1).f_poles.size(), 1u) << "a pole over a large constant is one";
}

TEST(SampledCurves, TellSinglePlacesFromParts) {
  const SampledCurves reciprocal = sampled("1/x", -3, 3);
  EXPECT_FALSE(reciprocal.missing.is_part);
  ASSERT_EQ(reciprocal.missing.places.size(), 1u);
  EXPECT_EQ(reciprocal.missing.places[0], 0);
  EXPECT_TRUE(sampled("log(x)", -3, 3).missing.is_part);
}

TEST(SampledCurves, HaveTheirZerosInOnePlaceWhereThatCostsLittle) {
  for (const bool descent : {false, true}) {
    const SampledCurves curves = sampled("sin(1/x)", -1, 1, descent);
    ASSERT_TRUE(curves.has_right);
    EXPECT_NEAR(curves.f_range.low / curves.f_range.width(), curves.slope_range.low / curves.slope_range.width(),
                1e-12);  // a few roundings
    EXPECT_LT(curves.f_range.width(), 2 * 1.4);
  }
}

}  // namespace
}  // namespace gradfield::test
