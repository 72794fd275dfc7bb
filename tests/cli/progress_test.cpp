// The line of progress: its words, and what a terminal gets of it.
#include "cli/progress.hpp"

#include <gmock/gmock.h>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

TEST(ProgressLine, TellsShareRateAndTimeLeft) {
  EXPECT_EQ(progress_line(6.72e6, 16e6, 0.2153846), "gradfield: 42 % of 16000000 points, 31.2 million/s, 1 s left");
  EXPECT_EQ(progress_line(1000, 4000, 2), "gradfield: 25 % of 4000 points, 500/s, 6 s left");
  EXPECT_EQ(progress_line(999999, 1e6, 1), "gradfield: 99 % of 1000000 points, 999999/s, 1 s left");
  EXPECT_EQ(progress_line(4e9, 1e12, 2), "gradfield: 0 % of 1000000000000 points, 2 billion/s, 8 min 18 s left");
  EXPECT_EQ(progress_line(1e9, 1e12, 10), "gradfield: 0 % of 1000000000000 points, 100 million/s, 2 h 46 min left");
  EXPECT_EQ(progress_line(1e6, 1e12, 1), "gradfield: 0 % of 1000000000000 points, 1 million/s, 11 d 13 h left");
  EXPECT_EQ(progress_line(1e6, 1e192, 1), "gradfield: 0 % of 1e+192 points, 1 million/s, a long time left");
  EXPECT_EQ(progress_line(10, 10, 4), "gradfield: 100 % of 10 points, 3/s, 0 s left");
}

TEST(ProgressLine, TellsCountAndRateWhereTheTotalIsUnknown) {
  EXPECT_EQ(progress_line(1.5e6, std::nullopt, 3), "gradfield: 1500000 points, 500000/s");
}

// A table that takes some seconds whatever the machine: a slow method, and one thread.
const std::vector<std::string> kLongTable = {"tgamma(x)*lgamma(y)+erf(x*y)",
                                             "--x",
                                             "1:3",
                                             "--y",
                                             "1:3",
                                             "-n",
                                             "1000x500",
                                             "--method",
                                             "richardson",
                                             "--threads",
                                             "1"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(Progress, IsToldOnATerminalAfterASecondAndErased) {
  const TemporaryFolder folder;
  ProcessSetup setup;
  setup.terminal = true;
  const ProcessResult result = run_gradfield(with(kLongTable, {"-o", folder / "field.csv"}), setup);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.output, testing::MatchesRegex("(\rgradfield: [0-9]+ % of 500000 points, [0-9.]+( million)?/s, "
                                                   "([0-9]+ min )?[0-9]+ s left\x1b\\[K)+\r\x1b\\[K"));
}

TEST(Progress, IsSilentWhereNobodyLooksOrWantsIt) {
  const TemporaryFolder folder;
  ProcessSetup at_terminal;
  at_terminal.terminal = true;
  EXPECT_EQ(run_gradfield(with(kLongTable, {"-o", folder / "field.csv", "-q"}), at_terminal).output, "");
  const ProcessResult rows = run_gradfield(with(kLongTable, {"--csv", "--columns", "x", "--no-header"}), at_terminal);
  EXPECT_THAT(rows.output, testing::Not(testing::HasSubstr("gradfield")));
}

TEST(Progress, IsErasedWhereASignalOrAnErrorEndsTheWork) {
  ProcessSetup setup;
  setup.terminal = true;
  const ProcessResult result = run_gradfield(with(kLongTable, {"-o", "/dev/full", "-f", "csv"}), setup);
  EXPECT_EQ(result.exit_code, 74);
  EXPECT_THAT(result.output, testing::HasSubstr("gradfield: error: cannot write to /dev/full"));
}

}  // namespace
}  // namespace gradfield::test
