// Formulas that algebra would simplify to a number where they are nan: the value stays nan, and the slopes with it.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "formula/compile.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"
#include "support/test_functions.hpp"
#include "support/witness.hpp"

namespace gradfield::test {
namespace {

struct Trap {
  std::string formula;
  double x, y;  // a point at which it is nan
  // min, max and sign of a nan are nan by our contract; muParser's own lose it.
  bool muparser_is_nan = true;
};

const Trap kTraps[] = {
    // a factor of zero
    {"0*log(x)", -1, 2},
    {"0*log(x)", 0, 2},
    {"log(x)*0", 0, 2},
    {"log(x)*0", -2, 2},
    {"0*sqrt(x)", -1, 2},
    {"0*(1/x)", 0, 2},
    {"0*x", kInfinity, 2},
    {"x*0", -kInfinity, 2},
    {"0*exp(x)", 1000, 2},
    {"0*x^y", -2, 0.5},
    {"0*x^-1", 0, 2},
    {"0*acosh(x)", 0.5, 2},
    {"y+0*asin(x)", 2, 1},
    {"y-log(x)*0", -1, 1},
    {"(y-y)*log(x)", 0, 1},
    {"(y-y)/x", 0, 1},
    {"0/x", 0, 2},
    {"-0/x", 0, 2},
    {"0/(x-y)", 2, 2},
    {"0/0*x", 1, 2},
    {"x+0*(1/0)", 1, 2},
    {"x*(0*log(-1))", 1, 2},
    // a difference with itself
    {"x-x", kInfinity, 2},
    {"x-x", -kInfinity, 2},
    {"log(x)-log(x)", 0, 2},
    {"log(x)-log(x)", -1, 2},
    {"1/x-1/x", 0, 2},
    {"exp(x)-exp(x)", 1000, 2},
    {"(x-y)-(x-y)", kInfinity, 1},
    {"x^y-x^y", -2, 0.5},
    {"-x+x", kInfinity, 2},
    {"x+1-x", kInfinity, 2},
    {"x*y-y*x", kInfinity, 1},
    {"exp(x)*exp(y)-exp(x+y)", 500, 600},
    {"cos(x)^2+sin(x)^2", kInfinity, 2},
    // a quotient by itself
    {"x/x", 0, 2},
    {"x/x", kInfinity, 2},
    {"(x-x)/(x-x)", 3, 2},
    {"(x-y)/(x-y)", 2, 2},
    {"x^2/x^2", 0, 2},
    {"x^2/x", 0, 2},
    {"x*y/x", 0, 2},
    {"x*y/(y*x)", 0, 2},
    {"(x^2-1)/(x-1)", 1, 2},
    {"sin(x)/x", 0, 2},
    {"exp(x)/exp(x)", 1000, 2},
    {"exp(x)/exp(x)", -1000, 2},
    {"log(x)/log(x)", 1, 2},
    {"abs(x)/x", 0, 2},
    {"x^y/x^y", 0, 1},
    {"sqrt(x)/sqrt(x)", 0, 2},
    {"sinh(x)/cosh(x)", 1000, 2},
    {"(x/y)*(y/x)", 0, 2},
    // a function and its inverse
    {"sqrt(x)^2", -1, 2},
    {"sqrt(x)^4", -1, 2},
    {"sqrt(x)*sqrt(x)", -1, 2},
    {"(x^0.5)^2", -1, 2},
    {"(x^y)^2", -1, 0.5},
    {"exp(log(x))", -1, 2},
    {"exp(2*log(x))", -1, 2},
    {"sin(asin(x))", 2, 2},
    {"cosh(acosh(x))", 0.5, 2},
    {"tanh(atanh(x))", 2, 2},
    {"x*(1/x)", 0, 2},
    {"x/y*y", 1, 0},
    {"exp(x)*exp(-x)", 1000, 2},
    // signs, ones and powers around a nan
    {"-(-sqrt(x))", -1, 2},
    {"abs(sqrt(x))", -1, 2},
    {"abs(-log(x))", -1, 2},
    {"1*sqrt(x)", -1, 2},
    {"sqrt(x)/1", -1, 2},
    {"sqrt(x)^1", -1, 2},
    {"sqrt(x)-0", -1, 2},
    {"-1*log(x)", -1, 2},
    {"log(x)^-1", -1, 2},
    {"abs(x/x)^2", 0, 2},
    {"(-1)^x", 0.5, 2},
    {"1^x*sqrt(y)", 1, -1},
    {"avg(x,0*log(y))", 1, -1},
    {"sum(x,y,0/(x-x))", 1, 2},
    {"x>0?log(y):2*log(y)", 1, -1},
    {"x>0?x:x+0*log(y)", -1, -1},
    {"rint(x/x)", 0, 2},
    {"min(x,sqrt(y))", 1, -1, false},
    {"min(sqrt(y),x)", 1, -1, false},
    {"max(x,sqrt(y),3)", 1, -1, false},
    {"max(x/x,x/x)", 0, 2, false},
    {"sign(x/x)", 0, 2, false},
    {"0*sign(sqrt(x))", -1, 2, false},
    // where a limit exists
    {"x*log(x)", 0, 2},
    {"x*sin(1/x)", 0, 2},
    {"0*cos(1/x)", 0, 2},
    {"x^2*y/(x^4+y^2)", 0, 0},
    {"x*y/sqrt(x^2+y^2)", 0, 0},
    {"(exp(x)-1)/x", 0, 2},
};

TEST(NanTraps, StayNanWithTheirSlopes) {
  for (const Trap& trap : kTraps) {
    if (trap.muparser_is_nan) {
      MuParserFormula as_typed(trap.formula);
      ASSERT_TRUE(std::isnan(as_typed(trap.x, trap.y))) << trap.formula << " is no trap";
    }
    const std::vector<double> result = gradient_at(trap.formula, {trap.x, trap.y});
    const std::string where = trap.formula + " at " + std::to_string(trap.x) + ", " + std::to_string(trap.y) + ": ";
    EXPECT_TRUE(std::isnan(result[0])) << where << result[0];
    for (std::size_t k = 0; k < 2; ++k) {
      // No trap has a function with an x or y in its name that stands without an x.
      const bool is_used = trap.formula.find(k == 0 ? "x" : "y") != std::string::npos;
      EXPECT_TRUE(is_used ? std::isnan(result[1 + k]) : result[1 + k] == 0)
          << where << "slope " << k << " is " << result[1 + k];
    }
  }
}

// Each published test function, F, inside formulas that are nan at every point but would be F, 1 or 0 to algebra.
TEST(NanTraps, HoldAroundEveryTestFunction) {
  const auto references = read_test_function_references();
  for (const TestFunction& function : read_test_functions()) {
    if (function.formula.size() > 4500) continue;  // four of them reach the longest formula, 20,000 characters
    const std::string F = "(" + function.formula + ")", v = function.variables[0];
    const std::string traps[] = {
        F + "+0*sqrt(-1-" + v + "^2)", F + "*sqrt(-1-" + v + "^2)^2/(-1-" + v + "^2)",
        F + "-0*log(-exp(" + v + "))", "(" + F + "-" + F + ")/(" + F + "-" + F + ")",
        F + "/(0*" + v + ")*0",
    };
    std::vector<std::vector<double>> points;
    for (const ReferenceRow& row : references.at(function.name)) points.push_back(row.point);
    for (const std::string& trap : traps) {
      const Program gradient = gradient_of(trap, function.variables);
      const std::vector<bool> used = compile_expression(trap, {function.variables, {}}).variables_used(0);
      const auto results = evaluate_both_ways(gradient, points);
      for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t k = 0; k < results[i].size(); ++k) {
          ASSERT_TRUE(k == 0 || used[k - 1]) << trap;
          ASSERT_TRUE(std::isnan(results[i][k]))
              << "output " << k << " of " << function.name << " in " << trap << " is " << results[i][k];
        }
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
