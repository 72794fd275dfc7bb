// The program of a gradient as a program: nothing computed twice, nothing that is known to be zero, nothing unused.
#include "program/differentiate.hpp"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <regex>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "formula/compile.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

struct Listing {
  std::string formula, lines;
};

TEST(Differentiate, SharesFoldsAndLeavesOut) {
  const Listing listings[] = {
      {"x^2+y^2",
       "%0 = variable x\n%1 = square %0\n%2 = variable y\n%3 = square %2\n%4 = add %1 %3\n%5 = constant 2\n"
       "%6 = multiply %0 %5\n%7 = nan_where %4 %6\n%8 = multiply %2 %5\n%9 = nan_where %4 %8\nresult %4 %7 %9\n"},
      {"x*y",
       "%0 = variable x\n%1 = variable y\n%2 = multiply %0 %1\n%3 = nan_where %2 %1\n%4 = nan_where %2 %0\n"
       "result %2 %3 %4\n"},
      // The root serves its own slope.
      {"sqrt(x^2+y^2)",
       "%0 = variable x\n%1 = square %0\n%2 = variable y\n%3 = square %2\n%4 = add %1 %3\n%5 = sqrt %4\n"
       "%6 = divide %0 %5\n%7 = nan_where %5 %6\n%8 = divide %2 %5\n%9 = nan_where %5 %8\nresult %5 %7 %9\n"},
      // The product serves its own slope, where that of a factor has the factor in it.
      {"x*exp(x*y)",
       "%0 = variable x\n%1 = variable y\n%2 = multiply %0 %1\n%3 = exp %2\n%4 = multiply %0 %3\n"
       "%5 = multiply %1 %4\n%6 = add %3 %5\n%7 = nan_where %4 %6\n%8 = multiply %0 %4\n%9 = nan_where %4 %8\n"
       "result %4 %7 %9\n"},
      // The slope of exp is exp.
      {"exp(x)", "%0 = variable x\n%1 = exp %0\n%2 = constant 0\nresult %1 %1 %2\n"},
      {"3", "%0 = constant 3\n%1 = constant 0\nresult %0 %1 %1\n"},
      {"2*3+4^0.5", "%0 = constant 8\n%1 = constant 0\nresult %0 %1 %1\n"},
      {"y", "%0 = variable y\n%1 = constant 0\n%2 = constant 1\n%3 = nan_where %0 %2\nresult %0 %1 %3\n"},
      // (2*3)*x, not 2*(3*x).
      {"3*x^2",
       "%0 = constant 3\n%1 = variable x\n%2 = square %1\n%3 = multiply %0 %2\n%4 = constant 6\n%5 = multiply %1 %4\n"
       "%6 = constant 0\n%7 = nan_where %3 %5\nresult %3 %7 %6\n"},
      {"rint(x)", "%0 = variable x\n%1 = rint %0\n%2 = constant 0\n%3 = nan_where %1 %2\nresult %1 %3 %2\n"},
      {"x<y",
       "%0 = variable x\n%1 = variable y\n%2 = less %0 %1\n%3 = constant 0\n%4 = nan_where %2 %3\n"
       "result %2 %4 %4\n"},
  };
  for (const Listing& row : listings) EXPECT_EQ(gradient_of(row.formula).listing(), row.lines) << row.formula;
}

// The second partials in three variables, by hand.
TEST(DifferentiateTwice, GivesTheUpperTriangleByRows) {
  const Program program = differentiate_twice(compile_expression("x^3*y+sin(z)*y^2", {{"x", "y", "z"}, {}}));
  ASSERT_EQ(program.outputs().size(), 1u + 3 + 6);
  const double x = 2, y = 3, z = 0;
  EXPECT_EQ(evaluate_both_ways(program, {{x, y, z}})[0],
            (std::vector<double>{24, 36, 8, 9, /* xx */ 36, /* xy */ 12, /* xz */ 0, /* yy */ 0, /* yz */ 6,
                                 /* zz */ 0}));
}

