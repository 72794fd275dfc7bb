// Formulas as programs: every formula of data/expressions.txt by muParser's own Eval and by the program, and the slopes
// by differences of muParser's values.
#include "formula/compile.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "program/differentiate.hpp"
#include "support/differences.hpp"
#include "support/plain_formula.hpp"
#include "support/reference.hpp"
#include "support/witness.hpp"

namespace gradfield::test {
namespace {

// A 6x6 grid, where many formulas have ties and zeros, and 24 points at random.
std::vector<std::vector<double>> points_of_a_formula() {
  std::vector<std::vector<double>> points;
  for (int i = 0; i < 6; ++i) {
    for (int j = 0; j < 6; ++j) points.push_back({i - 2.0, j - 2.0});
  }
  std::mt19937_64 random(7);
  for (int i = 0; i < 24; ++i) {
    const auto draw = [&] { return -3 + 6 * static_cast<double>(random() >> 11) * 0x1p-53; };
    const double x = draw();
    points.push_back({x, draw()});
  }
  return points;
}

// Where ours is nan by contract and muParser gives a number: min and max of a nan, and the sign of one.
bool may_be_nan(const std::string& formula) {
  return formula.find("min") != std::string::npos || formula.find("max") != std::string::npos ||
         formula.find("sign") != std::string::npos;
}

TEST(CompileExpression, GivesTheValuesOfMuParser) {
  const auto points = points_of_a_formula();
  std::size_t compared = 0, unstable = 0, formulas = 0;
  for (const std::string& formula : read_formulas()) {
    ++formulas;
    MuParserFormula theirs(link_by_link(formula));
    const Program program = compile_expression(formula, {{"x", "y"}, {}});
    const auto values = evaluate_both_ways(program, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double expected = theirs(points[i][0], points[i][1]), actual = values[i][0];
      if (std::isnan(actual) && (std::isnan(expected) || may_be_nan(formula))) {
        ++compared;
        continue;
      }
      const double spread = rounding_spread(program, points[i]);
      if (!(spread <= 0.01 * std::fabs(actual) + 1e-9)) {
        unstable += actual != expected;
        continue;
      }
      ++compared;
      EXPECT_TRUE(actual == expected || std::fabs(actual - expected) <= spread)
          << formula << " at " << points[i][0] << ", " << points[i][1] << ": " << actual << ", muParser " << expected
          << ", roundings may move it by " << spread;
    }
  }
  EXPECT_GE(formulas, 600u);
  // Nearly all of 60 points each; sign(sin(pi*x)), exp(exp(x)) and their like turn one rounding into everything.
  EXPECT_GE(compared, 60 * formulas * 98 / 100) << unstable << " unstable";
}

// Formulas whose slope at some points is not the one that differences see, and why.
struct SlopeException {
  std::string_view formula;
  bool at_ties_only;  // x == y, x == 0 or y == 0
  std::string_view reason;
};
constexpr SlopeException kSlopeExceptions[] = {
    {"sin(1e5*x)", false, "oscillates faster than the steps"},
    {"cos(1e10*y)", false, "oscillates faster than the steps"},
    {"x-y?x:y", true, "another branch at the tie alone"},
    {"x||y?x:y", true, "another branch at the tie alone"},
    {"x<0?max(x<-1?-1:x,y):min(x,y>0?y:0)", true, "two kinks that meet"},
    {"max(x,0)+log(1+exp(-abs(x)))", true, "two kinks whose sum is smooth; the tie takes the slopes 1 and 0"},
};

bool is_exception(const std::string& formula, const std::vector<double>& point) {
  const bool is_tie = point[0] == point[1] || point[0] == 0 || point[1] == 0;
  for (const SlopeException& row : kSlopeExceptions) {
    if (row.formula == formula) return is_tie || !row.at_ties_only;
  }
  return false;
}

TEST(CompileExpression, HasTheSlopesOfMuParsersValues) {
  const auto points = points_of_a_formula();
  std::size_t compared = 0, all = 0, singular = 0;
  for (const std::string& formula : read_formulas()) {
    MuParserFormula theirs(formula);
    const Program f = compile_expression(formula, {{"x", "y"}, {}});
    const Program gradient = differentiate(f);
    const auto gradients = evaluate_both_ways(gradient, points);
    for (std::size_t i = 0; i < points.size(); i += 2) {
      const double noise = rounding_spread(f, points[i]);
      for (std::size_t k = 0; k < 2; ++k) {
        ++all;
        if (!std::isfinite(noise) || is_exception(formula, points[i])) continue;
        const auto along = [&](double u) { return theirs(k == 0 ? u : points[i][0], k == 1 ? u : points[i][1]); };
        const DifferenceSlope witness = slope_by_differences(along, points[i][k], noise);
        if (!witness.is_smooth) continue;
        // sqrt(x*y) at y = 0, atan(1/x) at 0: a rule comes to 0/0 or to an infinity times 0.
        if (std::isnan(gradients[i][1 + k]) && has_singular_step(gradient, points[i])) {
          ++singular;
          continue;
        }
        ++compared;
        // 1e-15: roundings of values near 1 that cancel at a minimum, where `noise` sees none.
        EXPECT_NEAR(gradients[i][1 + k], witness.slope, 2 * witness.uncertainty + 1e-15)
            << formula << ", variable " << k << " at " << points[i][0] << ", " << points[i][1];
      }
    }
  }
  // The rest are points at kinks, at poles and outside the domain: the grid is made to hit them.
  EXPECT_GE(compared, all * 3 / 4) << "of " << all;
  EXPECT_LE(singular, all / 200);
}

}  // namespace
}  // namespace gradfield::test
