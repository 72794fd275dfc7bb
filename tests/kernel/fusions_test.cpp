// Fused operations on every instruction set of this machine: the bits of the two operations one after the other.

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <limits>
#include <random>
#include <set>
#include <tuple>
#include <vector>

#include "kernel/blocks.hpp"
#include "support/instruction_sets.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

double one_after_the_other(const Fusion& fusion, double a, double b, double c) {
  const double first[] = {fusion.is_right ? b : a, fusion.is_right ? c : b};
  const double inner = kernel_of(fusion.inner).value(first);
  const double second[] = {fusion.is_right ? a : inner, fusion.is_right ? inner : c};
  return kernel_of(fusion.outer).value(second);
}

// Half of them everyday numbers, whose products round; the rest of all magnitudes, with zeros, infinities and nans.
std::vector<double> drawn_arguments(std::size_t count, std::uint64_t seed) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double nasty[] = {0, -0.0, 1, -1, 5e-324, 1e-308, 1e300, kInfinity, -kInfinity, std::nan("")};
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> everyday(-3, 3);
  std::vector<double> values(count);
  for (double& value : values) {
    const std::uint64_t sort = random() % 4;
    value = sort < 2    ? everyday(random)
            : sort == 2 ? nasty[random() % std::size(nasty)]
                        : std::bit_cast<double>(random());
  }
  return values;
}

TEST(Fusions, AreDistinctRowsOfOperationsOnTwoOperands) {
  std::set<std::tuple<Operation, Operation, bool>> seen;
  for (const Fusion& fusion : kFusions) {
    EXPECT_TRUE(seen.insert({fusion.outer, fusion.inner, fusion.is_right}).second) << kernel_of(fusion.outer).name;
    EXPECT_EQ(kernel_of(fusion.outer).arity, 2);
    EXPECT_EQ(kernel_of(fusion.inner).arity, 2);
  }
}

TEST(Fusions, GiveTheBitsOfTheirOperationsOneAfterTheOther) {
  for (const InstructionSet* set : supported_sets()) {
    for (std::size_t row = 0; row < kFusions.size(); ++row) {
      for (const std::size_t count : {0u, 1u, 3u, 4u, 5u, 8u, 17u, 256u, 30'000u}) {
        const std::vector<double> a = drawn_arguments(count, 1), b = drawn_arguments(count, 2),
                                  c = drawn_arguments(count, 3);
        const double* const operands[] = {a.data(), b.data(), c.data()};
        std::vector<double> result(count + 1, kUntouched);
        set->blocks().fused[row](operands, result.data(), count);
        EXPECT_EQ(result[count], kUntouched);
        for (std::size_t i = 0; i < count; ++i) {
          ASSERT_TRUE(same_bits(result[i], one_after_the_other(kFusions[row], a[i], b[i], c[i])))
              << "row " << row << " on " << set->name << " of " << a[i] << ", " << b[i] << ", " << c[i];
        }
      }
      // Over each operand, and one operand in all places.
      for (std::size_t over = 0; over < kFusionArity; ++over) {
        std::vector<std::vector<double>> written{drawn_arguments(61, 1), drawn_arguments(61, 2),
                                                 drawn_arguments(61, 3)};
        const auto before = written;
        const double* const operands[] = {written[0].data(), written[1].data(), written[2].data()};
        set->blocks().fused[row](operands, written[over].data(), 61);
        for (std::size_t i = 0; i < 61; ++i) {
          ASSERT_TRUE(
              same_bits(written[over][i], one_after_the_other(kFusions[row], before[0][i], before[1][i], before[2][i])))
              << "row " << row << " on " << set->name << " over operand " << over;
        }
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
