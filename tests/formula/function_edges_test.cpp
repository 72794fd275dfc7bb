// What the functions beyond muParser's are at their edges: jumps, poles, tails, infinities, nan. Scripts rest on these.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/cases.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

constexpr double kSmallest = std::numeric_limits<double>::denorm_min();

TEST(FunctionEdges, WholeNumbersAndRemaindersAreFlatButForTheirJumps) {
  expect({{"floor(x)", 2.5, 0, 2, 0, 0},
          {"floor(x)", -2.5, 0, -3, 0, 0},
          {"ceil(x)", 2.5, 0, 3, 0, 0},
          {"ceil(x)", -2.5, 0, -2, 0, 0},
          {"trunc(x)", 2.5, 0, 2, 0, 0},
          {"trunc(x)", -2.5, 0, -2, 0, 0},
          {"floor(x)", kNan, 0, kNan, kNan, 0},
          {"floor(x)", -kInfinity, 0, -kInfinity, 0, 0},
          {"step(x)", 0, 0, 1, 0, 0},
          {"step(x)", -0.0, 0, 1, 0, 0},
          {"step(x)", -kSmallest, 0, 0, 0, 0},
          {"step(x)", kNan, 0, kNan, kNan, 0},
          {"step(x)*y", 3, 2, 2, 0, 1},
          {"fmod(x,y)", 7, 2, 1, 1, -3},
          {"fmod(x,y)", -7, 2, -1, 1, 3},
          {"fmod(x,y)", 7, -2, 1, 1, 3},
          {"fmod(x,y)", 1, 0.1, std::fmod(1, 0.1), 1, -9},
          {"fmod(x,y)", 7, kInfinity, 7, 1, 0},
          {"fmod(x,y)", 7, 0, kNan, kNan, kNan},
          {"fmod(x,y)", kInfinity, 2, kNan, kNan, kNan},
          {"fmod(x,0)", 1, 1, kNan, kNan, 0}});
}

TEST(FunctionEdges, RootsAndLengthsAreDefinedEverywhere) {
  expect({{"cbrt(x)", -8, 0, -2, 1 / 12.0, 0, 1},
          {"cbrt(x)", 0, 0, 0, kInfinity, 0},
          {"cbrt(x)", -0.0, 0, 0, kInfinity, 0},
          {"cbrt(x)", kInfinity, 0, kInfinity, 0, 0},
          {"hypot(x,y)", 3, -4, 5, 0.6, -0.8},
          {"hypot(x,y)", 0, 0, 0, 0, 0},
          {"hypot(x,y)", -0.0, 0, 0, 0, 0},
          {"hypot(x,y)", 3e200, 4e200, 5e200, 0.6, 0.8, 1},
          {"hypot(x,y)", 3e-200, 4e-200, 5e-200, 0.6, 0.8, 1},
          {"hypot(x,3)", 4, 0, 5, 0.8, 0},
          {"hypot(x,y)", -kInfinity, kNan, kInfinity, kNan, kNan}});
}

TEST(FunctionEdges, ErrorFunctionsKeepTheirTails) {
  const double factor = 2 / std::sqrt(M_PI);
  expect({{"erf(x)", 0, 0, 0, factor, 0},
          {"erf(x)", kInfinity, 0, 1, 0, 0},
          {"erf(x)", -kInfinity, 0, -1, 0, 0},
          {"erfc(x)", kInfinity, 0, 0, 0, 0},
          {"erfc(x)", -kInfinity, 0, 2, 0, 0},
          {"erfc(x)", 20, 0, std::erfc(20), -factor * std::exp(-400), 0, 3},
          {"gauss(x)", 0, 0, 1, 0, 0},
          {"gauss(x)", 20, 0, std::exp(-400), -40 * std::exp(-400), 0, 3},
          {"gauss(x)", kInfinity, 0, 0, kNan, 0},
          {"gauss(x)", 1e300, 0, 0, 0, 0},
          {"expm1(x)", 1e-300, 0, 1e-300, 1, 0},
          {"expm1(x)", -kInfinity, 0, -1, 0, 0},
          {"log1p(x)", 1e-300, 0, 1e-300, 1, 0},
          {"log1p(x)", -1, 0, -kInfinity, kInfinity, 0},
          {"log1p(x)", -1.5, 0, kNan, kNan, 0}});
}

TEST(FunctionEdges, GammaFunctionsHavePolesAtZeroAndBelow) {
  constexpr double kEuler = 0.5772156649015329;  // -digamma(1)
  expect({{"tgamma(x)", 1, 0, 1, -kEuler, 0, 1},
          {"tgamma(x)", 5, 0, 24, 24 * (25 / 12.0 - kEuler), 0, 3},
          {"tgamma(x)", 0, 0, kInfinity, kNan, 0},
          {"tgamma(x)", -0.0, 0, -kInfinity, kNan, 0},
          {"tgamma(x)", -3, 0, kNan, kNan, 0},
          {"tgamma(x)", -kInfinity, 0, kNan, kNan, 0},
          {"tgamma(x)", 200, 0, kInfinity, kInfinity, 0},
          {"lgamma(x)", 1, 0, 0, -kEuler, 0, 1},
          {"lgamma(x)", 0, 0, kInfinity, kNan, 0},
          {"lgamma(x)", -3, 0, kInfinity, kNan, 0},
          {"lgamma(x)", -kInfinity, 0, kInfinity, kNan, 0},
          {"lgamma(x)", -0.5, 0, std::log(2 * std::sqrt(M_PI)), 0.03648997397857652, 0, 1},
          {"digamma(x)", 1, 0, -kEuler, M_PI * M_PI / 6, 0, 1},
          {"digamma(x)", 0, 0, kNan, kNan, 0},
          {"digamma(x)", -3, 0, kNan, kNan, 0},
          {"polygamma(0,x)", 1, 0, -kEuler, M_PI * M_PI / 6, 0, 1},
          {"polygamma(1,x)", 0.5, 0, M_PI * M_PI / 2, -14 * 1.2020569031595943, 0, 2},
          {"polygamma(y,x)", 1, 0, -kEuler, M_PI * M_PI / 6, kNan, 1},
          {"polygamma(y,x)", 1, 0.5, kNan, kNan, kNan},
          {"polygamma(y,3)", 1, -1, kNan, 0, kNan}});
}

TEST(FunctionEdges, AnglesConvertAndInvertTheirFunctions) {
  expect({{"deg(x)", M_PI, 0, 180, 180 / M_PI, 0},
          {"rad(x)", 180, 0, M_PI, M_PI / 180, 0},
          {"sec(x)", 0, 0, 1, 0, 0},
          {"csc(x)", M_PI_2, 0, 1, -6.123233995736766e-17, 0, 1},  // -cos
          {"csc(x)", 0, 0, kInfinity, -kInfinity, 0},
          {"cot(x)", 0, 0, kInfinity, -kInfinity, 0},
          {"cot(x)", -0.0, 0, -kInfinity, -kInfinity, 0}});
}

TEST(FunctionEdges, GivenIsItsSecondArgumentButForNan) {
  expect({{"given(x,y)", 1, 2, 2, 0, 1},
          {"given(x,y)", kInfinity, 2, 2, 0, 1},
          {"given(x,y)", kNan, 2, kNan, kNan, kNan},
          {"given(x,y)", 1, kNan, kNan, kNan, kNan},
          {"given(sqrt(x),2*x)", 3, 0, 6, 2, 0},
          {"given(sqrt(x),2*x)", -3, 0, kNan, kNan, 0}});
}

}  // namespace
}  // namespace gradfield::test
