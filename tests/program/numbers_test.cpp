// What the numbers mean where mathematics leaves a choice: infinities, nan, kinks, poles, ties. Scripts rest on these.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/cases.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

constexpr double kLargest = std::numeric_limits<double>::max();
constexpr double kSmallest = std::numeric_limits<double>::denorm_min();

TEST(Numbers, ANanMakesThePartialsInUsedVariablesNanAndOthersStayZero) {
  expect({{"sqrt(x)", -1, 2, kNan, kNan, 0},
          {"sqrt(x)+y", -1, 2, kNan, kNan, kNan},
          {"sqrt(x)+0*y", -1, 2, kNan, kNan, kNan},
          {"log(y)", 3, -1, kNan, 0, kNan},
          {"asin(x)*y", 2, 0, kNan, kNan, kNan},
          {"x", kNan, 1, kNan, kNan, 0},
          {"y", kNan, 1, 1, 0, 1},
          {"x+y", kNan, 1, kNan, kNan, kNan},
          {"sign(x)", kNan, 1, kNan, kNan, 0},
          {"abs(x)", kNan, 1, kNan, kNan, 0},
          {"rint(x)+y", kNan, 1, kNan, kNan, kNan},
          {"0*x", kInfinity, 1, kNan, kNan, 0},
          {"x-x", kInfinity, 1, kNan, kNan, 0},
          {"x/x", 0, 1, kNan, kNan, 0},
          {"acosh(x)", 0.5, 1, kNan, kNan, 0},
          {"atanh(x)", 1.5, 1, kNan, kNan, 0},
          {"x^y", -2, 0.5, kNan, kNan, kNan},
          {"0/0", 1, 1, kNan, 0, 0}});
}

TEST(Numbers, RootsAndLogarithmsRiseWithoutBoundAtZero) {
  expect({{"sqrt(x)", 0, 5, 0, kInfinity, 0},
          {"sqrt(x)", -0.0, 5, 0, kInfinity, 0},
          {"sqrt(x)+y", 0, 5, 5, kInfinity, 1},
          {"-sqrt(x)", 0, 5, 0, -kInfinity, 0},
          {"sqrt(y)", 7, 0, 0, 0, kInfinity},
          {"log(x)", 0, 5, -kInfinity, kInfinity, 0},
          {"log(x)", -0.0, 5, -kInfinity, kInfinity, 0},
          {"ln(x)", 0, 5, -kInfinity, kInfinity, 0},
          {"log2(x)", -0.0, 5, -kInfinity, kInfinity, 0},
          {"log10(x)", 0, 5, -kInfinity, kInfinity, 0},
          {"x^0.5", 0, 5, 0, kInfinity, 0},
          {"asin(x)", 1, 5, M_PI_2, kInfinity, 0},
          {"asin(x)", -1, 5, -M_PI_2, kInfinity, 0},
          {"acos(x)", 1, 5, 0, -kInfinity, 0},
          {"acos(x)", -1, 5, M_PI, -kInfinity, 0},
          {"atanh(x)", 1, 5, kInfinity, kInfinity, 0},
          {"atanh(x)", -1, 5, -kInfinity, kInfinity, 0},
          {"acosh(x)", 1, 5, 0, kInfinity, 0}});
}

TEST(Numbers, ConstantExponentsTakeThePowerRule) {
  expect({{"x^2", -3, 0, 9, -6, 0},
          {"x^2", 0, 0, 0, 0, 0},
          {"x^3", -2, 0, -8, 12, 0},
          {"x^4", -2, 0, 16, -32, 0},
          {"x^5", -2, 0, -32, 80, 0},
          {"x^-1", -2, 0, -0.5, -0.25, 0},
          {"x^-2", -2, 0, 0.25, 0.25, 0},
          {"x^-3", -2, 0, -0.125, -0.1875, 0},
          {"x^(1+1)", -3, 0, 9, -6, 0},
          {"x^(y-y+2)", -3, 1, 9, -6, kNan},  // the exponent is no constant to us
          {"x^0", -3, 0, 1, 0, 0},
          {"x^0", 0, 0, 1, 0, 0},
          {"x^0", kNan, 0, 1, 0, 0},
          {"x^1", -3, 0, -3, 1, 0},
          {"(-x)^2", 3, 0, 9, 6, 0},
          {"-x^2", 3, 0, -9, -6, 0},
          {"x^0.5", 4, 0, 2, 0.25, 0},
          {"x^1.5", 0, 0, 0, 0, 0},
          {"x^-1", 0, 0, kInfinity, -kInfinity, 0},
          {"x^2", 1e200, 0, kInfinity, 2e200, 0},
          {"x^2", 1e-200, 0, 0, 2e-200, 0},
          {"2^x", 3, 0, 8, 8 * M_LN2, 0, 2},
          {"2^3^2", 1, 1, 512, 0, 0},
          {"0^0", 1, 1, 1, 0, 0}});
}

