// Every function of the table against values and slopes of high precision (data/functions.csv), and against
// differences of its own values. A new function is tested by its row in the csv alone.
#include "expression/functions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>

#include "expression/compile.hpp"
#include "expression/differentiate.hpp"
#include "support/differences.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

constexpr double kSmallestNormal = std::numeric_limits<double>::min();

// SLEEF's u10 functions promise 1.0 units in the last place; everything else is rounded correctly.
constexpr double kValueRoundings = 1;
// A slope takes one or two functions (1 each) and at most four operations (1/2 each).
constexpr double kSlopeRoundings = 4;

std::string formula_of(const std::string& function, std::size_t arity) {
  if (function == "^") return "x^y";
  return function + (arity == 1 ? "(x)" : "(x,y)");
}

// The rows of functions.csv that the table has, by function.
std::map<std::string, std::vector<FunctionRow>> rows_by_function() {
  std::map<std::string, std::vector<FunctionRow>> rows;
  for (const FunctionRow& row : read_function_rows()) {
    if (row.name == "^" || find_function(row.name) != nullptr) rows[row.name].push_back(row);
  }
  return rows;
}

// Points at which a value or a slope may miss its bound, and why. Output 0 is the value, 1 and 2 the slopes.
struct Exception {
  std::string function;
  std::size_t output;
  std::function<bool(double a, double b)> covers;
  std::string reason;
};
const std::vector<Exception>& exceptions() {
  static const std::vector<Exception> rows{
      {"^", 0, [](double a, double b) { return b * std::log(a) > 709.7827111; },
       "SLEEF overflows at e^709.7827111, 2e-6 early"},
      {"^", 1, [](double a, double b) { return a < 0 && std::fabs(b) >= 0x1p53; },
       "b-1 is b: whether it is odd is lost, and the sign of the slope"},
      {"^", 1, [](double a, double b) { return a != 0 && std::fabs(a) < kSmallestNormal && std::fabs(b) <= 1e-20; },
       "a^(b-1) overflows before b makes it small"},
  };
  return rows;
}

// What the rule of x^y adds to the bound: b-1 is rounded, which moves a^(b-1) by (rounding) log(a); and where the
// result is denormal, so are the factors that b or log(a) multiply.
double roundings_of_power(const FunctionRow& row, std::size_t k) {
  const double a = row.arguments[0], b = row.arguments[1];
  const double logarithm = std::fabs(std::log(std::fabs(a)));
  double extra = 0;
  if (k == 0 && std::isfinite(logarithm) && std::isfinite(b)) {
    const double rest = b - 1, lost = (b - (rest + 1)) + ((rest + 1) - rest - 1);
    extra += std::fabs(lost) * logarithm * 0x1p53;
  }
  if (std::fabs(row.slopes[k]) < kSmallestNormal) extra += (std::fabs(b) + logarithm) / 2;
  return extra;
}

TEST(FunctionTable, HasAReferenceForEveryFunctionOfMuParser) {
  const auto rows = rows_by_function();
  const std::set<std::string_view> variadic{"sum", "avg"};  // tests of their own; min and max have both
  for (const std::string_view name : function_names()) {
    if (variadic.contains(name)) continue;
    const auto found = rows.find(std::string(name));
    ASSERT_NE(found, rows.end()) << name << " has no rows in functions.csv";
    EXPECT_GE(found->second.size(), 30u) << name;
  }
  EXPECT_TRUE(rows.contains("^"));
  EXPECT_GE(rows.size(), 25u);
}

TEST(FunctionTable, GivesValuesAndSlopesOfHighPrecision) {
  std::set<const Exception*> used;
  for (const auto& [name, rows] : rows_by_function()) {
    const std::size_t arity = rows[0].arguments.size();
    const std::vector<std::string> variables =
        arity == 1 ? std::vector<std::string>{"x"} : std::vector<std::string>{"x", "y"};
    std::vector<std::vector<double>> points;
    for (const FunctionRow& row : rows) points.push_back(row.arguments);
    const auto results = evaluate_both_ways(gradient_of(formula_of(name, arity), variables), points);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const FunctionRow& row = rows[i];
      const auto is_excepted = [&](std::size_t output, double actual, double expected) {
        for (const Exception& exception : exceptions()) {
          if (exception.function != name || exception.output != output) continue;
          if (!exception.covers(row.arguments[0], row.arguments.back())) continue;
          if (roundings_between(actual, expected) > kSlopeRoundings) used.insert(&exception);
          return true;
        }
        return false;
      };
      if (!is_excepted(0, results[i][0], row.value)) {
        EXPECT_THAT(results[i][0], WithinRoundings(row.value, kValueRoundings)) << "value: " << row.text;
      }
      for (std::size_t k = 0; k < arity; ++k) {
        if (row.slope_is_open[k] || is_excepted(1 + k, results[i][1 + k], row.slopes[k])) continue;
        const double bound = kSlopeRoundings + (name == "^" ? roundings_of_power(row, k) : 0);
        EXPECT_THAT(results[i][1 + k], WithinRoundings(row.slopes[k], bound)) << "slope " << k << ": " << row.text;
      }
    }
  }
  for (const Exception& exception : exceptions()) {
    EXPECT_TRUE(used.contains(&exception)) << "no longer needed: " << exception.function << ", " << exception.reason;
  }
}

