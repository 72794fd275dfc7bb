#include "field/point_gradient.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "field/methods/methods.hpp"
#include "formula/compile.hpp"

namespace gradfield {
namespace {

PointGradient exact(const std::string& formula, const std::vector<std::string>& variables) {
  Names names;
  names.variables = variables;
  return PointGradient(*methods()[0].make(compile_expression(formula, names), {}), variables.size());
}

TEST(PointGradient, IsFAndItsSlopesAtThePoint) {
  PointGradient gradient = exact("x^3*y+sin(y)", {"x", "y"});
  for (const std::vector<double>& point : {std::vector<double>{2, 0.5}, {-1, 3}, {2, 0.5}}) {
    const PointValue value = gradient.at(point);
    const double x = point[0], y = point[1];
    EXPECT_DOUBLE_EQ(value.f, x * x * x * y + std::sin(y));
    EXPECT_DOUBLE_EQ(value.slopes[0], 3 * x * x * y);
    EXPECT_DOUBLE_EQ(value.slopes[1], x * x * x + std::cos(y));
    EXPECT_TRUE(is_finite(value));
  }
}

TEST(PointGradient, TakesAnyNumberOfVariables) {
  EXPECT_DOUBLE_EQ(exact("x^2", {"x"}).at(std::vector{3.0}).slopes[0], 6);
  EXPECT_DOUBLE_EQ(exact("x*y*z", {"x", "y", "z"}).at(std::vector{3.0, 4.0, 5.0}).slopes[2], 12);
}

TEST(PointGradient, TellsWhatIsNotFinite) {
  PointGradient gradient = exact("log(x)+y", {"x", "y"});
  EXPECT_FALSE(is_finite(gradient.at(std::vector{0.0, 1.0})));
  EXPECT_FALSE(is_finite(gradient.at(std::vector{-1.0, 1.0})));
  EXPECT_FALSE(is_finite(exact("cbrt(x)", {"x"}).at(std::vector{0.0})));  // finite, but infinitely steep
  EXPECT_TRUE(is_finite(gradient.at(std::vector{1.0, 1.0})));
}

}  // namespace
}  // namespace gradfield
