#include "plot/paths/line_parts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace gradfield::test {
namespace {

double length_of(const Line<2>& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    length += std::hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
  }
  return length;
}

TEST(LineParts, EndAtTheBordersAndBeginAgainThere) {
  const Line<2> line{{0.5, 0.5}, {1.5, 0.5}, {1.5, 0.25}, {-0.5, 0.25}, {-1, -1}, {-1, 3}};
  const std::vector<Line<2>> parts = parts_inside<2>(line, {0, 0}, {1, 1});
  const std::vector<Line<2>> expected{{{0.5, 0.5}, {1, 0.5}}, {{1, 0.25}, {0, 0.25}}};
  EXPECT_EQ(parts, expected);
  EXPECT_EQ(parts_inside<2>({{0.5, 1}}, {0, 0}, {1, 1}), (std::vector<Line<2>>{{{0.5, 1}}}));
  EXPECT_TRUE(parts_inside<2>({{2, 2}}, {0, 0}, {1, 1}).empty());
  EXPECT_TRUE(parts_inside<2>({}, {0, 0}, {1, 1}).empty());
}

TEST(LineParts, AreAsLongAsWhatManyPointsOfTheLineSay) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> place(-1, 2);
  for (int line_number = 0; line_number < 50; ++line_number) {
    Line<2> line;
    for (int i = 0; i < 6; ++i) line.push_back({place(random), place(random)});
    double inside = 0;
    constexpr int kPieces = 20000;
    for (std::size_t i = 1; i < line.size(); ++i) {
      int count = 0;
      for (int piece = 0; piece < kPieces; ++piece) {
        const double share = (piece + 0.5) / kPieces;
        const double x = line[i - 1][0] + share * (line[i][0] - line[i - 1][0]);
        const double y = line[i - 1][1] + share * (line[i][1] - line[i - 1][1]);
        count += x >= 0 && x <= 1 && y >= 0 && y <= 1;
      }
      inside += std::hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]) * count / kPieces;
    }
    double length = 0;
    for (const Line<2>& part : parts_inside<2>(line, {0, 0}, {1, 1})) length += length_of(part);
    // Each of five ways is at most 4.3 long, and miscounts a piece at each end.
    EXPECT_NEAR(length, inside, 5 * 2 * 4.3 / kPieces);
  }
}

TEST(LineParts, ComeFromAsFarAsDoublesGo) {
  const std::vector<Line<2>> parts = parts_inside<2>({{0.25, 0.5}, {1.7e308, 0.5}, {-1.7e308, 0.5}}, {0, 0}, {1, 1});
  const std::vector<Line<2>> expected{{{0.25, 0.5}, {1, 0.5}}, {{1, 0.5}, {0, 0.5}}};
  ASSERT_EQ(parts.size(), 2u);
  for (std::size_t k = 0; k < 2; ++k) {
    for (const std::size_t axis : {0u, 1u}) EXPECT_NEAR(parts[0][k][axis], expected[0][k][axis], 1e-15);
    EXPECT_EQ(parts[1][k][1], 0.5);
  }
}

}  // namespace
}  // namespace gradfield::test
