// The step that follows the point and its axis.
#include "field/methods/method_settings.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace gradfield::test {
namespace {

TEST(LengthScale, IsThatOfTheAxis) {
  MethodSettings settings;
  settings.lengths = {3, 1e-9, 0};
  EXPECT_EQ(length_scale(settings, 0, 0.5), 3);
  EXPECT_EQ(length_scale(settings, 0, 1e6), 3);
  EXPECT_EQ(length_scale(settings, 1, 0), 1e-9);
  EXPECT_EQ(length_scale(settings, 2, 0), 1) << "an axis of 0 alone has no length";
}

TEST(LengthOfAnAxis, IsItsLargerEndOrItsWidthFarFromZero) {
  EXPECT_EQ(length_of({"x", -3, 3, 20}), 3);
  EXPECT_EQ(length_of({"x", -3, 1, 20}), 3);
  EXPECT_EQ(length_of({"x", 0, 5, 20}), 5);
  EXPECT_EQ(length_of({"x", 1e6, 1e6 + 1, 20}), 1);
  EXPECT_EQ(length_of({"x", -1001, -1000, 20}), 1);
  EXPECT_EQ(length_of({"x", -7, -7, 1}), 7);
}

TEST(LengthScale, IsAtLeastOneWithoutAxes) {
  MethodSettings settings;
  EXPECT_EQ(length_scale(settings, 0, 0), 1);
  EXPECT_EQ(length_scale(settings, 1, -0.25), 1);
  EXPECT_EQ(length_scale(settings, 1, 4), 4);
  settings.lengths = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()};
  EXPECT_EQ(length_scale(settings, 0, 0.25), 1);
  EXPECT_EQ(length_scale(settings, 1, 4), 4);
}

TEST(StepAt, IsInProportionToTheLengthUnlessItIsGiven) {
  MethodSettings settings;
  settings.lengths = {3};
  EXPECT_EQ(step_at(settings, 0.25, 0, 1), 0.75);
  EXPECT_EQ(step_at(settings, 0.25, 0, -8), 0.75);
  EXPECT_EQ(step_at(settings, 1e-8, 0, 0x1p60), 0x1p10) << "a few units in the last place of x";
  settings.step = 0.5;
  EXPECT_EQ(step_at(settings, 0.25, 0, -8), 0.5);
}

TEST(StepAt, IsNeverZero) {
  MethodSettings settings;
  settings.lengths = {std::numeric_limits<double>::denorm_min()};
  EXPECT_GT(step_at(settings, 1e-8, 0, 0), 0);
}

TEST(IsLost, MeansThatNoDigitOfXChangesOnOneOfTheSides) {
  EXPECT_FALSE(is_lost(0, 1e-300));
  EXPECT_FALSE(is_lost(1, 3e-16));
  EXPECT_FALSE(is_lost(-1, 3e-16));
  EXPECT_TRUE(is_lost(1, 1e-16)) << "1 - h is another number, but 1 + h is not";
  EXPECT_TRUE(is_lost(-1, 1e-16)) << "and the other way round";
  EXPECT_TRUE(is_lost(1e9, 1e-8));
  EXPECT_TRUE(is_lost(1, 0));
}

}  // namespace
}  // namespace gradfield::test
