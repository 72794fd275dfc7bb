// The rate of descent that is taken where none is given: against published minima, and over all published functions.
#include <gmock/gmock.h>

#include <cmath>

#include "analysis/descent/descent.hpp"
#include "support/descent.hpp"
#include "support/test_functions.hpp"

namespace gradfield::test {
namespace {

TEST(DefaultRate, ShowsTheStepsDownABowl) {
  const DescentPath path = path_of("x^2+y^2", {2, 1}, {square_box()});
  EXPECT_EQ(path.rate, 0.2) << "0.4 of the inverse curvature 2";
  EXPECT_EQ(path.end, DescentEnd::kConverged);
  EXPECT_EQ(path.steps(), 51u) << "0.8 * 0.6^51 is the first step along x below 6e-12";
}

TEST(DefaultRate, CrossesAPlaneInAboutTwentySteps) {
  const DescentPath path = path_of("x+2*y", {3, 3}, {square_box()});
  EXPECT_EQ(path.end, DescentEnd::kLeftBox);
  // A twentieth of 6 is 0.3 along y: from 3, -3 lies within rounding of step 20.
  EXPECT_THAT(path.steps(), testing::AnyOf(20u, 21u));
}

TEST(DefaultRate, IsHalvedUntilNoStepOvershoots) {
  // Nearly flat at the start, 40 times as curved at the minimum.
  const DescentPath path = path_of("-exp(-4*x^2)-exp(-4*y^2)", {1.4, 1.3}, {square_box()});
  EXPECT_EQ(path.end, DescentEnd::kConverged);
  EXPECT_LT(path.rate, 0.25) << "2/curvature at the minimum";
  for (std::size_t k = 1; k <= path.steps(); ++k) EXPECT_LE(path.f[k], path.f[k - 1]) << k;
}

TEST(DefaultRate, GivenAgainMakesTheSamePath) {
  for (const std::string formula :
       {"100*(y-x^2)^2+(1-x)^2", "(x^2+y-11)^2+(x+y^2-7)^2", "abs(x)+abs(y)", "x*y", "exp(x)*cos(y)"}) {
    DescentSetup setup{square_box()};
    const DescentPath path = path_of(formula, {-1.2, 1}, setup);
    setup.rate = path.rate;
    const DescentPath again = path_of(formula, {-1.2, 1}, setup);
    EXPECT_EQ(again.coordinates, path.coordinates) << formula;
    EXPECT_EQ(again.end, path.end) << formula;
  }
}

TEST(DefaultRate, SettlesForATenthOfTheFallBesideAKink) {
  const DescentPath path = path_of("abs(x)+abs(y)", {2, 1}, {square_box()});
  EXPECT_EQ(path.end, DescentEnd::kOscillates);
  // The lowest is at most one step of 0.3 in each variable, a tenth of the fall from 3 comes on top.
  EXPECT_LT(path.f.back(), 0.6 + 0.3);
  EXPECT_GT(path.rate, 0.05) << "no rate brings it to rest, and a small one does not arrive";
}

struct Ordinary {
  std::string name, formula;
  std::vector<double> start, minimum;
  double half_width;
};

// Published minima (Jamil & Yang, 2013), and those of bowls by hand.
TEST(DefaultRate, ReachesTheMinimaOfOrdinaryFunctions) {
  const std::vector<Ordinary> functions{
      {"bowl", "x^2+y^2", {2, 1}, {0, 0}, 3},
      {"long bowl", "x^2+50*y^2", {2, 1}, {0, 0}, 3},
      {"shifted bowl", "(x-1)^2+(y+2)^2+1e6", {2, 1}, {1, -2}, 3},
      {"tiny bowl", "1e-200*(x^2+y^2)", {2, 1}, {0, 0}, 3},
      {"huge bowl", "1e200*(x^2+y^2)", {2, 1}, {0, 0}, 3},
      {"hole", "-exp(-x^2-y^2)", {1.5, 1}, {0, 0}, 3},
      {"far down a hole", "-exp(-x^2-y^2)", {2.5, 2}, {0, 0}, 3},
      {"Booth", "(x+2*y-7)^2+(2*x+y-5)^2", {-5, 5}, {1, 3}, 10},
      {"Matyas", "0.26*(x^2+y^2)-0.48*x*y", {-5, 9}, {0, 0}, 10},
      {"Himmelblau", "(x^2+y-11)^2+(x+y^2-7)^2", {0, 0}, {3, 2}, 5},
      {"Himmelblau, from a corner", "(x^2+y-11)^2+(x+y^2-7)^2", {-5, -5}, {-3.779310, -3.283186}, 5},
      {"McCormick", "sin(x+y)+(x-y)^2-1.5*x+2.5*y+1", {1, 1}, {-0.54719755, -1.54719755}, 4},
      {"three-hump camel", "2*x^2-1.05*x^4+x^6/6+x*y+y^2", {0.8, 2}, {0, 0}, 5},
      {"six-hump camel", "(4-2.1*x^2+x^4/3)*x^2+x*y+(4*y^2-4)*y^2", {0.5, -0.2}, {0.089842, -0.712656}, 2},
      {"Bohachevsky", "x^2+2*y^2-0.3*cos(3*pi*x)-0.4*cos(4*pi*y)+0.7", {0.1, 0.05}, {0, 0}, 3},
      {"Zakharov", "x^2+y^2+(0.5*x+y)^2+(0.5*x+y)^4", {2, -1}, {0, 0}, 10},
      {"Dixon-Price", "(x-1)^2+2*(2*y^2-x)^2", {2, 2}, {1, 0.70710678}, 10},
      {"trigonometric", "sin(x)*cos(y)", {1, 0.1}, {-M_PI / 2, 0}, 3},
      {"x-log(x)", "x-log(x)+y^2", {2.5, 1}, {1, 0}, 3},
      {"stretched", "log(1+100*x^2)+y^2", {2, 1}, {0, 0}, 3},
  };
  for (const Ordinary& row : functions) {
    const DescentPath path = path_of(row.formula, row.start, {square_box(row.half_width)});
    EXPECT_EQ(path.end, DescentEnd::kConverged) << row.name << ": rate " << path.rate;
    // A millionth of the box, with the last digit of the published minima.
    const std::vector<double> last = path.point(path.steps());
    for (std::size_t k = 0; k < 2; ++k) EXPECT_NEAR(last[k], row.minimum[k], 2e-6 * row.half_width) << row.name;
  }
}

TEST(DefaultRate, ComesThroughTheValleyOfRosenbrock) {
  const DescentPath path = path_of("100*(y-x^2)^2+(1-x)^2", {-1.2, 1}, {square_box()});
  EXPECT_EQ(path.end, DescentEnd::kIterations);
  EXPECT_GT(path.point(path.steps())[0], 0.7) << "from -1.2 on the way to 1";
  EXPECT_LT(path.f.back(), 0.05) << "from 24.2";
}

// The promise: without --rate no path of any of the published functions diverges, or rises above its start.
TEST(DefaultRate, NeverDivergesNorRisesAboveTheStart) {
  // A thousand steps: paths that would rise do so soon or not at all, and the whole set takes a second.
  std::size_t paths = 0;
  for (const TestFunction& function : read_test_functions()) {
    Box box;
    for (const auto& [low, high] : function.domain) box.push_back({low, high, false});
    // Parts of the golden ratio and of the root of 2: points without symmetry.
    for (const double part : {0.6180339887, 0.4142135624}) {
      std::vector<double> start;
      for (std::size_t k = 0; k < box.size(); ++k) {
        const double place = std::fmod(part * static_cast<double>(k + 1), 1);
        start.push_back(box[k].low + (box[k].high - box[k].low) * place);
      }
      DescentSetup setup{box};
      setup.iterations = 1000;
      const DescentPath path = path_of(function.formula, start, setup, function.variables);
      if (path.end == DescentEnd::kNotDefined && path.steps() == 0) continue;
      EXPECT_NE(path.end, DescentEnd::kDiverged) << function.name;
      // Roundings of f, which may be small beside its terms.
      const double rounding = 1e-12 * std::fabs(path.f[0]);
      for (std::size_t k = 1; k <= path.steps(); ++k) {
        ASSERT_FALSE(path.f[k] > path.f[0] + rounding) << function.name << " at step " << k << ", rate " << path.rate;
      }
      ++paths;
    }
  }
  EXPECT_GT(paths, 400u) << "two of each function";
}

}  // namespace
}  // namespace gradfield::test
