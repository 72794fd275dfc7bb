// Every operation on every instruction set of this machine: a block gives the bits of single values, whatever its size
// and wherever it reads and writes.
#include "kernel/blocks.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "kernel/mathematics.hpp"
#include "support/instruction_sets.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

// Zeros, denormals, huge ones, multiples of pi, whole numbers and halves, and the places where a function changes its
// method, each with its neighbours and of both signs.
std::vector<double> nasty_arguments() {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  std::vector<double> values{0, std::nan(""), kInfinity};
  for (const double u : {5e-324,
                         2.2250738585072014e-308,
                         1e-300,
                         1e-160,
                         0x1p-54,
                         0x1p-27,
                         1e-5,
                         0.1,
                         0.5,
                         1.0,
                         1.5,
                         2.0,
                         2.5,
                         3.0,
                         10.0,
                         14.9,
                         15.0,
                         20.0,
                         27.2,
                         27.3,
                         38.0,
                         100.0,
                         169.5,
                         170.0,
                         170.5,
                         171.5,
                         171.624,
                         172.0,
                         184.5,
                         185.0,
                         708.4,
                         709.0,
                         709.78,
                         709.7827,
                         710.0,
                         710.475,
                         711.0,
                         744.44,
                         745.1,
                         1e5,
                         1e9,
                         0x1p31,
                         1e14,
                         0x1p52,
                         0x1p53,
                         1e16,
                         1e22,
                         0x1p63,
                         1.3e154,
                         1.34e154,
                         1e300,
                         1e307,
                         1e308,
                         M_PI_4,
                         M_PI_2,
                         M_PI,
                         2 * M_PI,
                         3 * M_PI_2,
                         100 * M_PI,
                         1e6 * M_PI,
                         1e15 * M_PI,
                         1.7976931348623157e308,
                         171.62437695630272}) {
    values.insert(values.end(), {u, std::nextafter(u, 0.0), std::nextafter(u, kInfinity)});
  }
  const std::size_t positive = values.size();
  for (std::size_t i = 0; i < positive; ++i) values.push_back(-values[i]);
  return values;
}

// The arguments of an operation: every nasty one (every pair of them, for operations of more operands), then numbers
// of everyday size and of all magnitudes, mixed as they would not be in one formula: a lane must not feel the others.
std::vector<std::vector<double>> arguments(std::size_t arity, std::size_t random_count) {
  const std::vector<double> nasty = nasty_arguments();
  std::vector<std::vector<double>> operands(arity);
  if (arity == 1) operands[0] = nasty;
  for (std::size_t i = 0; arity > 1 && i < nasty.size() * nasty.size(); ++i) {
    operands[0].push_back(nasty[i % nasty.size()]);
    operands[1].push_back(nasty[i / nasty.size()]);
    // 7 is prime to the number of pairs: the third operand meets all sorts of the others.
    if (arity == 3) operands[2].push_back(nasty[i * 7 % nasty.size()]);
  }
  std::mt19937_64 random(arity);
  std::uniform_real_distribution<double> everyday(-3, 3), wide(-800, 800);
  for (std::size_t i = 0; i < random_count; ++i) {
    const std::uint64_t sort = random() % 4;
    for (auto& operand : operands) {
      operand.push_back(sort == 0   ? everyday(random)
                        : sort == 1 ? wide(random)
                        : sort == 2 ? std::bit_cast<double>(random())
                                    : nasty[random() % nasty.size()]);
    }
  }
  return operands;
}

using Operands = std::vector<std::vector<double>>;

class EachOperation : public testing::TestWithParam<Operation> {
 protected:
  const Kernel& kernel_ = kernel_of(GetParam());
  const std::size_t arity_ = static_cast<std::size_t>(kernel_.arity);

  Block block_of(const InstructionSet* set) const { return set->blocks().of[static_cast<std::size_t>(GetParam())]; }

  // Whether the value at `i` of a block is the one that the operation gives alone.
  testing::AssertionResult is_as_alone(double actual, const Operands& operands, std::size_t i) const {
    double point[kLargestArity] = {};
    for (std::size_t k = 0; k < arity_; ++k) point[k] = operands[k][i];
    const double expected = kernel_.value(point);
    if (same_bits(actual, expected)) return testing::AssertionSuccess();
    auto failure = testing::AssertionFailure() << kernel_.name << " of" << std::hexfloat;
    for (const auto& operand : operands) failure << " " << operand[i];
    return failure << ": " << actual << ", alone " << expected;
  }
};

