// Critical points against those that are known, and on fields that have none or odd ones.
#include "analysis/critical/critical_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "field/methods/methods.hpp"
#include "formula/compile.hpp"
#include "support/peaks.hpp"

namespace gradfield::test {
namespace {

using enum CriticalKind;

Grid square_grid(double half, std::size_t count = 41) {
  return {{{"x", -half, half, count}, {"y", -half, half, count}}};
}

/// How slopes are made: exactly with the Hessian, exactly without, and by differences.
struct Way {
  std::string name, method;
  bool second;
  double error;  // of a plain point, in units of the box
};
const std::vector<Way> kWays = {
    {"Newton", "exact", true, 1e-14}, {"Exact", "exact", false, 1e-9}, {"Differences", "central", false, 1e-6}};

std::vector<CriticalPoint> points_of(const std::string& formula, const Grid& grid, const Way& way = kWays[0]) {
  MethodSettings settings;
  settings.second = way.second;
  for (const Axis& axis : grid.axes) settings.lengths.push_back(length_of(axis));
  const auto gradient =
      make_gradient(*find_method(way.method), compile_expression(formula, {{"x", "y"}, {}}), settings);
  return find_critical_points(*gradient, grid);
}

struct Known {
  double x, y;
  CriticalKind kind;
};

/// Expects these points, in any order, and no others.
void expect_points(const std::vector<CriticalPoint>& found, const std::vector<Known>& known, double error,
                   const std::string& name) {
  EXPECT_EQ(found.size(), known.size()) << name;
  for (const Known& point : known) {
    const auto nearest = std::ranges::min_element(found, {}, [&](const CriticalPoint& other) {
      return std::hypot(other.place[0] - point.x, other.place[1] - point.y);
    });
    ASSERT_NE(nearest, found.end()) << name;
    EXPECT_NEAR(nearest->place[0], point.x, error) << name;
    EXPECT_NEAR(nearest->place[1], point.y, error) << name;
    EXPECT_EQ(nearest->kind, point.kind) << name << " at " << point.x << ", " << point.y;
  }
}

class CriticalPoints : public testing::TestWithParam<Way> {};

// The numbers are from a root finder of 30 digits, rounded to six.
TEST_P(CriticalPoints, AreThoseOfHimmelblau) {
  const std::vector<CriticalPoint> found = points_of("(x^2+y-11)^2+(x+y^2-7)^2", square_grid(5), GetParam());
  expect_points(found,
                {{3, 2, kMinimum},
                 {-2.805118, 3.131313, kMinimum},
                 {-3.779310, -3.283186, kMinimum},
                 {3.584428, -1.848127, kMinimum},
                 {-0.270845, -0.923039, kMaximum},
                 {-0.127961, -1.953715, kSaddle},
                 {3.385154, 0.073852, kSaddle},
                 {0.086678, 2.884255, kSaddle},
                 {-3.073026, -0.081353, kSaddle}},
                1e-6 + 10 * GetParam().error, "himmelblau");
  for (const CriticalPoint& point : found) {
    const double x = point.place[0], y = point.place[1], u = x * x + y - 11, v = x + y * y - 7;
    // The Hessian is 150 at most.
    EXPECT_LT(std::hypot(4 * x * u + 2 * v, 2 * u + 4 * y * v), 150 * 10 * GetParam().error);
    EXPECT_NEAR(point.f, u * u + v * v, 1e-12);
  }
}

TEST_P(CriticalPoints, AreThoseOfThePeaks) {
  expect_points(points_of(kPeaks, square_grid(3), GetParam()),
                {{-1.347396, 0.204519, kMinimum},
                 {0.296446, 0.320196, kMinimum},
                 {0.228279, -1.625535, kMinimum},
                 {-0.460025, -0.629197, kMaximum},
                 {-0.009318, 1.581368, kMaximum},
                 {1.285685, -0.004848, kMaximum},
                 {-0.265938, 0.466740, kSaddle},
                 {0.416323, -0.394145, kSaddle},
                 {1.098273, 0.854461, kSaddle}},
                1e-6 + 10 * GetParam().error, "peaks");
}

TEST_P(CriticalPoints, AreThoseOfPlainFields) {
  constexpr double kQuarter = std::numbers::pi / 2;
  struct Row {
    std::string formula;
    std::vector<Known> points;
  };
  for (const Row& row : std::vector<Row>{
           {"x^2-y^2", {{0, 0, kSaddle}}},
           {"x*y", {{0, 0, kSaddle}}},
           {"x^2+x*y+y^2", {{0, 0, kMinimum}}},
           {"exp(-(x-1)^2-(y+2)^2)", {{1, -2, kMaximum}}},
           {"(1-x)^2+100*(y-x^2)^2", {{1, 1, kMinimum}}},
           {"tan(x)*y", {{0, 0, kSaddle}}},
           {"1e300*(x^2+y^2)", {{0, 0, kMinimum}}},
           {"1e-200*(x^2-y^2)", {{0, 0, kSaddle}}},
           {"sin(x)*sin(y)",
            {{0, 0, kSaddle},
             {kQuarter, kQuarter, kMaximum},
             {-kQuarter, -kQuarter, kMaximum},
             {kQuarter, -kQuarter, kMinimum},
             {-kQuarter, kQuarter, kMinimum}}},
       }) {
    expect_points(points_of(row.formula, square_grid(3), GetParam()), row.points, 10 * GetParam().error, row.formula);
  }
}

// Where the Hessian is singular or none, the slopes around tell.
TEST_P(CriticalPoints, AreFoundWhereTheHessianTellsNothing) {
  struct Row {
    std::string formula;
    Known point;
  };
  for (const Row& row : std::vector<Row>{
           {"x^3-3*x*y^2", {0, 0, kDegenerate}},
           {"x^4-6*x^2*y^2+y^4", {0, 0, kDegenerate}},
           {"x^4+y^4", {0, 0, kMinimum}},
           {"-x^2-(y-1)^4", {0, 1, kMaximum}},
           {"x^2-y^4", {0, 0, kSaddle}},
           {"(y-x^2)*(y-2*x^2)", {0, 0, kSaddle}},
           {"sqrt(x^2+y^2)", {0, 0, kMinimum}},
           {"abs(x)+abs(y)", {0, 0, kMinimum}},
           {"-abs(x)-abs(y)/1000", {0, 0, kMaximum}},
           {"abs(x)-abs(y)", {0, 0, kSaddle}},
           {"sqrt(abs(x))+sqrt(abs(y))", {0, 0, kMinimum}},
       }) {
    // The slopes are a power of the distance, and differences of f no better than their rounding.
    expect_points(points_of(row.formula, square_grid(3), GetParam()), {row.point}, 1e-4, row.formula);
  }
}

TEST_P(CriticalPoints, AreNoneWhereNothingIsLevelAtAPointAlone) {
  for (const std::string formula :
       {"3", "0*x", "x+2*y", "x^2", "(x+2*y)^2", "abs(x+2*y)", "max(x,y)", "max(0,x^2+y^2-1)", "sqrt(-1-x^2)",
        "1/(x-x)", "floor(x)+y^2", "1/(x^2+y^2)", "log(x^2+y^2)", "atan2(y,x)", "x*y/(x^2+y^2)", "x/(x^2+y^2)^1.5",
        "1/hypot(x-0.1,y+0.2)", "1/(x-y/3)", "tan(x)+y"}) {
    const std::vector<CriticalPoint> found = points_of(formula, square_grid(3), GetParam());
    EXPECT_TRUE(found.empty()) << formula << " at " << found[0].place[0] << ", " << found[0].place[1];
  }
}

TEST_P(CriticalPoints, LieInTheBoxOrOnItsBorder) {
  const auto in = [&](double low, double high) {
    return points_of("x^2+y^2", {{{"x", low, high, 11}, {"y", -1, 1, 11}}}, GetParam());
  };
  expect_points(in(0, 3), {{0, 0, kMinimum}}, GetParam().error * 10, "on the border");
  expect_points(in(-0.001, 3), {{0, 0, kMinimum}}, GetParam().error * 10, "beside it");
  EXPECT_TRUE(in(0.001, 3).empty());
  EXPECT_TRUE(in(1, 3).empty());
}

TEST_P(CriticalPoints, AreFoundInBoxesOfAnySize) {
  for (const double half : {1e-150, 1e-5, 1e5, 1e150}) {
    const std::string scale = half < 1 ? "*1e" + std::to_string(std::lround(-std::log10(half)))
                                       : "/1e" + std::to_string(std::lround(std::log10(half)));
    const std::string u = "(x" + scale + ")", v = "(y" + scale + ")";
    const std::vector<CriticalPoint> found =
        points_of(u + "^3-3*" + u + "-" + v + "^2", square_grid(2 * half, 20), GetParam());
    expect_points(found, {{half, 0, kSaddle}, {-half, 0, kMaximum}}, 10 * GetParam().error * half, u);
  }
}

INSTANTIATE_TEST_SUITE_P(Ways, CriticalPoints, testing::ValuesIn(kWays),
                         [](const auto& instance) { return instance.param.name; });

TEST(FindCriticalPoints, FindsEachOfManyOnce) {
  const std::vector<CriticalPoint> found = points_of("cos(10*x)*cos(10*y)", square_grid(3));
  // |10x| <= 30: 19 whole multiples of pi, 20 of the halves between them.
  std::array<std::size_t, 4> counts{};
  for (const CriticalPoint& point : found) ++counts[static_cast<std::size_t>(point.kind)];
  EXPECT_EQ(counts[static_cast<std::size_t>(kSaddle)], 20u * 20u);
  EXPECT_EQ(counts[static_cast<std::size_t>(kMinimum)] + counts[static_cast<std::size_t>(kMaximum)], 19u * 19u);
  EXPECT_EQ(found.size(), 761u);
}

TEST(FindCriticalPoints, OrdersThemByTheLastVariableFirst) {
  const std::vector<CriticalPoint> found = points_of("sin(x+y/8)*cos(y-x/9)", square_grid(6));
  ASSERT_GT(found.size(), 10u);
  EXPECT_TRUE(std::ranges::is_sorted(
      found, {}, [](const CriticalPoint& point) { return std::pair(point.place[1], point.place[0]); }));
}

TEST(FindCriticalPoints, TellsApartWithTheHessianWhatLiesInOneCell) {
  // Two minima and the saddle between them within a seventh of a cell, on no line of symmetry.
  const auto found = points_of("((x-0.0009)^2-0.0001)^2+y^2", square_grid(3));
  expect_points(found, {{0.0109, 0, kMinimum}, {-0.0091, 0, kMinimum}, {0.0009, 0, kSaddle}}, 1e-12, "three");
}

// A field of directions that is given outright.
Directions directions_of(std::function<Point(Point)> field) {
  return [field](const Point& place) -> std::optional<Point> {
    const Point there = field(place);
    return length(there) > 0 ? std::optional(there / length(there)) : std::nullopt;
  };
}

const Lattice kLattice{{-1, -1}, {0.1, 0.1}, {20, 20}};

TEST(FindSingularities, TellsHowOftenDirectionsTurn) {
  struct Row {
    int index;
    std::function<Point(Point)> field;
  };
  const Point middle{0.123, -0.234};
  for (const Row& row : std::vector<Row>{
           {1, [](Point p) { return p; }},
           {1, [](Point p) { return turned_left(p); }},
           {1, [](Point p) { return -p; }},
           {-1,
            [](Point p) {
              return Point{p.x, -p.y};
            }},
           {-2,
            [](Point p) {
              return Point{p.x * p.x - p.y * p.y, -2 * p.x * p.y};
            }},
           {2,
            [](Point p) {
              return Point{p.x * p.x - p.y * p.y, 2 * p.x * p.y};
            }},
       }) {
    const auto found =
        find_singularities(directions_of([&](Point p) { return row.field(p - middle); }), kLattice, 1e-4);
    ASSERT_EQ(found.size(), 1u) << row.index;
    EXPECT_EQ(found[0].index, row.index);
    // Around the middle of two turns parts of a cell may have one each: then the halving ends early.
    EXPECT_LT(distance(found[0].place, middle), std::abs(row.index) == 1 ? 1e-4 : 0.01);
  }
}

TEST(FindSingularities, FindsNoneWhereDirectionsAreAllOneOrNone) {
  EXPECT_TRUE(find_singularities(directions_of([](Point) { return Point{1, 2}; }), kLattice, 1e-4).empty());
  EXPECT_TRUE(find_singularities(directions_of([](Point) { return Point{0, 0}; }), kLattice, 1e-4).empty());
}

TEST(RingAround, TellsATurnFromAJump) {
  const auto saddle = directions_of([](Point p) { return Point{p.x, -100 * p.y}; });
  const auto coarse = ring_around(saddle, {0, 0}, 1, 0), fine = ring_around(saddle, {0, 0}, 1, 10);
  ASSERT_TRUE(coarse && fine);
  EXPECT_EQ(fine->index, -1);
  EXPECT_EQ(coarse->points.size(), 128u);
  EXPECT_GT(fine->points.size(), 128u);
  EXPECT_GT(coarse->sharpest_turn, std::numbers::pi / 3) << "a hundred times as steep across";
  EXPECT_LT(fine->sharpest_turn, std::numbers::pi / 3);
  const auto ridge = directions_of([](Point p) { return Point{p.x < 0 ? 1.0 : -1.0, 0.01}; });
  const auto across = ring_around(ridge, {0, 0}, 1, 10);
  ASSERT_TRUE(across);
  EXPECT_GT(across->sharpest_turn, 3);
}

TEST(RingAround, IsNoneWhereADirectionIsMissing) {
  EXPECT_FALSE(ring_around(directions_of([](Point p) { return Point{p.x > 0 ? 1.0 : 0.0, 0}; }), {0, 0}, 1, 0));
}

}  // namespace
}  // namespace gradfield::test
