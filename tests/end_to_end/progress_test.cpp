// The progress of a long table on the terminal of the messages: when it is shown, when not, and that it goes away.
//
// A table takes long because the reader of its rows sleeps, or the writer of its points: so the tests take the same
// time on every machine.
#include <gmock/gmock.h>

#include <chrono>
#include <regex>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

const std::string kClearLine = "\r\x1b[K";

ProcessSetup with_messages_on_terminal(unsigned short columns = 80) {
  ProcessSetup setup;
  setup.terminal_for_messages = true;
  setup.columns = columns;
  return setup;
}

// Makes 10^6 rows; their reader sleeps before it takes the second megabyte.
std::string table_read_late(const std::string& options, const std::string& reader = "cat") {
  return "\"$gradfield\" 'sin(x)*y' -n 1000 --csv --threads 2 " + options + " | { head -c 1000000; sleep 1.3; " +
         reader + "; }; exit ${PIPESTATUS[0]}";
}

std::vector<std::string> shown_lines(const std::string& messages) {
  std::vector<std::string> lines;
  for (std::size_t at = messages.find(kClearLine); at != std::string::npos;) {
    const std::size_t begin = at + kClearLine.size(), end = messages.find(kClearLine, begin);
    lines.push_back(messages.substr(begin, end - begin));
    at = end;
  }
  return lines;
}

TEST(Progress, IsShownAfterASecondAndGoneAtTheEnd) {
  const auto start = std::chrono::steady_clock::now();
  const ProcessResult result = run_bash(table_read_late(""), {}, with_messages_on_terminal());
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  EXPECT_TRUE(result.output == run_gradfield({"sin(x)*y", "-n", "1000", "--csv"}).output)
      << "the table does not change";
  const std::vector<std::string> lines = shown_lines(result.messages);
  ASSERT_GE(lines.size(), 2u) << result.messages;
  EXPECT_EQ(lines.back(), "") << "the last act is to clear the line";
  // Five a second, the first one, and the last act; the table comes in 300 pieces.
  EXPECT_LE(static_cast<double>(lines.size()), 2 + 5 * elapsed.count());
  const std::regex form(
      "gradfield: [0-9]+ % of 1000000 points, [0-9.]+ (thousand|million)/s, ([0-9]+ min )?[0-9]+ s left");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) EXPECT_TRUE(std::regex_match(lines[i], form)) << lines[i];
  EXPECT_THAT(result.messages, Not(HasSubstr("\n")));
}

TEST(Progress, CountsThePointsOfThePartWhateverBecomesOfThem) {
  const ProcessResult part = run_bash(table_read_late("--part 2/3"), {}, with_messages_on_terminal());
  const ProcessResult some = run_bash(
      "{ echo 1 1; sleep 1.2; seq 100000 | awk '{ print $1, -$1 }'; } | \"$gradfield\" x*y --at - --where y==1 > "
      "/dev/null",
      {}, with_messages_on_terminal());
  EXPECT_THAT(part.messages, HasSubstr(" % of 333333 points, "));
  const std::vector<std::string> lines = shown_lines(some.messages);
  ASSERT_GE(lines.size(), 2u) << some.messages;
  const std::regex form("gradfield: [0-9]+ points, [0-9.]+( thousand)?/s");
  EXPECT_TRUE(std::regex_match(lines[0], form)) << lines[0];
  EXPECT_GT(std::stol(lines[0].substr(11)), 1) << "points that --where leaves out are done too";
}

TEST(Progress, IsCutToTheWidthOfTheTerminal) {
  const std::vector<std::string> lines =
      shown_lines(run_bash(table_read_late(""), {}, with_messages_on_terminal(30)).messages);
  ASSERT_GE(lines.size(), 2u);
  EXPECT_EQ(lines[0].size(), 29u) << lines[0];
}

