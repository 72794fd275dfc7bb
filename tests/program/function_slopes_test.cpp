// Slopes, slopes of slopes and theirs against differences of values: every function of the table, every operator.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "formula/compile.hpp"
#include "formula/functions.hpp"
#include "program/differentiate.hpp"
#include "support/differences.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

// Formulas of one operation each: every function of the table, every operator.
std::vector<std::string> single_operations() {
  std::vector<std::string> formulas{
      "x+y",   "x-y",  "x*y",    "x/y",  "x^y",          "-x",           "+x",           "x<y",         "x<=y", "x>y",
      "x>=y",  "x==y", "x!=y",   "x&&y", "x||y",         "x<y?x:y*y",    "x^2",          "x^3",         "x^4",  "x^-1",
      "x^0.5", "x^7",  "x^-2.5", "2^x",  "sum(x,y,x*y)", "avg(x,y,x*y)", "min(x,y,x*y)", "max(x,y,x*y)"};
  for (const Function& function : function_table()) {
    formulas.push_back(example_call(function));
  }
  std::erase(formulas, "polygamma(x,y)");  // defined at whole x only
  for (const char* formula : {"polygamma(0,x)", "polygamma(1,y)", "polygamma(2,x+y)"}) formulas.push_back(formula);
  return formulas;
}

// 150 points of each formula: everywhere, in the unit square (asin, atanh), above 1 (acosh).
std::vector<std::vector<double>> ordinary_points() {
  std::mt19937_64 random(20240611);
  std::vector<std::vector<double>> points;
  for (const std::pair<double, double>& range : {std::pair(-3.0, 3.0), std::pair(0.0, 1.0), std::pair(1.0, 5.0)}) {
    for (int i = 0; i < 50; ++i) {
      const auto draw = [&] {
        return range.first + (range.second - range.first) * static_cast<double>(random() >> 11) * 0x1p-53;
      };
      const double x = draw();
      points.push_back({x, draw()});
    }
  }
  return points;
}

// Compares the partial `k` of `f` with differences of f at every ordinary point where f is smooth.
int compare_slopes(const Program& f, const std::string& what) {
  const Program gradient = differentiate(f);
  const auto points = ordinary_points();
  const auto results = evaluate_both_ways(gradient, points);
  int compared = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t k = 0; k < points[i].size(); ++k) {
      const auto along = [&](double u) {
        std::vector<double> point = points[i];
        point[k] = u;
        return f.evaluate_at(point)[0];
      };
      // Differences have 4 units of rounding in their own bound; the slopes of slopes make a few more.
      const DifferenceSlope witness =
          slope_by_differences(along, points[i][k], 16 * 0x1p-53 * std::fabs(results[i][0]));
      if (!witness.is_smooth) continue;
      ++compared;
      EXPECT_NEAR(results[i][1 + k], witness.slope, 2 * witness.uncertainty)
          << what << ", variable " << k << " at " << points[i][0] << ", " << points[i][1];
    }
  }
  return compared;
}

TEST(FunctionSlopes, AreThoseThatDifferencesHave) {
  for (const std::string& formula : single_operations()) {
    // Of 300 slopes the poorest formulas, acosh and those of two kinks, keep some 100.
    EXPECT_GE(compare_slopes(compile_expression(formula, {{"x", "y"}, {}}), formula), 100) << formula;
  }
}

TEST(FunctionSlopes, HaveSlopesThatDifferencesHave) {
  for (const std::string& formula : single_operations()) {
    const Program gradient = gradient_of(formula);
    for (std::size_t k = 1; k <= 2; ++k) {
      const std::string what = "the partial " + std::to_string(k) + " of " + formula;
      EXPECT_GE(compare_slopes(output_of(gradient, k), what), 100) << what;
    }
  }
}

// Of the functions whose rules bring in other functions than products and powers, and whose second slopes keep their
// digits (those of hypot and cot are small differences).
TEST(FunctionSlopes, HaveSecondSlopesThatDifferencesHave) {
  for (const std::string formula :
       {"cbrt(x)",   "expm1(x*y)", "log1p(x)",   "erf(x)",      "erfc(x*y)", "gauss(x)", "tgamma(x)",
        "lgamma(x)", "digamma(y)", "sec(x)",     "csc(x)",      "sinc(x)",   "sech(x)",  "csch(x)",
        "coth(x)",   "exp2(x)",    "sigmoid(x)", "softplus(x)", "silu(x)",   "gelu(x)",  "logaddexp(x,y)"}) {
    const bool is_of_y = formula.find('x') == std::string::npos;
    const std::size_t k = is_of_y ? 2 : 1;
    const Program second = output_of(differentiate(output_of(gradient_of(formula), k)), k);
    EXPECT_GE(compare_slopes(second, "the second partial of " + formula), 100) << formula;
  }
}

}  // namespace
}  // namespace gradfield::test
