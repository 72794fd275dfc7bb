// What paths come to: every outcome on a function that has it, with the eigenvalues of its Hessian by hand.
#include "analysis/descent/outcome.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "analysis/descent/optimizers.hpp"
#include "support/descent.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

DescentPath walked(const std::string& formula, const std::vector<double>& start, double rate,
                   BoxRule rule = BoxRule::kLeave, const std::string& optimizer = "gd", double half_width = 3) {
  DescentSetup setup{square_box(half_width)};
  setup.rate = rate;
  setup.iterations = 2000;
  setup.box_rule = rule;
  setup.optimizer = find_optimizer(optimizer);
  setup.wants_curvatures = true;
  return path_of(formula, start, setup);
}

TEST(Outcomes, HaveWordsOfTheirOwn) {
  std::set<std::string_view> words;
  for (const OutcomeRow& row : outcome_rows()) {
    EXPECT_TRUE(words.insert(row.word).second) << row.word;
    EXPECT_EQ(&row_of(row.outcome), &row);
    for (const std::string_view text : {row.in_key, row.of_one, row.of_many}) EXPECT_FALSE(text.empty()) << row.word;
  }
}

TEST(Outcomes, AreByTheExactHessianAtTheEnd) {
  struct Row {
    std::string formula;
    std::vector<double> start;
    double rate;
    Outcome outcome;
    double least, largest;  // nan: not looked at
  };
  const double nan = std::nan("");
  for (const Row& row : {
           Row{"x^2+3*y^2", {1, 1}, 0.1, Outcome::kMinimum, 2, 6},
           {"x^2-y^2", {1, 0}, 0.25, Outcome::kSaddle, -2, 2},
           {"x*y", {1, 1}, 0.25, Outcome::kSaddle, -1, 1},
           {"-x^2-5*y^2", {0, 0}, 0.25, Outcome::kMaximum, -10, -2},
           {"x^2", {1, 1}, 0.25, Outcome::kFlat, 0, 2},
           {"(x+y)^2", {1, 1}, 0.1, Outcome::kFlat, 0, 4},
           {"3", {1, 1}, 0.1, Outcome::kFlat, 0, 0},
           {"abs(x)+y^2", {0, 0}, 0.1, Outcome::kKink, nan, nan},
           {"x^2+y^2", {1, 1}, 1e-4, Outcome::kNotAtRest, 2, 2},
           {"x^2+y^2", {1, 1}, 1e-30, Outcome::kNotAtRest, 2, 2},
           {"x^2+y^2", {1, 1}, 1, Outcome::kToAndFro, 2, 2},
           {"x+y", {1, 1}, 1, Outcome::kLeftBox, 0, 0},
           {"x^2+y^2", {1, 1}, 1.5, Outcome::kDiverges, 2, 2},
           {"log(x)", {1, 0}, 2, Outcome::kUndefined, nan, nan},
       }) {
    const DescentPath path = walked(row.formula, row.start, row.rate);
    EXPECT_EQ(row_of(path.ending.outcome).word, row_of(row.outcome).word) << row.formula << " with " << row.rate;
    if (std::isnan(row.least)) continue;
    EXPECT_NEAR(path.ending.least_curvature, row.least, 1e-12) << row.formula;
    EXPECT_NEAR(path.ending.largest_curvature, row.largest, 1e-12) << row.formula;
  }
}

// Of x^2 + 10 y^2 the error along y is multiplied by 1 - 20 r, and so by -1 at r = 1/10; with momentum the matrix of
// (y, v) has the eigenvalue -1 at twice 1.9/20 by (1+m)/c, and at 3.8/2.8/20 of Nesterov's.
TEST(Outcomes, TellTheLargestStableRate) {
  for (const auto& [name, stable] : {std::pair{"gd", 0.1}, {"momentum", 3.8 / 20}, {"nesterov", 3.8 / 2.8 / 20}}) {
    const DescentPath wild = walked("x^2+10*y^2", {1, 1}, 1.05 * stable, BoxRule::kLeave, name, 1000);
    EXPECT_EQ(wild.ending.outcome, Outcome::kDiverges) << name;
    EXPECT_NEAR(wild.ending.stable_rate, stable, 1e-12) << name;
    EXPECT_EQ(walked("x^2+10*y^2", {1, 1}, 0.95 * stable, BoxRule::kLeave, name, 1000).ending.outcome,
              Outcome::kMinimum)
        << name;
  }
  EXPECT_TRUE(std::isnan(walked("x+y", {1, 1}, 1).ending.stable_rate));
}

