// What the rules say of operations holds for their values, at nasty operands too.
#include "program/rules.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

using Operands = std::array<double, kLargestArity>;

// Calls `check(row, operands, value)` for every operation but the leaves and for all nasty operands.
void for_every_value(const std::function<void(const Rules&, const Operands&, double)>& check) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity(), kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kNasty[] = {0.0, -0.0, 5e-324, -1e-310, 1e-160, 0.5,       -0.5,       1,   -1,
                               2.5, -3,   27,     1e200,   -1e200, kInfinity, -kInfinity, kNan};
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    const Kernel& kernel = kernel_of(static_cast<Operation>(i));
    if (kernel.arity == 0) continue;
    for (const double a : kNasty) {
      for (const double b : kNasty) {
        for (const double c : {0.0, -0.0, 1.0, -2.0, kNan}) {
          const Operands operands{a, b, c};
          check(rules_of(kernel.operation), operands, kernel.value(operands.data()));
          if (kernel.arity < 3) break;
        }
        if (kernel.arity < 2) break;
      }
    }
  }
}

std::string told(const Rules& row, const Operands& u) {
  return std::string(kernel_of(row.operation).name) + " of " + testing::PrintToString(u);
}

bool is_not_negative(double u) { return std::isnan(u) || !std::signbit(u); }

TEST(Rules, SayOfWhichOperationsTheOperandsMayChangePlaces) {
  for_every_value([](const Rules& row, const Operands& u, double value) {
    if (!has(row.operation, Trait::kCommutative)) return;
    ASSERT_EQ(kernel_of(row.operation).arity, 2);
    const Operands turned{u[1], u[0]};
    EXPECT_TRUE(same_bits(kernel_of(row.operation).value(turned.data()), value)) << told(row, u);
  });
}

TEST(Rules, SayWhichResultsAreNeverNegative) {
  for_every_value([](const Rules& row, const Operands& u, double value) {
    const auto arity = static_cast<std::size_t>(kernel_of(row.operation).arity);
    bool expects = has(row.operation, Trait::kNotNegative);
    if (has(row.operation, Trait::kKeepsSign)) {
      expects = true;
      for (std::size_t k = has(row.operation, Trait::kFirstDecides); k < arity; ++k) {
        expects = expects && is_not_negative(u[k]);
      }
    }
    EXPECT_TRUE(!expects || is_not_negative(value)) << told(row, u);
  });
}

TEST(Rules, SayWhereTheResultIsAnOperandThatTheFirstOneChooses) {
  for_every_value([](const Rules& row, const Operands& u, double value) {
    if (!has(row.operation, Trait::kFirstDecides)) return;
    EXPECT_TRUE(std::isnan(value) || same_bits(value, u[1]) || same_bits(value, u[2])) << told(row, u);
  });
}

// Where the bounds of such an operation meet, their one value has the bits of the result.
TEST(Rules, SayWhichOperationsHaveTheirBoundsForValues) {
  for_every_value([](const Rules& row, const Operands& u, double value) {
    if (!has(row.operation, Trait::kFewValues) || std::isnan(value)) return;
    EXPECT_TRUE(same_bits(value, 0) || same_bits(value, 1) || same_bits(value, -1)) << told(row, u);
    std::array<Bounds, kLargestArity> bounds;
    for (std::size_t k = 0; k < kLargestArity; ++k) bounds[k] = {u[k], u[k], false};
    if (std::isnan(u[0]) || std::isnan(u[1])) return;
    const Bounds result =
        row.bound(std::span(bounds).first(static_cast<std::size_t>(kernel_of(row.operation).arity))).value;
    EXPECT_TRUE(result.low == value && result.high == value) << told(row, u);
  });
}

}  // namespace
}  // namespace gradfield::test
