// What is said about characters and numbers that no formula has, and how a line that is long or has wide characters is
// shown.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/errors.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using namespace std::string_literals;

TEST(BadCharacter, IsShownWithItsPlaceAndCure) {
  const BadFormula formulas[] = {
      {"", "the expression is empty: give a formula such as \"x^2+y^2\"", "", ""},
      {"   ", "the expression is empty: give a formula such as \"x^2+y^2\"", "", ""},
      {"\n\t ", "the expression is empty: give a formula such as \"x^2+y^2\"", "", ""},
      {"x=3", "an expression assigns nothing", "x=3", " ^ compare with ==; define a constant with -D NAME=VALUE"},
      {"x=y", "an expression assigns nothing", "x=y", " ^ compare with ==; define a constant with -D NAME=VALUE"},
      {"\"x\"+y", "unexpected character '\"'", "\"x\"+y", "^ a formula has no text in it"},
      {"x'+y", "unexpected character '''", "x'+y", " ^ a formula has no text in it"},
      {"x;y", "unexpected character ';'", "x;y", " ^ give one expression"},
      {"x[1]", "unexpected character '['", "x[1]", " ^ write ("},
      {"x%2", "unexpected character '%'", "x%2", " ^ for a remainder write mod(x,2), or fmod(x,2) with the sign of x"},
      {"x!", "unexpected character '!'", "x!", " ^ for a factorial write tgamma(x+1)"},
      {"!x", "unexpected character '!'", "!x", "^ for 'not' write (x == 0)"},
      {"x+!", "unexpected character '!'", "x+!", "  ^ for a factorial write tgamma(x+1), for 'not' (x == 0)"},
      {"x&y", "unexpected character '&'", "x&y", " ^ write && for 'and'"},
      {"x|y", "this bar has no second one", "x|y", " ^ write || for 'or', or abs( )"},
      {"~x", "unexpected character '~'", "~x", "^ for 'not' write (x == 0)"},
      {"x@y", "unexpected character '@'", "x@y", " ^ delete it"},
      {"$x", "unexpected character '$'", "$x", "^ delete it"},
      {"x\0y"s, "a formula cannot hold the control character \\x00", "x\\x00y", " ^~~~ delete it"},
      {"\0"s, "a formula cannot hold the control character \\x00", "\\x00", "^~~~ delete it"},
      {"x\x01", "a formula cannot hold the control character \\x01", "x\\x01", " ^~~~ delete it"},
      {"\x1b[31mx", "a formula cannot hold the control character \\x1b", "\\x1b[31mx", "^~~~ delete it"},
      {"x\x7f", "a formula cannot hold the control character \\x7f", "x\\x7f", " ^~~~ delete it"},
      {"x\xff", "the byte \\xff is no UTF-8 text", "x\\xff", " ^~~~ delete it"},
      {"\xc3", "the byte \\xc3 is no UTF-8 text", "\\xc3", "^~~~ delete it"},
      {"x+\xc3(", "the byte \\xc3 is no UTF-8 text", "x+\\xc3(", "  ^~~~ delete it"},
      {"x\xe2\x80\xaey", "unexpected character U+202E", "xU+202Ey",
       " ^~~~~~ delete it: it turns around what is read behind it"},
      {"\xd1\x85+1", "unexpected character 'х' (U+0445)", "х+1", "^ write a Latin x"},
      {"\xf0\x9f\x98\x80", "unexpected character '😀' (U+1F600)", "😀",
       "^~ delete it, or write its name in plain letters"},
      {".", "unexpected character '.'", ".", "^ a number has a digit beside its point"},
      {".x", "unexpected character '.'", ".x", "^ a number has a digit beside its point"},
      {"x.", "unexpected character '.'", "x.", " ^ a number has a digit beside its point"},
      {"x=>y", "unknown comparison '=>'", "x=>y", " ^~ write >="},
      {"x=<y", "unknown comparison '=<'", "x=<y", " ^~ write <="},
      {"x!==y", "unknown comparison '!=='", "x!==y", " ^~~ write !="},
      {"x===y", "unknown comparison '==='", "x===y", " ^~~ write =="},
      {"x'", "unexpected character '''", "x'", " ^ a formula has no text in it"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(BadCharacter, InANumberIsTold) {
  const BadFormula formulas[] = {
      {"1e400", "the number '1e400' is too large", "1e400", "^~~~~ the largest double is 1.7976931348623157e308"},
      {"0x1F", "an operator is missing before 'x1F'", "0x1F", " ^~~ write a decimal number, or 0*x1F for a product"},
      {"0b101", "an operator is missing before 'b101'", "0b101",
       " ^~~~ write a decimal number, or 0*b101 for a product"},
      {"3..4", "an operator is missing before '.4'", "3..4", "  ^~ a number has one decimal point"},
      {"1e3.5", "an operator is missing before '.5'", "1e3.5", "   ^~ a number has one decimal point"},
      {"0.0000001e400", "the number '0.0000001e400' is too large", "0.0000001e400",
       "^~~~~~~~~~~~~ the largest double is 1.7976931348623157e308"},
      {"1_000", "an operator is missing before '_000'", "1_000", " ^~~~ write 1000"},
      {"1 000", "an operator is missing before '000'", "1 000",
       "  ^~~ a number has no blanks; write *000 for a product"},
      {"1e1e1", "an operator is missing before 'e1'", "1e1e1", "   ^~ write 1e1*e1 for a product"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(BadFormula, OfSeveralLinesShowsTheOneThatIsWrong) {
  const BadFormula formulas[] = {
      {"x+y\n+z*2\n+1", "unknown name 'z'", "+z*2",
       " ^ the variables are x and y; a variable: --vars x,y,z; a constant: -D z=VALUE"},
      {"x +\n y )\n", "this parenthesis closes nothing", " y )", "   ^ delete it, or add ( before"},
      {"x+\n", "the expression ends too early", "x+", "  ^ a value is missing here"},
      {"\tx+\tz", "unknown name 'z'", " x+ z",
       "    ^ the variables are x and y; a variable: --vars x,z; a constant: -D z=VALUE"},
      {"\r\nx\r\n+z", "unknown name 'z'", "+z",
       " ^ the variables are x and y; a variable: --vars x,z; a constant: -D z=VALUE"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(BadFormula, PointsIntoALongLineThroughAWindowOf72Columns) {
  for (const std::size_t before : {0u, 1u, 29u, 30u, 31u, 40u, 71u, 72u, 100u, 4900u}) {
    for (const std::size_t after : {0u, 1u, 40u, 80u, 4900u}) {
      std::string formula;
      for (std::size_t i = 0; i < before; ++i) formula += "x+";
      formula += "wrong";
      for (std::size_t i = 0; i < after; ++i) formula += "+x";
      try {
        compile_expression(formula, {{"x", "y"}, {}});
        ADD_FAILURE() << "accepted with " << before << " terms before and " << after << " after";
      } catch (const Error& error) {
        const std::vector<std::string> lines = lines_of(error.what());
        ASSERT_EQ(lines.size(), 3u);
        EXPECT_LE(lines[1].size(), 2u + 72) << lines[1];
        EXPECT_EQ(lines[2].find('^'), lines[1].find("wrong")) << lines[1] << '\n' << lines[2];
        EXPECT_EQ(lines[2].substr(lines[2].find('^')), "^~~~~ the variables are x and y; a constant: -D wrong=VALUE");
      }
    }
  }
}

TEST(BadFormula, MarksNoMoreThanTheLineShows) {
  std::string zeros(300, 'a');
  expect_error({zeros, "unknown name '" + std::string(37, 'a') + "...'", std::string(66, 'a') + "...",
                "^" + std::string(65, '~') + " the variables are x and y"});
  const std::string arguments = "sin(x" + std::string(200, ' ') + ",y)";
  expect_error({arguments, "'sin' takes 1 argument, not 2", "sin(x" + std::string(61, ' ') + "...",
                "^" + std::string(65, '~') + " write sin(x)"});
}

TEST(BadFormula, CountsColumnsNotBytes) {
  expect_error({"x+\xe4\xbd\xa0", "unexpected character '\xe4\xbd\xa0' (U+4F60)", "x+\xe4\xbd\xa0",
                "  ^~ delete it, or write its name in plain letters"});
}

TEST(BadFormula, IsOneOfMoreThan19999Bytes) {
  const std::string message =
      "the expression has 20000 characters; at most 19999 are taken: name its constant parts with -D";
  expect_error({std::string(20000, '1'), message, "", ""});
  expect_error({std::string(20000, ' '), message, "", ""});
  expect_error({std::string(19999, ' '), "the expression is empty: give a formula such as \"x^2+y^2\"", "", ""});
}

TEST(BadFormula, NamesTheVariablesThereAre) {
  const auto message_of = [](const std::string& text, const Names& names) -> std::string {
    try {
      compile_expression(text, names);
      return "accepted";
    } catch (const Error& error) {
      return error.what();
    }
  };
  EXPECT_EQ(message_of("y", {{"x"}, {}}),
            "unknown name 'y'\n  y\n  ^ the variable is x; a variable: --vars y; a constant: -D y=VALUE");
  EXPECT_EQ(message_of("y", {{}, {}}),
            "unknown name 'y'\n  y\n  ^ a constant expression has no variables; a constant: -D y=VALUE");
  EXPECT_EQ(message_of("w", {{"x", "y", "z"}, {}}),
            "unknown name 'w'\n  w\n  ^ the variables are x, y and z; a variable: --vars w; a constant: -D w=VALUE");
  EXPECT_EQ(message_of("masse*x", {{"x"}, {{"mass", 2}}}),
            "unknown name 'masse'\n  masse*x\n  ^~~~~ did you mean 'mass'?");
  EXPECT_EQ(message_of("Mass*x", {{"x"}, {{"mass", 2}}}), "unknown name 'Mass'\n  Mass*x\n  ^~~~ did you mean 'mass'?");
  EXPECT_EQ(message_of("T", {{"t"}, {}}), "unknown name 'T'\n  T\n  ^ did you mean 't'?");
}

}  // namespace
}  // namespace gradfield::test