TEST(DifferentiateTwice, GivesWhatDifferentiatingThePartialsGives) {
  for (const std::string& formula : read_formulas()) {
    const Program first = gradient_of(formula);
    const Program both = differentiate_twice(compile_expression(formula, {{"x", "y"}, {}}));
    const Program of_x = differentiate(output_of(first, 1)), of_y = differentiate(output_of(first, 2));
    for (const std::vector<double>& point : {std::vector{0.7, 1.3}, {-1.25, 2.0}, {0.0, -0.5}, {3.0, 0.25}}) {
      const auto values = both.evaluate_at(point), x_row = of_x.evaluate_at(point), y_row = of_y.evaluate_at(point);
      // A slope at a kink is known for one only where it is made, and what marks it may part a product.
      const bool may_have_kinks = std::regex_search(formula, std::regex("abs|min|max|hypot"));
      const double expected[] = {x_row[1], x_row[2], y_row[2]};
      for (std::size_t k = 0; k < 3; ++k) {
        if (!may_have_kinks) {
          EXPECT_THAT(values[3 + k], WithinRoundings(expected[k], 0)) << formula << ": " << k;
        } else if (!std::isnan(values[3 + k]) && std::isfinite(expected[k])) {
          EXPECT_NEAR(values[3 + k], expected[k], 1e-12 * (1 + std::fabs(expected[k]))) << formula << ": " << k;
        }
      }
      // Schwarz: the mixed partials are one, but for rounding and at kinks. 1e-9 leaves a million roundings.
      if (std::isfinite(values[1]) && std::isfinite(values[2]) && std::isfinite(x_row[2]) && std::isfinite(y_row[1])) {
        const double scale = std::fabs(values[1]) + std::fabs(values[2]) + std::fabs(x_row[2]) + 1;
        EXPECT_NEAR(x_row[2], y_row[1], 1e-9 * scale) << formula << " at " << point[0] << ", " << point[1];
      }
    }
  }
}

TEST(DifferentiateTwice, IsNanWhereTheValueIsButInUnusedVariables) {
  const Program program = differentiate_twice(compile_expression("log(x)+y", {{"x", "y", "z"}, {}}));
  const std::vector<double> values = program.evaluate_at({-1, 2, 3});
  const std::vector<bool> is_nan{true, true, true, false, true, true, false, true, false, false};
  for (std::size_t k = 0; k < values.size(); ++k) {
    EXPECT_EQ(std::isnan(values[k]), is_nan[k]) << "output " << k;
    if (k > 0 && !is_nan[k]) {
      EXPECT_EQ(values[k], 0) << "output " << k;
    }
  }
}

std::vector<std::string> formulas_for_structure() {
  std::vector<std::string> formulas = read_formulas();
  formulas.push_back("exp(sin(x*y))/(1+exp(sin(x*y)))+sqrt(sin(x*y))");
  return formulas;
}

// All but the variables themselves; every instruction, its operands counted in one order where they commute.
void expect_well_made(const Program& program, const std::string& what) {
  const auto& instructions = program.instructions();
  std::vector<bool> used(instructions.size(), false);
  for (const NodeId output : program.outputs()) {
    ASSERT_LT(output, instructions.size()) << what;
    used[output] = true;
  }
  std::set<std::tuple<Operation, std::array<NodeId, kLargestArity>, std::uint64_t, std::uint32_t>> seen;
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    Instruction instruction = instructions[i];
    bool all_constant = true;
    const auto arity = static_cast<std::size_t>(kernel_of(instruction.operation).arity);
    for (std::size_t k = 0; k < arity; ++k) {
      ASSERT_LT(instruction.operands[k], i) << what << ": an operand is not computed yet";
      used[instruction.operands[k]] = true;
      all_constant = all_constant && instructions[instruction.operands[k]].operation == Operation::kConstant;
    }
    EXPECT_FALSE(arity > 0 && all_constant) << what << ": %" << i << " is not folded\n" << program.listing();
    using enum Operation;
    if (instruction.operation == kAdd || instruction.operation == kMultiply) {
      if (instruction.operands[0] > instruction.operands[1])
        std::swap(instruction.operands[0], instruction.operands[1]);
    }
    EXPECT_TRUE(seen.emplace(instruction.operation, instruction.operands,
                             std::bit_cast<std::uint64_t>(instruction.constant), instruction.variable)
                    .second)
        << what << ": %" << i << " is computed twice\n"
        << program.listing();
  }
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    EXPECT_TRUE(used[i]) << what << ": %" << i << " is not used\n" << program.listing();
  }
}

