// The bound of the rounding error against errors measured with exact fractions, and against random roundings.
#include "program/passes/rounding.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "formula/compile.hpp"
#include "support/numbers.hpp"
#include "support/process.hpp"
#include "support/reference.hpp"
#include "support/witness.hpp"

namespace gradfield::test {
namespace {

const std::vector<std::vector<double>> kPoints{{0.7, 1.3},      {-1.25, 2.1},          {0.1, -0.3},
                                               {2.9, 1e-3},     {1e-7, 0.3333},        {-1000.1, 77.77},
                                               {-0.001, -2.71}, {1.0000001, 0.9999999}};

Program bounded(const std::string& formula) {
  return with_rounding_error(compile_expression(formula, {{"x", "y"}, {}}));
}

TEST(RoundingError, IsNeverMoreThanTheBoundAndOftenNotMuchLess) {
  for (const std::string formula :
       {"x*y", "x/y", "(x+1e8)-1e8", "(1-x)^2+100*(y-x^2)^2", "x^3-3*x*y^2", "(x-1)*(x-2)*(x-3)", "1/(1+x^2)-1/(2+y^2)",
        "x-y-x-y-x-y", "x*x*x*x*x*x*x", "(x+y)*(x-y)-x^2", "x+0.1*y+1e5*x*y-1e5", "abs(-x*y)-3*x"}) {
    const Program program = bounded(formula);
    std::ostringstream numbers;
    numbers << std::hexfloat;
    for (const auto& point : kPoints) {
      numbers << point[0] << ' ' << point[1] << ' ' << program.evaluate_at(point)[0] << '\n';
    }
    std::istringstream errors(
        run_python("import sys\n"
                   "from fractions import Fraction as F\n"
                   "formula = '" +
                       formula +
                       "'.replace('^', '**')\n"
                       "import re\n"
                       "formula = re.sub(r'(?<![A-Za-z])[0-9.]+(e[0-9]+)?', lambda n: 'F(%s)' % n[0], formula)\n"
                       "formula = re.sub(r'\\*\\*F\\(([0-9])\\)', r'**\\1', formula)\n"
                       "for line in sys.stdin:\n"
                       "  x, y, f = map(F, map(float.fromhex, line.split()))\n"
                       "  print(float(abs(eval(formula) - f)).hex())\n",
                   numbers.str()));
    double closest = 0;
    for (const auto& point : kPoints) {
      std::string text;
      errors >> text;
      const double error = std::strtod(text.c_str(), nullptr), bound = program.evaluate_at(point)[1];
      EXPECT_LE(error, bound) << formula << " at " << point[0] << ", " << point[1];
      closest = std::max(closest, error / bound);
    }
    // Of several roundings some cancel; a bound a hundred times too large would say nothing.
    EXPECT_GT(closest, 0.01) << formula;
  }
}

// The witness moves the result of every instruction, also of those that do not round, and those of muParser's area
// functions more.
bool suits_witness(const Program& f) {
  using enum Operation;
  return std::ranges::none_of(f.instructions(), [](const Instruction& instruction) {
    const Operation operation = instruction.operation;
    return operation == kNegate || operation == kAbsolute || (operation >= kSign && operation <= kNanWhere) ||
           operation == kAreaSine || operation == kAreaCosine || operation == kAreaTangent;
  });
}

// rounding_spread moves every result by up to four halves of a unit at random, and tells twice the largest movement:
// eight times the bound. A tenth more for what is not of first order.
TEST(RoundingError, HoldsForEveryFormulaWithRandomRoundings) {
  std::size_t compared = 0;
  for (const std::string& formula : read_formulas()) {
    const Program f = compile_expression(formula, {{"x", "y"}, {}}), program = bounded(formula);
    if (!suits_witness(f)) continue;
    for (const auto& point : {std::vector{0.7, 1.3}, {-1.25, 2.1}, {2.9, -0.3}, {0.011, 0.37}}) {
      const std::vector<double> values = program.evaluate_at(point);
      EXPECT_THAT(values[0], WithinRoundings(f.evaluate_at(point)[0], 0)) << formula;
      const double spread = rounding_spread(f, point);
      if (!std::isfinite(values[1]) || !std::isfinite(values[0]) || !std::isfinite(spread)) continue;
      ++compared;
      // The least that the witness tells is four units in the last place of the value.
      const double least = 4 * 0x1p-52 * std::fabs(values[0]);
      EXPECT_LE(spread, 1.1 * 8 * values[1] + 1.1 * least + 1e-300)
          << formula << " at " << point[0] << ", " << point[1];
    }
  }
  EXPECT_GE(compared, 1000u);
}

// exp(-733) has few digits, being near the least double, and exp(133) makes a large number of what is lost.
TEST(RoundingError, KnowsOfDigitsLostToUnderflow) {
  const std::vector<double> values = bounded("exp(x)*exp(y)").evaluate_at({133, -733});
  EXPECT_LE(std::fabs(values[0] - std::exp(-600)), values[1]);
  EXPECT_GE(values[1], 1e-7 * values[0]);
  EXPECT_EQ(bounded("x*y").evaluate_at({0, 3})[1], 0) << "nothing is lost of a zero";
}

TEST(RoundingError, IsZeroWhereNothingIsRounded) {
  for (const std::string formula : {"x", "7", "-x", "abs(y)", "max(x,y)", "rint(x)", "x<y", "x<y?x:-y"}) {
    EXPECT_EQ(bounded(formula).evaluate_at({0.7, 1.3})[1], 0) << formula;
  }
}

}  // namespace
}  // namespace gradfield::test
