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
      {"sinn(x)", "unknown function 'sinn'", "sinn(x)", "^~~~ did you mean 'sin'?"},
      {"sni(x)", "unknown function 'sni'", "sni(x)", "^~~ --functions lists what there is"},
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
      {"ex(x)", "unknown function 'ex'", "ex(x)", "^~ write e*x*(...)"},
      {"ArcTan(x)", "unknown function 'ArcTan'", "ArcTan(x)", "^~~~~~ did you mean 'arctan'?"},
      {"log_add_exp(x,y)", "unknown function 'log_add_exp'", "log_add_exp(x,y)",
       "^~~~~~~~~~~ did you mean 'logaddexp'?"},
      {"tg x", "the function 'tg' needs its argument in parentheses", "tg x",
       "^~ write tg(x); a constant of that name: -D tg=VALUE"},
      {"gamma*x", "the function 'gamma' needs its argument in parentheses", "gamma*x",
       "^~~~~ write gamma(x); a constant of that name: -D gamma=VALUE"},
      {"sigma*x", "unknown name 'sigma'", "sigma*x",
       "^~~~~ the variables are x and y; a variable: --vars x,sigma; a constant: -D sigma=VALUE"},
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
      {"atan(y,x)", "'atan' takes 1 argument, not 2", "atan(y,x)",
       "^~~~~~~~~ write atan2(y,x) for the angle of the point (x,y)"},
      {"arctan(y, x+1)", "'arctan' takes 1 argument, not 2", "arctan(y, x+1)",
       "^~~~~~~~~~~~~~ write atan2(y,x+1) for the angle of the point (x+1,y)"},
      {"tg(x,y)", "'tg' takes 1 argument, not 2", "tg(x,y)", "^~~~~~~ write tg(x)"},
      {"log(x,y,2)", "'log' takes 1 or 2 arguments, not 3", "log(x,y,2)", "^~~~~~~~~~ write log(x), or log(x,y)"},
      {"clip(x)", "'clip' takes 3 arguments, not 1", "clip(x)", "^~~~~~~ write clip(x,y,z)"},
      {"2*sin(0,5)", "'sin' takes 1 argument, not 2", "2*sin(0,5)", "  ^~~~~~~~ write sin(0.5)"},
      {"tg(0,5)", "'tg' takes 1 argument, not 2", "tg(0,5)", "^~~~~~~ write tg(0.5)"},
      {"√(0,5)", "'√' takes 1 argument, not 2", "√(0,5)", "^~~~~~ write sqrt(0.5)"},
      {"atan(1,2)", "'atan' takes 1 argument, not 2", "atan(1,2)",
       "^~~~~~~~~ write atan(1.2), or atan2(1,2) for the angle of the point (2,1)"},
      {"hypot(x,-y,sin(x,y))", "'sin' takes 1 argument, not 2", "hypot(x,-y,sin(x,y))",
       "           ^~~~~~~~ write sin(x)"},
      {"hypot(x,-y,max(x,y))", "'hypot' takes 2 arguments, not 3", "hypot(x,-y,max(x,y))",
       "^~~~~~~~~~~~~~~~~~~~ write sqrt(x^2+(-y)^2+(max(x,y))^2)"},
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
