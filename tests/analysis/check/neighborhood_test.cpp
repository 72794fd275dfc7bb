// How steep a formula is nearby, and how its roundings weigh.
#include "analysis/check/neighborhood.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "formula/compile.hpp"

namespace gradfield::test {
namespace {

struct At {
  double steepness, rounding, length;
};

// Beside axes of magnitude 3 in x and y.
At at(const std::string& formula, double x, double y) {
  MethodSettings settings;
  settings.lengths = {3, 3};
  settings.step = 1e-9;
  Surroundings surroundings(compile_expression(formula, {{"x", "y"}, {}}), settings);
  Tile tile(2);
  tile.resize(1);
  tile.mutable_coordinate(0)[0] = x;
  tile.mutable_coordinate(1)[0] = y;
  surroundings.evaluate(tile);
  return {surroundings.steepness()[0], surroundings.roundings()[0], surroundings.lengths()[0]};
}

TEST(Surroundings, AreAsSteepAsTheSlopesNearbyWhereTheSlopeItselfIsZero) {
  EXPECT_NEAR(at("x^2+y^2", 0, 0).steepness, 0.3, 1e-12) << "h^2/h";
  EXPECT_NEAR(at("5*x-3*y", 1, 1).steepness, 5, 1e-12);
  EXPECT_EQ(at("7", 1, 1).steepness, 0);
}

TEST(Surroundings, AreMeasuredOnTheFlatterSide) {
  EXPECT_LT(at("exp(30*x)", 0, 0).steepness, 4) << "below; above it is e^9/h";
  EXPECT_LT(at("1/(x-0.3001)", 0, 0).steepness, 10) << "a pole just beyond the step above";
  EXPECT_EQ(at("sqrt(x)", 0, 0).steepness, 0) << "nan below";
}

TEST(Surroundings, KnowTheRoundingsOfValuesThatCancel) {
  EXPECT_NEAR(at("(x+1e8)-1e8", 1, 1).rounding, 1e8 * 0x1p-53, 1e-9);
  EXPECT_EQ(at("0*x", 1, 1).rounding, 0);
}

TEST(Surroundings, HaveTheLengthOfTheAxis) {
  EXPECT_EQ(at("x+y", 1, 1).length, 3);
  EXPECT_EQ(at("x+y", 7, -5).length, 3);
  EXPECT_EQ(at("x", 7, 1).length, 3) << "y is not used";
}

}  // namespace
}  // namespace gradfield::test