TEST(Numbers, VariableExponentsHaveTheSlopesOfAPower) {
  expect({{"x^y", 2, 3, 8, 12, 8 * M_LN2, 2},
          {"x^y", 0, 2, 0, 0, 0},
          {"x^y", 0, 1, 0, 1, 0},
          {"x^y", 0, 0.5, 0, kInfinity, 0},
          {"x^y", 0, 0, 1, 0, kNan},
          {"x^y", 0, -1, kInfinity, -kInfinity, -kInfinity},
          {"x^y", -2, 3, -8, 12, kNan},
          {"x^y", -2, 2, 4, -4, kNan},
          {"x^y", 1, 7, 1, 7, 0},
          {"x^y", 5, 0, 1, 0, std::log(5.0), 1},
          {"x^x", 0, 1, 1, kNan, 0},
          {"x^x", 1, 1, 1, 1, 0},
          {"0^y", 1, 2, 0, 0, 0},
          {"0^y", 1, 0, 1, 0, kNan}});
}

TEST(Numbers, KinksHaveTheMeanOfTheSlopesAtTheirSides) {
  expect({{"abs(x)", 0, 1, 0, 0, 0},
          {"abs(x)", -0.0, 1, 0, 0, 0},
          {"abs(x)", -2, 1, 2, -1, 0},
          {"sign(x)", 0, 1, 0, 0, 0},
          {"sign(x)", -7, 1, -1, 0, 0},
          {"rint(x)", 0.5, 1, 1, 0, 0},
          {"min(x,y)", 2, 2, 2, 0.5, 0.5},
          {"max(x,y)", 2, 2, 2, 0.5, 0.5},
          {"min(y,x)", 2, 2, 2, 0.5, 0.5},
          {"max(y,3*x)", 2, 6, 6, 1.5, 0.5},
          {"min(x,y)", 0, -0.0, 0, 0.5, 0.5},
          {"max(x,0)", 0, 1, 0, 0.5, 0},
          {"max(0,x)", 0, 1, 0, 0.5, 0},
          {"min(0,2*x)", 0, 1, 0, 1, 0},
          {"max(x,y,x+y)", 0, 0, 0, 2.0 / 3, 2.0 / 3},
          {"max(x,2*x,9*x)", 0, 0, 0, 4, 0},
          {"min(x,2*x,9*x,1)", 0, 0, 0, 4, 0},
          {"max(1,min(x,y))", 1, 1, 1, 0.25, 0.25},
          {"max(x,0)-max(-x,0)", 0, 1, 0, 1, 0},
          {"max(x,y)+min(x,y)", 2, 2, 4, 1, 1},
          {"max(x,0)+log1p(exp(-abs(x)))", 0, 0, M_LN2, 0.5, 0},
          {"max(x,0)*max(y,0)", 0, 0, 0, 0, 0},
          {"min(x,y)", kNan, 1, kNan, kNan, kNan},
          {"min(x,y)", 1, kNan, kNan, kNan, kNan},
          {"max(x,y)", kNan, 1, kNan, kNan, kNan},
          {"max(1,x,2)", kNan, 1, kNan, kNan, 0},
          {"sqrt(x^2+y^2)", 0, 0, 0, kNan, kNan},
          {"sqrt(x^2+y^2)", 3, 4, 5, 0.6, 0.8, 1},
          {"abs(sqrt(x^2+y^2))", 0, 0, 0, kNan, kNan},
          {"atan2(y,x)", 0, 0, 0, kNan, kNan},
          {"atan2(y,x)", -1, 0, M_PI, 0, -1}});
}

TEST(Numbers, RintRoundsHalvesUpAndNothingTwice) {
  expect({{"rint(x)", 0.49999999999999994, 0, 0, 0, 0},
          {"rint(x)", 1.5, 0, 2, 0, 0},
          {"rint(x)", 2.5, 0, 3, 0, 0},
          {"rint(x)", -0.5, 0, 0, 0, 0},
          {"rint(x)", -1.5, 0, -1, 0, 0},
          {"rint(x)", -2.5, 0, -2, 0, 0},
          {"rint(x)", 4503599627370497.0, 0, 4503599627370497.0, 0, 0},
          {"rint(x)", 9007199254740991.0, 0, 9007199254740991.0, 0, 0},
          {"rint(x)", -4503599627370497.0, 0, -4503599627370497.0, 0, 0},
          {"rint(x)", 1e300, 0, 1e300, 0, 0},
          {"rint(x)", kInfinity, 0, kInfinity, 0, 0},
          {"rint(x)", -kInfinity, 0, -kInfinity, 0, 0}});
}

