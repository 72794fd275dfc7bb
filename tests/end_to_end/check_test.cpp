// --check as scripts use it: one line, an exit code, and nothing in the way.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

// Of a check that agrees; its line.
std::string passed(const Words& words) {
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(words) << result;
  EXPECT_EQ(result.messages, "") << testing::PrintToString(words) << result;
  return result.output;
}

TEST(Check, IsOneLineThatNamesTheMethodsTheWorstPlaceAndTheCounts) {
  EXPECT_THAT(passed({"sin(x)*y", "--check"}),
              MatchesRegex("check: exact against richardson: worst [0-9.]+e-[0-9]+ at x=[-0-9.]+,y=[-0-9.]+; 0 of 400 "
                           "points beyond 1e-06; 0 at kinks or poles left out\n"));
  EXPECT_THAT(
      passed({"abs(a)+b*c", "--vars", "a,b,c", "-n", "3", "--check", "--method", "five-point"}),
      MatchesRegex("check: five-point against exact: worst [0-9.e-]+ at a=[-0-9.]+,b=[-0-9.]+,c=[-0-9.]+; 0 of 18 "
                   "points beyond 1e-06; 9 at kinks or poles left out\n"));
  EXPECT_EQ(passed({"t", "--vars", "t", "--check", "-n", "5"}),
            "check: exact against richardson: worst 0 at t=-3; 0 of 5 points beyond 1e-06; 0 at kinks or poles left "
            "out\n");
  EXPECT_EQ(
      passed({"sqrt(-1-x^2)", "--check"}),
      "check: exact against richardson: nothing to compare; 0 of 0 points beyond 1e-06; 400 at kinks or poles left "
      "out\n");
}

TEST(Check, EndsWithOneWhereTheMethodsDisagree) {
  const ProcessResult result = run_gradfield({"sin(3*x)", "--method", "central", "--step", "0.5", "--check"});
  EXPECT_EQ(result.exit_code, 1) << result;
  EXPECT_THAT(
      result.output,
      MatchesRegex("check: central against exact: worst 0\\.34 at x=[-0-9.]+,y=[-0-9.]+; 400 of 400 points beyond "
                   "1e-06; 0 at kinks or poles left out\n"));
  EXPECT_EQ(result.messages, "") << result;
}

// The place it names can be given back to it.
TEST(Check, NamesTheWorstPlaceExactly) {
  const ProcessResult field = run_bash(
      "\"$gradfield\" 'exp(x)*y' --method forward --step 1e-3 --check |\n"
      "sed -E 's/.* at x=([^,]*),y=([^;]*);.*/--x \\1:\\1:1 --y \\2:\\2:1/' |\n"
      "xargs \"$gradfield\" 'exp(x)*y' --method forward --step 1e-3 --check | sed 's/; .*//'\n"
      "\"$gradfield\" 'exp(x)*y' --method forward --step 1e-3 --check | sed 's/; .*//'");
  const std::vector<std::string> lines = lines_of(field.output);
  ASSERT_EQ(lines.size(), 2u) << field;
  EXPECT_THAT(lines[1], HasSubstr("worst 0.0"));
  EXPECT_EQ(lines[0].substr(lines[0].find(" at ")), lines[1].substr(lines[1].find(" at ")));
}

TEST(Check, GoesByTheTolerance) {
  const Words words{"sin(x)*y", "--method", "forward", "--step", "1e-5", "--check"};
  Words strict = words, loose = words;
  strict.insert(strict.end(), {"--tolerance", "1e-9"});
  loose.insert(loose.end(), {"--tolerance", "t/10", "-D", "t=1e-2"});
  EXPECT_EQ(run_gradfield(strict).exit_code, 1);
  EXPECT_EQ(run_gradfield(loose).exit_code, 0);
  EXPECT_THAT(run_gradfield(loose).output, HasSubstr(" points beyond 0.001; "));
  for (const std::string value : {"0", "-1", "-1e-6"}) {
    const ProcessResult result = run_gradfield({"x", "--check", "--tolerance", value});
    EXPECT_EQ(result.exit_code, 64) << result;
    EXPECT_EQ(result.messages, "gradfield: error: --tolerance: the tolerance must be larger than 0\n");
    EXPECT_EQ(result.output, "");
  }
  EXPECT_THAT(run_gradfield({"x", "--check", "--tolerance", "inf"}).messages, HasSubstr("'inf' is not finite"));
  EXPECT_THAT(run_gradfield({"x", "--check", "--tolerance", "1/0"}).messages, HasSubstr("'1/0' is not finite"));
}

