// Left sides of formulas: what they name, and which are none.
#include "formula/left_side.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace gradfield::test {
namespace {

// "f(u,v)" and where the formula begins; "none"; "an equation".
std::string left_of(const std::string& text) {
  const std::optional<LeftSide> left = find_left_side(text);
  if (!left) return "none";
  if (left->name.empty()) return "an equation";
  std::string out = left->name;
  for (const std::string& variable : left->variables) out += " " + variable;
  return out + " |" + text.substr(left->end);
}

TEST(FindLeftSide, TellsNameAndVariablesInTheirOrder) {
  EXPECT_EQ(left_of("f(u,v) = u^2*v"), "f u v | u^2*v");
  EXPECT_EQ(left_of("g(t)=sin(t)"), "g t |sin(t)");
  EXPECT_EQ(left_of("z = x^2+y^2"), "z | x^2+y^2");
  EXPECT_EQ(left_of(" E_0=m"), "E_0 |m");
  EXPECT_EQ(left_of("φ(r, θ) := r"), "phi r theta | r");
  EXPECT_EQ(left_of("f(x₁,x₂)≔x₁"), "f x1 x2 |x₁");
  EXPECT_EQ(left_of("f(x)=x==1"), "f x |x==1");
}

TEST(FindLeftSide, IsNoneWithoutAnEqualsSignOutsideOfParentheses) {
  for (const std::string text : {"x", "x==y", "x<=y", "max(x=1,2)", "(x=3)", "=x", "x!=y", "", "x = $"}) {
    EXPECT_EQ(left_of(text), "none") << text;
  }
}

TEST(FindLeftSide, OfAnythingElseIsAnEquation) {
  for (const std::string text :
       {"x^2+y^2=1", "2=x", "f(2)=3", "f(x+y)=x", "f(x)(y)=x", "-f=x", "f()=1", "f(x,)=1", "(f)=x", "f x=1", "x<y=z"}) {
    EXPECT_EQ(left_of(text), "an equation") << text;
  }
}

std::string refusal_of_left_side(const std::string& text, const Names& names) {
  try {
    check_left_side(text, *find_left_side(text), names);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kData);
    return error.what();
  }
  return "accepted";
}

TEST(CheckLeftSide, RefusesWhatNamesNoFunctionWithBothMeanings) {
  const Names names{{"x", "y"}, {{"a", 2}}};
  struct Row {
    std::string text, refusal;
  };
  const std::string variable = " is a variable, so this could be an equation or the name of a function\n";
  for (const Row& row :
       {Row{"y = sin(x)",
            "'y'" + variable +
                "  y = sin(x)\n  ^ for the function add --vars x, for what is 0 where both are equal write "
                "y-(sin(x))"},
        Row{"x = 3",
            "'x'" + variable + "  x = 3\n  ^ for the function write 3, for what is 0 where both are equal write x-(3)"},
        Row{"y = y^2+x", "'y'" + variable + "  y = y^2+x\n  ^ for what is 0 where both are equal write y-(y^2+x)"},
        Row{"y = q", "'y'" + variable + "  y = q\n  ^ leave 'y =' away"},
        Row{"x^2+y^2=1",
            "this is an equation, and its left side names no function\n  x^2+y^2=1\n  ^~~~~~~ for what is 0 where it "
            "holds write x^2+y^2-(1)"},
        Row{"x<y = 1",
            "this is an equation, and its left side names no function\n  x<y = 1\n  ^~~ for what is 0 where it holds "
            "write (x<y)-(1)"},
        Row{"x*y-1 = 0",
            "this is an equation, and its left side names no function\n  x*y-1 = 0\n  ^~~~~ for what is 0 where it "
            "holds write x*y-1"},
        Row{"df/dx = 2*x",
            "this is an equation, and its left side names no function\n  df/dx = 2*x\n  ^~~~~ leave 'df/dx =' away"},
        Row{"a = 3*x", "'a' is a constant already\n  a = 3*x\n  ^ leave 'a =' away"},
        Row{"pi = x", "'pi' is a constant already\n  pi = x\n  ^~ leave 'pi =' away"},
        Row{"sin(x) = x/2",
            "'sin' is a function already\n  sin(x) = x/2\n  ^~~~~~ for another write f(x) = x/2, for what is 0 where "
            "both are equal write sin(x)-(x/2)"},
        Row{"z = x^2", "accepted"}, Row{"f(x,y) = x*y", "accepted"}, Row{"E = a*x", "accepted"}}) {
    EXPECT_EQ(refusal_of_left_side(row.text, names), row.refusal) << row.text;
  }
}

}  // namespace
}  // namespace gradfield::test
