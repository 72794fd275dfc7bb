// Columns to records, on every instruction set of this machine.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "kernel/blocks.hpp"
#include "support/instruction_sets.hpp"

namespace gradfield::test {
namespace {

// What a binary table shows of a double: all nans are one, and so are the zeros.
std::uint64_t bits_in_a_table(double u) {
  if (std::isnan(u)) return 0x7ff8000000000000;
  return u == 0 ? 0 : std::bit_cast<std::uint64_t>(u);
}

// Any bits, a third of them nans (quiet and signalling, of both signs), zeros, denormals and infinities.
std::vector<double> column(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const std::uint64_t special[] = {
      0x7ff8000000000000, 0xfff8000000000000, 0x7ff0000000000001, 0xffffffffffffffff, 0, 0x8000000000000000, 1,
      0x8000000000000001, 0x7ff0000000000000, 0xfff0000000000000};
  std::vector<double> values(count);
  for (double& value : values) {
    value = std::bit_cast<double>(random() % 3 == 0 ? special[random() % std::size(special)] : random());
  }
  return values;
}

TEST(Interleave, PutsEveryValueInItsRecordWithOneNanAndOneZero) {
  for (const InstructionSet* set : supported_sets()) {
    for (std::size_t width = 1; width <= 13; ++width) {
      for (const std::size_t count : {0u, 1u, 2u, 3u, 4u, 5u, 7u, 8u, 9u, 15u, 16u, 17u, 255u, 256u, 257u}) {
        std::vector<std::vector<double>> columns;
        std::vector<const double*> pointers;
        for (std::size_t k = 0; k < width; ++k) columns.push_back(column(count, 100 * width + k));
        for (const auto& values : columns) pointers.push_back(values.data());
        // One double in front: records stand at any address.
        std::vector<double> records(1 + count * width + 1, kUntouched);
        set->blocks().interleave(pointers.data(), width, count, records.data() + 1);
        EXPECT_EQ(records.front(), kUntouched);
        EXPECT_EQ(records.back(), kUntouched) << set->name << " writes behind " << count << " records of " << width;
        for (std::size_t i = 0; i < count; ++i) {
          for (std::size_t k = 0; k < width; ++k) {
            ASSERT_EQ(std::bit_cast<std::uint64_t>(records[1 + i * width + k]), bits_in_a_table(columns[k][i]))
                << set->name << ": record " << i << " of " << count << ", value " << k << " of " << width;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
