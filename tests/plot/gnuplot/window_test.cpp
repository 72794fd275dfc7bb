// Pictures in windows: when one is tried, and what happens where none can be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fake_gnuplot.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

TEST(Window, IsNotTriedWithoutADisplay) {
  ProcessSetup setup;
  const ProcessResult result = run_gradfield({"x^2", "-f", "window"}, setup);
  EXPECT_EQ(result.exit_code, 69) << result;
  EXPECT_THAT(result.messages,
              AllOf(IsOneErrorLine(), HasSubstr("DISPLAY"), EndsWith("draw a file with -o field.png\n")));
}

TEST(Window, BecomesTheTextPictureWhereGnuplotHasNoWindows) {
  const FakeGnuplot fake("/bin/cat > /dev/null; exit 3");
  TemporaryFolder folder;
  ProcessSetup setup = fake.setup(folder.path());
  setup.environment["DISPLAY"] = ":77";
  setup.terminal = true;
  const ProcessResult result = run_gradfield({"x^2+y^2"}, setup);
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_THAT(result.output, AllOf(HasSubstr("gradfield: note: this gnuplot opens no windows"),
                                   HasSubstr("this is the picture as text"), HasSubstr("┌")));
  // What both would say is said once.
  const std::string output = run_gradfield({"x^2+y^2", "--path", "2,1"}, setup).output;
  EXPECT_THAT(output, HasSubstr("path 1: at (0, 0)"));
  EXPECT_EQ(output.find("path 1: at"), output.rfind("path 1: at")) << output;
  ProcessSetup asked = fake.setup(folder.path());
  asked.environment["DISPLAY"] = ":77";
  EXPECT_EQ(run_gradfield({"x^2+y^2", "-f", "window"}, asked).exit_code, 69);
}

std::string without_comments(const std::string& script) {
  std::string out;
  for (const std::string& line : lines_of(script)) {
    if (!line.starts_with('#')) out += line + '\n';
  }
  return out;
}

TEST(Window, GetsTheScriptWithTheVariableThatAsksForIt) {
  const FakeGnuplot fake("/bin/cat > \"$COPY\"; echo \"$*\" > \"$COPY.arguments\"");
  TemporaryFolder folder;
  ProcessSetup setup = fake.setup(folder.path());
  setup.environment["DISPLAY"] = ":77";
  setup.environment["COPY"] = (folder / "copy").string();
  const ProcessResult result = run_gradfield({"x^2+y^2", "-f", "window"}, setup);
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(read_file(folder / "copy.arguments"), "-d -persist /dev/stdin\n");
  // Comments tell the command apart.
  EXPECT_EQ(without_comments(read_file(folder / "copy")),
            "window = 1\n" + without_comments(run_gradfield({"x^2+y^2", "-f", "gp"}).output));
}

}  // namespace
}  // namespace gradfield::test
