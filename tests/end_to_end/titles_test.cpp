// Whatever a person types as title, label or formula is shown as it is, in every kind of picture, and nothing acts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/spelling.hpp"
#include "support/nasty_texts.hpp"
#include "support/png.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The lines in which a text is to be seen: what would disturb a screen spelled out.
std::vector<std::string> printable_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(text)) lines.push_back(printable(line));
  return lines;
}

TEST(TypedText, IsShownAsItIsAndNothingIsExecuted) {
  for (const std::string& text : kNasty) {
    TemporaryFolder folder;
    ProcessSetup setup;
    setup.folder = folder.path();
    setup.environment["HOME"] = folder.path().string();
    const ProcessResult result = run_gradfield(
        {"x*y", "-n", "3", "--title=" + text, "--xlabel=" + text, "--ylabel=" + text, "-o", "field.svg"}, setup);
    ASSERT_EQ(result.exit_code, 0) << testing::PrintToString(text) << "\n" << result;
    EXPECT_THAT(result.messages, IsEmpty()) << testing::PrintToString(text);
    EXPECT_THAT(folder.names(), ElementsAre("field.svg")) << testing::PrintToString(text);
    const Svg svg = read_svg(read_file(folder / "field.svg"));
    EXPECT_EQ(svg.arrows.size(), 9u) << testing::PrintToString(text);
    for (const std::string& line : printable_lines(text)) {
      EXPECT_GE(std::ranges::count(svg.texts, line), 3)  // as the title and as both labels
          << testing::PrintToString(text) << ": " << line << " among " << testing::PrintToString(svg.texts);
    }
  }
}

TEST(TypedText, ExecutesNothingInAnyFormat) {
  for (const std::string& text : kNasty) {
    TemporaryFolder folder;
    ProcessSetup setup;
    setup.folder = folder.path();
    for (const std::string name : {"f.png", "f.pdf", "f.gp", "f.txt"}) {
      const ProcessResult result = run_gradfield(
          {"x*y", "-n", "2", "--title=" + text, "--xlabel=" + text, "--ylabel=" + text, "-q", "-o", name}, setup);
      EXPECT_EQ(result.exit_code, 0) << name << ": " << testing::PrintToString(text) << "\n" << result;
    }
    // The script on its own, as its reader will run it.
    const ProcessResult drawn = run_program({"gnuplot", "f.gp"}, setup);
    EXPECT_EQ(drawn.exit_code, 0) << drawn.messages;
    EXPECT_TRUE(drawn_chunks(drawn.output) == drawn_chunks(read_file(folder / "f.png")))
        << testing::PrintToString(text);
    EXPECT_THAT(folder.names(), ElementsAre("f.gp", "f.pdf", "f.png", "f.txt")) << testing::PrintToString(text);
    // A terminal that shows the text picture gets no control characters.
    for (const char c : read_file(folder / "f.txt")) {
      EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << testing::PrintToString(text);
    }
  }
}

TEST(Formula, IsShownAsMathematicsAndNothingOfItIsExecuted) {
  struct Row {
    std::string formula;
    std::vector<std::string> options;
    std::string shown;  // after "f(x, y) = "
  };
  const std::string thin = "\u2009";
  for (const Row& row :
       {Row{"x^2 + y^2", {}, "x2 + y2"},
        {"a_b*x+c_d_e", {"-D", "a_b=2", "-D", "c_d_e=3"}, "ab" + thin + "x + cd_e,  ab = 2,  cd_e = 3"},
        {"x\n+\ny", {}, "x + y"},
        {"x <  y && 1", {}, "x < y and 1"},
        {"x>0?x:-y", {}, "x > 0 ? x : −y"},
        {"system_*x", {"-D", "system_=2"}, "system_" + thin + "x,  system_ = 2"},
        {"abs(x)", {}, "|x|"}}) {
    TemporaryFolder folder;
    ProcessSetup setup;
    setup.folder = folder.path();
    std::vector<std::string> command{row.formula, "-n", "3", "-q", "-o", "field.svg"};
    command.insert(command.end(), row.options.begin(), row.options.end());
    const ProcessResult result = run_gradfield(command, setup);
    ASSERT_EQ(result.exit_code, 0) << row.formula << "\n" << result;
    EXPECT_THAT(read_svg(read_file(folder / "field.svg")).texts, testing::Contains("∇f,  f(x, y) = " + row.shown))
        << row.formula;
    EXPECT_THAT(folder.names(), ElementsAre("field.svg"));
  }
}

TEST(Formula, ThatIsNoFormulaNeverReachesGnuplot) {
  for (const std::string& text : kNasty) {
    TemporaryFolder folder;
    ProcessSetup setup;
    setup.folder = folder.path();
    setup.input = "x+" + text;
    const ProcessResult result = run_gradfield({"-o", "field.svg", "-"}, setup);
    EXPECT_EQ(result.exit_code, 65) << testing::PrintToString(text) << "\n" << result;
    EXPECT_THAT(folder.names(), IsEmpty()) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace gradfield::test
