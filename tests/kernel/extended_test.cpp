// Extended numbers: what doubles compute where these suffice, and mathematics where they do not.
#include "kernel/extended.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

using enum Operation;

Extended apply(Operation operation, const std::vector<Extended>& operands) {
  return extended_value(operation)(operands.data());
}

TEST(Extended, IsTheNumberItIsMadeOf) {
  const double infinite = HUGE_VAL;
  for (const double value : {0.0, -0.0, 1.0, -3.75, 1e300, 5e-324, 1e-310, infinite, -infinite}) {
    EXPECT_EQ(Extended(value).rounded(), value);
    EXPECT_EQ(std::signbit(Extended(value).rounded()), std::signbit(value));
  }
  EXPECT_TRUE(std::isnan(Extended(std::nan("")).rounded()));
}

TEST(Extended, ComputesWhatDoublesDoWhereTheySuffice) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> moderate(-3, 3);
  std::size_t compared = 0;
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    const Kernel& kernel = kernel_of(static_cast<Operation>(i));
    if (is_leaf(kernel.operation)) continue;
    for (int turn = 0; turn < 300; ++turn) {
      std::vector<double> doubles;
      for (int k = 0; k < kernel.arity; ++k) doubles.push_back(turn % 10 == k ? 0 : moderate(random));
      if (kernel.operation == kPolygamma) doubles[0] = std::fabs(std::floor(doubles[0]));
      const double expected = kernel.value(doubles.data());
      if (std::isfinite(expected) && std::fabs(expected) < 1e-280) continue;
      const Extended value = apply(kernel.operation, {doubles.begin(), doubles.end()});
      EXPECT_THAT(value.rounded(), WithinRoundings(expected, 2)) << kernel.name << " " << doubles[0];
      ++compared;
    }
  }
  EXPECT_GT(compared, 10'000u);
}

struct Row {
  Operation operation;
  std::vector<Extended> operands;
  double mantissa, exponent;  // from mpmath, 40 digits
};

