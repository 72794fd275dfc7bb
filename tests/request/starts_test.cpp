// Starts of paths by the crowd: against SplitMix64 in python, and cells by hand.
#include "request/starts.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <sstream>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

const Names kNames{{"x", "y"}, {}};
const Grid kGrid{{{"x", -3, 3, 20}, {"y", 0, 8, 20}}};

TEST(Starts, AreThePointOrTheMiddlesOfCells) {
  const Starts one = read_starts("1,2", kNames, kGrid);
  EXPECT_THAT(one.points, ElementsAre(ElementsAre(1, 2)));
  EXPECT_FALSE(one.is_crowd);
  const Starts grid = read_starts("grid=3x2", kNames, kGrid);
  EXPECT_TRUE(grid.is_crowd);
  EXPECT_THAT(grid.points, ElementsAre(ElementsAre(-2, 2), ElementsAre(0, 2), ElementsAre(2, 2), ElementsAre(-2, 6),
                                       ElementsAre(0, 6), ElementsAre(2, 6)));
  EXPECT_EQ(read_starts("grid=4", kNames, kGrid).points.size(), 16u);
  // A variable that is held has one value.
  const Grid slice{{{"x", -3, 3, 20}, {"y", 5, 5, 1}, {"z", 0, 1, 3}}};
  EXPECT_THAT(read_starts("grid=1x2", {{"x", "y", "z"}, {}}, slice).points,
              ElementsAre(ElementsAre(0, 5, 0.25), ElementsAre(0, 5, 0.75)));
  EXPECT_THAT(read_starts("grid=2", {{"x"}, {}}, {{{"x", 0, 1, 20}}}).points,
              ElementsAre(ElementsAre(0.25), ElementsAre(0.75)));
}

TEST(Starts, AtRandomAreThoseOfSplitMix64) {
  for (const auto& [text, seed, count] : {std::tuple{"random=50", 1, 50u}, {"random=7,seed=12345", 12345, 7u}}) {
    std::istringstream expected(
        run_python("import sys\n"
                   "m = (1 << 64) - 1\n"
                   "s, count = map(int, sys.stdin.read().split())\n"
                   "def u():\n"
                   "    global s\n"
                   "    s = (s + 0x9e3779b97f4a7c15) & m\n"
                   "    z = s\n"
                   "    z = ((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9) & m\n"
                   "    z = ((z ^ (z >> 27)) * 0x94d049bb133111eb) & m\n"
                   "    return ((z ^ (z >> 31)) >> 11) / 2**53\n"
                   "for i in range(count): print(repr(-3 + u() * 6), repr(0 + u() * 8))\n",
                   std::to_string(seed) + " " + std::to_string(count)));
    const Starts starts = read_starts(text, kNames, kGrid);
    ASSERT_EQ(starts.points.size(), count);
    for (const std::vector<double>& point : starts.points) {
      double x = 0, y = 0;
      ASSERT_TRUE(expected >> x >> y);
      EXPECT_THAT(point, ElementsAre(x, y)) << text;
    }
  }
}

}  // namespace
}  // namespace gradfield::test
