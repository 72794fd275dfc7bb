// Extrapolation of made-up quotients, whose limit is known.
#include "field/methods/richardson.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace gradfield::test {
namespace {

struct Quotients {
  std::function<double(double h)> slope;
  std::function<double(double h)> bend = [](double) { return 0; };
  double rounding = 1e-16;  // of a value of f
};

// Steps from `h` on until it is settled, at most 64.
Extrapolation extrapolated(const Quotients& quotients, double h = 0.5, bool is_central = true) {
  Extrapolation extrapolation(is_central);
  for (int i = 0; i < 64 && !extrapolation.is_settled(); ++i, h *= Extrapolation::kShrink) {
    extrapolation.add({quotients.slope(h), quotients.bend(h), quotients.rounding / h});
  }
  return extrapolation;
}

TEST(Extrapolation, FindsTheLimitOfASeriesInSquaresOfTheStep) {
  const Extrapolation found = extrapolated({[](double h) { return std::sinh(h) / h; }});
  ASSERT_TRUE(found.has_estimate());
  EXPECT_TRUE(found.is_settled());
  EXPECT_NEAR(found.best().slope, 1, found.best().error);
  EXPECT_LT(found.best().error, 1e-14);
}

TEST(Extrapolation, FindsTheLimitOfASeriesInTheStep) {
  const Extrapolation found = extrapolated({[](double h) { return (std::exp(h) - 1) / h; }}, 0.5, false);
  EXPECT_TRUE(found.is_settled());
  EXPECT_NEAR(found.best().slope, 1, found.best().error);
  EXPECT_LT(found.best().error, 1e-12);
}

TEST(Extrapolation, NeedsThreeSteps) {
  Extrapolation extrapolation(true);
  extrapolation.add({1, 0, 1e-16});
  extrapolation.add({1, 0, 1e-16});
  EXPECT_FALSE(extrapolation.has_estimate());
  extrapolation.add({1, 0, 1e-16});
  EXPECT_TRUE(extrapolation.has_estimate());
  EXPECT_EQ(extrapolation.best().slope, 1);
}

TEST(Extrapolation, BeginsAnewWhereItIsTold) {
  Extrapolation extrapolation(true);
  for (const double slope : {100, 50}) extrapolation.add({slope, 0, 1e-16});
  extrapolation.restart();
  for (const double slope : {2, 2, 2}) extrapolation.add({slope, 0, 1e-16});
  EXPECT_EQ(extrapolation.best().slope, 2);
  EXPECT_LT(extrapolation.best().error, 1e-15);
}

TEST(Extrapolation, KeepsTheRoundingErrorInItsEstimate) {
  const Extrapolation found = extrapolated({[](double) { return 1; }, [](double) { return 0; }, 1e-6});
  EXPECT_GE(found.best().error, 1e-6 / 0.5);
}

// |x| at 0: the quotient is 0 at every step, and the slopes to both sides are 2 apart.
TEST(Extrapolation, SaysHalfOfTheBendAtAKink) {
  const Extrapolation found = extrapolated({[](double) { return 0; }, [](double) { return 2; }});
  EXPECT_NEAR(found.best().slope, 0, 1e-12);
  // Steps so small that roundings weigh as much as the kink may take a part of it for rounding.
  EXPECT_NEAR(found.best().error, 1, 0.3);
}

// A bend that falls with the step is that of a curve.
TEST(Extrapolation, TakesACurveForNoKink) {
  const Extrapolation found =
      extrapolated({[](double h) { return 1 + h * h; }, [](double h) { return 100 * h + 7 * h * h * h; }});
  EXPECT_TRUE(found.is_settled());
  EXPECT_NEAR(found.best().slope, 1, found.best().error);
  EXPECT_LT(found.best().error, 1e-12);
}

// f jumps by 1 at the point: the quotients grow without end.
TEST(Extrapolation, IsAsUnsureOfAJumpAsTheQuotientsAreLarge) {
  const Extrapolation found = extrapolated({[](double h) { return 0.5 / h; }, [](double h) { return 1 / h; }});
  EXPECT_FALSE(found.is_settled());
  EXPECT_GT(found.best().error, 0.1 * std::fabs(found.best().slope));
  EXPECT_GT(found.best().error, 1);
}

// sin(w x) beside its steepest point: what large steps see is not its slope.
TEST(Extrapolation, LetsSmallStepsOverruleLargeOnes) {
  for (const double w : {1e3, 1e5, 3.3e7}) {
    const Extrapolation found = extrapolated(
        {[&](double h) { return 2 + std::sin(w * h) / h; }, [&](double h) { return 0.1 * (std::cos(w * h) - 1) / h; }});
    EXPECT_NEAR(found.best().slope, 2 + w, found.best().error) << w;
    EXPECT_LT(found.best().error, 1e-6 * w) << w;
  }
}

// A wave whose zeros are where halved steps end, so that to them it would be no wave.
TEST(Extrapolation, IsNotFooledByAWaveThatFitsTheSteps) {
  for (int k = 1; k <= 12; ++k) {
    const double pi = std::acos(-1), h = 0.5;
    // Every step of a sequence of halves would fall on a zero of this wave.
    const double w = pi * std::pow(2, k) / h;
    const Extrapolation found = extrapolated({[&](double step) { return std::sin(w * step) / step; }}, h);
    EXPECT_NEAR(found.best().slope, w, found.best().error + 1e-15 * w) << k;
    EXPECT_LT(found.best().error, 1e-9 * w) << k;
  }
}

}  // namespace
}  // namespace gradfield::test
