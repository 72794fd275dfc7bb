// Where a missing * is not put in: it would take silently what was meant as something else. And what is said about
// names and functions that lack a * or their parentheses.
#include <gtest/gtest.h>

#include "support/errors.hpp"

namespace gradfield::test {
namespace {

TEST(ImpliedProduct, IsNeverMadeBeforeANumber) {
  const BadFormula formulas[] = {
      {"1 000", "an operator is missing before '000'", "1 000",
       "  ^~~ a number has no blanks; write *000 for a product"},
      {"12 345x", "an operator is missing before '345'", "12 345x",
       "   ^~~ a number has no blanks; write *345 for a product"},
      {"1\u202F000", "an operator is missing before '000'", "1 000",
       "  ^~~ a number has no blanks; write *000 for a product"},
      {"sin(3)3", "an operator is missing before '3'", "sin(3)3", "      ^ write *3 for a product"},
      {"x 2", "an operator is missing before '2'", "x 2", "  ^ write *2 for a product"},
      {"(x)2", "an operator is missing before '2'", "(x)2", "   ^ write *2 for a product"},
      {"x²3", "an operator is missing before '3'", "x²3", "  ^ write *3 for a product"},
      {"π2", "an operator is missing before '2'", "π2", " ^ write *2 for a product"},
      {"√2 3", "an operator is missing before '3'", "√2 3", "   ^ a number has no blanks; write *3 for a product"},
      {"x½", "an operator is missing before '½'", "x½", " ^ write *½ for a product"},
      {"2½", "an operator is missing before '½'", "2½", " ^ write 2+½, or 2*½ for a product"},
      {"2 ½", "an operator is missing before '½'", "2 ½", "  ^ write 2+½, or 2*½ for a product"},
      {"½2", "an operator is missing before '2'", "½2", " ^ write *2 for a product"},
      {".5.5", "an operator is missing before '.5'", ".5.5", "  ^~ a number has one decimal point"},
      {"x y 3", "an operator is missing before '3'", "x y 3", "    ^ write *3 for a product"},
      {"(1)2.5", "an operator is missing before '2.5'", "(1)2.5", "   ^~~ write *2.5 for a product"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(ImpliedProduct, IsNotMadeOfANumberInAnotherNotation) {
  const BadFormula formulas[] = {
      {"2e-x", "an operator is missing before 'e'", "2e-x", " ^ write 2*e-..., or an exponent of digits: 2e-3"},
      {"2.5e+x", "an operator is missing before 'e'", "2.5e+x",
       "   ^ write 2.5*e+..., or an exponent of digits: 2.5e+3"},
      {"2e−x", "an operator is missing before 'e'", "2e−x", " ^ write 2*e−..., or an exponent of digits: 2e−3"},
      {"2e-(x)", "an operator is missing before 'e'", "2e-(x)", " ^ write 2*e-..., or an exponent of digits: 2e-3"},
      {"2E-x", "an operator is missing before 'E'", "2E-x", " ^ write 2*E-..., or an exponent of digits: 2E-3"},
      {"1e5x", "an operator is missing before 'x'", "1e5x", "   ^ write 1e5*x for a product"},
      {"1e5e", "an operator is missing before 'e'", "1e5e", "   ^ write 1e5*e for a product"},
      {"1e5(x)", "an operator is missing before '('", "1e5(x)", "   ^ write 1e5*( for a product"},
      {"2e3sin(x)", "an operator is missing before 'sin'", "2e3sin(x)", "   ^~~ write 2e3*sin for a product"},
      {"1e-2π", "an operator is missing before 'π'", "1e-2π", "    ^ write 1e-2*π for a product"},
      {"0x10", "an operator is missing before 'x10'", "0x10", " ^~~ write a decimal number, or 0*x10 for a product"},
      {"0xFF", "an operator is missing before 'xFF'", "0xFF", " ^~~ write a decimal number, or 0*xFF for a product"},
      {"0b11", "an operator is missing before 'b11'", "0b11", " ^~~ write a decimal number, or 0*b11 for a product"},
      {"0o17", "an operator is missing before 'o17'", "0o17", " ^~~ write a decimal number, or 0*o17 for a product"},
      {"0X1", "an operator is missing before 'X1'", "0X1", " ^~ write a decimal number, or 0*X1 for a product"},
      {"1_000", "an operator is missing before '_000'", "1_000", " ^~~~ write 1000"},
      {"2_", "an operator is missing before '_'", "2_", " ^ a number has digits only"},
      {"1.5_5", "an operator is missing before '_5'", "1.5_5", "   ^~ write 1.55"},
      {"3.5.x", "unexpected character '.'", "3.5.x", "   ^ a number has a digit beside its point"},
      {"5e3_x", "an operator is missing before '_x'", "5e3_x", "   ^~ a number has digits only"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(ImpliedProduct, IsNotMadeOfTwoLines) {
  const BadFormula formulas[] = {
      {"x^2\ny^2", "an operator is missing before 'y'", "y^2", "^ give one formula, or write *y for a product"},
      {"x\r\ny", "an operator is missing before 'y'", "y", "^ give one formula, or write *y for a product"},
      {"x\r(y)", "an operator is missing before '('", "x (y)", "  ^ give one formula, or write *( for a product"},
      {"(x)\n\n(y)", "an operator is missing before '('", "(y)", "^ give one formula, or write *( for a product"},
      {"x\u2028y", "an operator is missing before 'y'", "x y", "  ^ give one formula, or write *y for a product"},
      {"x\xC2\x85y", "an operator is missing before 'y'", "x y", "  ^ give one formula, or write *y for a product"},
      {"sin(x)\n2", "an operator is missing before '2'", "2", "^ write *2 for a product"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(ImpliedProduct, IsWhatABracketBehindAVariableMakes) {
  const BadFormula formulas[] = {
      {"x()", "nothing stands between the parentheses", "x()", "  ^ write a value here"},
      {"2()", "nothing stands between the parentheses", "2()", "  ^ write a value here"},
      {"x(1,2)", "a comma separates arguments of a function only", "x(1,2)", "   ^ 'x' is no function"},
      {"x(y,1)", "a comma separates arguments of a function only", "x(y,1)", "   ^ 'x' is no function"},
      {"π(1,2)", "a comma separates arguments of a function only", "π(1,2)", "   ^ 'π' is no function"},
      {"e(x,y)", "a comma separates arguments of a function only", "e(x,y)", "   ^ 'e' is no function"},
      {"2(1,2)", "a comma separates arguments of a function only", "2(1,2)", "   ^ write 1.2"},
      {"(x)(1,2)", "a comma separates arguments of a function only", "(x)(1,2)", "     ^ write 1.2"},
      {"x(y", "this parenthesis is never closed", "x(y", " ^ add )"},
      {"x(y))", "this parenthesis closes nothing", "x(y))", "    ^ delete it, or add ( before"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(UnknownName, IsTakenApartWhereItsPartsAreKnown) {
  const BadFormula formulas[] = {
      {"xy", "unknown name 'xy'", "xy", "^~ write x*y"},
      {"xyx", "unknown name 'xyx'", "xyx", "^~~ write x*y*x"},
      {"2xy", "unknown name 'xy'", "2xy", " ^~ write x*y"},
      {"xy(x+1)", "unknown function 'xy'", "xy(x+1)", "^~ write x*y*(...)"},
      {"xsin(x)", "unknown function 'xsin'", "xsin(x)", "^~~~ write x*sin(...)"},
      {"2xsin(x)", "unknown function 'xsin'", "2xsin(x)", " ^~~~ write x*sin(...)"},
      {"yxcos(x)", "unknown function 'yxcos'", "yxcos(x)", "^~~~~ write y*x*cos(...)"},
      {"pix", "unknown name 'pix'", "pix", "^~~ write pi*x"},
      {"2pix", "unknown name 'pix'", "2pix", " ^~~ write pi*x"},
      {"ex", "unknown name 'ex'", "ex", "^~ write e*x"},
      {"x2", "unknown name 'x2'", "x2", "^~ write x^2 or x*2"},
      {"2x2", "unknown name 'x2'", "2x2", " ^~ write x^2 or x*2"},
      {"e12", "unknown name 'e12'", "e12", "^~~ write e^12 or e*12"},
      {"x1", "unknown name 'x1'", "x1", "^~ the variables are x and y; a variable: --vars x1; a constant: -D x1=VALUE"},
      {"sinx", "unknown name 'sinx'", "sinx", "^~~~ write sin(x)"},
      {"sin2x", "unknown name 'sin2x'", "sin2x", "^~~~~ write sin(2*x)"},
      {"sinxy", "unknown name 'sinxy'", "sinxy", "^~~~~ write sin(x*y)"},
      {"expx", "unknown name 'expx'", "expx", "^~~~ write exp(x)"},
      {"log2x", "unknown name 'log2x'", "log2x", "^~~~~ write log2(x)"},
      {"lnpix", "unknown name 'lnpix'", "lnpix", "^~~~~ write ln(pi*x)"},
      {"x2y", "unknown name 'x2y'", "x2y", "^~~ the variables are x and y; a constant: -D x2y=VALUE"},
      {"f(x)", "unknown function 'f'", "f(x)", "^ --functions lists what there is"},
      {"2X", "unknown name 'X'", "2X", " ^ did you mean 'x'?"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(UnknownName, IsNoProductOfConstantsAlone) {
  const auto message_of = [](const std::string& text, const Names& names) -> std::string {
    try {
      compile_expression(text, names);
      return "accepted";
    } catch (const Error& error) {
      return error.what();
    }
  };
  // e is a part of many a misspelled name; two constants of the person's own are none.
  EXPECT_EQ(message_of("masse", {{"x"}, {{"mass", 2}}}), "unknown name 'masse'\n  masse\n  ^~~~~ did you mean 'mass'?");
  EXPECT_EQ(message_of("mg", {{"x"}, {{"m", 2}, {"g", 9.81}}}), "unknown name 'mg'\n  mg\n  ^~ write m*g");
  EXPECT_EQ(message_of("thetax", {{"x", "theta"}, {}}), "unknown name 'thetax'\n  thetax\n  ^~~~~~ write theta*x");
  EXPECT_EQ(message_of("0x1+x", {{"x"}, {{"x1", 1}}}),
            "an operator is missing before 'x1'\n  0x1+x\n   ^~ write a decimal number, or 0*x1 for a product");
}

TEST(Function, NeedsItsArgumentBeforeAnyPower) {
  const BadFormula formulas[] = {
      {"sin^-2(x)", "the function 'sin' needs its argument in parentheses", "sin^-2(x)", "^~~ write sin(x)^-2"},
      {"sin² 2x", "the function 'sin' needs its argument in parentheses", "sin² 2x", "^~~ write sin(2x)^2"},
      {"sin^2(x)^3", "a power of a function with a power behind it can be read in two ways", "sin^2(x)^3",
       "        ^ write (sin(x)^2)^3 or sin(x)^(2^3)"},
      {"log²(x)³", "a power of a function with a power behind it can be read in two ways", "log²(x)³",
       "       ^ write (log(x)^2)^3 or log(x)^(2^3)"},
      {"sin⁻¹(x)", "the function 'sin' needs its argument in parentheses", "sin⁻¹(x)",
       "^~~ write asin(x), or 1/sin(x)"},
      {"cos^-1(x)", "the function 'cos' needs its argument in parentheses", "cos^-1(x)",
       "^~~ write acos(x), or 1/cos(x)"},
      {"log⁻¹(x)", "the function 'log' needs its argument in parentheses", "log⁻¹(x)", "^~~ write log(x)^-1"},
      {"sin^x(y)", "the function 'sin' needs its argument in parentheses", "sin^x(y)", "^~~ write sin(y)^x"},
      {"sin^(2)(x)", "the function 'sin' needs its argument in parentheses", "sin^(2)(x)", "^~~ write sin(x)^(2)"},
      {"log² x", "the function 'log' needs its argument in parentheses", "log² x", "^~~ write log(x)^2"},
      {"sin x^2", "the function 'sin' needs its argument in parentheses", "sin x^2", "^~~ write sin(x^2), or sin(x)^2"},
      {"ln|x-1|", "the function 'ln' needs its argument in parentheses", "ln|x-1|", "^~ write ln(|x-1|)"},
      {"sin cos(y)", "the function 'sin' needs its argument in parentheses", "sin cos(y)", "^~~ write sin(cos(y))"},
      {"sin x", "the function 'sin' needs its argument in parentheses", "sin x", "^~~ write sin(x)"},
      {"2sin x", "the function 'sin' needs its argument in parentheses", "2sin x", " ^~~ write sin(x)"},
      {"sin(x)cos", "the function 'cos' needs its argument in parentheses", "sin(x)cos", "      ^~~ write cos(x)"},
      {"sin 2x", "the function 'sin' needs its argument in parentheses", "sin 2x", "^~~ write sin(2x)"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

}  // namespace
}  // namespace gradfield::test
