// What --explain says, to the letter.
#include "formula/print/explanation.hpp"

#include <gmock/gmock.h>

#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"
#include "support/process.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

std::string explanation(const std::string& formula, const std::vector<std::string>& variables = {"x", "y"}) {
  std::vector<std::string> names{"f"};
  for (const std::string& variable : variables) names.push_back("df/d" + variable);
  const Box box(variables.size(), {-3, 3, false});
  return explain(specialize(gradient_of(formula, variables), box), names);
}

TEST(Explain, TellsFormulasProgramAndCosts) {
  EXPECT_EQ(explanation("exp(x)*y^2"),
            "f     = exp(x)*y^2\n"
            "df/dx = exp(x)*y^2\n"
            "df/dy = 2*y*exp(x)\n"
            "\n"
            "program: 5 operations\n"
            "  t1    = exp(x)\n"
            "  t2    = y^2\n"
            "  t3    = t1*t2\n"
            "  t4    = 2*y\n"
            "  t5    = t1*t4\n"
            "  f     = t3\n"
            "  df/dx = t3\n"
            "  df/dy = t5\n"
            "\n"
            "       operations  beyond f\n"
            "f               3         0\n"
            "df/dx           3         0\n"
            "df/dy           3         2\n");
}

TEST(Explain, TellsOfFormulasWithoutOperations) {
  EXPECT_EQ(explanation("t", {"t"}),
            "f     = t\n"
            "df/dt = 1\n"
            "\n"
            "program: 0 operations\n"
            "  f     = t\n"
            "  df/dt = 1\n"
            "\n"
            "       operations  beyond f\n"
            "f               0         0\n"
            "df/dt           0         0\n");
}

TEST(Explain, NamesItsStepsWithALetterThatBeginsNoVariable) {
  EXPECT_THAT(explanation("t*u2+sin(t)", {"t", "u2"}), HasSubstr("  v1     = t*u2\n"));
}

TEST(Explain, SaysWhereAFormulaWouldBeTooLong) {
  std::string formula = "x+y";
  for (int i = 0; i < 9; ++i) formula = "(" + formula + ")*(" + formula + ")";
  const std::string text = explanation(formula);
  EXPECT_THAT(text, HasSubstr("\ndf/dx = (longer than the 19999 characters of a formula: see the program)\n"));
  // Squares of squares: one multiplication a level, and the slopes share them.
  EXPECT_THAT(text, HasSubstr("program: "));
  EXPECT_LT(lines_of(text).size(), 80u);
}

}  // namespace
}  // namespace gradfield::test
