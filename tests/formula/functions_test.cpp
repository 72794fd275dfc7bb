// Every function of the table that is an operation, and some others, against values and slopes of high precision
// (data/functions.csv): a new function is tested by its row in the csv alone. Those that are made of others have
// theirs, and second slopes, in combinations_test.cpp. Slopes by differences are in function_slopes_test.cpp.
#include "formula/functions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <string>

#include "base/error.hpp"
#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

constexpr double kSmallestNormal = std::numeric_limits<double>::min();

// SLEEF's functions promise 1.0 units in the last place or keep to it (see mathematics.hpp); the rest is rounded once.
constexpr double kValueRoundings = 1;
// A slope takes one or two functions (1 each) and at most four operations (1/2 each).
constexpr double kSlopeRoundings = 4;

std::string formula_of(const std::string& function, std::size_t arity) {
  if (function == "^") return "x^y";
  return function + (arity == 1 ? "(x)" : "(x,y)");
}

// Functions that are another way to write what has references or tests of its own, and what that is.
const std::vector<std::pair<std::string, std::string>>& other_ways_to_write() {
  static const std::vector<std::pair<std::string, std::string>> rows{
      {"pow(x,y)", "x^y"},
      {"pow(x,2)", "x^2"},
      {"pow(x,-1)", "1/x"},
      {"pow(x,0.5)", "x^0.5"},
      {"square(x)", "x^2"},
      {"cube(x)", "x^3"},
      {"relu(x)", "max(x,0)"},
      {"clamp(x,y,x*y)", "min(max(x,y),x*y)"},
      {"mix(x,y,x*y)", "(1-x*y)*x+x*y*y"},
      {"if(x>y,x,y)", "x>y ? x : y"},
      {"if(x,y,x*y)", "x ? y : x*y"},
      {"heaviside(x)", "step(x)"},
      {"heaviside(x,y)", "x==0 ? y : step(x)"},
      {"log(x,10)", "log10(x)"},
      {"log(x,2)", "log2(x)"},
  };
  return rows;
}

bool is_another_way_to_write(const Function& function) {
  return std::ranges::any_of(other_ways_to_write(),
                             [&](const auto& row) { return row.first == example_call(function); });
}

// The rows of functions.csv that the table has, by function.
std::map<std::string, std::vector<FunctionRow>> rows_by_function() {
  std::map<std::string, std::vector<FunctionRow>> rows;
  for (const FunctionRow& row : read_function_rows()) {
    if (row.name == "^" || find_function(row.name) != nullptr) rows[row.name].push_back(row);
  }
  return rows;
}