TEST(BoxRules, EndMirrorOrProjectAStepOutOfTheBox) {
  // By hand: from 2 steps of -4 lead to -2, then to -6: out, mirrored at -3 to 0, or kept at -3.
  EXPECT_THAT(walked("x", {2, 0}, 4).coordinates[0], ElementsAre(2, -2, -6));
  const DescentPath mirrored = walked("x", {2, 0}, 4, BoxRule::kReflect);
  EXPECT_THAT(std::vector<double>(mirrored.coordinates[0].begin(), mirrored.coordinates[0].begin() + 4),
              ElementsAre(2, -2, 0, -2));
  const DescentPath kept = walked("x", {2, 0}, 4, BoxRule::kProject);
  EXPECT_THAT(kept.coordinates[0], ElementsAre(2, -2, -3));
  EXPECT_THAT(kept.norms, ElementsAre(1, 1, 0)) << "of the projected gradient";
  EXPECT_EQ(kept.end, DescentEnd::kConverged);
  EXPECT_TRUE(kept.ending.is_on_border);
  // Far out, more than once around: 2 - 17 = -15 is mirrored to 9 and to -3.
  EXPECT_EQ(walked("x", {2, 0}, 17, BoxRule::kReflect).coordinates[0][1], -3);
}

TEST(BoxRules, KeepEveryOptimiserAtTheBorderWhereTheMinimumIs) {
  // Of (x-5)^2 + y^2 on -3:3 it is at (3, 0), where the slope along x is -4.
  for (const Optimizer& optimizer : optimizers()) {
    DescentSetup setup{square_box()};
    setup.box_rule = BoxRule::kProject;
    setup.optimizer = &optimizer;
    const DescentPath path = path_of("(x-5)^2+y^2", {-1, 2}, setup);
    EXPECT_EQ(path.coordinates[0].back(), 3) << optimizer.name;
    EXPECT_NEAR(path.coordinates[1].back(), 0, 1e-6) << optimizer.name;
    EXPECT_EQ(path.ending.outcome, Outcome::kMinimum) << optimizer.name;
    EXPECT_TRUE(path.ending.is_on_border) << optimizer.name;
    for (const double x : path.coordinates[0]) EXPECT_LE(std::fabs(x), 3) << optimizer.name;
  }
}

TEST(Descents, ClimbWhereTheNegativeFunctionIsGoneDown) {
  const Names names{{"x", "y"}, {}};
  const Program f = compile_expression("3-(x-1)^2-2*y^2", names),
                minus = compile_expression("-(3-(x-1)^2-2*y^2)", names);
  const Grid grid{{{"x", -3, 3, 20}, {"y", -3, 3, 20}}};
  for (const Optimizer& optimizer : optimizers()) {
    DescentPlan plan{.starts = {{-1, 2}}, .rates = {}};
    plan.optimizers = {&optimizer};
    const DescentPath down = descend_all(minus, methods()[0], {}, grid, nullptr, plan)[0];
    plan.heading = Heading::kUp;
    const DescentPath up = descend_all(f, methods()[0], {}, grid, nullptr, plan)[0];
    EXPECT_EQ(up.coordinates, down.coordinates) << optimizer.name;
    EXPECT_EQ(up.norms, down.norms) << optimizer.name;
    EXPECT_EQ(up.f.back(), -down.f.back()) << optimizer.name;
    EXPECT_EQ(up.ending.outcome, Outcome::kMaximum) << optimizer.name;
    EXPECT_NEAR(up.ending.least_curvature, -4, 1e-12) << optimizer.name;
    EXPECT_NEAR(up.ending.largest_curvature, -2, 1e-12) << optimizer.name;
  }
}

TEST(Descents, AreTheSamePathsInBatchesOfAnySize) {
  const Program f = compile_expression("(x^2+y-11)^2+(x+y^2-7)^2", {{"x", "y"}, {}});
  const Grid grid{{{"x", -5, 5, 20}, {"y", -5, 5, 20}}};
  DescentPlan plan;
  for (int i = 0; i < 300; ++i) plan.starts.push_back({-4.5 + 0.03 * i, std::fmod(0.7 * i, 9) - 4.5});
  for (const Optimizer& optimizer : optimizers()) plan.optimizers.push_back(&optimizer);
  plan.optimizers.erase(plan.optimizers.begin());  // the default stands there twice
  plan.iterations = 60;
  const Descents descents(f, methods()[0], {}, grid, nullptr, plan);
  ASSERT_EQ(descents.size(), 2700u);
  const std::vector<DescentPath> together = descents.walk(0, descents.size());
  for (std::size_t i = 0; i < together.size(); i += 7) {
    const DescentPath alone = descents.walk(i, 1)[0];
    ASSERT_EQ(alone.coordinates, together[i].coordinates) << i;
    ASSERT_EQ(alone.f, together[i].f) << i;
    ASSERT_EQ(alone.ending.outcome, together[i].ending.outcome) << i;
    EXPECT_EQ(alone.number, i / 9 + 1);
  }
}

}  // namespace
}  // namespace gradfield::test
