// Symmetries: what the instructions show must hold at every point, for every formula that there is to test with.
#include "analysis/traits/symmetry.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "support/compiled.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

const std::vector<Motion> kMotions{{{0, 1}, {-1, 1}}, {{0, 1}, {1, -1}}, {{0, 1}, {-1, -1}}, {{1, 0}, {1, 1}},
                                   {{1, 0}, {-1, 1}}, {{1, 0}, {1, -1}}, {{1, 0}, {-1, -1}}};

bool are_alike(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) || a == b || std::fabs(a - b) <= 1e-12 * std::fabs(a);
}

TEST(Symmetry, WhatInstructionsShowHoldsAtPoints) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> any(-4, 4);
  std::size_t shown = 0;
  for (const std::string& formula : read_formulas()) {
    const Program f = compile_expression(formula, {{"x", "y"}, {{"pi", M_PI}, {"e", M_E}}});
    for (const Motion& motion : kMotions) {
      const Answer answer = show(f, motion);
      if (answer.sign == 0) continue;
      ++shown;
      for (int i = 0; i < 50; ++i) {
        const double p[]{any(random), any(random)};
        const double before = f.evaluate_at({p[0], p[1]})[0];
        const double after =
            f.evaluate_at({motion.signs[0] * p[motion.from[0]], motion.signs[1] * p[motion.from[1]]})[0];
        EXPECT_TRUE(are_alike(answer.sign * before, after)) << formula << " " << p[0] << " " << p[1];
      }
    }
  }
  EXPECT_GT(shown, 500u);
}

TEST(Symmetry, InstructionsShowWhatSignsAndExchangesTell) {
  struct Row {
    std::string formula;
    std::vector<int> signs;  // one a motion
  };
  for (const auto& [formula, signs] :
       {Row{"x^2+y^2", {1, 1, 1, 1, 1, 1, 1}}, Row{"x*y", {-1, -1, 1, 1, -1, -1, 1}},
        Row{"x-y", {0, 0, -1, -1, 0, 0, 1}}, Row{"x^2-y^2", {1, 1, 1, -1, -1, -1, -1}},
        Row{"exp(x)+cos(y)", {0, 1, 0, 0, 0, 0, 0}}, Row{"x^5/cosh(y)", {-1, 1, -1, 0, 0, 0, 0}}}) {
    std::vector<int> found;
    for (const Motion& motion : kMotions) found.push_back(show(compiled(formula), motion).sign);
    EXPECT_EQ(found, signs) << formula;
  }
}

}  // namespace
}  // namespace gradfield::test
