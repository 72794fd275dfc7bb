// All critical points: against those that are known, on fields that have none, and on those that have them in rows.
#include "analysis/critical/critical_search.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "formula/compile.hpp"
#include "support/peaks.hpp"
#include "support/test_functions.hpp"

namespace gradfield::test {
namespace {

CriticalReport critical_points_of(const std::string& formula, const std::vector<Interval>& box) {
  const std::vector<std::string> names{"x", "y", "z"};
  const std::vector<std::string> variables(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(box.size()));
  return all_critical_points(compile_expression(formula, {variables, {}}), box);
}

CriticalReport on_square(const std::string& formula, double half) {
  return critical_points_of(formula, {{-half, half}, {-half, half}});
}

long count_of(const CriticalReport& found, CriticalKind kind) {
  return std::ranges::count(found.points, kind, &NamedPoint::kind);
}

bool are_all_proved(const CriticalReport& found) {
  return found.is_complete && std::ranges::all_of(found.points, &NamedPoint::is_proved);
}

struct Counts {
  std::string formula;
  double half;
  long minima, maxima, saddles;
  bool has_pole = false;  // or a place where f jumps, about which bounds do not decide
};

class ProvedPoints : public testing::TestWithParam<Counts> {};

// How many there are is known: Himmelblau, peaks, camel and Styblinski-Tang from their papers and from a root finder,
// of Rastrigin a minimum at (about) each whole point, a maximum between four and a saddle between two.
TEST_P(ProvedPoints, AreAllThereAre) {
  const Counts& known = GetParam();
  const CriticalReport found = on_square(known.formula, known.half);
  EXPECT_TRUE(are_all_proved(found));
  EXPECT_EQ(found.has_doubt, known.has_pole);
  EXPECT_TRUE(found.level_sets.empty());
  EXPECT_EQ(count_of(found, CriticalKind::kMinimum), known.minima);
  EXPECT_EQ(count_of(found, CriticalKind::kMaximum), known.maxima);
  EXPECT_EQ(count_of(found, CriticalKind::kSaddle), known.saddles);
  for (const NamedPoint& point : found.points) {
    EXPECT_LT(point.norm, 1e-10 * std::fabs(point.curvatures.back())) << point.place[0] << ", " << point.place[1];
    EXPECT_LE(point.curvatures.front(), point.curvatures.back());
  }
}

INSTANTIATE_TEST_SUITE_P(Fields, ProvedPoints,
                         testing::Values(Counts{"(x^2+y-11)^2+(x+y^2-7)^2", 5, 4, 1, 4}, Counts{kPeaks, 3, 3, 3, 3},
                                         Counts{"x^2*(4-2.1*x^2+x^4/3)+x*y+4*y^2*(y^2-1)", 2.5, 6, 2, 7},
                                         Counts{"(x^4-16*x^2+5*x+y^4-16*y^2+5*y)/2", 5, 4, 1, 4},
                                         Counts{"20+x^2+y^2-10*(cos(2*pi*x)+cos(2*pi*y))", 5.12, 121, 100, 220},
                                         Counts{"(1-x)^2+100*(y-x^2)^2", 3, 1, 0, 0}, Counts{"x^2+y^2", 3, 1, 0, 0},
                                         Counts{"x*y", 3, 0, 0, 1}, Counts{"1e300*(x^2+y^2)", 3, 1, 0, 0},
                                         Counts{"1e-200*(x^2-y^2)", 3, 0, 0, 1}, Counts{"x+y", 3, 0, 0, 0},
                                         Counts{"tan(x*y)", 3, 0, 0, 1}, Counts{"exp(x)+y", 3, 0, 0, 0},
                                         Counts{"log(x^2+y^2)", 3, 0, 0, 0, true},
                                         Counts{"1/(x^2+y^2)", 3, 0, 0, 0, true}, Counts{"sqrt(1-x^2-y^2)", 3, 0, 1, 0},
                                         Counts{"atan2(y,x)", 3, 0, 0, 0, true}, Counts{"log(-1-x^2)", 3, 0, 0, 0}));

TEST(CriticalSearch, KnowsThePointsToRounding) {
  const CriticalReport found = on_square("(x^2+y-11)^2+(x+y^2-7)^2", 5);
  for (const NamedPoint& point : found.points) {
    const double x = point.place[0], y = point.place[1], u = x * x + y - 11, v = x + y * y - 7;
    EXPECT_NEAR(point.f, u * u + v * v, 1e-12);
    EXPECT_LT(std::hypot(4 * x * u + 2 * v, 2 * u + 4 * y * v), 1e-12);
    // The eigenvalues by their sum and their product.
    const double xx = 12 * x * x + 4 * y - 42, xy = 4 * (x + y), yy = 4 * x + 12 * y * y - 26;
    EXPECT_NEAR(point.curvatures[0] + point.curvatures[1], xx + yy, 1e-11);
    EXPECT_NEAR(point.curvatures[0] * point.curvatures[1], xx * yy - xy * xy, 1e-8);
  }
}

TEST(CriticalSearch, TellsWhatTheHessianDoesNot) {
  struct Row {
    std::string formula;
    CriticalKind kind;
    bool is_kink;
  };
  using enum CriticalKind;
  for (const Row& row : std::vector<Row>{{"x^4+y^4", kMinimum, false},
                                         {"-x^2-y^4", kMaximum, false},
                                         {"x^2-y^4", kSaddle, false},
                                         {"x^3-3*x*y^2", kDegenerate, false},
                                         {"x^3+y^2", kDegenerate, false},
                                         {"abs(x)+abs(y)", kMinimum, true},
                                         {"abs(x)-abs(y)", kSaddle, true},
                                         {"max(abs(x),abs(y))", kMinimum, true},
                                         {"-sqrt(x^2+y^2)", kMaximum, true},
                                         {"sqrt(abs(x))+sqrt(abs(y))", kMinimum, true},
                                         {"abs(x)+y^2", kMinimum, true}}) {
    const CriticalReport found = on_square(row.formula, 3);
    ASSERT_EQ(found.points.size(), 1u) << row.formula;
    const NamedPoint& point = found.points[0];
    EXPECT_EQ(point.kind, row.kind) << row.formula;
    EXPECT_EQ(point.is_kink, row.is_kink) << row.formula;
    EXPECT_FALSE(point.is_proved) << row.formula;
    EXPECT_NEAR(point.place[0], 0, 1e-8) << row.formula;
    EXPECT_NEAR(point.place[1], 0, 1e-8) << row.formula;
    EXPECT_TRUE(found.level_sets.empty()) << row.formula;
  }
}

TEST(CriticalSearch, TellsOnceWhereFIsLevel) {
  struct Row {
    std::string formula;
    LevelSet::Kind kind;
    std::vector<Interval> box;
  };
  for (const Row& row : std::vector<Row>{{"7", LevelSet::kRegion, {{-3, 3}, {-3, 3}}},
                                         {"floor(x)", LevelSet::kRegion, {{-3, 3}, {-3, 3}}},
                                         {"x^2", LevelSet::kCurve, {{0, 0}, {-3, 3}}},
                                         {"abs(x-y)", LevelSet::kCurve, {{-3, 3}, {-3, 3}}},
                                         {"(x^2+y^2-1)^2", LevelSet::kCurve, {{-1, 1}, {-1, 1}}},
                                         {"max(x,0)+y^2", LevelSet::kCurve, {{-3, 0}, {0, 0}}}}) {
    const CriticalReport found = on_square(row.formula, 3);
    ASSERT_EQ(found.level_sets.size(), 1u) << row.formula;
    EXPECT_EQ(found.level_sets[0].kind, row.kind) << row.formula;
    EXPECT_TRUE(found.is_complete) << row.formula;
    for (std::size_t k = 0; k < 2; ++k) {
      EXPECT_NEAR(found.level_sets[0].box[k].low, row.box[k].low, 2e-3) << row.formula;
      EXPECT_NEAR(found.level_sets[0].box[k].high, row.box[k].high, 2e-3) << row.formula;
    }
  }
}

// What bounds leave open is no critical point: f rises along the fold of max(x,y), and is none at a pole.
TEST(CriticalSearch, PassesKinksAndPolesByThatAreNone) {
  for (const char* formula : {"max(x,y)", "1/abs(x)", "abs(x)+y", "tan(x)+y", "1/x", "sqrt(x-y)", "floor(x)+y"}) {
    const CriticalReport found = on_square(formula, 3);
    EXPECT_TRUE(found.points.empty()) << formula;
    EXPECT_TRUE(found.level_sets.empty()) << formula;
    EXPECT_TRUE(found.is_complete) << formula;
  }
}

TEST(CriticalSearch, GoesInOneVariableAndInThree) {
  const CriticalReport waves = critical_points_of("sin(10*x)", {{-3, 3}});
  EXPECT_TRUE(are_all_proved(waves));
  ASSERT_EQ(waves.points.size(), 20u);
  for (std::size_t k = 0; k < 20; ++k) {
    EXPECT_NEAR(waves.points[k].place[0], (2 * static_cast<double>(k) - 19) * std::numbers::pi / 20, 1e-15);
  }
  EXPECT_EQ(critical_points_of("x^3", {{-3, 3}}).points.at(0).kind, CriticalKind::kDegenerate);
  EXPECT_EQ(critical_points_of("x^4", {{-3, 3}}).points.at(0).kind, CriticalKind::kMinimum);
  EXPECT_TRUE(critical_points_of("abs(x-1)", {{-3, 3}}).points.at(0).is_kink);
  EXPECT_TRUE(critical_points_of("1/x", {{-3, 3}}).points.empty());
  // x^2+y^2+z^2-xyz: the origin, and (2, 2, 2) with two signs turned.
  const CriticalReport space = critical_points_of("x^2+y^2+z^2-x*y*z", {{-3, 3}, {-3, 3}, {-3, 3}});
  EXPECT_TRUE(are_all_proved(space));
  EXPECT_EQ(count_of(space, CriticalKind::kMinimum), 1);
  EXPECT_EQ(count_of(space, CriticalKind::kSaddle), 4);
}

TEST(CriticalSearch, HasThoseOnTheBorder) {
  const CriticalReport found = critical_points_of("x^2+y^2", {{0, 3}, {-1, 1}});
  ASSERT_EQ(found.points.size(), 1u);
  EXPECT_TRUE(found.points[0].is_on_border);
  EXPECT_TRUE(critical_points_of("x^2+y^2", {{1e-6, 3}, {-1, 1}}).points.empty());
  const double pi = std::numbers::pi;
  // Nine saddles at multiples of pi, eight of them on the border but for rounding; four extrema.
  const CriticalReport waves = critical_points_of("sin(x)*sin(y)", {{-pi, pi}, {-pi, pi}});
  EXPECT_EQ(count_of(waves, CriticalKind::kMinimum), 2);
  EXPECT_EQ(count_of(waves, CriticalKind::kMaximum), 2);
  EXPECT_GE(count_of(waves, CriticalKind::kSaddle), 1);
}

}  // namespace
}  // namespace gradfield::test
