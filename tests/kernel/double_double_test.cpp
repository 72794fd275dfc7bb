// Arithmetic of two doubles: its exact steps against exact integers and fused products, the others by their inverses.
#include "kernel/double_double.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

namespace gradfield::test {
namespace {

// Numbers of 53 random bits from 2^-40 to 2^40, of both signs.
double draw(std::mt19937_64& random) {
  const double mantissa = static_cast<double>(static_cast<std::int64_t>(random() >> 11) | 1);
  return std::ldexp(random() % 2 == 0 ? mantissa : -mantissa, static_cast<int>(random() % 81) - 40 - 53);
}

DoubleDouble draw_pair(std::mt19937_64& random) {
  const double high = draw(random);
  return exact_sum(high, high * 0x1p-54 * draw(random) * 0x1p-41);
}

TEST(DoubleDouble, AddsWithoutLoss) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10000; ++i) {
    // Of 62 and of 13 to 53 bits, so that the sum is one of 63.
    const std::int64_t a = static_cast<std::int64_t>(random() >> 11) * 512;
    const std::int64_t b = static_cast<std::int64_t>(random() >> (11 + random() % 41)) * (random() % 2 == 0 ? 1 : -1);
    const DoubleDouble sum = exact_sum(static_cast<double>(a), static_cast<double>(b));
    EXPECT_EQ(static_cast<std::int64_t>(sum.high) + static_cast<std::int64_t>(sum.low), a + b) << a << " + " << b;
    EXPECT_EQ(sum.high, static_cast<double>(a + b));
  }
}

TEST(DoubleDouble, MultipliesWithoutLoss) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 10000; ++i) {
    const double a = draw(random), b = draw(random);
    const DoubleDouble product = exact_product(a, b);
    EXPECT_EQ(product.high, a * b);
    EXPECT_EQ(product.low, std::fma(a, b, -product.high)) << a << " * " << b;
  }
}

// 2^-100: a few units of 2^-104, the error of one operation.
TEST(DoubleDouble, UndoesWhatItDoes) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 10000; ++i) {
    const DoubleDouble a = draw_pair(random), b = draw_pair(random);
    EXPECT_LE(std::fabs(((a / b) * b - a).high), 0x1p-100 * std::fabs(a.high));
    EXPECT_LE(std::fabs(((a + b) - b - a).high), 0x1p-100 * (std::fabs(a.high) + std::fabs(b.high)));
    const DoubleDouble square_of_sum = (a + b) * (a + b), sum_of_squares = a * a + b * b;
    EXPECT_LE(std::fabs((square_of_sum - (sum_of_squares + DoubleDouble{2} * a * b)).high),
              0x1p-100 * sum_of_squares.high);
  }
}

}  // namespace
}  // namespace gradfield::test
