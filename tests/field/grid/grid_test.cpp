// Axis points against the formula of the table's contract in python3, and against exact fractions; the cursor against
// a plain nested loop.
#include "field/grid/grid.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <sstream>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

Axis axis(double min, double max, std::size_t count) { return {"x", min, max, count}; }

std::string described(const Axis& a) {
  std::ostringstream out;
  out << std::hexfloat << a.min << ":" << a.max << ":" << a.count;
  return out.str();
}

// Ranges of all sizes: everyday, far from 0, tiny, subnormal, one rounding wide, as wide as doubles go.
std::vector<Axis> ranges() {
  const double pi = 3.141592653589793;
  std::vector<Axis> out;
  for (const auto& [min, max] : std::vector<std::pair<double, double>>{{-3, 3},
                                                                       {0, 1},
                                                                       {-1, 2},
                                                                       {-pi, pi},
                                                                       {-pi, 2 * pi},
                                                                       {0.1, 0.7},
                                                                       {1e6, 1e6 + 1},
                                                                       {-1e-9, 1e-9},
                                                                       {1, 1 + 1e-12},
                                                                       {1, std::nextafter(1, 2)},
                                                                       {5e-324, 1.5e-323},
                                                                       {-5e-324, 1e-323},
                                                                       {-2e-308, 3e-308},
                                                                       {-1e308, 1.5e307},
                                                                       {-1e300, 1e-300},
                                                                       {-7.3, -0.2},
                                                                       {1e-300, 1e300}}) {
    for (const std::size_t count : {2u, 3u, 4u, 5u, 20u, 21u, 64u, 101u, 1000u}) out.push_back(axis(min, max, count));
  }
  return out;
}

// Widths, or their multiples, beyond the largest double.
std::vector<Axis> overflowing_ranges() {
  const double largest = std::numeric_limits<double>::max();
  std::vector<Axis> out;
  for (const auto& [min, max] : std::vector<std::pair<double, double>>{
           {-1.7e308, 1.7e308}, {-largest, largest}, {-largest, 1}, {-1e308, 0.9e308}, {0, largest}}) {
    for (const std::size_t count : {2u, 3u, 4u, 20u, 21u, 1000u}) out.push_back(axis(min, max, count));
  }
  return out;
}

TEST(AxisPoint, IsTheFormulaOfTheTableBitForBit) {
  std::ostringstream questions, answers;
  for (const Axis& a : ranges()) {
    questions << std::hexfloat << a.min << ' ' << a.max << ' ' << a.count << '\n';
    for (std::size_t i = 0; i < a.count; ++i) answers << std::hexfloat << a.point(i) << '\n';
  }
  questions << "answers\n" << answers.str();
  EXPECT_EQ(run_python("import sys\n"
                       "lines = sys.stdin.read().split('\\n')\n"
                       "cut = lines.index('answers')\n"
                       "answers = iter(lines[cut + 1:])\n"
                       "number = float.fromhex\n"
                       "checked = 0\n"
                       "for line in lines[:cut]:\n"
                       "  a, b, n = line.split(); a, b, n = number(a), number(b), int(n)\n"
                       "  w = b - a\n"
                       "  for i in range(n):\n"
                       "    if 2 * i == n - 1: x = a / 2 + b / 2\n"
                       "    elif 2 * i < n - 1: x = a + w * i / (n - 1)\n"
                       "    else: x = b - w * (n - 1 - i) / (n - 1)\n"
                       "    if abs(w * (n - 1)) == float('inf'): next(answers); continue\n"
                       "    ours = number(next(answers)); checked += 1\n"
                       "    if ours.hex() != x.hex(): print(line, i, ours, x)\n"
                       "print(checked > 15000)\n",
                       questions.str()),
            "True\n");
}

TEST(AxisPoint, OfAWidthThatOverflowsIsNearTheExactFraction) {
  std::ostringstream questions;
  for (const Axis& a : overflowing_ranges()) {
    for (std::size_t i = 0; i < a.count; ++i) {
      questions << std::hexfloat << a.min << ' ' << a.max << ' ' << a.count << ' ' << i << ' ' << a.point(i) << '\n';
    }
  }
  // Four roundings of numbers no larger than the larger end.
  EXPECT_EQ(run_python("import sys\n"
                       "from fractions import Fraction as F\n"
                       "for line in sys.stdin:\n"
                       "  a, b, n, i, x = line.split(); n, i = int(n), int(i)\n"
                       "  a, b = float.fromhex(a), float.fromhex(b)\n"
                       "  if x.strip('-') in ('inf', 'nan'): print(line); continue\n"
                       "  exact = F(a) + (F(b) - F(a)) * i / (n - 1)\n"
                       "  if abs(F(float.fromhex(x)) - exact) > 4 * F(2) ** -52 * F(max(abs(a), abs(b))): print(line)\n"
                       "print('done')\n",
                       questions.str()),
            "done\n");
}