TEST(Progress, MakesWayForAnErrorAndForAReaderThatLeaves) {
  const TemporaryFolder folder;
  ProcessSetup setup = with_messages_on_terminal();
  setup.folder = folder.path();
  const ProcessResult error = run_bash(
      "{ echo 1 2; sleep 1.2; echo 3 4; sleep 0.3; echo five; } | \"$gradfield\" x*y --at - -o field.csv", {}, setup);
  EXPECT_EQ(error.exit_code, 65) << error;
  EXPECT_THAT(error.messages, HasSubstr(" points, ")) << error;
  EXPECT_THAT(error.messages, HasSubstr("/s" + kClearLine + "gradfield: error: ")) << error;
  EXPECT_THAT(folder.names(), testing::IsEmpty());
  const ProcessResult gone = run_bash(table_read_late("", "head -c 3000000"), {}, with_messages_on_terminal());
  EXPECT_EQ(gone.exit_code, 0) << gone.messages;
  EXPECT_THAT(gone.messages, HasSubstr(" % of 1000000 points, "));
  EXPECT_THAT(gone.messages, EndsWith(kClearLine));
}

TEST(Progress, IsNotShownWhereNobodyWantsIt) {
  const std::string table = table_read_late("");
  EXPECT_EQ(run_bash(table_read_late("-q"), {}, with_messages_on_terminal()).messages, "");
  EXPECT_EQ(run_bash(table).messages, "") << "standard error is no terminal";
  ProcessSetup dumb = with_messages_on_terminal();
  dumb.environment = {{"TERM", "dumb"}};
  EXPECT_EQ(run_bash(table, {}, dumb).messages, "") << "a terminal that cannot take a line away";
  EXPECT_EQ(run_bash("stty -icanon <&2; " + table, {}, with_messages_on_terminal()).messages, "")
      << "a pager has the screen";
  EXPECT_EQ(run_gradfield({"sin(x)*y", "-n", "100", "--csv"}, with_messages_on_terminal()).messages, "")
      << "a short table";
  const std::string late_points = "{ echo 1 2; sleep 1.2; echo 3 4; echo 5 6; } | ";
  ProcessSetup screen;
  screen.terminal = true;
  const ProcessResult seen = run_bash(late_points + "\"$gradfield\" x*y --at -", {}, screen);
  EXPECT_THAT(seen.output, HasSubstr("3,4,12,4,3")) << seen;
  EXPECT_THAT(seen.output, Not(HasSubstr("points, "))) << "the rows stand on the terminal";
  // script(1) types what it reads into a terminal of its own.
  const ProcessResult typed =
      run_bash(late_points + "script -qec '\"$gradfield\" x*y --at - | cat > /dev/null' /dev/null");
  EXPECT_THAT(typed.output, HasSubstr("3 4")) << typed;
  EXPECT_THAT(typed.output, Not(HasSubstr("points, "))) << "the points are being typed";
}

TEST(Progress, IsNotShownByAJobInTheBackground) {
  // script(1) gives a terminal of control, bash -m a group to each job.
  const std::string job = "\"$gradfield\" x*y --at fifo > /dev/null";
  const auto run_job = [&](const std::string& end) {
    const TemporaryFolder folder;
    ProcessSetup setup;
    setup.folder = folder.path();
    write_file(folder / "job", "mkfifo fifo; { echo 1 2; sleep 1.2; echo 3 4; echo 5 6; } > fifo & " + job + end);
    return run_bash("script -qec 'bash -m job' /dev/null < /dev/null", {}, setup).output;
  };
  EXPECT_THAT(run_job(""), HasSubstr(" points, "));
  EXPECT_THAT(run_job(" & wait $!"), Not(HasSubstr(" points, ")));
}

TEST(Progress, IsTakenAwayByASignalToo) {
  const ProcessResult result = run_bash(
      "\"$gradfield\" 'sin(x)*y' -n 1000x1000000 --threads 2 -f csv -o /dev/null & sleep 1.5; kill -TERM $!; wait $!",
      {}, with_messages_on_terminal());
  EXPECT_EQ(result.exit_code, 128 + 15) << result.messages;
  EXPECT_THAT(result.messages, HasSubstr("gradfield: "));
  EXPECT_THAT(result.messages, EndsWith(kClearLine));
}

}  // namespace
}  // namespace gradfield::test