// The rule that a function follows at a constant argument is often another than at a variable one.
TEST(FunctionTable, GivesTheSameValueForConstantsAsForVariables) {
  for (const auto& [name, rows] : rows_by_function()) {
    const Program program = compile_expression(formula_of(name, rows[0].arguments.size()), {{"x", "y"}, {}});
    for (const FunctionRow& row : rows) {
      if (name == "^" && std::fabs(row.arguments[1]) <= 4) continue;  // products there: see Simplify
      std::vector<double> point = row.arguments;
      point.resize(2);
      const double folded =
          evaluate_constant(formula_of(name, row.arguments.size()), {{"x", point[0]}, {"y", point[1]}});
      EXPECT_THAT(folded, WithinRoundings(program.evaluate_at(point)[0], 0)) << row.text;
    }
  }
}

// Formulas of one operation each: every function of the table, every operator.
std::vector<std::string> single_operations() {
  std::vector<std::string> formulas{
      "x+y",   "x-y",  "x*y",    "x/y",  "x^y",          "-x",           "+x",           "x<y",         "x<=y", "x>y",
      "x>=y",  "x==y", "x!=y",   "x&&y", "x||y",         "x<y?x:y*y",    "x^2",          "x^3",         "x^4",  "x^-1",
      "x^0.5", "x^7",  "x^-2.5", "2^x",  "sum(x,y,x*y)", "avg(x,y,x*y)", "min(x,y,x*y)", "max(x,y,x*y)"};
  for (const Function& function : function_table()) {
    if (!function.name.empty()) {
      formulas.push_back(formula_of(std::string(function.name), function.arity == 1 ? 1 : 2));
    }
  }
  return formulas;
}

// 150 points of each formula: everywhere, in the unit square (asin, atanh), above 1 (acosh).
std::vector<std::vector<double>> ordinary_points() {
  std::mt19937_64 random(20240611);
  std::vector<std::vector<double>> points;
  for (const auto& [from, to] : {std::pair(-3.0, 3.0), std::pair(0.0, 1.0), std::pair(1.0, 5.0)}) {
    for (int i = 0; i < 50; ++i) {
      const auto draw = [&] { return from + (to - from) * static_cast<double>(random() >> 11) * 0x1p-53; };
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

TEST(FunctionTable, HasTheSlopesThatDifferencesHave) {
  for (const std::string& formula : single_operations()) {
    // Of 300 slopes the poorest formulas, acosh and those of two kinks, keep some 100.
    EXPECT_GE(compare_slopes(compile_expression(formula, {{"x", "y"}, {}}), formula), 100) << formula;
  }
}

TEST(FunctionTable, HasTheSecondSlopesThatDifferencesHave) {
  for (const std::string& formula : single_operations()) {
    const Program gradient = gradient_of(formula);
    for (std::size_t k = 1; k <= 2; ++k) {
      const std::string what = "the partial " + std::to_string(k) + " of " + formula;
      EXPECT_GE(compare_slopes(output_of(gradient, k), what), 100) << what;
    }
  }
}

TEST(FunctionTable, SumsAndAveragesAnyNumberOfArguments) {
  EXPECT_EQ(gradient_at("sum(x)", {3, 5}), (std::vector{3.0, 1.0, 0.0}));
  EXPECT_EQ(gradient_at("sum(x,y)", {3, 5}), (std::vector{8.0, 1.0, 1.0}));
  EXPECT_EQ(gradient_at("sum(x,y,x,2*y,1)", {3, 5}), (std::vector{22.0, 2.0, 3.0}));
  EXPECT_EQ(gradient_at("avg(x)", {3, 5}), (std::vector{3.0, 1.0, 0.0}));
  EXPECT_EQ(gradient_at("avg(x,y)", {3, 5}), (std::vector{4.0, 0.5, 0.5}));
  EXPECT_EQ(gradient_at("avg(x,y,x,2*y)", {3, 5}), (std::vector{5.25, 0.5, 0.75}));
  EXPECT_EQ(gradient_at("min(x)", {3, 5}), (std::vector{3.0, 1.0, 0.0}));
  EXPECT_EQ(gradient_at("min(x,y,4)", {3, 5}), (std::vector{3.0, 1.0, 0.0}));
  EXPECT_EQ(gradient_at("max(x,y,4)", {3, 5}), (std::vector{5.0, 0.0, 1.0}));
  EXPECT_EQ(gradient_at("max(x,y,9,x*y,0)", {3, 5}), (std::vector{15.0, 5.0, 3.0}));
}

TEST(FunctionTable, HasOneLineOfHelpForEachRowAndNoNameTwice) {
  std::set<std::string_view> names;
  for (const Function& function : function_table()) {
    EXPECT_FALSE(function.help.empty()) << function.name;
    EXPECT_LE(function.help.size(), 60u) << function.name;
    if (!function.name.empty()) {
      EXPECT_TRUE(names.insert(function.name).second) << function.name << " stands twice";
      EXPECT_EQ(find_function(function.name), &function);
    }
  }
  EXPECT_EQ(find_function(""), nullptr);
  EXPECT_EQ(find_function("SIN"), nullptr);
  EXPECT_EQ(function_names().size(), names.size());
}

}  // namespace
}  // namespace gradfield::test
