// Every optimiser of the table goes down; and what the walk gives to one, by optimisers that are made here.
#include "analysis/descent/optimizers.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "support/descent.hpp"
#include "support/test_functions.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

TEST(Optimizers, HaveANameOfTheirOwnAndHelp) {
  std::set<std::string_view> names;
  for (const Optimizer& optimizer : optimizers()) {
    EXPECT_TRUE(names.insert(optimizer.name).second) << optimizer.name;
    EXPECT_FALSE(optimizer.help.empty()) << optimizer.name;
  }
  EXPECT_EQ(&default_optimizer(), &optimizers()[0]);
}

TEST(Optimizers, ReachTheMinimaOfBowlsWithTheirDefaultRate) {
  for (const Optimizer& optimizer : optimizers()) {
    for (const std::string formula : {"(x-1)^2+(y+2)^2", "(x-1)^2+20*(y+2)^2+x*y+2*x-y-4", "-exp(-(x-1)^2-(y+2)^2)"}) {
      DescentSetup setup{square_box()};
      setup.optimizer = &optimizer;
      const DescentPath path = path_of(formula, {2, -0.5}, setup);
      EXPECT_EQ(path.ending.outcome, Outcome::kMinimum) << optimizer.name << ": " << formula;
      EXPECT_LT(path.f.back(), path.f[0]) << optimizer.name << ": " << formula;
      EXPECT_LT(path.norms.back(), 1e-6) << optimizer.name << ": " << formula;
      // What was found can be asked for.
      setup.rate = path.rate;
      EXPECT_EQ(path_of(formula, {2, -0.5}, setup).coordinates, path.coordinates) << optimizer.name << ": " << formula;
    }
  }
}

// Optimisers of a rate of 1 and no parameters.
constexpr Optimizer row_of(OptimizerState (*start)(std::size_t),
                           void (*step)(const PathPlace&, OptimizerState&, std::span<double>)) {
  return {"one of our own", "help", "1", "here", {}, start, 0, step, {rate_of_one}, nullptr};
}
OptimizerState no_memory(std::size_t) { return {}; }

TEST(Optimizers, ThatSearchALineNeverRise) {
  std::size_t paths = 0;
  for (const TestFunction& function : read_test_functions()) {
    if (function.variables.size() != 2) continue;
    Box box;
    std::vector<double> start;
    for (const auto& [low, high] : function.domain) {
      box.push_back({low, high, false});
      start.push_back(low + 0.3819660113 * (high - low));
    }
    for (const std::string_view name : {"bfgs", "backtracking"}) {
      DescentSetup setup{box};
      setup.optimizer = find_optimizer(name);
      setup.iterations = 300;
      setup.box_rule = BoxRule::kProject;
      const DescentPath path = path_of(function.formula, start, setup, function.variables);
      for (std::size_t k = 1; k <= path.steps(); ++k) {
        ASSERT_LE(path.f[k], path.f[k - 1]) << name << " on " << function.name << " at step " << k;
      }
      ++paths;
    }
  }
  EXPECT_GT(paths, 100u);
}

// The first step of backtracking with f = x^2 from 1 and a rate of 4: trials at -7, -3, -1, where f is not lower, and
// 0.
TEST(Optimizers, TakeTheFirstOfTheHalvesThatFallsEnough) {
  DescentSetup setup{square_box(10)};
  setup.optimizer = find_optimizer("backtracking");
  setup.rate = 4;
  const DescentPath path = path_of("x^2+y^2", {1, 0}, setup);
  EXPECT_EQ(path.coordinates[0][1], 0);
  EXPECT_EQ(path.steps(), 1u);
}

// Of x^2 - y^2/2 the eigenvalues are 2 and -1: to the bottom along x, and down along y as far as up it would go.
TEST(Optimizers, TurnNewtonRoundWhereFBendsDown) {
  DescentSetup setup{square_box(10)};
  setup.optimizer = find_optimizer("newton");
  setup.iterations = 1;
  const DescentPath path = path_of("x^2-y^2/2", {3, 1}, setup);
  EXPECT_NEAR(path.coordinates[0][1], 0, 1e-15);
  EXPECT_NEAR(path.coordinates[1][1], 2, 1e-15);
}

