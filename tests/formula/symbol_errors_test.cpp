// Raised exponents, roots and other pasted signs where they make no formula: exact texts, with carets under what was
// typed, however many bytes and columns that takes.
#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

TEST(RaisedExponent, IsOneRunOfDigitsBehindAValue) {
  const BadFormula formulas[] = {
      {"²", "a value is missing before '²'", "²", "^ write a value here, or delete '²'"},
      {"²x", "a value is missing before '²'", "²x", "^ write a value here, or delete '²'"},
      {"+²", "a value is missing before '²'", "+²", " ^ write a value here, or delete '+'"},
      {"(²)", "a value is missing before '²'", "(²)", " ^ write a value here"},
      {"x^²", "a value is missing before '²'", "x^²", "  ^ write a value here, or delete '^'"},
      {"x⁻", "a raised exponent is digits, with a sign before them or none", "x⁻", " ^ write others as ^( )"},
      {"x⁻⁻²", "a raised exponent is digits, with a sign before them or none", "x⁻⁻²", " ^~~ write others as ^( )"},
      {"x²⁻¹", "a raised exponent is digits, with a sign before them or none", "x²⁻¹", " ^~~ write others as ^( )"},
      {"x²³⁺", "a raised exponent is digits, with a sign before them or none", "x²³⁺", " ^~~ write others as ^( )"},
      {"x²^3", "a raised exponent with a power behind it can be read in two ways", "x²^3",
       "  ^ write (a^b)^c or a^(b^c)"},
      {"x²**3", "a raised exponent with a power behind it can be read in two ways", "x²**3",
       "  ^~ write (a^b)^c or a^(b^c)"},
      {"x² ³", "a raised exponent with a power behind it can be read in two ways", "x² ³",
       "   ^ write (a^b)^c or a^(b^c)"},
      {"x⁻¹^x", "a raised exponent with a power behind it can be read in two ways", "x⁻¹^x",
       "   ^ write (a^b)^c or a^(b^c)"},
      {"xⁿ", "unexpected character 'ⁿ' (U+207F)", "xⁿ", " ^ write ^n"},
      {"eˣ", "unexpected character 'ˣ' (U+02E3)", "eˣ", " ^ write ^x"},
      {"x⁽²⁾", "unexpected character '⁽' (U+207D)", "x⁽²⁾", " ^ write ^( )"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(RootSign, TakesOneNumberNameOrBracket) {
  const BadFormula formulas[] = {
      {"√", "'√' takes the number, the name or the parentheses behind it", "√", "^ write √( )"},
      {"√)", "'√' takes the number, the name or the parentheses behind it", "√)", "^ write √( )"},
      {"√+x", "'√' takes the number, the name or the parentheses behind it", "√+x", "^ write √( )"},
      {"√√x", "'√' takes the number, the name or the parentheses behind it", "√√x", "^ write √(√x)"},
      {"√sin(x)", "'√' takes the number, the name or the parentheses behind it", "√sin(x)", "^ write √(sin(x))"},
      {"√²", "'√' takes the number, the name or the parentheses behind it", "√²", "^ write √( )"},
      {"√()", "'√' takes 1 argument, not 0", "√()", "^~~ write sqrt(x)"},
      {"√(x,y)", "'√' takes 1 argument, not 2", "√(x,y)", "^~~~~~ write sqrt(x)"},
      {"√(x", "this parenthesis is never closed", "√(x", " ^ add )"},
      {"√z", "unknown name 'z'", "√z", " ^ the variables are x and y; a variable: --vars z; a constant: -D z=VALUE"},
      {"√x²", "a root with a power behind it can be read in two ways", "√x²", "  ^ write √(x)^2 or √(x^2)"},
      {"√x^2", "a root with a power behind it can be read in two ways", "√x^2", "  ^ write √(x)^2 or √(x^2)"},
      {"√2**-1", "a root with a power behind it can be read in two ways", "√2**-1", "  ^~ write √(2)^-1 or √(2^-1)"},
      {"√2^(x)", "a root with a power behind it can be read in two ways", "√2^(x)", "  ^ write √(2)^(x) or √(2^(x))"},
      {"√x^y²", "a root with a power behind it can be read in two ways", "√x^y²", "  ^ write √(x)^y or √(x^y)"},
      {"∜x", "unexpected character '∜' (U+221C)", "∜x", "^ write ( )^(1/4)"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(PastedSign, IsAWordByItself) {
  const BadFormula formulas[] = {
      {"x·×y", "a value is missing before '×'", "x·×y", "  ^ write a value here, or delete '·'"},
      {"x·*y", "a value is missing before '*'", "x·*y", "  ^ write a value here, or delete '·'"},
      {"x* ×y", "a value is missing before '×'", "x* ×y", "   ^ write a value here, or delete '*'"},
      {"×x", "a value is missing before '×'", "×x", "^ write a value here, or delete '×'"},
      {"x×", "the expression ends too early", "x×", "  ^ a value is missing here"},
      {"x≤", "the expression ends too early", "x≤", "  ^ a value is missing here"},
      {"≤x", "a value is missing before '≤'", "≤x", "^ write a value here, or delete '≤'"},
      {"x==≤y", "a value is missing before '≤'", "x==≤y", "   ^ write a value here, or delete '=='"},
      {"x**", "the expression ends too early", "x**", "   ^ a value is missing here"},
      {"**x", "a value is missing before '**'", "**x", "^~ write a value here, or delete '**'"},
      {"x***y", "a value is missing before '*'", "x***y", "   ^ write a value here, or delete '**'"},
      {"x****y", "a value is missing before '**'", "x****y", "   ^~ write a value here, or delete '**'"},
      {"x∧y", "unexpected character '∧' (U+2227)", "x∧y", " ^ write && for 'and', ^ for a power"},
      {"x∨y", "unexpected character '∨' (U+2228)", "x∨y", " ^ write ||"},
      {"x∞", "unexpected character '∞' (U+221E)", "x∞", " ^ write 1/0"},
      {"x°", "unexpected character '°' (U+00B0)", "x°", " ^ angles are in radians: write *pi/180"},
      {"x≈y", "unexpected character '≈' (U+2248)", "x≈y", " ^ compare with =="},
      {"¬x", "unexpected character '¬' (U+00AC)", "¬x", "^ for 'not' write (x == 0)"},
      {"x∶y", "unexpected character '∶' (U+2236)", "x∶y", " ^ write / for a quotient"},
      {"x∣y", "this bar has no second one", "x∣y", " ^ write || for 'or', or abs( )"},
      {"‖x‖", "unexpected character '‖' (U+2016)", "‖x‖", "^ write hypot( )"},
      {"𝐱+1", "unexpected character '𝐱' (U+1D431)", "𝐱+1", "^ write x"},
      {"x—y", "unexpected character '—' (U+2014)", "x—y", " ^ write -"},
      {"“x”+y", "unexpected character '“' (U+201C)", "“x”+y", "^ a formula has no text in it"},
      {"₁x", "unexpected character '₁' (U+2081)", "₁x", "^ delete it, or write its name in plain letters"},
      {"x₁", "unknown name 'x₁'", "x₁", "^~ the variables are x and y; a variable: --vars x1; a constant: -D x1=VALUE"},
      {"γ", "unknown name 'γ'", "γ",
       "^ the variables are x and y; a variable: --vars gamma; a constant: -D gamma=VALUE"},
      {"x\u2062\u2062y", "a value is missing before '*'", "xU+2062U+2062y", "       ^~~~~~ for a power write ^"},
      {"x\u200Dy", "unknown name 'xy'", "xU+200Dy", "^~~~~~~~ write x*y"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(Caret, StandsUnderWideCharactersAndMarks) {
  const BadFormula formulas[] = {
      {"ｘ＋ｚ", "unknown name 'ｚ'", "ｘ＋ｚ",
       "    ^~ the variables are x and y; a variable: --vars x,z; a constant: -D z=VALUE"},
      {"ｘ！", "unexpected character '！'", "ｘ！", "  ^~ for a factorial write tgamma(ｘ+1)"},
      {"｜x", "this bar has no second one", "｜x", "^~ write || for 'or', or abs( )"},
      {"ｘ＝３", "an expression assigns nothing", "ｘ＝３",
       "  ^~ compare with ==; define a constant with -D NAME=VALUE"},
      {"x＝＝＝y", "unknown comparison '＝＝＝'", "x＝＝＝y", " ^~~~~~ write =="},
      {"ｓｉｎ（ｘ，ｙ）", "'ｓｉｎ' takes 1 argument, not 2", "ｓｉｎ（ｘ，ｙ）", "^~~~~~~~~~~~~~~~ write sin(x)"},
      {"－－x", "two signs in a row", "－－x", "  ^~ write -(-x) with parentheses"},
      {"x（y，1）", "a comma separates arguments of a function only", "x（y，1）", "    ^~ 'x' is no function"},
      {"１ ０", "an operator is missing before '０'", "１ ０", "   ^~ a number has no blanks; write *０ for a product"},
      {"x²+½z", "unknown name 'z'", "x²+½z",
       "    ^ the variables are x and y; a variable: --vars x,z; a constant: -D z=VALUE"},
      {"√2+−·3", "a value is missing before '·'", "√2+−·3", "    ^ write a value here, or delete '−'"},
      {"ππ2", "an operator is missing before '2'", "ππ2", "  ^ write *2 for a product"},
      {"ｘ²³ + 温", "unexpected character '温' (U+6E29)", "ｘ²³ + 温",
       "       ^~ delete it, or write its name in plain letters"},
      {"x\u0302+1", "unexpected character '\u0302' (U+0302)", "x\u0302+1",
       "^ delete it, or write its name in plain letters"},
      {"2\u3000\u00A0z", "unknown name 'z'", "2  z",
       "   ^ the variables are x and y; a variable: --vars z; a constant: -D z=VALUE"},
      {"é", "unexpected character 'é' (U+00E9)", "é", "^ delete it, or write its name in plain letters"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(Caret, StandsInAWindowOf72ColumnsBehindSignsOfManyBytes) {
  for (const std::string term : {"√π·", "ｘ²−", "x²\u3000+", "½x×"}) {
    for (const std::size_t before : {1u, 20u, 40u, 1000u}) {
      std::string formula;
      for (std::size_t i = 0; i < before; ++i) formula += term;
      try {
        compile_expression(formula + "wrong+y²" + std::string(before, 'x'), {{"x", "y"}, {}});
        ADD_FAILURE() << "accepted: " << formula;
      } catch (const Error& error) {
        const std::vector<std::string> lines = lines_of(error.what());
        ASSERT_EQ(lines.size(), 3u) << error.what();
        EXPECT_LE(column_width(lines[1]), 2u + 72) << lines[1];
        EXPECT_EQ(lines[2].find('^'), column_width(lines[1].substr(0, lines[1].find("wrong")))) << error.what();
      }
    }
  }
}

TEST(LongFormula, IsMeasuredAsTypedAndWithAllThatStandsForIt) {
  const auto message_of = [](const std::string& text) -> std::string {
    try {
      compile_expression(text, {{"x", "y"}, {}});
      return "accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kData);
      return error.what();
    }
  };
  const auto repeated = [](std::size_t times, const std::string& part) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  };
  const std::string limit = "; at most 19999 are taken: name its constant parts with -D";
  // Characters count, not bytes.
  EXPECT_EQ(message_of(repeated(9999, "x−") + "x"), "accepted");
  EXPECT_EQ(message_of(repeated(10000, "x−") + "x"), "the expression has 20001 characters" + limit);
  // 4,999 times 2*x+ and 123 are 19,999 characters.
  const std::string expanded = " characters with every * written and ^2 for ²";
  EXPECT_EQ(message_of(repeated(4999, "2x+") + "123"), "accepted");
  EXPECT_EQ(message_of(repeated(4999, "2x+") + "1234"), "the expression has 20000" + expanded + limit);
  EXPECT_EQ(message_of(repeated(6666, "x²+") + "1"), "the expression has 26665" + expanded + limit);
  EXPECT_EQ(message_of(repeated(9999, "√2")), "the expression has 79991" + expanded + limit);
  EXPECT_EQ(message_of(repeated(4999, "x²+") + "123"), "accepted");
  // What is wrong otherwise is told first.
  EXPECT_EQ(message_of("²" + repeated(6665, "2x+") + "1").substr(0, 26), "a value is missing before ");
}

}  // namespace
}  // namespace gradfield::test
