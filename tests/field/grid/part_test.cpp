// Where the parts of a grid begin, against python3's integers, which have no largest; and what a cursor makes of them.
#include "field/grid/grid.hpp"

#include <gmock/gmock.h>

#include <random>
#include <sstream>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

Grid grid_of_counts(const std::vector<std::size_t>& counts) {
  Grid grid;
  for (const std::size_t count : counts) grid.axes.push_back({"x", 0, count == 1 ? 0.0 : 1.0, count});
  return grid;
}

struct Question {
  std::vector<std::size_t> counts;  // the first axis first
  Part part;
};

// Small grids with all their parts, then grids of up to 10^192 points.
std::vector<Question> questions() {
  std::vector<Question> out;
  for (const std::vector<std::size_t>& counts :
       {std::vector<std::size_t>{1}, {7}, {20, 20}, {1, 5}, {5, 1}, {2, 3, 4}, {1, 1, 1}}) {
    for (const std::uint64_t count : {1u, 2u, 3u, 7u, 24u, 25u, 100u}) {
      for (std::uint64_t number = 1; number <= count; ++number) out.push_back({counts, {number, count}});
    }
  }
  std::mt19937_64 random(1);
  const auto up_to = [&](std::uint64_t most) { return 1 + random() % most; };
  for (int i = 0; i < 2000; ++i) {
    std::vector<std::size_t> counts(up_to(32));
    for (std::size_t& count : counts) count = i % 5 == 0 ? 1'000'000 : up_to(i % 2 == 0 ? 10 : 1'000'000);
    const std::uint64_t count = i % 3 == 0 ? kMostParts : up_to(i % 3 == 1 ? 100 : kMostParts);
    out.push_back({counts, {i % 7 == 0 ? count : up_to(count), count}});
  }
  return out;
}

TEST(PartOfGrid, BeginsAndEndsWhereExactIntegersSay) {
  std::ostringstream text;
  const auto put = [&](const auto& numbers) {
    for (const auto number : numbers) text << number << ' ';
    text << '\n';
  };
  for (const auto& [counts, part] : questions()) {
    const GridPart place = part_of_grid(grid_of_counts(counts), part);
    put(counts);
    put(std::vector<std::uint64_t>{part.number, part.count});
    put(place.begin);
    put(place.end);
  }
  EXPECT_EQ(run_python("import sys\n"
                       "lines = [[int(word) for word in line.split()] for line in sys.stdin]\n"
                       "def number_of(place, counts):\n"
                       "  total = 0\n"
                       "  for index, count in zip(reversed(place), reversed(counts)): total = total*count + index\n"
                       "  return total\n"
                       "checked = 0\n"
                       "for counts, (i, n), begin, end in zip(*[iter(lines)]*4):\n"
                       "  points = 1\n"
                       "  for count in counts: points *= count\n"
                       "  for place, r in (begin, i - 1), (end, i):\n"
                       "    inside = all(index < count for index, count in zip(place, counts))\n"
                       "    assert number_of(place, counts) == points*r//n, (counts, i, n, place)\n"
                       "    assert inside != (r == n), (counts, i, n, place)\n"
                       "    checked += 1\n"
                       "print(checked)\n",
                       text.str()),
            std::to_string(2 * questions().size()) + "\n");
}

TEST(PartsOfAGrid, InOrderAreItsPointsOnceEach) {
  for (const std::vector<std::size_t>& counts :
       {std::vector<std::size_t>{7}, {20, 20}, {100, 3}, {2, 3, 5}, {600, 2}}) {
    const Grid grid = grid_of_counts(counts);
    const auto walked = [&](GridCursor cursor) {
      std::vector<std::vector<double>> points;
      Tile tile(counts.size());
      while (cursor.next(tile)) {
        for (std::size_t i = 0; i < tile.size(); ++i) {
          points.emplace_back();
          for (std::size_t k = 0; k < counts.size(); ++k) points.back().push_back(tile.coordinate(k)[i]);
        }
      }
      return points;
    };
    const auto whole = walked(GridCursor(grid));
    ASSERT_EQ(static_cast<double>(whole.size()), grid.point_count());
    for (const std::uint64_t count : {1u, 2u, 3u, 7u, 31u, 2000u}) {
      std::vector<std::vector<double>> joined;
      for (std::uint64_t number = 1; number <= count; ++number) {
        const GridPart part = part_of_grid(grid, {number, count});
        const auto points = walked(GridCursor(grid, part.begin, part.end));
        EXPECT_LE(points.size(), whole.size() / count + 1) << number << "/" << count;
        joined.insert(joined.end(), points.begin(), points.end());
      }
      EXPECT_EQ(joined, whole) << count << " parts of " << testing::PrintToString(counts);
    }
  }
}

}  // namespace
}  // namespace gradfield::test
