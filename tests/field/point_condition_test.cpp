// A condition at one point at a time.
#include "field/filter.hpp"

#include <gtest/gtest.h>

#include "formula/compile.hpp"

namespace gradfield::test {
namespace {

TEST(PointCondition, HoldsWhereItsValueIsNeitherZeroNorNan) {
  const auto holds = [](const std::string& formula, const std::vector<double>& point) {
    return PointCondition(compile_expression(formula, {{"x", "y"}, {}})).holds(point);
  };
  EXPECT_TRUE(holds("x<y", {1, 2}));
  EXPECT_FALSE(holds("x<y", {2, 1}));
  EXPECT_TRUE(holds("x-y", {2, 1}));
  EXPECT_FALSE(holds("x-y", {-0.0, 0}));
  EXPECT_FALSE(holds("log(x)", {-1, 0}));
}

TEST(PointCondition, IsAskedAgainElsewhere) {
  PointCondition inside(compile_expression("x^2+y^2<1", {{"x", "y"}, {}}));
  EXPECT_TRUE(inside.holds(std::vector{0.5, 0.5}));
  EXPECT_FALSE(inside.holds(std::vector{0.5, 2.0}));
  EXPECT_TRUE(inside.holds(std::vector{-0.5, 0.5}));
}

}  // namespace
}  // namespace gradfield::test
