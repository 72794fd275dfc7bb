// Kinks, jumps, poles and gaps at known places, and smooth formulas that look rough.
#include "analysis/check/disagreements.hpp"

#include <gtest/gtest.h>

#include "formula/compile.hpp"

namespace gradfield::test {
namespace {

// Whether `formula` in x is rough from x-reach to x+reach.
bool is_rough(const std::string& formula, double x, double reach) {
  RoughSpots spots(compile_expression(formula, {{"x"}, {}}));
  Tile tile(1);
  tile.resize(1);
  tile.mutable_coordinate(0)[0] = x;
  return spots.near(tile, 0, std::vector{reach})[0];
}

TEST(RoughSpots, AreKinksJumpsPolesAndGapsWithinReach) {
  for (const std::string formula : {"abs(x-1)", "x^2+0.1*abs(x-1)", "rint(x-0.5)", "x<1", "1/(x-1)", "1/(x-1)^2",
                                    "sqrt(x-1)", "abs(x-1)^0.5", "min(x,1)"}) {
    for (const double reach : {0.5, 1e-2, 1e-5}) {
      for (const double place : {0.0, 0.3, -0.7, 1.0, -1.0}) {
        EXPECT_TRUE(is_rough(formula, 1 + place * reach, reach)) << formula << ", reach " << reach << ", " << place;
      }
    }
  }
}

TEST(RoughSpots, AreNotWhatIsSmooth) {
  for (const std::string formula :
       {"x", "7", "x^2", "x^9", "sin(x)", "sin(30*x)", "exp(20*x)", "1/x", "sqrt(x)", "log(x)", "1e6+x^2",
        "(x+1e8)-1e8", "sin(x)^2+cos(x)^2", "abs(x-5)", "exp(-(30*(x-1))^2)"}) {
    for (const double reach : {0.5, 1e-2, 1e-5, 1e-8}) {
      EXPECT_FALSE(is_rough(formula, 1.1, reach)) << formula << ", reach " << reach;
    }
  }
}

TEST(RoughSpots, AreLookedForInOneVariable) {
  RoughSpots spots(compile_expression("abs(x)+y", {{"x", "y"}, {}}));
  Tile tile(2);
  tile.resize(2);
  tile.mutable_coordinate(0)[0] = 0.1;
  tile.mutable_coordinate(0)[1] = 0.5;
  EXPECT_EQ(spots.near(tile, 0, std::vector{0.2, 0.2}), (std::vector{true, false}));
  EXPECT_EQ(spots.near(tile, 1, std::vector{0.2, 0.2}), (std::vector{false, false}));
}

}  // namespace
}  // namespace gradfield::test