TEST(Extended, GoesOnWhereDoublesEnd) {
  const Row rows[] = {
      {kExponential, {Extended(800.0)}, 1.1142189139490253, 1154},
      {kExponential, {Extended(-800.0)}, 1.794979402128062, -1155},
      {kExponential, {Extended(100000.0)}, 1.4182274216760538, 144269},
      {kExponential, {Extended(-12345.678)}, 1.9339801509084079, -17812},
      {kExponential, {{1.5, -3000}}, 1.0, 0},
      {kExponentialMinus1, {Extended(1000.0)}, 1.618930316280468, 1442},
      {kExponentialMinus1, {{1.25, -5000}}, 1.25, -5000},
      {kHyperbolicSine, {Extended(-900.0)}, -1.3430721420553607, 1297},
      {kHyperbolicSine, {{1.5, -2000}}, 1.5, -2000},
      {kHyperbolicCosine, {Extended(900.0)}, 1.3430721420553607, 1297},
      {kHyperbolicSecant, {Extended(900.0)}, 1.4891232848738225, -1298},
      {kHyperbolicSecant, {Extended(-720.0)}, 1.1971223099716034, -1038},
      {kHyperbolicTangent, {{1.5, -2000}}, 1.5, -2000},
      {kHyperbolicTangent, {{-1.5, 2000}}, -1.0, 0},
      {kGaussian, {Extended(30.0)}, 1.4891232848738225, -1299},
      {kGaussian, {Extended(-1000.5)}, 1.8704642439631411, -1444139},
      {kLogarithm, {{1.75, 5000}}, 1.6925271086853818, 11},
      {kLogarithm, {{1.75, -5000}}, -1.6919806088924761, 11},
      {kLogarithm2, {{1.75, 5000}}, 1.220900233135268, 12},
      {kLogarithm10, {{1.75, -5000}}, -1.469635683858613, 10},
      {kLogarithmOf1Plus, {{1.5, 4000}}, 1.3540010680409616, 11},
      {kLogarithmOf1Plus, {{1.5, -4000}}, 1.5, -4000},
      {kComplementaryError, {Extended(27.0)}, 1.6174171491326468, -1058},
      {kComplementaryError, {Extended(30.0)}, 1.7913213288599171, -1305},
      {kComplementaryError, {Extended(100.0)}, 1.4947608988110533, -14435},
      {kErrorFunction, {{1.5, -3000}}, 1.6925687506432689, -3000},
      {kGamma, {Extended(180.5)}, 1.1280758593793461, 1090},
      {kGamma, {Extended(1000.25)}, 1.8967515640363183, 8521},
      {kGamma, {Extended(-200.5)}, -1.3625984040892042, -1248},
      {kGamma, {Extended(-171.25)}, 1.4224828224523796, -1027},
      {kGamma, {{1.5, -1050}}, 1.3333333333333333, 1049},
      {kLogarithmOfGamma, {{1.5, -3000}}, 1.0151543342635389, 11},
      {kSquareRoot, {{1.5, 5001}}, 1.7320508075688773, 2500},
      {kSquareRoot, {{1.5, -5001}}, 1.7320508075688773, -2501},
      {kCubeRoot, {{1.5, 5000}}, 1.8171205928321397, 1666},
      {kCubeRoot, {{1.5, -5000}}, 1.4422495703074084, -1667},
      {kArcSine, {{1.5, -3000}}, 1.5, -3000},
      {kArcTangent, {{-1.5, 3000}}, -1.5707963267948966, 0},
      {kAreaSine, {{-1.5, 3000}}, -1.0158887470549336, 11},
      {kAreaCosine, {{1.5, 3000}}, 1.0158887470549336, 11},
      {kSine, {{1.5, -3000}}, 1.5, -3000},
      {kOneMinusSquare, {{1.5, 3000}}, -1.125, 6001},
      {kPower, {Extended(10.0), Extended(400.0)}, 1.7067336779066407, 1328},
      {kPower, {Extended(10.0), Extended(-400.5)}, 1.482259453178193, -1331},
      {kPower, {Extended(-3.0), Extended(1001.0)}, -1.4615135673653269, 1586},
      {kPower, {{1.5, 3000}, Extended(0.25)}, 1.1066819197003216, 750},
      {kPower, {{1.5, -3000}, Extended(3.0)}, 1.6875, -8999},
      {kPower, {Extended(1.5), Extended(1e-20)}, 1.0, 0},
      {kHypotenuse, {{1.5, 3000}, {1.25, 2999}}, 1.625, 3000},
      {kHypotenuse, {{1.5, -3000}, {1.0, -3001}}, 1.5811388300841897, -3000},
      {kArcTangent2, {{1.5, 3000}, {1.25, 2999}}, 1.1760052070951351, 0},
      {kArcTangent2, {{1.5, -3000}, Extended(1.0)}, 1.5, -3000},
      {kArcTangent2, {{1.5, -3000}, Extended(-1.0)}, 1.5707963267948966, 1},
      {kArcTangent2, {Extended(1.0), {1.5, -3000}}, 1.5707963267948966, 0},
      {kRemainder, {{1.75, 2000}, {1.5, 1900}}, 1.0, 1900},
      {kRemainder, {Extended(5.5), {1.5, 3000}}, 1.375, 2},
      {kPolygamma, {Extended(2.0), {1.5, -700}}, -1.1851851851851852, 2099},
      {kPolygamma, {Extended(1.0), {1.5, 1100}}, 1.3333333333333333, -1101},
      {kPolygamma, {Extended(0.0), {1.5, 1100}}, 1.4899753197735313, 9},
      {kPolygamma, {Extended(3.0), {-1.5, -700}}, 1.1851851851851852, 2800},
      {kAdd, {{1.5, 3000}, {-1.5, 2999}}, 1.5, 2999},
      {kAdd, {Extended(1.0), {1.5, -3000}}, 1.0, 0},
      {kDivide, {{1.5, 3000}, {1.25, -2999}}, 1.2, 5999},
  };
  for (const Row& row : rows) {
    const Extended value = apply(row.operation, row.operands);
    // Of e^(10^5) and the like a rounding of the exponent's logarithm is left.
    EXPECT_EQ(value.exponent, row.exponent) << kernel_of(row.operation).name << " " << row.operands[0].mantissa;
    EXPECT_NEAR(value.mantissa, row.mantissa, 4e-15)
        << kernel_of(row.operation).name << " " << row.operands[0].mantissa;
  }
}

TEST(Extended, KeepsWhatIsLostBetweenTwoNumbersOfDoubles) {
  const Extended huge = apply(kExponential, {Extended(800.0)}), tiny = apply(kExponential, {Extended(-800.0)});
  EXPECT_NEAR((huge * tiny).rounded(), 1, 1e-15);
  EXPECT_EQ((huge - huge).rounded(), 0);
  EXPECT_EQ((huge + Extended(1)).exponent, huge.exponent);
  EXPECT_TRUE(tiny < Extended(5e-324));
  EXPECT_TRUE(-huge < tiny && tiny < huge);
  EXPECT_EQ(huge.rounded(), HUGE_VAL);
  EXPECT_EQ(tiny.rounded(), 0);
  EXPECT_NEAR(square_root(huge).rounded(), std::exp(400.0), 1e159);
}

TEST(Extended, SaysThatItDoesNotKnowADifferenceOfExponentsWithoutDigits) {
  const Extended beyond = apply(kExponential, {apply(kExponential, {Extended(60.0)})});
  const Extended next = apply(kExponential, {apply(kExponential, {Extended(60.0)}) * Extended(1 + 0x1p-25)});
  EXPECT_TRUE((beyond / next).is_nan());
  EXPECT_EQ((beyond / (beyond + Extended(1))).rounded(), 1);
  EXPECT_EQ((Extended(1) / beyond).rounded(), 0);
  EXPECT_EQ(apply(kExponential, {-apply(kExponential, {Extended(800.0)})}).rounded(), 0);
}

}  // namespace
}  // namespace gradfield::test
