// The text picture on screens, in pipes and in files: size, colours, character set.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/spelling.hpp"
#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kEscape = "\x1b";

/// Without colours, and without the carriage returns a terminal adds.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else if (text[i] != '\r')
      out += text[i];
  }
  return out;
}

TEST(TextScreen, HoldsThePictureWholeOnATerminalOf80x24) {
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"x^2+y^2"},
        {"x*y", "--x", "0:20", "--y", "0:1000"},
        {"x*y", "--x", "0:9", "--y", "0:1"},
        {"7"},
        {"0"},
        {"x*y", "--x", "1:1:1", "--y", "1:1:1"},
        {"x^2", "-n", "1000"},
        {"x*y", "--title", std::string(500, 'w')},
        {"sin(x)+cos(y)+sin(x)+cos(y)+sin(x)+cos(y)+sin(x)+cos(y)+sin(x)+cos(y)+sin(x)+cos(y)+sin(x)+cos(y)"},
        {"x*y", "--x", "-1e-9:1e-9", "--y", "1e9:1e9+1"},
        {"x+long_name", "--vars", "x,long_name"}}) {
    const ProcessResult result = run_gradfield(command, on_terminal());
    EXPECT_EQ(result.exit_code, 0) << result;
    const std::vector<std::string> lines = lines_of(plain(result.output));
    EXPECT_LE(lines.size(), 24u) << result;
    EXPECT_GE(lines.size(), 6u) << result;
    for (const std::string& line : lines) EXPECT_LE(column_width(line), 80u) << line;
  }
}

TEST(TextScreen, IsFilledByAsManyArrowsAsFit) {
  const std::vector<std::string> lines = lines_of(plain(run_gradfield({"x^2+y^2"}, on_terminal()).output));
  EXPECT_GE(lines.size(), 22u);
}

TEST(TextScreen, IsColouredOnATerminalThatCan) {
  ProcessSetup setup = on_terminal();
  EXPECT_THAT(run_gradfield({"x^2+y^2"}, setup).output, AllOf(HasSubstr("\x1b[38;5;"), HasSubstr("\x1b[0m")));
  setup.environment["COLORTERM"] = "truecolor";
  EXPECT_THAT(run_gradfield({"x^2+y^2"}, setup).output, HasSubstr("\x1b[38;2;"));
}

TEST(TextScreen, IsNotColouredWhereNotWanted) {
  ProcessSetup no_color = on_terminal();
  no_color.environment["NO_COLOR"] = "1";
  EXPECT_THAT(run_gradfield({"x^2+y^2"}, no_color).output, AllOf(Not(HasSubstr(kEscape)), HasSubstr("↗")));
  ProcessSetup dumb = on_terminal();
  dumb.environment["TERM"] = "dumb";
  dumb.environment["COLORTERM"] = "truecolor";
  EXPECT_THAT(run_gradfield({"x^2+y^2"}, dumb).output, AllOf(Not(HasSubstr(kEscape)), HasSubstr("↗")));
  ProcessSetup empty = on_terminal();  // an empty NO_COLOR says nothing (no-color.org)
  empty.environment["NO_COLOR"] = "";
  EXPECT_THAT(run_gradfield({"x^2+y^2"}, empty).output, HasSubstr(kEscape));
}

TEST(TextScreen, IsPlainInPipesAndFiles) {
  ProcessSetup setup;
  setup.environment["COLORTERM"] = "truecolor";
  const ProcessResult piped = run_gradfield({"x^2+y^2", "-f", "text"}, setup);
  EXPECT_EQ(piped.exit_code, 0) << piped;
  EXPECT_THAT(piped.output, AllOf(Not(HasSubstr(kEscape)), HasSubstr("↗")));
  TemporaryFolder folder;
  ProcessSetup in_folder = on_terminal();
  in_folder.folder = folder.path();
  EXPECT_EQ(run_gradfield({"x^2+y^2", "-o", "field.txt"}, in_folder).exit_code, 0);
  EXPECT_EQ(read_file(folder / "field.txt"), piped.output);
}

TEST(TextScreen, IsAsciiWhereTheLocaleIs) {
  for (const char* locale : {"C", "POSIX", "nonsense"}) {
    ProcessSetup setup;
    setup.environment["LANG"] = locale;
    const ProcessResult result = run_gradfield({"x^2+y^2", "-f", "text"}, setup);
    EXPECT_EQ(result.exit_code, 0) << result;
    for (const char c : result.output) ASSERT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f)) << locale << "\n" << result;
    EXPECT_THAT(result.output, HasSubstr("grad f")) << locale;
  }
}

TEST(TextScreen, ShowsFieldsOfNothing) {
  const ProcessResult nan = run_gradfield({"0/0", "-f", "text", "-n", "5"});
  EXPECT_EQ(nan.exit_code, 0) << nan;
  EXPECT_EQ(nan.messages, "gradfield: note: 25 of 25 points are not finite and have no arrow\n");
  EXPECT_THAT(nan.output, AllOf(HasSubstr("┌"), HasSubstr("┘"), Not(HasSubstr("→"))));
  const ProcessResult zero = run_gradfield({"0", "-f", "text", "-n", "5"});
  EXPECT_THAT(zero.messages, IsEmpty());
  EXPECT_THAT(zero.output, AllOf(HasSubstr(" · · · · · "), HasSubstr("0 everywhere")));
}

TEST(TextScreen, IsWhatATerminalGetsWithoutADisplayAndATableWhatAPipeGets) {
  EXPECT_THAT(plain(run_gradfield({"x^2+y^2"}, on_terminal()).output), HasSubstr("┌"));
  EXPECT_THAT(run_gradfield({"x^2+y^2"}).output, testing::StartsWith("x,y,f,df_dx,df_dy\n"));
}

}  // namespace
}  // namespace gradfield::test
