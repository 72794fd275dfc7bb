// What counts as one value, and the scale that shows it.
#include "base/numbers/main_range.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace gradfield::test {
namespace {

TEST(AroundConstant, HasHalfOfAValueOnEitherSideAndTakesRoundingForIt) {
  struct Row {
    double low, high, below, above;
  };
  for (const Row& row : {Row{3, 3, 1.5, 4.5},
                         {-2, -2, -3, -1},
                         {0, 0, -1, 1},
                         {1 - 3e-16, 1 + 2e-16, 0.5, 1.5},
                         {1e9, 1e9 + 1e-5, 5e8, 1.5e9}}) {
    EXPECT_TRUE(is_constant(row.low, row.high)) << row.low;
    EXPECT_NEAR(around_constant(row.low, row.high).low, row.below, 1e-12 * std::fabs(row.below)) << row.low;
    EXPECT_NEAR(around_constant(row.low, row.high).high, row.above, 1e-12 * std::fabs(row.above)) << row.low;
  }
  // Hills of few roundings, and small ones about zero.
  for (const auto& [low, high] : {std::pair{1e9, 1e9 + 2e-4}, {1.0, 1 + 1e-12}, {0.0, 1e-300}, {-1e-17, 1e-17}}) {
    EXPECT_FALSE(is_constant(low, high)) << low;
    EXPECT_EQ(around_constant(low, high).low, low);
    EXPECT_EQ(around_constant(low, high).high, high);
  }
}

}  // namespace
}  // namespace gradfield::test