TEST_P(EachOperation, GivesTheBitsOfSingleValuesOnEachInstructionSet) {
  // Those without a wide form loop over single values: fewer will do.
  const bool is_wide = GetParam() != Operation::kRemainder && GetParam() != Operation::kPolygamma;
  const Operands operands = arguments(arity_, is_wide ? 100'000 : 1000);
  const std::size_t count = operands[0].size();
  std::vector<const double*> pointers;
  for (const auto& operand : operands) pointers.push_back(operand.data());
  std::vector<double> result(count);
  for (const InstructionSet* set : supported_sets()) {
    block_of(set)(pointers.data(), result.data(), count);
    for (std::size_t i = 0; i < count; ++i) ASSERT_TRUE(is_as_alone(result[i], operands, i)) << "on " << set->name;
  }
}

TEST_P(EachOperation, TakesAnyCountAtAnyAddressAndTouchesNothingBehindIt) {
  constexpr std::size_t kMost = 65, kShifts = 8;
  const Operands values = arguments(arity_, 300);
  const auto start = values[0].size() - 300;
  for (const std::size_t count : {0u, 1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 15u, 16u, 17u, 31u, 33u, 63u, 64u, 65u}) {
    for (std::size_t shift = 0; shift < kShifts; ++shift) {
      // Operands end where their memory ends, so that a sanitizer sees any access behind them.
      Operands taken(arity_), placed(arity_);
      std::vector<const double*> pointers;
      for (std::size_t k = 0; k < arity_; ++k) {
        const double* from = values[k].data() + start + count + shift * k;
        taken[k].assign(from, from + count);
        placed[k].assign(shift + k, kUntouched);
        placed[k].insert(placed[k].end(), from, from + count);
        pointers.push_back(placed[k].data() + shift + k);
      }
      for (const InstructionSet* set : supported_sets()) {
        std::vector<double> result(kMost + kShifts, kUntouched);
        block_of(set)(pointers.data(), result.data() + shift, count);
        for (std::size_t i = 0; i < result.size(); ++i) {
          const bool is_inside = i >= shift && i < shift + count;
          ASSERT_TRUE(is_inside ? is_as_alone(result[i], taken, i - shift)
                                : testing::AssertionResult(result[i] == kUntouched))
              << "on " << set->name << ", place " << i << " of " << count << " values from " << shift << " on";
        }
      }
    }
  }
}

TEST_P(EachOperation, MayWriteOverAnyOfItsOperandsAndReadOneTwice) {
  constexpr std::size_t kCount = 261;
  const Operands values = arguments(arity_, kCount);
  for (std::size_t over = 0; over < arity_; ++over) {
    for (const bool repeated : {false, true}) {
      Operands operands;
      for (std::size_t k = 0; k < arity_; ++k) {
        operands.emplace_back(values[repeated ? 0 : k].end() - kCount, values[repeated ? 0 : k].end());
      }
      for (const InstructionSet* set : supported_sets()) {
        Operands written = operands;
        std::vector<const double*> pointers;
        for (std::size_t k = 0; k < arity_; ++k) pointers.push_back(written[repeated ? over : k].data());
        block_of(set)(pointers.data(), written[over].data(), kCount);
        for (std::size_t i = 0; i < kCount; ++i) {
          ASSERT_TRUE(is_as_alone(written[over][i], operands, i)) << "over operand " << over << " on " << set->name;
        }
      }
    }
  }
}

std::vector<Operation> operations() {
  std::vector<Operation> out;
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    if (kernel_of(static_cast<Operation>(i)).arity > 0) out.push_back(static_cast<Operation>(i));
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(Blocks, EachOperation, testing::ValuesIn(operations()),
                         [](const auto& row) { return std::string(kernel_of(row.param).name); });

TEST(Blocks, GiveSineAndCosineTogetherTheBitsTheyHaveAlone) {
  std::vector<double> u = arguments(1, 100'000)[0];
  for (const InstructionSet* set : supported_sets()) {
    for (const std::size_t count : {u.size(), std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{13}}) {
      for (const bool over_operand : {false, true}) {
        std::vector<double> first = u, second(count + 1, kUntouched);
        first.resize(count);
        first.push_back(kUntouched);
        set->blocks().sine_and_cosine(over_operand ? first.data() : u.data(), first.data(), second.data(), count);
        EXPECT_EQ(first[count], kUntouched);
        EXPECT_EQ(second[count], kUntouched);
        for (std::size_t i = 0; i < count; ++i) {
          ASSERT_TRUE(same_bits(first[i], sine(u[i]))) << "sin " << u[i] << " on " << set->name;
          ASSERT_TRUE(same_bits(second[i], cosine(u[i]))) << "cos " << u[i] << " on " << set->name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