TEST(AxisPoint, MeetsBothEndsAscendsAndStaysInside) {
  std::vector<Axis> all = ranges();
  for (const Axis& a : overflowing_ranges()) all.push_back(a);
  for (const Axis& a : all) {
    EXPECT_EQ(a.point(0), a.min) << described(a);
    EXPECT_EQ(a.point(a.count - 1), a.max) << described(a);
    for (std::size_t i = 1; i < a.count; ++i) {
      ASSERT_LE(a.point(i - 1), a.point(i)) << described(a) << ", point " << i;
      ASSERT_TRUE(a.min <= a.point(i) && a.point(i) <= a.max) << described(a) << ", point " << i;
    }
  }
}

TEST(AxisPoint, OfASymmetricRangeIsSymmetricWithZeroInTheMiddle) {
  for (const double end :
       {3.0, 0.1, 3.141592653589793, 1e-9, 5e-324, 1e300, 1.7e308, std::numeric_limits<double>::max()}) {
    for (const std::size_t count : {2u, 3u, 4u, 7u, 20u, 101u, 1024u}) {
      const Axis a = axis(-end, end, count);
      for (std::size_t i = 0; i < count; ++i)
        ASSERT_EQ(a.point(i), -a.point(count - 1 - i)) << described(a) << ", point " << i;
      if (count % 2 == 1) {
        EXPECT_EQ(a.point(count / 2), 0) << described(a);
      }
    }
  }
}

TEST(AxisPoint, OfASinglePointIsThatPoint) {
  for (const double x : {0.0, -2.5, 1e308, 5e-324}) EXPECT_EQ(axis(x, x, 1).point(0), x);
}

