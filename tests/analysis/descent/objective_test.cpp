// f with its derivatives as optimisers see it, against derivatives by hand.
#include "analysis/descent/objective.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "formula/compile.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

Program compiled(const std::string& formula) { return compile_expression(formula, {{"x", "y"}, {}}); }

TEST(Objective, IsFWithItsGradientByTheMethodAndItsExactHessian) {
  const Program f = compiled("x^3*y");
  const std::vector<double> point{2, 5};
  for (const Method& method : methods()) {
    Objective objective(f, method, {});
    const PointValue value = objective.at(point);
    EXPECT_EQ(value.f, 40) << method.name;
    // Of forward differences, the coarsest: half of h times the second derivative, h = 1.5e-8 * 5.
    EXPECT_NEAR(value.slopes[0], 60, 60 * 4e-8) << method.name;
    EXPECT_NEAR(value.slopes[1], 8, 1e-6) << method.name;
    EXPECT_THAT(objective.hessian(point), ElementsAre(60, 12, 0)) << method.name;
    EXPECT_THAT(objective.hessian(std::vector{1.0, 0.0}), ElementsAre(0, 3, 0)) << method.name;
  }
  const Program cone = compiled("sqrt(x^2+y^2)");
  Objective pole(cone, methods()[0], {});
  EXPECT_TRUE(std::isnan(pole.hessian(std::vector{0.0, 0.0})[0]));
}

TEST(Objective, IsFlatInTheDirectionOfAVariableThatIsHeld) {
  const Program f = compiled("x^2*y^2");
  Objective objective(f, methods()[0], {}, {true, false});
  EXPECT_THAT(objective.at(std::vector{1.0, 3.0}).slopes, ElementsAre(0, 6));
  EXPECT_THAT(objective.hessian(std::vector{1.0, 3.0}), ElementsAre(0, 0, 2));
}

TEST(Objective, IsKnownBeyondTheBoxOfTheField) {
  const Program f = compiled("abs(x)+y");
  MethodSettings settings;
  settings.box = {{1, 2, false}, {1, 2, false}};
  Objective objective(f, methods()[0], settings);
  EXPECT_EQ(objective.at(std::vector{-3.0, 0.0}).f, 3);
  EXPECT_THAT(objective.at(std::vector{-3.0, 0.0}).slopes, ElementsAre(-1, 1));
}

}  // namespace
}  // namespace gradfield::test
