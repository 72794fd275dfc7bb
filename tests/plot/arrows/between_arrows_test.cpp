#include "plot/arrows/between_arrows.hpp"

#include <gtest/gtest.h>

#include "support/fields.hpp"

namespace gradfield::test {
namespace {

bool turns(const std::string& formula, const Grid& grid) { return picture_of(formula, grid).between.turns; }

TEST(BetweenArrows, AFieldTurnsWhoseWavesAreShorterThanTheyAreApart) {
  // On [-3, 3] with 20 points these are 0.32 apart: 20/19.9 of a period of sin(20 x), and whole multiples of it.
  for (const char* formula : {"sin(20x)*sin(20y)", "sin(20x)", "sin(40x)", "sin(60y)", "cos(60x+50y)", "sin(19x*pi/3)",
                              "20+x^2-10*cos(2*pi*5*x)+y^2-10*cos(2*pi*5*y)"}) {
    EXPECT_TRUE(turns(formula, square())) << formula;
  }
}

TEST(BetweenArrows, AFieldDoesNotTurnThatTheyShow) {
  for (const char* formula :
       {"x^2+y^2", "x*y", "exp(x*y)", "exp(-x^2-y^2)", "(1-x)^2+100*(y-x^2)^2", "abs(x)+abs(y)", "1/(x*y)", "log(x)",
        "x^20+y^20", "sin(x*y)", "sin(3x)*cos(3y)", "floor(x)", "7", "1/0", "1/(x-y)", "(x-y)^4", "atan2(y,x)"}) {
    EXPECT_FALSE(turns(formula, square())) << formula;
  }
}

TEST(BetweenArrows, IsSeenByEnoughOfThem) {
  EXPECT_TRUE(turns("sin(20x)*sin(20y)", square(20)));
  EXPECT_FALSE(turns("sin(20x)*sin(20y)", square(100)));
}

TEST(BetweenArrows, TheGreatestNormIsAlsoThatOfPointsThatNoArrowStandsOn) {
  const BetweenArrows between = picture_of("sin(20x)*sin(20y)", square()).between;
  EXPECT_GT(between.greatest, 17);
  EXPECT_LE(between.greatest, 20);
  EXPECT_DOUBLE_EQ(picture_of("3*x+4*y", square()).between.greatest, 5);
}

TEST(BetweenArrows, ASinglePointHasNothingAroundIt) {
  EXPECT_FALSE(turns("sin(20x)*sin(20y)", plane(1, 1, 1, 2, 2, 1)));
  EXPECT_TRUE(turns("sin(20x)", plane(-3, 3, 20, 2, 2, 1)));
}

}  // namespace
}  // namespace gradfield::test