TEST(AxisPoint, OfAMillionPointsIsEvenlySpaced) {
  const Axis a = axis(-1, 2, 1'000'000);
  EXPECT_EQ(a.point(0), -1);
  EXPECT_EQ(a.point(999'999), 2);
  for (std::size_t i = 0; i < a.count; i += 997) {
    // Three roundings of numbers below 4.
    ASSERT_NEAR(a.point(i), static_cast<double>(-1.0L + 3.0L * static_cast<long double>(i) / 999'999.0L), 3 * 4.5e-16)
        << i;
  }
}

TEST(LargestMagnitude, IsThatOfTheFartherEnd) {
  EXPECT_EQ(axis(-3, 2, 5).largest_magnitude(), 3);
  EXPECT_EQ(axis(-2, 3, 5).largest_magnitude(), 3);
  EXPECT_EQ(axis(-7, -5, 5).largest_magnitude(), 7);
  EXPECT_EQ(axis(0, 0, 1).largest_magnitude(), 0);
}

TEST(PointCount, IsTheProductOfTheCountsHoweverLarge) {
  EXPECT_EQ((Grid{{axis(0, 1, 4), axis(0, 1, 5)}}).point_count(), 20);
  EXPECT_EQ((Grid{std::vector<Axis>(32, axis(0, 1, 1'000'000))}).point_count(), 1e192);
}

// Every grid of these counts, with another range on each axis.
Grid grid_of(const std::vector<std::size_t>& counts) {
  Grid grid;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    const double from = static_cast<double>(k) - 1.5;
    grid.axes.push_back(counts[k] == 1 ? axis(from, from, 1) : axis(from, from + 2.1, counts[k]));
  }
  return grid;
}

// All points by plain counting: the first index fastest.
std::vector<std::vector<double>> counted(const Grid& grid) {
  std::vector<std::vector<double>> points;
  for (std::size_t place = 0; place < static_cast<std::size_t>(grid.point_count()); ++place) {
    std::vector<double> point;
    std::size_t rest = place;
    for (const Axis& a : grid.axes) {
      point.push_back(a.point(rest % a.count));
      rest /= a.count;
    }
    points.push_back(point);
  }
  return points;
}

const std::vector<std::vector<std::size_t>> kShapes = {
    {1},         {255},      {256},        {257},          {1000},
    {1, 1},      {1, 300},   {300, 1},     {255, 2},       {256, 3},
    {257, 3},    {512, 2},   {3, 100},     {20, 20},       {63, 9},
    {64, 9},     {65, 9},    {7, 5, 11},   {1, 1, 1},      {1, 7, 1},
    {300, 1, 2}, {70, 1, 3}, {3, 4, 5, 6}, {2, 1, 1, 300}, {2, 2, 2, 2, 2, 2, 2, 2, 2}};

TEST(GridCursor, WalksAsANestedLoopDoesInTilesThatAreFullOrLieInOneRow) {
  for (const std::vector<std::size_t>& counts : kShapes) {
    const Grid grid = grid_of(counts);
    const std::string name = testing::PrintToString(counts);
    const std::vector<std::vector<double>> expected = counted(grid);
    GridCursor cursor(grid);
    Tile tile(grid.axes.size());
    std::size_t place = 0;
    while (cursor.next(tile)) {
      ASSERT_LE(tile.size(), kTileSize) << name;
      ASSERT_EQ(tile.whole_size(), tile.size()) << name;
      const std::size_t column = place % counts[0];
      ASSERT_TRUE(tile.place()) << name;
      EXPECT_EQ(tile.place()->column, column) << name << " at " << place;
      EXPECT_EQ(tile.place()->row_length, counts[0]) << name;
      if (counts[0] < 64) {
        ASSERT_EQ(tile.size(), std::min(kTileSize, expected.size() - place)) << name << " at " << place;
      } else {
        // No row takes more tiles than it must.
        ASSERT_TRUE(tile.is_in_one_row()) << name;
        ASSERT_GE(tile.size() * ((counts[0] + kTileSize - 1) / kTileSize + 1), counts[0]) << name << " at " << place;
      }
      for (std::size_t i = 0; i < tile.size(); ++i, ++place) {
        for (std::size_t k = 0; k < counts.size(); ++k) {
          ASSERT_EQ(tile.coordinate(k)[i], expected[place][k]) << name << ", point " << place << ", axis " << k;
        }
      }
    }
    EXPECT_EQ(place, expected.size()) << name;
    EXPECT_EQ(tile.size(), 0u) << name;
    EXPECT_FALSE(cursor.next(tile)) << name << ": the end stays the end";
  }
}

TEST(GridCursor, GivesItselfAwayInBlocksThatFollowEachOther) {
  for (const std::vector<std::size_t>& counts : kShapes) {
    const Grid grid = grid_of(counts);
    const std::vector<std::vector<double>> expected = counted(grid);
    for (const std::size_t most :
         {std::size_t{1}, std::size_t{7}, std::size_t{256}, std::size_t{1000}, expected.size()}) {
      const std::string name = testing::PrintToString(counts) + " by " + std::to_string(most);
      if (expected.size() / most > 400) continue;
      GridCursor cursor(grid);
      std::size_t place = 0;
      while (const std::unique_ptr<PointSource> block = cursor.take(most)) {
        const std::size_t end = std::min(place + most, expected.size());
        Tile tile(grid.axes.size());
        while (block->next(tile)) {
          ASSERT_EQ(tile.place()->column, place % counts[0]) << name;
          for (std::size_t i = 0; i < tile.size(); ++i, ++place) {
            for (std::size_t k = 0; k < counts.size(); ++k)
              ASSERT_EQ(tile.coordinate(k)[i], expected[place][k]) << name;
          }
        }
        ASSERT_EQ(place, end) << name;
        EXPECT_FALSE(block->next(tile)) << name;
      }
      EXPECT_EQ(place, expected.size()) << name;
      EXPECT_EQ(cursor.take(most), nullptr) << name;
    }
  }
}

TEST(Tile, TellsItsCoordinatesWhereverTheyStand) {
  Tile tile(2);
  const std::vector<double> elsewhere = {1, 2, 3, 4, 5};
  tile.show(0, elsewhere.data());
  tile.fill(1, 7);
  tile.resize(5);
  EXPECT_EQ(tile.coordinate(0)[4], 5);
  EXPECT_EQ(tile.coordinate(1)[4], 7);
  tile.mutable_coordinate(1)[4] = 8;
  EXPECT_EQ(tile.coordinate(1)[4], 8);
  tile.fill(1, 7);
  EXPECT_EQ(tile.coordinate(1)[4], 7);
  tile.fill(1, 0.0);
  tile.fill(1, -0.0);
  EXPECT_TRUE(std::signbit(tile.coordinate(1)[0]));
  const std::vector<std::uint16_t> places = {1, 3};
  tile.keep(places.data(), 2);
  EXPECT_EQ(tile.size(), 2u);
  EXPECT_EQ(tile.whole_size(), 5u);
  EXPECT_EQ(tile.kept(), places);
  EXPECT_EQ(tile.coordinate(0)[0], 2);
  EXPECT_EQ(tile.coordinate(0)[1], 4);
  EXPECT_EQ(elsewhere[0], 1) << "what is shown is not written";
}

}  // namespace
}  // namespace gradfield::test