TEST(Differentiate, ComputesNothingTwiceNothingConstantAndNothingUnused) {
  for (const std::string& formula : formulas_for_structure()) {
    const Program f = compile_expression(formula, {{"x", "y"}, {}});
    expect_well_made(f, formula);
    const Program gradient = differentiate(f);
    expect_well_made(gradient, "the gradient of " + formula);
    expect_well_made(differentiate(output_of(gradient, 1)), "the second partials of " + formula);
    EXPECT_EQ(gradient.outputs().size(), 3u);
  }
}

TEST(Differentiate, LeavesTheValueAsItIs) {
  for (const std::string& formula : formulas_for_structure()) {
    const Program f = compile_expression(formula, {{"x", "y"}, {}});
    const Program gradient = differentiate(f);
    for (const auto& point : {std::vector{0.7, 1.3}, {-1.25, 2.0}, {0.0, -0.0}, {-3.0, -3.0}}) {
      EXPECT_THAT(gradient.evaluate_at(point)[0], WithinRoundings(f.evaluate_at(point)[0], 0)) << formula;
    }
  }
}

TEST(Differentiate, GivesTheConstantZeroForAVariableThatTheFormulaDoesNotUse) {
  for (const std::string formula : {"x^2", "sin(x)/x", "sqrt(x)", "1", "x?2:3"}) {
    const Program gradient = gradient_of(formula, {"x", "y", "z"});
    for (const std::size_t k : {2u, 3u}) {
      const Instruction& zero = gradient.instructions()[gradient.outputs()[k]];
      EXPECT_EQ(zero.operation, Operation::kConstant) << formula;
      EXPECT_EQ(std::bit_cast<std::uint64_t>(zero.constant), 0u) << formula;
    }
  }
}

TEST(Differentiate, TakesOneVariableThreeOrTen) {
  EXPECT_EQ(gradient_at("t^3", {2}, {"t"}), (std::vector{8.0, 12.0}));
  EXPECT_EQ(gradient_at("x*y*z", {2, 3, 5}, {"x", "y", "z"}), (std::vector{30.0, 15.0, 10.0, 6.0}));
  EXPECT_EQ(gradient_at("z", {2, 3, 5}, {"x", "y", "z"}), (std::vector{5.0, 0.0, 0.0, 1.0}));
  EXPECT_EQ(gradient_at("7", {}, {}), std::vector{7.0});
  std::vector<std::string> names;
  std::vector<double> point, expected{0};
  std::string formula = "0";
  for (int i = 0; i < 10; ++i) {
    names.push_back("a" + std::to_string(i));
    formula += "+" + names.back() + "^2*" + std::to_string(i + 1);
    point.push_back(i - 4.5);
    expected[0] += point.back() * point.back() * (i + 1);
    expected.push_back(2.0 * (i + 1) * point.back());
  }
  EXPECT_EQ(gradient_at(formula, point, names), expected);
}

TEST(Differentiate, OfAGradientGivesASymmetricHessian) {
  std::size_t compared = 0;
  for (const std::string& formula : read_formulas()) {
    const Program gradient = gradient_of(formula);
    const Program of_x = differentiate(output_of(gradient, 1)), of_y = differentiate(output_of(gradient, 2));
    for (const auto& point : {std::vector{0.7, 1.3}, {-1.25, 0.5}, {1.75, 1.625}}) {
      const double xy = of_x.evaluate_at(point)[2], yx = of_y.evaluate_at(point)[1];
      if (!std::isfinite(xy) || !std::isfinite(yx)) continue;
      ++compared;
      // 1e-11: the two orders differ by roundings alone, hundreds of them in the longest formulas; Trefethen's and
      // their like have terms of 1e4 that cancel.
      EXPECT_NEAR(xy, yx, 1e-11 * (std::fabs(xy) + std::fabs(yx)) + 1e-9) << formula << " at " << point[0];
    }
  }
  EXPECT_GE(compared, 1500u);
}

}  // namespace
}  // namespace gradfield::test