TEST(Check, WritesItsLineIntoAFile) {
  const TemporaryFolder folder;
  for (const std::string name : {"check.txt", "check.csv", "check", "check.log"}) {
    EXPECT_EQ(passed({"x*y", "--check", "-o", folder / name}), "") << name;
    EXPECT_THAT(read_file(folder / name), testing::StartsWith("check: exact against richardson: ")) << name;
  }
  const std::string line = passed({"x*y", "--check"});
  EXPECT_EQ(passed({"x*y", "--check", "--csv"}), line);
  EXPECT_EQ(passed({"x*y", "--check", "-f", "tsv"}), line);
  EXPECT_EQ(passed({"x*y", "--check", "-o", "-"}), line);
  const ProcessResult disagrees =
      run_gradfield({"x^3", "--method", "forward", "--step", "1", "--check", "-o", folder / "found.txt"});
  EXPECT_EQ(disagrees.exit_code, 1) << "and the file is there";
  EXPECT_THAT(read_file(folder / "found.txt"), HasSubstr("forward against exact"));
}

TEST(Check, GoesToTheTerminalAsALine) {
  ProcessSetup setup;
  setup.terminal = true;
  setup.environment["DISPLAY"] = ":99";
  EXPECT_THAT(run_gradfield({"x*y", "--check"}, setup).output,
              testing::StartsWith("check: exact against richardson: "));
}

TEST(Check, IsNoPicture) {
  for (const auto& [words, message] : {std::pair<Words, std::string>{{"-f", "gp"}, "no gp; leave -f away"},
                                       {{"-f", "text"}, "no text; leave -f away"},
                                       {{"-f", "svg"}, "no svg; leave -f away"},
                                       {{"-o", "field.png"}, "no png; choose another file, such as check.txt"}}) {
    Words all{"x*y", "--check"};
    all.insert(all.end(), words.begin(), words.end());
    const ProcessResult result = run_gradfield(all);
    EXPECT_EQ(result.exit_code, 64) << result;
    EXPECT_EQ(result.messages, "gradfield: error: --check writes a line of text, " + message + "\n");
  }
}

TEST(Check, OfSecondDerivativesIsALineOfItsOwn) {
  const std::vector<std::string> lines =
      lines_of(run_gradfield({"asin(x/9)*y+tanh(x)+max(x,0)^2", "--check", "--hessian", "-n", "21"}).output);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], testing::StartsWith("check: exact against richardson: worst "));
  // At the kink of the slope there is nothing to compare.
  EXPECT_THAT(lines[1],
              testing::AllOf(testing::StartsWith("check: second derivatives, exact against richardson: worst "),
                             HasSubstr("; 0 of 861 points beyond 1e-06; 21 at kinks")));
}

TEST(Check, SaysWhichOptionsDoNothing) {
  const ProcessResult result = run_gradfield(
      {"x*y", "--check", "--columns", "x", "--precision", "3", "--size", "9x9", "--descent", "--no-header"});
  EXPECT_EQ(result.exit_code, 0) << result;
  for (const std::string option : {"columns", "precision", "size", "descent", "no-header"}) {
    EXPECT_THAT(result.messages, HasSubstr("gradfield: note: --" + option + " has no effect on a check\n"));
  }
  EXPECT_EQ(lines_of(result.messages).size(), 5u) << result;
  const ProcessResult without = run_gradfield({"x*y", "--csv", "-n", "2", "--tolerance", "1e-3"});
  EXPECT_EQ(without.exit_code, 0) << without;
  EXPECT_EQ(without.messages, "gradfield: note: --tolerance has no effect without --check\n");
}

TEST(Check, OfManyPointsNeedsNoMoreMemoryThanOfFew) {
  const ProcessResult small = run_gradfield({"sin(x)*y", "-n", "10", "--check"});
  const ProcessResult large = run_gradfield({"sin(x)*y", "-n", "300", "--check"});
  ASSERT_EQ(large.exit_code, 0) << large;
  // Held in memory, points, values and both gradients were 5 MB.
  EXPECT_LT(large.peak_memory_kib, small.peak_memory_kib + 2048);
}

}  // namespace
}  // namespace gradfield::test