TEST(Optimizers, KnowTheParametersThatTheyUse) {
  const auto users = [](Parameter parameter) {
    std::vector<std::string> names;
    for (const Optimizer& optimizer : optimizers()) {
      if (uses(optimizer, parameter)) names.emplace_back(optimizer.name);
    }
    return names;
  };
  EXPECT_THAT(users(Parameter::kMomentum), ElementsAre("momentum", "nesterov"));
  EXPECT_THAT(users(Parameter::kBeta1), ElementsAre("adam"));
  EXPECT_THAT(users(Parameter::kBeta2), ElementsAre("adam"));
  EXPECT_THAT(users(Parameter::kAlpha), ElementsAre("rmsprop"));
  EXPECT_THAT(users(Parameter::kEpsilon), ElementsAre("adagrad", "rmsprop", "adam"));
  GivenParameters given;
  given[static_cast<std::size_t>(Parameter::kBeta1)] = 0.5;
  const ParameterValues values = parameters_of(*find_optimizer("adam"), given);
  EXPECT_EQ(values[Parameter::kBeta1], 0.5);
  EXPECT_EQ(values[Parameter::kBeta2], 0.999);
  EXPECT_EQ(values[Parameter::kEpsilon], 1e-8);
}

// Newton's steps for two variables, by Cramer's rule.
constexpr Optimizer kNewton = row_of(no_memory, [](const PathPlace& place, OptimizerState&, std::span<double> step) {
  const std::span<const double> g = place.value.slopes;
  const std::vector<double> h = place.hessian();
  const double determinant = h[0] * h[2] - h[1] * h[1];
  step[0] = (h[1] * g[1] - h[2] * g[0]) / determinant;
  step[1] = (h[1] * g[0] - h[0] * g[1]) / determinant;
});

TEST(Optimizer, MayAskForTheHessian) {
  DescentSetup setup{square_box()};
  setup.optimizer = &kNewton;
  const DescentPath path = path_of("(x-1)^2+20*(y+2)^2+x*y", {2, -0.5}, setup);
  EXPECT_EQ(path.end, DescentEnd::kConverged);
  EXPECT_LE(path.steps(), 2u) << "a parabola takes one, its rounding another";
  EXPECT_EQ(path.rate, 1);
}

// Half of the step, or a quarter ..., until f falls.
constexpr Optimizer kHalving = row_of(no_memory, [](const PathPlace& place, OptimizerState&, std::span<double> step) {
  std::vector<double> there(step.size());
  for (double rate = place.rate; rate > 1e-9; rate /= 2) {
    for (std::size_t k = 0; k < step.size(); ++k) {
      step[k] = -rate * place.value.slopes[k];
      there[k] = place.point[k] + step[k];
    }
    if (place.look(there).f < place.value.f) return;
  }
});

TEST(Optimizer, MayLookAtOtherPointsBeforeItSteps) {
  DescentSetup setup{square_box()};
  setup.optimizer = &kHalving;
  setup.iterations = 200;
  const DescentPath path = path_of("x^2+3*y^4", {2, 1}, setup);
  ASSERT_GT(path.steps(), 5u);
  for (std::size_t k = 1; k <= path.steps(); ++k) EXPECT_LT(path.f[k], path.f[k - 1]) << k;
}

// Remembers how often it was asked, which are the steps; goes to and fro, and on after two steps.
constexpr Optimizer kCounting = row_of([](std::size_t n) { return OptimizerState(n, {0.0}); },
                                       [](const PathPlace& place, OptimizerState& state, std::span<double> step) {
                                         for (std::size_t k = 0; k < step.size(); ++k) {
                                           EXPECT_EQ(state[k][0], static_cast<double>(place.steps));
                                           state[k][0] += 1;
                                           step[k] = state[k][0] == 2 ? -1 : 1;
                                         }
                                       });

TEST(Optimizer, KeepsWhatItRemembersFromStepToStep) {
  DescentSetup setup{square_box(10)};
  setup.optimizer = &kCounting;
  setup.iterations = 5;
  for (int again = 0; again < 2; ++again) {
    const DescentPath path = path_of("2-x-y", {0, 1}, setup);
    EXPECT_THAT(path.coordinates[0], ElementsAre(0, 1, 0, 1, 2, 3)) << "a place seen before is no end of such a path";
    EXPECT_THAT(path.coordinates[1], ElementsAre(1, 2, 1, 2, 3, 4));
    EXPECT_EQ(path.end, DescentEnd::kIterations);
  }
}

}  // namespace
}  // namespace gradfield::test
