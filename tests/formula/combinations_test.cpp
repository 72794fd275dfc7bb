// The functions that are made of others against values, slopes and second slopes of high precision
// (data/combinations.csv), and what they are at their edges.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "formula/compile.hpp"
#include "formula/functions.hpp"
#include "program/differentiate.hpp"
#include "support/cases.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

// A value takes two functions (1 each) and two operations (1/2 each), a slope about as many more; second slopes again.
constexpr double kRoundings[]{3, 4, 8};

// Points at which a slope misses its bound, and why. Order 1: slopes, 2: second slopes.
struct Allowance {
  std::string function;
  std::size_t least_order;
  std::function<bool(double x, double y)> covers;
  double error;  // in units of the result, where `is_relative`; else as it stands
  bool is_relative;
  std::string reason;
};
const std::vector<Allowance>& allowances() {
  const auto near = [](double zero) {
    return [zero](double x, double) { return std::fabs(std::fabs(x) - zero) < 0.3; };
  };
  const auto is_far_apart = [](double a, double b) { return std::fabs(a - b) > 4; };
  const auto is_denormal = [](double x, double) { return std::fabs(x) > 708 && std::fabs(x) < 750; };
  static const std::vector<Allowance> rows{
      {"asech", 2, near(0.707), 4e-15, false, "a zero of it: x^2 = 1/2"},
      {"sinc", 2, near(2.082), 4e-16, false, "a zero of it"},
      {"silu", 1, near(1.278), 1e-16, false, "a zero of it"},
      {"gelu", 2, near(1.414), 4e-16, false, "a zero of it: x^2 = 2"},
      {"logaddexp", 1, is_far_apart, 2e-13, true, "the rounding of a-b, 1e-13 at 800, in its exponential"},
      {"silu", 0, is_denormal, 4e-321, false, "the half rounding of a denormal exponential, times x"},
  };
  return rows;
}

TEST(Combinations, HaveValuesSlopesAndSecondSlopesOfHighPrecision) {
  std::map<std::string, std::vector<CombinationRow>> rows_by_function;
  for (const CombinationRow& row : read_combination_rows()) rows_by_function[row.name].push_back(row);
  EXPECT_GE(rows_by_function.size(), 14u);
  std::set<const Allowance*> used;
  for (const auto& entry : rows_by_function) {
    const std::string& name = entry.first;
    const std::vector<CombinationRow>& rows = entry.second;
    const bool is_unary = rows[0].arguments.size() == 1;
    const Names names{is_unary ? std::vector<std::string>{"x"} : std::vector<std::string>{"x", "y"}, {}};
    const Program program = differentiate_twice(compile_expression(name + (is_unary ? "(x)" : "(x,y)"), names));
    std::vector<std::vector<double>> points;
    for (const CombinationRow& row : rows) points.push_back(row.arguments);
    const auto results = evaluate_both_ways(program, points);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const CombinationRow& row = rows[i];
      for (std::size_t k = 0; k < row.results.size(); ++k) {
        if (row.is_open[k]) continue;
        const std::size_t order = k == 0 ? 0 : k <= row.arguments.size() ? 1 : 2;
        const double actual = results[i][k], expected = row.results[k];
        if (roundings_between(actual, expected) <= kRoundings[order]) continue;
        const auto allows = [&](const Allowance& allowance) {
          const double error = allowance.error * (allowance.is_relative ? std::fabs(expected) : 1);
          const bool covers = allowance.function == name && order >= allowance.least_order &&
                              allowance.covers(row.arguments[0], row.arguments.back());
          if (covers && std::fabs(actual - expected) <= error) used.insert(&allowance);
          return used.contains(&allowance) && covers && std::fabs(actual - expected) <= error;
        };
        EXPECT_TRUE(std::ranges::any_of(allowances(), allows))
            << "result " << k << " is " << actual << ", " << roundings_between(actual, expected)
            << " roundings from: " << row.text;
      }
    }
  }
  for (const Allowance& allowance : allowances()) {
    EXPECT_TRUE(used.contains(&allowance)) << "no longer needed: " << allowance.function << ", " << allowance.reason;
  }
}

TEST(Combinations, AreTheirLimitsAtTheEdges) {
  expect({{"relu(x)", 3, 0, 3, 1, 0},
          {"relu(x)", -3, 0, 0, 0, 0},
          {"relu(x)", -kInfinity, 0, 0, 0, 0},
          {"relu(x)", kNan, 0, kNan, kNan, 0},
          {"clamp(x,-1,1)", 0.5, 0, 0.5, 1, 0},
          {"clamp(x,-1,1)", 5, 0, 1, 0, 0},
          {"clamp(x,y,1)", -5, -1, -1, 0, 1},
          {"clamp(x,2,y)", 5, 1, 1, 0, 1},  // bounds that cross: the upper one, as numpy.clip
          {"clamp(x,-1,1)", kNan, 0, kNan, kNan, 0},
          {"mix(x,y,0)", 0.1, 0.7, 0.1, 1, 0},
          {"mix(x,y,1)", 0.1, 0.7, 0.7, 0, 1},
          {"mix(2,10,x)", 0.25, 0, 4, 8, 0},
          {"heaviside(x,y)", 0, 0.5, 0.5, 0, 1},
          {"heaviside(x,y)", -0.0, 0.5, 0.5, 0, 1},
          {"heaviside(x,y)", -2, 0.5, 0, 0, 0},
          {"heaviside(x,y)", 2, 0.5, 1, 0, 0},
          {"heaviside(x,y)", kNan, 0.5, kNan, kNan, kNan},
          {"if(x>0,x*y,y)", 3, 2, 6, 2, 3},
          {"if(x>0,x*y,y)", -3, 2, 2, 0, 1},
          {"mod(x,y)", -7, 3, 2, 1, 3},
          {"mod(x,y)", 7, -3, -2, 1, 3},
          {"mod(x,y)", -1e-20, 2, 2, 1, 1},  // 2 - 1e-20, rounded
          {"mod(x,y)", 7, kInfinity, 7, 1, 0},
          {"mod(x,y)", 7, 0, kNan, kNan, kNan},
          {"logaddexp(x,y,x)", 4, 4, 4 + std::log(3), 2 / 3.0, 1 / 3.0, 4},
          {"logaddexp(x)", 3, 0, 3, 1, 0},
          {"log(x,y)", 8, 2, 3, 1 / (8 * std::log(2)), -3 / (2 * std::log(2)), 2},
          {"log(x,1)", 3, 0, kInfinity, kInfinity, 0},
          {"log(1000,10)", 0, 0, 3, 0, 0},
          {"round(x)", 2.5, 0, 3, 0, 0},
          {"round(x)", -2.5, 0, -2, 0, 0}});
}

}  // namespace
}  // namespace gradfield::test
