// Published test functions of optimisation against values and slopes of 50 digits, at their minima, corners, axes and
// in between: every number within 8 units of rounding of the formula's own condition.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "formula/compile.hpp"
#include "support/reference.hpp"
#include "support/test_functions.hpp"
#include "support/witness.hpp"

namespace gradfield::test {
namespace {

// The condition allows each operation of the formula one unit of 2^-53. Ours are off by up to 2 (SLEEF promises 1.0 in
// the last place), x^3 is two products, and a slope rule may take an operation or two more than the textbook's.
constexpr double kUnits = 8;

std::vector<std::vector<double>> points_of(const std::vector<ReferenceRow>& rows) {
  std::vector<std::vector<double>> points;
  for (const ReferenceRow& row : rows) points.push_back(row.point);
  return points;
}

TEST(TestFunctions, HaveReferencesOfManyKinds) {
  const auto references = read_test_function_references();
  std::set<std::string> names;
  std::size_t points = 0, minima = 0, open = 0, numbers = 0;
  for (const TestFunction& function : read_test_functions()) {
    EXPECT_TRUE(names.insert(function.name).second) << function.name << " stands twice";
    ASSERT_TRUE(references.contains(function.name)) << function.name;
    const std::vector<ReferenceRow>& rows = references.at(function.name);
    EXPECT_GE(rows.size(), 10u) << function.name;
    points += rows.size();
    for (const ReferenceRow& row : rows) {
      ASSERT_EQ(row.point.size(), function.variables.size()) << row.text;
      ASSERT_EQ(row.outputs.size(), 1 + function.variables.size()) << row.text;
      minima += !row.zero_slopes.empty();
      numbers += row.outputs.size();
      open += static_cast<std::size_t>(std::count_if(row.outputs.begin(), row.outputs.end(), is_open));
    }
  }
  EXPECT_EQ(names.size(), references.size());
  EXPECT_GE(names.size(), 200u);
  EXPECT_GE(points, 6500u);
  EXPECT_GE(minima, 200u);
  // One in a hundred stands on a kink or a pole that rounding may step over.
  EXPECT_LE(open, numbers / 100);
}

TEST(TestFunctions, AreRightWithinTheConditionOfTheirFormulas) {
  const auto references = read_test_function_references();
  double worst_value = 0, worst_slope = 0;
  std::size_t numbers = 0, ordinary = 0;
  for (const TestFunction& function : read_test_functions()) {
    const std::vector<ReferenceRow>& rows = references.at(function.name);
    const auto results = evaluate_both_ways(gradient_of(function.formula, function.variables), points_of(rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t k = 0; k < rows[i].outputs.size(); ++k) {
        const double units = units_of_condition(results[i][k], rows[i].outputs[k]);
        double& worst = k == 0 ? worst_value : worst_slope;
        worst = std::max(worst, units);
        ++numbers;
        ordinary += units <= 0.5;
        EXPECT_LE(units, kUnits) << (k == 0 ? "value" : "slope in " + function.variables[k - 1]) << " of "
                                 << rows[i].text << "\n  is " << results[i][k];
      }
    }
  }
  // The condition adds the roundings up as if all pushed one way; they seldom do.
  EXPECT_GE(ordinary, numbers * 95 / 100);
  RecordProperty("worst_value", std::to_string(worst_value));
  RecordProperty("worst_slope", std::to_string(worst_slope));
}

// A slope of zero to rounding: what the formula's own roundings may leave, and what rounding the minimiser to doubles
// is worth. On a kink the conventions stand: 0 for abs, nan at the tip of a root.
TEST(TestFunctions, HaveAGradientOfZeroAtTheirPublishedMinima) {
  const auto references = read_test_function_references();
  std::size_t zeros = 0, kinks = 0, functions = 0;
  for (const TestFunction& function : read_test_functions()) {
    const std::size_t before = zeros;
    const Program gradient = gradient_of(function.formula, function.variables);
    for (const ReferenceRow& row : references.at(function.name)) {
      const std::vector<double> result = evaluate_both_ways(gradient, {row.point})[0];
      for (std::size_t k = 0; k < row.zero_slopes.size(); ++k) {
        if (row.zero_slopes[k].kind == ZeroSlope::kAtEdge) continue;
        const double slope = result[1 + k];
        if (row.zero_slopes[k].kind == ZeroSlope::kAtKink && (std::isnan(slope) || is_open(row.outputs[1 + k]))) {
          ++kinks;
          continue;
        }
        ++zeros;
        EXPECT_LE(std::fabs(slope), kUnits * 0x1p-53 * row.outputs[1 + k].condition + row.zero_slopes[k].reach)
            << "slope in " << function.variables[k] << " of " << row.text;
      }
    }
    functions += zeros > before;
  }
  EXPECT_GE(functions, 180u);
  EXPECT_GE(zeros, 500u);
  EXPECT_LE(kinks, 60u);
}

// muParser's Eval, its optimiser off, computes the formula as typed: nothing simplified, nothing shared.
TEST(TestFunctions, AreNotChangedByMoreThanRoundingWhenSimplified) {
  const auto references = read_test_function_references();
  const std::set<std::string> plane{"x", "y"};
  std::size_t compared = 0, nans = 0;
  for (const TestFunction& function : read_test_functions()) {
    if (!std::all_of(function.variables.begin(), function.variables.end(),
                     [&](const std::string& name) { return plane.contains(name); })) {
      continue;
    }
    MuParserFormula as_typed(function.formula);
    const Program simplified = compile_expression(function.formula, {{"x", "y"}, {}});
    for (const ReferenceRow& row : references.at(function.name)) {
      const double x = row.point[0], y = row.point.size() > 1 ? row.point[1] : 0;
      const double ours = evaluate_both_ways(simplified, {{x, y}})[0][0], theirs = as_typed(x, y);
      EXPECT_EQ(std::isnan(ours), std::isnan(theirs)) << row.text;
      nans += std::isnan(theirs);
      EXPECT_LE(units_of_condition(theirs, row.outputs[0]), kUnits) << "as typed: " << theirs << ", " << row.text;
      const double between = units_of_condition(ours, {theirs, row.outputs[0].condition});
      EXPECT_LE(between, kUnits) << ours << ", as typed " << theirs << ", " << row.text;
      ++compared;
    }
  }
  EXPECT_GE(compared, 4000u);
  EXPECT_GE(nans, 10u);
}

}  // namespace
}  // namespace gradfield::test
