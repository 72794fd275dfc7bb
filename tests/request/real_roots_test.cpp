// Notes on powers that are nan where a real root exists.
#include "request/real_roots.hpp"

#include <gmock/gmock.h>

#include "formula/compile.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> root_notes(const std::string& formula, const std::string& condition = "") {
  const Names names{{"x", "y"}, {}};
  Grid grid{{{"x", -3, 3, 7}, {"y", 1, 2, 4}}};
  std::optional<Program> where;
  if (!condition.empty()) where = compile_expression(condition, names);
  return notes_on_real_roots(compile_expression(formula, names), grid, where);
}

std::string root_note(const std::string& power, const std::string& base, const std::string& root) {
  return "a power " + power + " is nan where its base " + base +
         " is negative, as at x=-3,y=1; for the real root write " + root;
}

TEST(NotesOnRealRoots, TellTheFormulaOfTheRealRoot) {
  EXPECT_THAT(root_notes("x^(1/3)"), ElementsAre(root_note("1/3", "x", "cbrt(x)")));
  EXPECT_THAT(root_notes("(x-y)^(2/3)"), ElementsAre(root_note("2/3", "x-y", "cbrt(x-y)^2")));
  EXPECT_THAT(root_notes("x^(-1/3)"), ElementsAre(root_note("-1/3", "x", "cbrt(x)^-1")));
  EXPECT_THAT(root_notes("x^(1/5)*y^(1/3)"), ElementsAre(root_note("1/5", "x", "sign(x)*abs(x)^(1/5)")));
  EXPECT_THAT(root_notes("x^(2/7)"), ElementsAre(root_note("2/7", "x", "abs(x)^(2/7)")));
}

// At -8: the third root is -2, its square 4; of -32 the fifth is -2.
TEST(NotesOnRealRoots, TellRootsThatHold) {
  const auto value = [](const std::string& formula, double x) {
    return compile_expression(formula, {{"x"}, {}}).evaluate_at({x})[0];
  };
  EXPECT_EQ(value("cbrt(x)", -8), -2);
  EXPECT_EQ(value("cbrt(x)^2", -8), 4);
  EXPECT_EQ(value("cbrt(x)^-1", -8), -0.5);
  EXPECT_NEAR(value("sign(x)*abs(x)^(1/5)", -32), -2, 1e-15);
  EXPECT_NEAR(value("abs(x)^(2/7)", -128), 4, 2e-15);
}

TEST(NotesOnRealRoots, AreSilentWhereNoBaseIsNegativeOrNoRootReal) {
  for (const std::string formula : {"y^(1/3)", "abs(x)^(1/3)", "x^0.5", "x^2", "x^(1/4)", "x^0.3", "x^pi", "x^y"}) {
    EXPECT_THAT(root_notes(formula), IsEmpty()) << formula;
  }
  EXPECT_THAT(root_notes("x^(1/3)", "x>=0"), IsEmpty());
}

}  // namespace
}  // namespace gradfield::test
