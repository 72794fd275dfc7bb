// The operations as numbers: their rows, what they make of nan, and that they join their branches.
#include "kernel/operation.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <set>
#include <vector>

#include "kernel/mathematics.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

// Nasty values first, then values at random from all magnitudes, then ordinary ones; the k-th operand's are turned by
// k.
std::vector<double> arguments_of(std::size_t count, std::size_t k) {
  const double nasty[] = {0.0,       -0.0,
                          5e-324,    -5e-324,
                          2.2e-308,  1e-160,
                          0.5,       0.49999999999999994,
                          1,         -1,
                          1.5,       -2.5,
                          3,         M_PI_2,
                          M_PI,      1e5,
                          710,       -745.1,
                          1e22,      1.3e154,
                          1e300,     1.7976931348623157e308,
                          kInfinity, -kInfinity,
                          kNan};
  std::mt19937_64 random(k);
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) {
    const double ordinary = -3 + 6 * static_cast<double>(random() >> 11) * 0x1p-53;
    const double any = std::bit_cast<double>(random());
    // 7 is prime to the 25 nasty values: pairs of operands meet in many ways.
    values.push_back(i % 3 == 0 ? nasty[(i / 3 * (7 * k + 1)) % std::size(nasty)] : i % 3 == 1 ? ordinary : any);
  }
  return values;
}

template <typename Check>
void for_each_operation(Check check) {
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    const Kernel& kernel = kernel_of(static_cast<Operation>(i));
    if (kernel.arity > 0) check(kernel);
  }
}

TEST(Kernel, HasARowForEachOperationWithANameOfItsOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    const Kernel& kernel = kernel_of(static_cast<Operation>(i));
    EXPECT_EQ(static_cast<std::size_t>(kernel.operation), i) << kernel.name;
    EXPECT_TRUE(names.insert(kernel.name).second) << kernel.name;
    EXPECT_LE(kernel.arity, static_cast<int>(kLargestArity)) << kernel.name;
    EXPECT_EQ(kernel.value == nullptr, kernel.arity == 0) << kernel.name;
  }
}

TEST(Kernel, PassesNanOnUnlessItsRuleSaysOtherwise) {
  using enum Operation;
  const std::set<Operation> with_rules{kLess, kLessEqual, kGreater, kGreaterEqual, kEqual,      kNotEqual,
                                       kAnd,  kOr,        kSelect,  kPower,        kHypotenuse, kKink};
  for_each_operation([&](const Kernel& kernel) {
    if (with_rules.contains(kernel.operation)) return;
    for (std::size_t k = 0; k < static_cast<std::size_t>(kernel.arity); ++k) {
      double point[kLargestArity] = {0.5, 0.5, 0.5};
      point[k] = kNan;
      EXPECT_TRUE(std::isnan(kernel.value(point))) << kernel.name << ", operand " << k;
    }
  });
  EXPECT_EQ(power(kNan, 0), 1);
  EXPECT_EQ(power(1, kNan), 1);
  EXPECT_TRUE(std::isnan(power(kNan, 1)));
  EXPECT_EQ(hypotenuse(kInfinity, kNan), kInfinity);
}

TEST(Kernel, IsOddOrEvenToTheBit) {
  using enum Operation;
  const Operation odd[] = {kNegate,     kCube,           kSign,
                           kSine,       kTangent,        kArcSine,
                           kArcTangent, kHyperbolicSine, kHyperbolicTangent,
                           kAreaSine,   kAreaTangent,    kCubeRoot,
                           kTruncate,   kErrorFunction};
  const Operation even[] = {kSquare, kFourth, kAbsolute, kCosine, kHyperbolicCosine, kGaussian};
  for (const double u : arguments_of(3000, 1)) {
    const double plus = std::fabs(u), minus = -plus;
    for (const Operation operation : odd) {
      const Kernel& kernel = kernel_of(operation);
      // As numbers: the sign of a zero is no part of it.
      EXPECT_THAT(kernel.value(&minus), WithinRoundings(-kernel.value(&plus), 0)) << kernel.name << " of " << plus;
    }
    for (const Operation operation : even) {
      const Kernel& kernel = kernel_of(operation);
      EXPECT_THAT(kernel.value(&minus), WithinRoundings(kernel.value(&plus), 0)) << kernel.name << " of " << plus;
    }
  }
}

TEST(Kernel, JoinsItsBranchesWithoutAStep) {
  // sinh, cosh, asinh and acosh change their method at these places; on both sides they stay within 2 roundings of the
  // C library's, which is a witness from elsewhere (1 rounding each).
  for (const double edge : {709.0, 1.3e154}) {
    double u = edge;
    for (int i = 0; i < 20; ++i) u = std::nextafter(u, 0.0);
    for (int i = 0; i < 40; ++i, u = std::nextafter(u, kInfinity)) {
      EXPECT_THAT(hyperbolic_sine(u), WithinRoundings(std::sinh(u), 3)) << u;
      EXPECT_THAT(hyperbolic_cosine(u), WithinRoundings(std::cosh(u), 3)) << u;
      EXPECT_THAT(area_sine(u), WithinRoundings(std::asinh(u), 2)) << u;
      EXPECT_THAT(area_sine(-u), WithinRoundings(-std::asinh(u), 2)) << u;
      EXPECT_THAT(area_cosine(u), WithinRoundings(std::acosh(u), 2)) << u;
      EXPECT_THAT(exponential(u), WithinRoundings(std::exp(u), 2)) << u;
    }
  }
}

TEST(Kernel, JoinsTheBranchesOfOneFunctionWithoutAStep) {
  struct Join {
    double (*ours)(double);
    double (*witness)(double);  // the C library's, within 2 roundings of the true value, tgamma within 5
    double edge, roundings;
  };
  const auto gaussian_by_power = [](double u) { return std::pow(std::exp(-u * (u / 64)), 64); };
  const Join joins[] = {
      {tangent, std::tan, 0x1p-27, 2},
      {logarithm_of_1_plus, std::log1p, 0x1p-54, 2},
      {logarithm_of_1_plus, std::log1p, -0x1p-54, 2},
      {logarithm_of_1_plus, std::log1p, 1e300, 2},
      {gamma_function, std::tgamma, -170.00000000000003, 8},
      {gamma_function, std::tgamma, -169.99999999999997, 8},
      {gamma_function, std::tgamma, 171.624, 8},
      // 64 roundings of the 64th power and of its base: denormal, so a unit or two of its own.
      {gaussian, gaussian_by_power, 27.2, 2},
      {gaussian, gaussian_by_power, 27.3, 2},
  };
  for (const Join& join : joins) {
    for (const double u : neighbours(join.edge)) {
      EXPECT_THAT(join.ours(u), WithinRoundings(join.witness(u), join.roundings)) << "at " << u;
    }
  }
}

}  // namespace
}  // namespace gradfield::test
