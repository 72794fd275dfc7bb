// Formulas written from programs: what they say, and that they say the same when they are read again.
#include "formula/print/formula.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <string>

#include "formula/compile.hpp"
#include "formula/functions.hpp"
#include "formula/words/words.hpp"
#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

const Names kNames{{"x", "y"}, {}};

std::string rewritten(const std::string& formula) {
  const Program program = compile_expression(formula, kNames);
  return formula_of(program, program.outputs()[0]).value_or("too long");
}

TEST(FormulaOf, HasTheParenthesesThatItsMeaningNeedsAndNoOthers) {
  const std::pair<std::string, std::string> rows[] = {
      {"(x)+((y))", "x+y"},
      {"x**2", "x^2"},
      {"x-(y-1)", "x-(y-1)"},
      {"(x-y)-1", "x-y-1"},
      {"x+(y+1)", "y+1+x"},  // a sum is the same when its two terms change places
      {"x*(y*3)", "3*y*x"},
      {"x/(y/3)", "x/(y/3)"},
      {"(x/y)/3", "x/y/3"},
      {"x/(y*3)", "x/(3*y)"},
      {"(x+y)*(x-y)", "(x+y)*(x-y)"},
      {"x*x", "x*x"},
      {"-x^2", "-x^2"},
      {"(-x)^2", "x^2"},
      {"(-x)^3", "(-x)^3"},
      {"(x+1)^3", "(x+1)^3"},
      {"(x^2)^3", "(x^2)^3"},
      {"x^(y^2)", "x^(y^2)"},
      {"(x^y)^2.5", "(x^y)^2.5"},
      {"x^-2", "x^(-2)"},
      {"2^x^y", "2^(x^y)"},
      {"-(x+y)", "-(x+y)"},
      {"-(x*y)", "-x*y"},
      {"x*-y", "-y*x"},
      {"x- -y", "x+y"},
      {"-2*x", "-2*x"},
      {"x-2*y", "x-2*y"},
      {"x+-2*y", "x-2*y"},
      {"sin(x)*2", "2*sin(x)"},
      {"atan2(y,x)", "atan2(y,x)"},
      {"min(x,y,3)", "min(min(x,y),3)"},
      {"x<y", "x<y"},
      {"(x<y)<1", "(x<y)<1"},
      {"x<y&&y<1||x>3", "x<y && y<1 || x>3"},
      {"x<y&&(y<1||x>3)", "x<y && (y<1 || x>3)"},
      {"x<y?x:y", "x<y ? x : y"},
      {"(x<y?x:y)+1", "(x<y ? x : y)+1"},
      {"x?y?1:2:3", "x ? (y ? 1 : 2) : 3"},
      {"sqrt(x?y:1)", "sqrt(x ? y : 1)"},
      {"pi*x+e", "pi*x+e"},
      {"1e300*1e300*x", "1/0*x"},
      {"x+0/0", "x+0/0"},
      {"x-1e300*1e300", "x-1/0"},
      {"x^(-1/0)", "x^(-1/0)"},
      {"1e-20*x+1e+20", "1e-20*x+1e+20"},
      {"ln(x)", "log(x)"},
      {"given(x,y)", "given(x,y)"},
      {"digamma(x)", "polygamma(0,x)"},
      {"step(x)", "given(x,x>=0)"},
      {"cot(x)", "1/tan(x)"},
      {"x||y", "x || y"},
  };
  for (const auto& [formula, expected] : rows) EXPECT_EQ(rewritten(formula), expected) << formula;
}

// The same number, and nan where there is nan: bits but for the sign of a nan.
void expect_same(double actual, double expected, const std::string& what) {
  const bool same = std::isnan(expected)
                        ? std::isnan(actual)
                        : std::bit_cast<std::uint64_t>(actual) == std::bit_cast<std::uint64_t>(expected);
  EXPECT_TRUE(same) << what << ": " << actual << ", not " << expected;
}

