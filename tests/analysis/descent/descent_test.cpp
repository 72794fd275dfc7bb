// Steepest descent against closed forms, and every way a path may end.
#include "analysis/descent/descent.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "support/descent.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

TEST(Descend, ShrinksABowlByTheSameFactorAtEachStep) {
  // x - r*2x = (1-2r)x, with r = 1/8 and 3/4 x exact for as long as the digits do.
  DescentSetup setup{square_box()};
  setup.rate = 0.125;
  setup.iterations = 20;
  const DescentPath path = path_of("x^2+y^2", {2, -1}, setup);
  ASSERT_EQ(path.steps(), 20u);
  EXPECT_EQ(path.end, DescentEnd::kIterations);
  EXPECT_EQ(path.rate, 0.125);
  for (std::size_t k = 0; k <= 20; ++k) {
    const double factor = std::pow(0.75, static_cast<double>(k));
    EXPECT_EQ(path.coordinates[0][k], 2 * factor) << k;
    EXPECT_EQ(path.coordinates[1][k], -factor) << k;
    // Two squares and their sum; |(4, -2)| times the factor, with the rounding of a root.
    EXPECT_THAT(path.f[k], WithinRoundings(5 * factor * factor, 2)) << k;
    EXPECT_THAT(path.norms[k], WithinRoundings(std::sqrt(20.0) * factor, 2)) << k;
  }
  EXPECT_THAT(path.point(1), ElementsAre(1.5, -0.75));
}

TEST(Descend, TakesOneVariableAndThirtyTwo) {
  DescentSetup setup{{{-3, 3, false}}};
  setup.rate = 0.5;
  const DescentPath one = path_of("t^2", {2}, setup, {"t"});
  EXPECT_EQ(one.steps(), 1u) << "half of the inverse curvature jumps to the minimum";
  EXPECT_EQ(one.end, DescentEnd::kConverged);

  std::vector<std::string> variables;
  std::string formula = "0";
  for (int k = 0; k < 32; ++k) {
    variables.push_back("v" + std::to_string(k));
    formula += "+(" + variables.back() + "-" + std::to_string(k) + ")^2";
  }
  const DescentPath many = path_of(formula, std::vector<double>(32, 1.5), {Box(32, Bounds{-1, 40, false})}, variables);
  EXPECT_EQ(many.end, DescentEnd::kConverged);
  // The slope is 1e-8 of at most |1.5-31| * sqrt(32).
  for (int k = 0; k < 32; ++k) EXPECT_NEAR(many.point(many.steps())[static_cast<std::size_t>(k)], k, 2e-6);
}

struct EndCase {
  std::string formula;
  std::vector<double> start;
  double rate;
  DescentEnd end;
  std::size_t steps;
};

TEST(Descend, SaysWhyItEnds) {
  const std::vector<EndCase> cases{
      {"x^2+y^2", {0, 0}, 0.1, DescentEnd::kConverged, 0},
      {"x^2+y^2", {1, 1}, 0.5, DescentEnd::kConverged, 1},
      {"x^2+y^2", {1, 1}, 1e-30, DescentEnd::kStalled, 0},
      // 1 - 1e-16*2 is two doubles below 1, and so on: never the same again.
      {"x^2+y^2", {1, 1}, 1e-16, DescentEnd::kIterations, 50},
      {"x^2+y^2", {1, 1}, 1, DescentEnd::kOscillates, 2},
      {"abs(x)", {1, 1}, 0.75, DescentEnd::kOscillates, 3},  // 1, 0.25, -0.5, 0.25
      {"x+y", {0, 0}, 1, DescentEnd::kLeftBox, 4},           // -3 is still inside
      {"x^2+y^2", {1, 1}, 1.5, DescentEnd::kDiverged, 2},    // -2, then 4
      {"log(x)", {-1, 0}, 1, DescentEnd::kNotDefined, 0},
      {"log(x)", {1, 0}, 1.5, DescentEnd::kNotDefined, 1},  // -0.5
      {"sqrt(x)", {0, 0}, 1, DescentEnd::kNotDefined, 0},   // f is 0, its slope inf
      {"cbrt(x)", {1, 0}, 3, DescentEnd::kNotDefined, 1},   // 0, where the slope is inf
  };
  for (const EndCase& row : cases) {
    DescentSetup setup{square_box()};
    setup.rate = row.rate;
    setup.iterations = 50;
    const DescentPath path = path_of(row.formula, row.start, setup);
    EXPECT_EQ(path.end, row.end) << row.formula << " with " << row.rate;
    EXPECT_EQ(path.steps(), row.steps) << row.formula << " with " << row.rate;
    EXPECT_EQ(path.coordinates[0].size(), path.f.size());
    EXPECT_EQ(path.norms.size(), path.f.size());
  }
}

TEST(Descend, DivergesAlsoWhereValuesOverflowInTheBox) {
  DescentSetup setup{square_box(1e300)};
  setup.rate = 1.5;
  const DescentPath path = path_of("x^2+y^2", {1, 1}, setup);
  EXPECT_EQ(path.end, DescentEnd::kDiverged);
  // 2 * 4^k is above 1.8e308 from k = 512 on.
  EXPECT_EQ(path.steps(), 512u);
  EXPECT_EQ(path.f.back(), std::numeric_limits<double>::infinity());
  setup.box = square_box(std::numeric_limits<double>::max());
  setup.rate = 1e300;
  EXPECT_EQ(path_of("x^4", {1e10, 0}, setup).end, DescentEnd::kDiverged) << "the first step overflows";
}

