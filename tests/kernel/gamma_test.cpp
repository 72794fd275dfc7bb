// The gamma function and polygamma by the identities they obey; their values are rows of functions.csv.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "kernel/mathematics.hpp"
#include "kernel/polygamma.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

// Where polygamma(n, u) changes its method, polygamma(n, u+1) = polygamma(n, u) + (-1)^n n!/u^(n+1) ties both sides.
TEST(Polygamma, KeepsItsRecurrenceWhereItsMethodChanges) {
  for (const double edge :
       {1.4616321449683622 - 0x1p-6, 1.4616321449683622 + 0x1p-6, 8.0, 9.0, 10.0, 13.0, -0.5, -1.5}) {
    double factorial = 1;
    for (int n = 0; n <= 6; ++n) {
      factorial *= n == 0 ? 1 : n;
      for (const double u : neighbours(edge)) {
        const double step = (n % 2 == 0 ? factorial : -factorial) / std::pow(u, n + 1);
        const double here = polygamma(n, u), above = polygamma(n, u + 1);
        // 3 roundings for the step by pow, one for each value, and that of u+1, which counts n+1 times.
        EXPECT_NEAR(above, here + step, (5 + n) * 0x1p-53 * (std::fabs(here) + std::fabs(step) + std::fabs(above)))
            << n << ", " << u;
      }
    }
  }
}

TEST(Polygamma, IsItsMirrorImageBelowZero) {
  // pi cot(pi u) = digamma(1-u) - digamma(u), and its slope, at u = 1/8 - k: cot(pi/8) = 1 + sqrt(2).
  const double cotangent = 1 + M_SQRT2;
  for (const double k : {0.0, 1.0, 2.0, 7.0, 100.0, 1e6, 1e15}) {
    const double u = 0.125 - k, mirrored = 1 - u;
    EXPECT_NEAR(polygamma(0, mirrored) - polygamma(0, u), M_PI * cotangent, 0x1p-50 * polygamma(0, mirrored + 8)) << u;
    EXPECT_THAT(polygamma(1, mirrored) + polygamma(1, u), WithinRoundings(M_PI * M_PI * (1 + cotangent * cotangent), 6))
        << u;
  }
}

TEST(Polygamma, NextToAPoleIsTheTermOfThatPole) {
  // |t| = 2^-20: the other terms are some 2^(20 (n+1)) times smaller.
  for (const double pole : {0.0, -1.0, -2.0, -30.0}) {
    double factorial = 1;
    for (int n = 1; n <= 18; ++n) {
      factorial *= n;  // exact to 18!
      for (const double t : {0x1p-20, -0x1p-20}) {
        const double sign = n % 2 == 0 && t > 0 ? -1 : 1;
        const double term = sign * std::ldexp(factorial, 20 * (n + 1));
        EXPECT_THAT(polygamma(n, pole + t), WithinRoundings(term, n == 1 ? 0x1p15 : 1)) << n << ", " << pole + t;
      }
    }
  }
}

TEST(Polygamma, IsNanAtItsPolesAndOfWhatIsNoOrder) {
  for (const double pole : {0.0, -0.0, -1.0, -2.0, -1e6, -0x1p52, -1e22, -kInfinity, kNan}) {
    for (const double order : {0.0, 1.0, 2.0, 1000.0}) {
      EXPECT_TRUE(std::isnan(polygamma(order, pole))) << order << ", " << pole;
    }
  }
  for (const double order : {-1.0, -0.5, 0.5, 2.0000000000000004, 1001.0, 1e300, kInfinity, -kInfinity, kNan}) {
    EXPECT_TRUE(std::isnan(polygamma(order, 2.5))) << order;
  }
  EXPECT_EQ(polygamma(-0.0, 2.5), polygamma(0, 2.5));
  EXPECT_EQ(polygamma(0, kInfinity), kInfinity);
  EXPECT_EQ(polygamma(1, kInfinity), 0);
  EXPECT_EQ(polygamma(1000, kInfinity), 0);
}

TEST(GammaFunction, HasTheSignOfItsStripAlsoWhereItVanishes) {
  EXPECT_EQ(gamma_function(0.0), kInfinity);
  EXPECT_EQ(gamma_function(-0.0), -kInfinity);
  for (int below = -1; below > -400; --below) {
    const double value = gamma_function(below + 0.5);
    EXPECT_EQ(std::signbit(value), below % 2 != 0) << below + 0.5;
    EXPECT_TRUE(std::isnan(gamma_function(below))) << below;
    EXPECT_EQ(logarithm_of_gamma(below), kInfinity) << below;
  }
}

}  // namespace
}  // namespace gradfield::test