void expect_reads_back(const Program& program, const std::string& what) {
  for (std::size_t k = 0; k < program.outputs().size(); ++k) {
    const std::optional<std::string> text = formula_of(program, program.outputs()[k]);
    if (!text) continue;
    const Program again = compile_expression(*text, kNames);
    for (const std::vector<double>& point :
         {std::vector{0.7, 1.3}, {-1.25, 2.0}, {0.0, -0.5}, {0.0, 0.0}, {3.0, 0.25}, {-1.0, -1.0}, {1e200, -1e200}}) {
      expect_same(again.evaluate_at(point)[0], program.evaluate_at(point)[k],
                  what + ", output " + std::to_string(k) + " as " + *text + " at " + std::to_string(point[0]) + ", " +
                      std::to_string(point[1]));
    }
  }
}

TEST(FormulaOf, ReadsBackToTheSameBitsForEveryFunctionOfTheTable) {
  for (const Function& function : function_table()) {
    const std::string formula = example_call(function);
    expect_reads_back(differentiate_twice(compile_expression(formula, kNames)), formula);
  }
}

TEST(FormulaOf, ReadsBackToTheSameBitsForFormulasAndTheirFirstAndSecondDerivatives) {
  for (const std::string& formula : read_formulas()) {
    expect_reads_back(differentiate_twice(compile_expression(formula, kNames)), formula);
  }
}

TEST(FormulaOf, ReadsBackToTheSameBitsWhereTheProgramIsMadeForABox) {
  const Box plane{{-3, 3, false}, {-3, 3, false}};
  for (const std::string& formula : read_formulas()) {
    const Program special = specialize(differentiate_twice(compile_expression(formula, kNames)), plane);
    for (std::size_t k = 0; k < special.outputs().size(); ++k) {
      const std::optional<std::string> text = formula_of(special, special.outputs()[k]);
      if (!text) continue;
      const Program again = compile_expression(*text, kNames);
      for (const std::vector<double>& point :
           {std::vector{0.7, 1.3}, {-1.25, 2.0}, {0.0, -0.5}, {0.0, 0.0}, {3.0, 0.25}, {-1.0, -1.0}}) {
        expect_same(again.evaluate_at(point)[0], special.evaluate_at(point)[k],
                    formula + ", output " + std::to_string(k) + " as " + *text);
      }
    }
  }
}

TEST(FormulaOf, GivesUpWhereTheFormulaWouldBeLongerThanOneMayBe) {
  // Each step doubles the text: 2^20 leaves.
  std::string formula = "x+y";
  for (int i = 0; i < 9; ++i) formula = "(" + formula + ")*(" + formula + ")";  // some 6000 characters
  const Program program = differentiate_twice(compile_expression(formula, kNames));
  const std::optional<std::string> value = formula_of(program, program.outputs()[0]);
  ASSERT_TRUE(value);
  EXPECT_LE(value->size(), kLongestExpression);
  EXPECT_FALSE(formula_of(program, program.outputs()[3]));
}

TEST(FormulaOf, StandsForDeepFormulasWithoutEnd) {
  std::string deep;
  for (int i = 0; i < 3900; ++i) deep += "sin(";
  deep += "x" + std::string(3900, ')');
  EXPECT_FALSE(formula_of(compile_expression(deep, kNames), 3900) == std::nullopt) << "19,501 characters fit";
  const Program gradient = gradient_of(deep);
  EXPECT_FALSE(formula_of(gradient, gradient.outputs()[1])) << "3900 cosines of 1 to 3900 sines";
}

TEST(StepsOf, TakesNamesForPartsOfTheFormula) {
  const Program program = compile_expression("sin(x*y)^2+x*y", kNames);
  std::vector<std::string> names(program.instructions().size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (program.instructions()[i].operation == Operation::kMultiply) names[i] = "p";
  }
  EXPECT_EQ(steps_of(program, names)[program.outputs()[0]], "p+sin(p)^2");
}

}  // namespace
}  // namespace gradfield::test
