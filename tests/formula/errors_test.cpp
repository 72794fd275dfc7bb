// What is said about formulas whose words are in order but whose sentence is not: exact texts, places and cures.
#include <gtest/gtest.h>

#include <string>

#include "support/errors.hpp"

namespace gradfield::test {
namespace {

using namespace std::string_literals;

TEST(BadFormula, LacksAValueOrAnOperator) {
  const BadFormula formulas[] = {
      {"x +", "the expression ends too early", "x +", "   ^ a value is missing here"},
      {"x*", "the expression ends too early", "x*", "  ^ a value is missing here"},
      {"x()", "nothing stands between the parentheses", "x()", "  ^ write a value here"},
      {"x 2", "an operator is missing before '2'", "x 2", "  ^ write *2 for a product"},
      {"x^^2", "a value is missing before '^'", "x^^2", "  ^ write a value here, or delete '^'"},
      {"x*/y", "a value is missing before '/'", "x*/y", "  ^ write a value here, or delete '*'"},
      {"x//y", "a value is missing before '/'", "x//y", "  ^ write a value here, or delete '/'"},
      {"* x", "a value is missing before '*'", "* x", "^ write a value here, or delete '*'"},
      {"^2", "a value is missing before '^'", "^2", "^ write a value here, or delete '^'"},
      {"x==", "the expression ends too early", "x==", "   ^ a value is missing here"},
      {",x", "a value is missing before ','", ",x", "^ write a value here, or delete ','"},
      {"max(x,)", "a value is missing before ')'", "max(x,)", "      ^ write a value here, or delete ','"},
      {"max(,x)", "a value is missing before ','", "max(,x)", "    ^ write a value here"},
      {"sin(,)", "a value is missing before ','", "sin(,)", "    ^ write a value here"},
      {"x<>y", "a value is missing before '>'", "x<>y", "  ^ for 'not equal' write !="},
      {"x<<2", "a value is missing before '<'", "x<<2", "  ^ write a value here, or delete '<'"},
      {"x<", "the expression ends too early", "x<", "  ^ a value is missing here"},
      {"<x", "a value is missing before '<'", "<x", "^ write a value here, or delete '<'"},
      {"x&&", "the expression ends too early", "x&&", "   ^ a value is missing here"},
      {"&&x", "a value is missing before '&&'", "&&x", "^~ write a value here, or delete '&&'"},
      {"1/", "the expression ends too early", "1/", "  ^ a value is missing here"},
      {"x^-", "the expression ends too early", "x^-", "   ^ a value is missing here"},
      {"-", "the expression ends too early", "-", " ^ a value is missing here"},
      {"-(", "the expression ends too early", "-(", "  ^ a value is missing here"},
      {"x--", "the expression ends too early", "x--", "   ^ a value is missing here"},
      {"sin(3)3", "an operator is missing before '3'", "sin(3)3", "      ^ write *3 for a product"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(BadFormula, UsesANameThatIsNone) {
  const BadFormula formulas[] = {
      {"sn(x)", "unknown function 'sn'", "sn(x)", "^~ did you mean 'sin'?"},
      {"sin x", "the function 'sin' needs its argument in parentheses", "sin x", "^~~ write sin(x)"},
      {"sin", "the function 'sin' needs its argument in parentheses", "sin", "^~~ write sin(x)"},
      {"sine(x)", "unknown function 'sine'", "sine(x)", "^~~~ did you mean 'sin'?"},
      {"z", "unknown name 'z'", "z", "^ the variables are x and y; a variable: --vars z; a constant: -D z=VALUE"},
      {"X", "unknown name 'X'", "X", "^ did you mean 'x'?"},
      {"alpha", "unknown name 'alpha'", "alpha",
       "^~~~~ the variables are x and y; a variable: --vars alpha; a constant: -D alpha=VALUE"},
      {"xy", "unknown name 'xy'", "xy", "^~ write x*y"},
      {"xsin(x)", "unknown function 'xsin'", "xsin(x)", "^~~~ write x*sin(...)"},
      {"x and y", "unknown name 'and'", "x and y", "  ^~~ write && for 'and'"},
      {"not x", "unknown name 'not'", "not x", "^~~ write (x == 0) for 'not'"},
      {"sqrt x", "the function 'sqrt' needs its argument in parentheses", "sqrt x", "^~~~ write sqrt(x)"},
      {"sin^n(x)", "the function 'sin' needs its argument in parentheses", "sin^n(x)", "^~~ write sin(x)^n"},
      {"sin2(x)", "unknown function 'sin2'", "sin2(x)", "^~~~ did you mean 'sin'?"},
      {"pix", "unknown name 'pix'", "pix", "^~~ write pi*x"},
      {"Pi", "unknown name 'Pi'", "Pi", "^~ did you mean 'pi'?"},
      {"E", "unknown name 'E'", "E", "^ did you mean 'e'?"},
      {"Sin(x)", "unknown function 'Sin'", "Sin(x)", "^~~ did you mean 'sin'?"},
      {"inf", "unknown name 'inf'", "inf", "^~~ write 1/0"},
      {"nan", "unknown name 'nan'", "nan", "^~~ write 0/0"},
      {"exp", "the function 'exp' needs its argument in parentheses", "exp", "^~~ write exp(x)"},
      {"ex(x)", "unknown function 'ex'", "ex(x)", "^~ did you mean 'exp'?"},
      {"pow(x,2)", "unknown function 'pow'", "pow(x,2)", "^~~ write a^b for a power"},
      {"arctan(x)", "unknown function 'arctan'", "arctan(x)", "^~~~~~ did you mean 'atan'?"},
      {"tg(x)", "unknown function 'tg'", "tg(x)", "^~ write tan"},
      {"sinx", "unknown name 'sinx'", "sinx", "^~~~ write sin(x)"},
      {"xcos(y)", "unknown function 'xcos'", "xcos(y)", "^~~~ write x*cos(...)"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(BadFormula, HasParenthesesOrArgumentsThatDoNotMatch) {
  const BadFormula formulas[] = {
      {"(x", "this parenthesis is never closed", "(x", "^ add )"},
      {"x)", "this parenthesis closes nothing", "x)", " ^ delete it, or add ( before"},
      {"((x+y)", "this parenthesis is never closed", "((x+y)", "^ add )"},
      {"()", "nothing stands between the parentheses", "()", " ^ write a value here"},
      {"sin()", "'sin' takes 1 argument, not 0", "sin()", "^~~~~ write sin(x)"},
      {"sin( )", "'sin' takes 1 argument, not 0", "sin( )", "^~~~~~ write sin(x)"},
      {"--x", "two signs in a row", "--x", " ^ write -(-x) with parentheses"},
      {"-+x", "two signs in a row", "-+x", " ^ write -(-x) with parentheses"},
      {"+-x", "two signs in a row", "+-x", " ^ write -(-x) with parentheses"},
      {"- -x", "two signs in a row", "- -x", "  ^ write -(-x) with parentheses"},
      {"x---y", "two signs in a row", "x---y", "   ^ write -(-x) with parentheses"},
      {"x,y", "a comma separates arguments of a function only", "x,y", " ^ give one expression"},
      {"0,5*x", "a comma separates arguments of a function only", "0,5*x", " ^ write 0.5"},
      {"(x,y)", "a comma separates arguments of a function only", "(x,y)", "  ^ give one expression"},
      {"x,", "a comma separates arguments of a function only", "x,", " ^ give one expression"},
      {"sin(x,y)", "'sin' takes 1 argument, not 2", "sin(x,y)", "^~~~~~~~ write sin(x)"},
      {"atan2(x)", "'atan2' takes 2 arguments, not 1", "atan2(x)", "^~~~~~~~ write atan2(x,y)"},
      {"atan2(x,y,x)", "'atan2' takes 2 arguments, not 3", "atan2(x,y,x)", "^~~~~~~~~~~~ write atan2(x,y)"},
      {"max()", "'max' takes at least 1 argument, not 0", "max()", "^~~~~ write max(x,y)"},
      {"sin(x))", "this parenthesis closes nothing", "sin(x))", "      ^ delete it, or add ( before"},
      {"sin((x)", "this parenthesis is never closed", "sin((x)", "   ^ add )"},
      {"max(x,y", "this parenthesis is never closed", "max(x,y", "   ^ add )"},
      {"(x+(y*2)", "this parenthesis is never closed", "(x+(y*2)", "^ add )"},
      {"x+()", "nothing stands between the parentheses", "x+()", "   ^ write a value here"},
      {"atan(y,x)", "'atan' takes 1 argument, not 2", "atan(y,x)", "^~~~~~~~~ write atan2(y,x)"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(BadFormula, HasAConditionalWithAPartMissing) {
  const BadFormula formulas[] = {
      {"x?1", "'?' has no ':'", "x?1", " ^ write condition ? a : b"},
      {"x?1:", "the expression ends too early", "x?1:", "    ^ a value is missing here"},
      {"x:1", "':' has no '?' before it", "x:1", " ^ write condition ? a : b"},
      {"?x:y", "a value is missing before '?'", "?x:y", "^ write a value here, or delete '?'"},
      {"x?:y", "a value is missing before ':'", "x?:y", "  ^ write a value here, or delete '?'"},
      {"x ? y : x : 1", "':' has no '?' before it", "x ? y : x : 1", "          ^ write condition ? a : b"},
      {"x?y?1:2", "'?' has no ':'", "x?y?1:2", " ^ write condition ? a : b"},
      {"(x?1):2", "'?' has no ':'", "(x?1):2", "  ^ write condition ? a : b"},
      {"max(x?1,2)", "'?' has no ':'", "max(x?1,2)", "     ^ write condition ? a : b"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

}  // namespace
}  // namespace gradfield::test