// Points at which a value or a slope misses its bound, why, and what holds instead. Output 0 is the value, 1 and 2 the
// slopes.
struct Exception {
  std::string function;
  std::size_t output;
  std::function<bool(double a, double b)> covers;
  double roundings;  // the bound there, infinite where nothing of the result is left
  double error;      // or this absolute one
  std::string reason;
};
const std::vector<Exception>& exceptions() {
  const auto is_at = [](std::initializer_list<double> points) {
    return [points = std::vector(points)](double a, double) { return std::ranges::find(points, a) != points.end(); };
  };
  const auto overflows = [](double a, double b) { return std::isinf(std::hypot(a, b)); };
  const auto is_denormal = [](double a, double b) { return std::hypot(a, b) < kSmallestNormal; };
  const auto is_gauss_denormal = [](double a, double) { return std::fabs(a) > 26.6; };
  const auto is_next_to_zero_of_tetragamma = [](double, double b) { return b == -0.49571567691303844; };
  static const std::vector<Exception> rows{
      {"^", 0, [](double a, double b) { return b * std::log(a) > 709.7827111; }, kInfinity, 0,
       "SLEEF overflows at e^709.7827111, 2e-6 early"},
      {"^", 1, [](double a, double b) { return a < 0 && std::fabs(b) >= 0x1p53; }, kInfinity, 0,
       "b-1 is b: whether it is odd is lost, and the sign of the slope"},
      {"^", 1, [](double a, double b) { return a != 0 && std::fabs(a) < kSmallestNormal && std::fabs(b) <= 1e-20; },
       kInfinity, 0, "a^(b-1) overflows before b makes it small"},
      {"hypot", 1, overflows, kInfinity, 0, "the value overflows, and a/inf is 0"},
      {"hypot", 2, overflows, kInfinity, 0, "the value overflows, and b/inf is 0"},
      {"hypot", 1, is_denormal, kInfinity, 0, "a denormal value has few digits left for a/value"},
      {"hypot", 2, is_denormal, kInfinity, 0, "a denormal value has few digits left for b/value"},
      {"gauss", 1, is_gauss_denormal, 28, 0, "the half rounding of a denormal value, times 2u < 56"},
      {"tgamma", 1, [](double a, double) { return a < -176 && a > -186; }, kInfinity, 1e-310,
       "the half rounding of a denormal value, times digamma, up to 2^45 next to a pole"},
      {"lgamma", 0, is_at({-2.4570247382208006}), kInfinity, 1e-17, "next to a zero; SLEEF's sum is good to 2^-57"},
      {"digamma", 0, is_at({-0.5040830082644554, -2.610720868444145, -8.6957641638164}), kInfinity, 1e-17,
       "next to a zero below 0; its terms are good to 2^-60 of the largest"},
      {"polygamma", 0, is_next_to_zero_of_tetragamma, kInfinity, 1e-17, "the same"},
      {"polygamma", 2, is_next_to_zero_of_tetragamma, kInfinity, 1e-17, "the same"},
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

TEST(FunctionTable, HasAReferenceForEveryFunction) {
  const auto rows = rows_by_function();
  std::map<std::string_view, std::size_t> count;
  for (const auto& [name, rows_of_one] : rows) count[name] += rows_of_one.size();
  const std::vector<CombinationRow> combinations = read_combination_rows();
  for (const CombinationRow& row : combinations) ++count[row.name];
  const std::set<std::string_view> variadic{"sum", "avg"};  // tests of their own; min and max have both
  for (const Function& function : function_table()) {
    if (variadic.contains(function.name) || is_another_way_to_write(function)) continue;
    EXPECT_GE(count[function.name], 30u) << function.name << " has no rows in functions.csv or combinations.csv";
  }
  EXPECT_TRUE(rows.contains("^"));
  EXPECT_GE(rows.size(), 25u);
}

TEST(FunctionTable, GivesValuesAndSlopesOfHighPrecision) {
  std::set<const Exception*> used;
  for (const auto& function : rows_by_function()) {
    const std::string& name = function.first;
    const auto& rows = function.second;
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
          const double distance = roundings_between(actual, expected);
          EXPECT_TRUE(distance <= exception.roundings || std::fabs(actual - expected) <= exception.error)
              << "output " << output << ", " << exception.reason << ": " << row.text << " is " << actual;
          if (distance > (output == 0 ? kValueRoundings : kSlopeRoundings)) used.insert(&exception);
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

// Whatever a slope rule makes can be typed, and is what the row says.
TEST(FunctionTable, SaysWhichOperationIsTyped) {
  const auto typed = [](const std::string& formula) {
    const Program program = compile_expression(formula, {{"a", "b", "c", "x", "y"}, {}});
    return program.instructions()[program.outputs()[0]].operation;
  };
  std::size_t operations = 0;
  for (const Function& function : function_table()) {
    const std::string formula = example_call(function);
    const auto* operation = std::get_if<Operation>(&function.meaning);
    if (operation == nullptr) continue;
    EXPECT_EQ(typed(formula), *operation) << formula;
    ++operations;
  }
  EXPECT_GE(operations, 35u);
  for (const Operator& row : operator_table()) EXPECT_EQ(typed(std::string(row.form)), row.operation) << row.form;
}

TEST(FunctionTable, HasOtherWaysToWriteTheSameProgram) {
  const auto program_of = [](const std::string& formula) {
    return differentiate_twice(compile_expression(formula, {{"x", "y"}, {}}));
  };
  for (const auto& row : other_ways_to_write()) {
    const Program written = program_of(row.first), same = program_of(row.second);
    EXPECT_EQ(written.instructions().size(), same.instructions().size()) << row.first;
    for (const double x : {-3.0, -1.0, -0.0, 0.25, 2.0, 1e300, kInfinity, kNan}) {
      for (const double y : {-2.5, 0.0, 0.5, 3.0, kNan}) {
        const std::vector<double> actual = written.evaluate_at({x, y}), expected = same.evaluate_at({x, y});
        for (std::size_t k = 0; k < actual.size(); ++k) {
          EXPECT_TRUE(same_bits(actual[k], expected[k])) << row.first << ", output " << k << " at " << x << ", " << y;
        }
      }
    }
  }
}

TEST(FunctionTable, HasOneLineOfHelpForEachRowAndNoNameTwice) {
  std::set<std::pair<std::string_view, int>> rows;
  std::string_view last;
  for (const Function& function : function_table()) {
    EXPECT_FALSE(function.help.empty()) << function.name;
    EXPECT_LE(function.help.size(), 60u) << function.name;
    EXPECT_TRUE(rows.emplace(function.name, function.arity).second) << function.name << " stands twice";
    const Function* found = find_function(function.name);
    ASSERT_NE(found, nullptr) << function.name;
    EXPECT_EQ(with_arity(*found, function.arity == kVariadic ? 5 : static_cast<std::size_t>(function.arity)),
              &function);
    // Rows of one name are side by side, and the first is found.
    EXPECT_EQ(found == &function, function.name != last) << function.name;
    last = function.name;
  }
  EXPECT_EQ(find_function(""), nullptr);
  EXPECT_EQ(find_function("SIN"), nullptr);
  const std::vector<std::string_view> names = function_names();
  EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
}

TEST(FunctionTable, HasAliasesThatAreTheirFunctions) {
  const auto listing_of = [](std::string_view name, const Function& function) {
    Function renamed = function;
    renamed.name = name;
    return compile_expression(example_call(renamed), {{"x", "y"}, {}}).listing();
  };
  for (const Alias& alias : alias_table()) {
    const Function* function = find_function(alias.function);
    ASSERT_NE(function, nullptr) << alias.name;
    EXPECT_EQ(function->name, alias.function) << "an alias of an alias: " << alias.name;
    EXPECT_EQ(find_function(alias.name), function) << alias.name;
    EXPECT_EQ(listing_of(alias.name, *function), listing_of(function->name, *function)) << alias.name;
  }
}

// What each alias means where it comes from, by the C library at one point each.
TEST(FunctionTable, HasAliasesThatMeanWhatTheyMeanElsewhere) {
  struct Elsewhere {
    std::string formula;
    double value;
  };
  const std::vector<Elsewhere> rows{
      {"tg(1.2)", std::tan(1.2)},
      {"cosec(1.2)", 1 / std::sin(1.2)},
      {"cotan(1.2)", 1 / std::tan(1.2)},
      {"ctg(1.2)", 1 / std::tan(1.2)},
      {"cotg(1.2)", 1 / std::tan(1.2)},
      {"arcsin(0.3)", std::asin(0.3)},
      {"arccos(0.3)", std::acos(0.3)},
      {"arctan(0.3)", std::atan(0.3)},
      {"arctg(0.3)", std::atan(0.3)},
      {"arctan2(1,-2)", std::atan2(1, -2)},
      {"degrees(pi)", 180},
      {"rad2deg(pi)", 180},
      {"radians(180)", M_PI},
      {"deg2rad(180)", M_PI},
      {"sh(1.2)", std::sinh(1.2)},
      {"ch(1.2)", std::cosh(1.2)},
      {"th(1.2)", std::tanh(1.2)},
      {"tgh(1.2)", std::tanh(1.2)},
      {"cth(1.2)", 1 / std::tanh(1.2)},
      {"ctgh(1.2)", 1 / std::tanh(1.2)},
      {"cotanh(1.2)", 1 / std::tanh(1.2)},
      {"cosech(1.2)", 1 / std::sinh(1.2)},
      {"arcsinh(0.3)", std::asinh(0.3)},
      {"arsinh(0.3)", std::asinh(0.3)},
      {"argsinh(0.3)", std::asinh(0.3)},
      {"arsh(0.3)", std::asinh(0.3)},
      {"arccosh(1.3)", std::acosh(1.3)},
      {"arcosh(1.3)", std::acosh(1.3)},
      {"argcosh(1.3)", std::acosh(1.3)},
      {"arch(1.3)", std::acosh(1.3)},
      {"arctanh(0.3)", std::atanh(0.3)},
      {"artanh(0.3)", std::atanh(0.3)},
      {"argtanh(0.3)", std::atanh(0.3)},
      {"arth(0.3)", std::atanh(0.3)},
      {"arcsech(0.3)", std::acosh(1 / 0.3)},
      {"arsech(0.3)", std::acosh(1 / 0.3)},
      {"arccsch(0.3)", std::asinh(1 / 0.3)},
      {"arcsch(0.3)", std::asinh(1 / 0.3)},
      {"arccoth(1.3)", std::atanh(1 / 1.3)},
      {"arcoth(1.3)", std::atanh(1 / 1.3)},
      {"pow10(3)", 1000},
      {"lb(8)", 3},
      {"lg(100)", 2},
      {"logsumexp(1,2,3)", std::log(std::exp(1) + std::exp(2) + std::exp(3))},
      {"power(3,4)", 81},
      {"absolute(-3)", 3},
      {"fabs(-3)", 3},
      {"sgn(-3)", -1},
      {"signum(-3)", -1},
      {"unitstep(0)", 1},
      {"round(2.5)", 3},
      {"ceiling(2.5)", 3},
      {"fix(-2.5)", -2},
      {"rem(-7,3)", -1},
      {"modulo(-7,3)", 2},
      {"gamma(5)", 24},
      {"gammaln(5)", std::log(24)},
      {"lngamma(5)", std::log(24)},
      {"loggamma(5)", std::log(24)},
      {"psi(1)", -0.5772156649015329},
      {"expit(1)", 1 / (1 + std::exp(-1))},
      {"logistic(1)", 1 / (1 + std::exp(-1))},
      {"log1pexp(1)", std::log1p(std::exp(1))},
      {"swish(1)", 1 / (1 + std::exp(-1))},
      {"minimum(2,3)", 2},
      {"maximum(2,3)", 3},
      {"average(2,3)", 2.5},
      {"mean(2,3)", 2.5},
      {"clip(5,1,3)", 3},
      {"lerp(2,4,0.25)", 2.5},
  };
  for (const Elsewhere& row : rows) {
    EXPECT_THAT(evaluate_constant(row.formula, {}), WithinRoundings(row.value, 4)) << row.formula;
  }
  for (const Alias& alias : alias_table()) {
    EXPECT_TRUE(std::ranges::any_of(rows, [&](const Elsewhere& row) {
      return row.formula.starts_with(std::string(alias.name) + "(");
    })) << alias.name;
  }
}

// Names that came later than people's scripts.
TEST(FunctionTable, YieldsToVariablesAndConstants) {
  std::size_t yielding = 0;
  for (const std::string_view name : function_names()) {
    if (is_reserved(name)) continue;
    ++yielding;
    const std::string text(name);
    EXPECT_EQ(evaluate_constant("2*" + text + "+" + text + "(3)", {{text, 5}}), 25) << name;
    const Program program = compile_expression("y*" + text + "^2+" + text + "(y+1)", {{text, "y"}, {}});
    EXPECT_EQ(program.evaluate_at({3, 2}), std::vector{27.0}) << name;
    EXPECT_THROW(compile_expression(text + "(1,2)", {{text}, {}}), Error) << name;
  }
  EXPECT_GE(yielding, 90u);
  for (const char* name : {"sin", "log", "step", "sec", "deg", "digamma", "avg"})
    EXPECT_TRUE(is_reserved(name)) << name;
  for (const char* name : {"gamma", "beta", "mix", "mod", "lg", "x"}) EXPECT_FALSE(is_reserved(name)) << name;
}

}  // namespace
}  // namespace gradfield::test