// The slope along y is 1e-9 of the first, and the way along it is still to go.
TEST(Descend, GoesOnWhileStepsCanBeSeen) {
  DescentSetup setup{square_box()};
  setup.rate = 2e-10;
  setup.iterations = 1000;
  const DescentPath path = path_of("1e9*x^2+y", {1, 0}, setup);
  EXPECT_EQ(path.end, DescentEnd::kIterations);
  EXPECT_LT(path.norms.back(), 1e-9 * path.norms[0]);
  EXPECT_NEAR(path.coordinates[1].back(), -2e-7, 1e-15) << "1000 steps of 2e-10, a rounding of it each";
}

TEST(Descend, EndsBeforeThePointThatIsNotKept) {
  DescentSetup setup{square_box()};
  setup.rate = 0.25;
  setup.keeps = [](std::span<const double> point) { return point[0] > 0.2; };
  const DescentPath path = path_of("x^2+y^2", {1, 1}, setup);
  EXPECT_EQ(path.end, DescentEnd::kConditionFails);
  EXPECT_THAT(path.coordinates[0], ElementsAre(1, 0.5, 0.25));
}

TEST(Projected, KeepsTheCoordinatesOfTheAxesInTheirOrder) {
  DescentSetup setup{{{-3, 3, false}, {-3, 3, false}, {-3, 3, false}}};
  setup.rate = 0.25;
  setup.iterations = 1;
  const DescentPath path = path_of("x^2+y^2+z^2", {1, 2, -1}, setup, {"x", "y", "z"});
  const std::vector<DescentPath> seen = projected({path, path}, std::vector<std::size_t>{2, 0});
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_THAT(seen[1].coordinates, ElementsAre(ElementsAre(-1, -0.5), ElementsAre(1, 0.5)));
  EXPECT_EQ(seen[1].f, path.f);
  EXPECT_EQ(seen[1].norms, path.norms);
}

TEST(FinitePoints, AreThoseThatAreFiniteInEachOfTheColumns) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN(), kInf = std::numeric_limits<double>::infinity();
  const std::vector<double> x{0, kNan, 2, 3, -kInf}, y{5, 6, kInf, 8, 9}, f{1, 1, 1, kNan, 1};
  EXPECT_THAT(finite_points(x, y), ElementsAre(ElementsAre(0, 5), ElementsAre(3, 8)));
  EXPECT_THAT(finite_points(x, y, f), ElementsAre(ElementsAre(0, 5, 1)));
  EXPECT_THAT(finite_points(std::vector{kNan, kInf}), testing::IsEmpty());
}

// x is held at 2, y may go where y > 0.2.
TEST(DescendAll, GoesDownFromEachStartAsPlanned) {
  const Names names{{"x", "y"}, {}};
  const Program f = compile_expression("x^2+y^2", names), condition = compile_expression("y>0.2", names);
  const Grid grid{{{"x", 2, 2, 1}, {"y", -3, 3, 20}}};
  const DescentPlan plan{.starts = {{2, 1}, {2, 3}}, .rates = {0.25, 0.25}, .iterations = 3};
  const std::vector<DescentPath> paths = descend_all(f, methods()[0], {}, grid, &condition, plan);
  ASSERT_EQ(paths.size(), 2u);
  EXPECT_THAT(paths[0].coordinates, ElementsAre(ElementsAre(2, 2, 2), ElementsAre(1, 0.5, 0.25)));
  EXPECT_EQ(paths[0].end, DescentEnd::kConditionFails);
  EXPECT_THAT(paths[1].coordinates[1], ElementsAre(3, 1.5, 0.75, 0.375));
  EXPECT_EQ(paths[1].end, DescentEnd::kIterations);
  EXPECT_THAT(descend_all(f, methods()[0], {}, grid, nullptr, plan)[0].coordinates[1],
              ElementsAre(1, 0.5, 0.25, 0.125));
  EXPECT_THAT(descend_all(f, methods()[0], {}, grid, nullptr, {}), testing::IsEmpty());
}

TEST(DescendAll, FindsARateForEachPath) {
  const Program f = compile_expression("x^4+y^2", {{"x", "y"}, {}});
  const std::vector<DescentPath> paths = descend_all(f, methods()[0], {}, {{{"x", -3, 3, 20}, {"y", -3, 3, 20}}},
                                                     nullptr, {.starts = {{0, 1}, {1, 0}}, .rates = {}});
  EXPECT_EQ(paths[0].rate, 0.2) << "0.4 of the inverse curvature 2";
  EXPECT_EQ(paths[1].rate, 0.033) << "of 12, to two digits";
}

TEST(FirstSteps, AreThoseOfThePathsUpToThere) {
  DescentSetup setup{square_box()};
  setup.rate = 0.25;
  setup.iterations = 3;
  const DescentPath path = path_of("x^2+y^2", {1, 0.5}, setup);
  const std::vector<DescentPath> first = first_steps({path, path_of("x^2+y^2", {0, 0}, setup)}, 2);
  EXPECT_THAT(first[0].coordinates, ElementsAre(ElementsAre(1, 0.5, 0.25), ElementsAre(0.5, 0.25, 0.125)));
  EXPECT_THAT(first[0].f, ElementsAre(1.25, 0.3125, 0.078125));
  EXPECT_EQ(first[0].norms.size(), 3u);
  EXPECT_EQ(first[1].steps(), 0u);
  EXPECT_EQ(first_steps({path}, 7)[0].steps(), 3u);
}

}  // namespace
}  // namespace gradfield::test
