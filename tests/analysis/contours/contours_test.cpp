// Contour lines: on the level, whole, and none where f has none.
#include "analysis/contours/contours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

#include "support/contours.hpp"
#include "support/peaks.hpp"

namespace gradfield::test {
namespace {

// 0.02 pixels of a page where a cell of square(201) takes two and a half.
constexpr double kOnLevel = 0.02 * 0.03 / 2.5;

double himmelblau(double x, double y) {
  const double a = x * x + y - 11, b = x + y * y - 7;
  return a * a + b * b;
}

// How many regions the level parts the square -a:a into: flood fill of a fine raster, which knows no lines.
int regions(double (*f)(double, double), double a, double level) {
  constexpr std::size_t kCount = 601;
  std::vector<bool> above, seen(kCount * kCount, false);
  const auto coordinate = [&](std::size_t i) { return -a + 2 * a * static_cast<double>(i) / (kCount - 1.0); };
  for (std::size_t j = 0; j < kCount; ++j) {
    for (std::size_t i = 0; i < kCount; ++i) above.push_back(f(coordinate(i), coordinate(j)) > level);
  }
  int count = 0;
  for (std::size_t start = 0; start < kCount * kCount; ++start) {
    if (seen[start]) continue;
    ++count;
    std::vector<std::size_t> todo{start};
    seen[start] = true;
    while (!todo.empty()) {
      const std::size_t here = todo.back(), i = here % kCount, j = here / kCount;
      todo.pop_back();
      const auto visit = [&](bool is_inside, std::size_t next) {
        if (!is_inside || seen[next] || above[next] != above[here]) return;
        seen[next] = true;
        todo.push_back(next);
      };
      visit(i > 0, here - 1);
      visit(i + 1 < kCount, here + 1);
      visit(j > 0, here - kCount);
      visit(j + 1 < kCount, here + kCount);
    }
  }
  return count;
}

TEST(ContourLines, OfARoundBowlAreCircles) {
  const std::vector<double> levels{0.01, 0.5, 1, 2, 4, 8};
  const std::vector<ContourLine> lines = contours_of("x^2+y^2", square(201), levels);
  ASSERT_EQ(lines.size(), levels.size());
  for (const ContourLine& line : lines) {
    const double radius = std::sqrt(line.level);
    EXPECT_TRUE(line.closed);
    EXPECT_LT(largest_of({line}, [&](double x, double y, double) { return std::fabs(std::hypot(x, y) - radius); }),
              kOnLevel);
    // Chords that turn by less than 0.1 are shorter than their arc by 0.1^2/24 at most.
    EXPECT_NEAR(length_of(line), 2 * std::numbers::pi * radius, 1e-3 * radius * 2 * std::numbers::pi)
        << "level " << line.level;
  }
}

TEST(ContourLines, AreWholeOnFieldsOfManyShapes) {
  const struct {
    std::string formula;
    double (*f)(double, double);
    double reach, scale;
    std::vector<double> levels;
  } rows[] = {{kPeaks, peaks, 3, 10, {-6, -4, -2, -1, 0.5, 1, 2, 3, 5, 8}},
              {"(x^2+y-11)^2+(x+y^2-7)^2", himmelblau, 5, 500, {5, 20, 50, 100, 150, 170, 200, 300, 500}},
              {"sin(3*x)*cos(2*y)",
               [](double x, double y) { return std::sin(3 * x) * std::cos(2 * y); },
               3,
               1,
               {-0.9, -0.5, -0.1, 0.001, 0.3, 0.99}},
              {"x*y", [](double x, double y) { return x * y; }, 3, 9, {-4, -0.5, -1e-4, 1e-4, 0.5, 4}}};
  for (const auto& row : rows) {
    for (const double level : row.levels) {
      const auto lines =
          contours_of(row.formula, plane(-row.reach, row.reach, 201, -row.reach, row.reach, 200), {level});
      EXPECT_EQ(static_cast<int>(lines.size()) + 1, regions(row.f, row.reach, level)) << row.formula << " = " << level;
      // Slopes are about `scale` per unit.
      EXPECT_LT(largest_of(lines, [&](double x, double y, double l) { return std::fabs(row.f(x, y) - l); }),
                kOnLevel * row.scale)
          << row.formula << " = " << level;
      for (const ContourLine& line : lines) {
        if (line.closed) continue;
        for (const auto [x, y] : {line.points.front(), line.points.back()})
          EXPECT_NEAR(std::max(std::fabs(x), std::fabs(y)), row.reach, 1e-9) << row.formula << " = " << level;
      }
    }
  }
}

TEST(ContourLines, BetweenPointsStayOnTheLevel) {
  // The middle of a chord: 0.07 of turn on a radius of a few cells leaves the arc by less than a hundredth of a cell.
  for (const double level : {0.001, 0.003, 0.01, 0.1, 1.0}) {
    const std::vector<ContourLine> lines = contours_of("x^2+y^2", square(201), {level});
    ASSERT_EQ(lines.size(), 1u) << level;
    const auto& points = lines[0].points;
    ASSERT_GE(points.size(), 8u) << level;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto [x, y] = points[i];
      const auto [u, v] = points[(i + 1) % points.size()];
      EXPECT_NEAR(std::hypot((x + u) / 2, (y + v) / 2), std::sqrt(level), 0.01 * 0.03) << level;
    }
  }
}

TEST(ContourLines, ThroughNodesOfTheSampleAreWholeAndSingle) {
  const double kRoot = std::sqrt(2.0);
  const struct {
    std::string formula;
    std::size_t count;
    std::size_t lines;
    double length;
  } rows[] = {{"x*y", 201, 2, 12},              // two right angles that meet
              {"x-y", 201, 1, 6 * kRoot},       // along diagonals of cells
              {"x", 201, 1, 6},                 // along edges
              {"x^2*y", 201, 1, 6},             // x = 0 is touched, not crossed
              {"x^3", 201, 1, 6},               // flat on the line
              {"x^2-y^2", 201, 2, 12 * kRoot},  //
              {"abs(x)-1", 201, 2, 12},         // between nodes, with a kink elsewhere
              {"(x-0.015)*y", 201, 2, 12}};     // one between nodes, one through them
  for (const auto& row : rows) {
    const auto lines = contours_of(row.formula, square(row.count), {0});
    EXPECT_EQ(lines.size(), row.lines) << row.formula;
    // A hundredth of a unit is a third of a cell.
    EXPECT_NEAR(total_length(lines), row.length, 0.01) << row.formula;
  }
}

TEST(ContourLines, AreNotDrawnAlongPolesAndJumps) {
  const std::vector<double> levels{-20, -5, -1, -0.5, 0, 0.5, 1, 5, 20};
  EXPECT_TRUE(contours_of("1/x", square(200), {0}).empty());
  EXPECT_TRUE(contours_of("1/x^3", square(200), {0}).empty());
  EXPECT_TRUE(contours_of("floor(x)", square(201), {-1, -0.5, 0, 0.5, 1}).empty());
  EXPECT_TRUE(contours_of("sign(x)", square(201), {-1, -0.5, 0, 0.5, 1}).empty());
  EXPECT_TRUE(contours_of("sign(x-y)", square(200), {-1, -0.5, 0, 0.5, 1}).empty());
  for (const std::size_t count : {200u, 201u}) {
    // On a line y = level/tan(x), which passes the poles at y = 0: x = 0 parts it in two, and so may each pole.
    const auto tangents = contours_of("tan(x)*y", square(count), levels);
    EXPECT_THAT(tangents.size(), testing::AnyOf(2 * levels.size(), 4 * levels.size()));
    EXPECT_NEAR(total_length(tangents), total_length(contours_of("tan(x)*y", square(401), levels)),
                0.03 * 2 * static_cast<double>(levels.size()));  // a cell for each at the poles
    EXPECT_LT(largest_of(tangents,
                         [](double x, double y, double level) {
                           return std::fabs(std::tan(x) * y - level) / (1 + std::fabs(level) + std::fabs(std::tan(x)));
                         }),
              kOnLevel);
    const auto quotients = contours_of("1/(x-y)", square(count), {-5, -1, 1, 5});
    EXPECT_EQ(quotients.size(), 4u);
    EXPECT_LT(largest_of(quotients, [](double x, double y, double level) { return std::fabs(x - y - 1 / level); }),
              kOnLevel);
    const auto rays = contours_of("atan2(y,x)", square(count), {-3, -1.5, -0.5, 0.5, 1.5, 3});
    EXPECT_EQ(rays.size(), 6u);
  }
}

TEST(ContourLines, EndAtJumpsWithinAHundredthOfACell) {
  // Of floor(x)+y at 0.5: y = 0.5-floor(x), five stretches of length 1 with nine ends within -3:3.
  const auto lines = contours_of("floor(x)+y", square(200), {0.5});
  EXPECT_EQ(lines.size(), 5u);
  EXPECT_NEAR(total_length(lines), 5, 9 * 0.0302 / 100);
  EXPECT_LT(largest_of(lines, [](double x, double y, double level) { return std::fabs(std::floor(x) + y - level); }),
            1e-9);
}

TEST(ContourLines, EndAtTheEdgeOfTheDomain) {
  const Grid grid = plane(-1.2, 1.2, 201, -1.2, 1.2, 201);
  const auto circles = contours_of("sqrt(1-x^2-y^2)", grid, {0.1, 0.2, 0.5, 0.9});
  ASSERT_EQ(circles.size(), 4u);
  for (const ContourLine& line : circles) {
    EXPECT_TRUE(line.closed);
    EXPECT_NEAR(length_of(line), 2 * std::numbers::pi * std::sqrt(1 - line.level * line.level), 0.005) << line.level;
  }
  // x = 0.3 within the circle is a chord; its ends are found to a hundredth of a cell of 0.012 each.
  const auto chord = contours_of("x+0*sqrt(1-x^2-y^2)", grid, {0.3});
  ASSERT_EQ(chord.size(), 1u);
  EXPECT_FALSE(chord[0].closed);
  EXPECT_NEAR(length_of(chord[0]), 2 * std::sqrt(1 - 0.09), 2 * 0.012 / 100);
}

TEST(ContourLines, LeavePlateausEmpty) {
  for (const std::string formula : {"max(0,x)", "min(0,x)", "max(0,x+y-0.3)", "0*x", "1+0*x", "max(0,1-x^2-y^2)"})
    EXPECT_TRUE(contours_of(formula, square(201), {0}).empty()) << formula;
  EXPECT_TRUE(contours_of("sin(x)^2+cos(x)^2", square(201), {1}).empty()) << "noise of roundings";
  EXPECT_TRUE(contours_of("sin(x*y)^2+cos(x*y)^2-1", square(201), {0}).empty()) << "noise of roundings";
}

TEST(ContourLines, HaveTheCornersOfKinks) {
  const double kRoot = std::sqrt(2.0);
  for (const std::size_t count : {200u, 201u}) {
    EXPECT_NEAR(total_length(contours_of("abs(x)+abs(y)", square(count), {0.52, 1})), 1.52 * 4 * kRoot, 8 * kOnLevel);
    EXPECT_NEAR(total_length(contours_of("max(x,y)", square(count), {0.52, 1})), 2 * 3.52 + 2 * 4, 2 * kOnLevel);
  }
}

TEST(ContourLines, ReachTheTipsOfNarrowValleys) {
  // A third of a cell wide, and rounded within a hundredth of a cell of its tips.
  const auto lines = contours_of("(200*x)^2+(y/2.01)^2", square(201), {1});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_TRUE(lines[0].closed);
  EXPECT_NEAR(largest_of(lines, [](double, double y, double) { return std::fabs(y); }), 2.01, 0.003);
}

TEST(ContourLines, GoOnBesideAJumpThatIsNearerThanANode) {
  // A ray at 0.002 to either side of the jump is within a cell of 0.03 of it all the way.
  const double kPi = std::numbers::pi;
  for (const std::size_t count : {200u, 201u}) {
    const auto rays = contours_of("atan2(y,x)", square(count), {-kPi + 0.002, kPi - 0.002});
    ASSERT_EQ(rays.size(), 2u);
    for (const ContourLine& ray : rays)
      EXPECT_NEAR(length_of(ray), 3, 0.035) << ray.level;  // but in the cell at 0, where all meet
  }
}

TEST(ContourLines, EndWhereFIsTooSmallToTellIt) {
  // exp(-40 r^2) falls by decades from cell to cell; y = 0 is no corner's way to anywhere.
  for (const ContourLine& line : contours_of("x*exp(-40*(x^2+y^2))", square(101), {0}))
    EXPECT_LT(largest_of({line}, [](double x, double, double) { return std::fabs(x); }), 0.06);
}

TEST(ContourLines, FollowValleysNarrowerThanACell) {
  // Two lines at |x - y/7| = 0.004 each, an eighth of a cell apart, the length of both known.
  const auto lines = contours_of("(x-y/7)^2", square(201), {1.6e-5});
  EXPECT_EQ(lines.size(), 2u);
  EXPECT_NEAR(total_length(lines), 2 * 6 * std::sqrt(1 + 1 / 49.0), 0.01);
}

TEST(ContourLines, DoNotDependOnTheUnits) {
  const auto lines = contours_of("x*y-x^3", square(101), {-2, -1, 1, 2});
  for (const double scale : {1e300, 1e-300}) {
    const auto scaled = contours_of("(x*y-x^3)*" + std::string(scale > 1 ? "1e300" : "1e-300"), square(101),
                                    {-2 * scale, -scale, scale, 2 * scale});
    ASSERT_EQ(scaled.size(), lines.size());
    EXPECT_NEAR(total_length(scaled), total_length(lines), 1e-6);
  }
  const auto stretched =
      contours_of("x*1e9*(y*1e-9)-(x*1e9)^3", plane(-3e-9, 3e-9, 101, -3e9, 3e9, 101), {-2, -1, 1, 2});
  ASSERT_EQ(stretched.size(), lines.size());
  for (std::size_t k = 0; k < lines.size(); ++k) {
    ASSERT_EQ(stretched[k].points.size(), lines[k].points.size());
    for (std::size_t i = 0; i < lines[k].points.size(); ++i)
      EXPECT_NEAR(stretched[k].points[i][0] * 1e9, lines[k].points[i][0], 1e-6);
  }
}

TEST(ContourLines, HaveNoPointThatIsNotFiniteAndAreTheSameEachTime) {
  for (const std::string formula : {"log(abs(x*y))", "1/(x^2+y^2)", "tan(x)*y", "x^y", "tgamma(x)*y", "log(x)/y",
                                    "sqrt(x)*sqrt(y)", "atan2(y,x)", "asin(x*y)", "1/sin(x*y)", "exp(exp(x))*y"}) {
    const std::vector<double> levels{-3, -1, -0.1, 0, 0.1, 1, 3};
    const auto lines = contours_of(formula, square(101), levels), again = contours_of(formula, square(101), levels);
    EXPECT_FALSE(lines.empty()) << formula;
    EXPECT_LE(largest_of(lines, [](double x, double y, double) { return std::max(std::fabs(x), std::fabs(y)); }),
              3 + 1e-9)
        << formula;
    ASSERT_EQ(lines.size(), again.size()) << formula;
    for (std::size_t k = 0; k < lines.size(); ++k) EXPECT_EQ(lines[k].points, again[k].points) << formula;
  }
}

TEST(LevelLines, AreOfTheLevelsGivenOrChosen) {
  const auto levels_of = [](const std::vector<double>& given) {
    std::vector<double> levels;
    for (const ContourLine& line :
         level_lines({-3, 3, 500}, {-1, 1, 170}, 4, given, view_of("x+y", plane(-3, 3, 20, -1, 1, 20))).lines)
      levels.push_back(line.level);
    return levels;
  };
  EXPECT_THAT(levels_of({-1, 0.25, 9}), testing::ElementsAre(-1, 0.25));
  EXPECT_THAT(levels_of({}), testing::ElementsAre(-2, 0, 2));
}

TEST(LevelLines, RunAlsoWhereFOnlyTouchesTheLevel) {
  const double kPi = std::numbers::pi, kRoot = std::sqrt(2.0);
  const struct {
    std::string formula;
    double level, length;
    std::function<double(double, double)> off;
  } rows[] = {
      {"abs(x-y)", 0, 6 * kRoot, [](double x, double y) { return x - y; }},
      {"x^2", 0, 6, [](double x, double) { return x; }},
      {"-abs(x+2*y)", 0, 6 * std::sqrt(1.25), [](double x, double y) { return x + 2 * y; }},
      {"(x^2+y^2-4)^2", 0, 4 * kPi, [](double x, double y) { return std::hypot(x, y) - 2; }},
      {"(x*y)^2", 0, 12, [](double x, double y) { return x * y; }},
      {"sqrt(abs(x-0.3))", 0, 6, [](double x, double) { return x - 0.3; }},
      {"abs(x-y/3)^(1/3)", 0, 6 * std::sqrt(10.0 / 9), [](double x, double y) { return x - y / 3; }},
      {"x^2*y", 0, 12, [](double x, double y) { return x * y; }},  // one of both axes is crossed
      {"sin(x)", 1, 6, [=](double x, double) { return x - kPi / 2; }},
      {"max(abs(x-1),abs(y))-1", -1, 0, {}},  // a point
      {"x^2+y^2", 0, 0, {}},
      {"x^2+1e-9", 0, 0, {}},
      {"x^2+1e-13", 0, 0, {}},
      {"max(x,0)^2", 0, 0, {}},  // an area
  };
  for (const auto& row : rows) {
    const auto lines =
        level_lines({-3, 3, 500}, {-3, 3, 500}, {}, std::vector{row.level}, view_of(row.formula, square()));
    EXPECT_NEAR(total_length(lines.lines), row.length, 0.01) << row.formula;
    EXPECT_EQ(lines.summary.drawn.size(), row.length > 0 ? 1u : 0u) << row.formula;
    // Chords of a circle of radius 2 from cell to cell of 0.03.
    if (row.length == 0) continue;
    EXPECT_LT(largest_of(lines.lines, [&](double x, double y, double) { return std::fabs(row.off(x, y)); }), 1e-4)
        << row.formula;
  }
}

TEST(LevelLines, AreDrawnWhereFHasFewDigitsBesideItsSlopes) {
  const auto lines = level_lines({-3, 3, 500}, {-3, 3, 500}, {}, {}, view_of("1e9+x^2*1e-6", square()));
  EXPECT_THAT(lines.summary.drawn, testing::SizeIs(testing::Ge(4u)));
  // Doubles are 1.2e-7 apart there: by as much f may be off, and a rounding of x^2*1e-6 more.
  EXPECT_LT(largest_of(lines.lines, [](double x, double, double level) { return x * x * 1e-6 - (level - 1e9); }),
            2.5e-7);
}

TEST(LevelLines, TellOfLevelsThatFIsAtOnAreas) {
  const auto lines =
      level_lines({-3, 3, 500}, {-3, 3, 500}, {}, std::vector{0.0, 1.0}, view_of("max(x,0)*y", square()));
  EXPECT_THAT(lines.summary.on_areas, testing::ElementsAre(0));
  EXPECT_THAT(lines.summary.drawn, testing::ElementsAre(0, 1)) << "y = 0 of x > 0";
}

TEST(ContourLines, OfOneRowOfPointsAreNone) { EXPECT_TRUE(contours_of("x*y", plane(-3, 3, 20, 1, 1, 1), {1}).empty()); }

}  // namespace
}  // namespace gradfield::test