TEST(Numbers, ConditionalsTakeTheSlopeOfTheBranchTaken) {
  expect({{"x<0?x^2:y^3", -1, 2, 1, -2, 0},
          {"x<0?x^2:y^3", 1, 2, 8, 0, 12},
          {"x<0?sqrt(x):y", -1, 2, kNan, kNan, kNan},
          {"x<0?sqrt(-x):sqrt(x)", -4, 2, 2, -0.25, 0},
          {"x>0?log(x):y", -1, 2, 2, 0, 1},
          {"x>0?1/x:0", 0, 2, 0, 0, 0},
          {"x<0?y<0?x:2*x:y<0?3*x:4*x", -1, -1, -1, 1, 0},
          {"x<0?y<0?x:2*x:y<0?3*x:4*x", -1, 1, -2, 2, 0},
          {"x<0?y<0?x:2*x:y<0?3*x:4*x", 1, -1, 3, 3, 0},
          {"x<0?y<0?x:2*x:y<0?3*x:4*x", 1, 1, 4, 4, 0},
          {"(x<0)*x^2", -2, 1, 4, -4, 0},
          {"x<y", 1, 2, 1, 0, 0},
          {"x ? 1 : 2", 0, 1, 2, 0, 0},
          {"x ? 1 : 2", -0.0, 1, 2, 0, 0}});
}

TEST(Numbers, ComparisonsWithNanAreZeroAndNanIsTrue) {
  expect({{"x<y", kNan, 1, 0, 0, 0},
          {"x<=y", kNan, 1, 0, 0, 0},
          {"x>y", kNan, 1, 0, 0, 0},
          {"x>=y", kNan, 1, 0, 0, 0},
          {"x==y", kNan, kNan, 0, 0, 0},
          {"x!=y", kNan, kNan, 1, 0, 0},
          {"x!=y", kNan, 1, 1, 0, 0},
          {"x?y:2*y", kNan, 3, 3, 0, 1},
          {"x&&1", kNan, 1, 1, 0, 0},
          {"1&&x", kNan, 1, 1, 0, 0},
          {"x&&0", kNan, 1, 0, 0, 0},
          {"x||0", kNan, 1, 1, 0, 0},
          {"0||x", kNan, 1, 1, 0, 0},
          {"0||0*x", kInfinity, 1, 1, 0, 0}});
}

TEST(Numbers, LargeAndSmallArgumentsKeepTheirSlopes) {
  expect({{"asinh(x)", -1e9, 0, -21.416413017506359, 1e-9, 0, 1},
          {"asinh(x)", 1e300, 0, 691.4686750787736, 1e-300, 0, 1},
          {"asinh(x)", kLargest, 0, 710.47586007394398, 1 / kLargest, 0, 1},
          {"acosh(x)", 1e300, 0, 691.4686750787736, 1e-300, 0, 1},
          {"tanh(x)", 800, 0, 1, 0, 0},
          {"tanh(x)", -800, 0, -1, 0, 0},
          {"tanh(x)", 300, 0, 1, 4 * std::exp(-600.0), 0, 4},
          {"cosh(x)", 710.4, 0, std::cosh(710.4), std::sinh(710.4), 0, 3},
          {"sinh(x)", -710.4, 0, -std::sinh(710.4), std::cosh(710.4), 0, 3},
          {"atan2(x,y)", 1e300, 1e300, M_PI_4, 5e-301, -5e-301, 2},
          {"atan2(x,y)", 1e-300, 1e-300, M_PI_4, 5e299, -5e299, 2},
          {"log(x)", kSmallest, 0, std::log(kSmallest), kInfinity, 0, 1},
          {"1/x", 1e-200, 0, 1e200, -kInfinity, 0, 1},
          {"x/y", 1e200, 1e200, 1, 1e-200, -1e-200, 1}});
}

TEST(Numbers, SlopesStayInTheRangeWhereTheirFactorsLeaveIt) {
  expect({{"atan(1e200*x)", 1, 0, M_PI_2, 1e-200, 0, 3},
          {"log2(1e-309*x)", 1, 0, std::log2(1e-309), 1 / M_LN2, 0, 4},
          {"log10(1e-309*x)", 1, 0, std::log10(1e-309), 1 / M_LN10, 0, 4},
          {"1e200/(1e200*x)", 1e-150, 0, 1e150, -1e300, 0, 4}});
}

}  // namespace
}  // namespace gradfield::test
