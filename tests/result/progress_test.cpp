// The line that tells how far a table has come: its words at every size, and its cut to the terminal.
#include "result/progress.hpp"

#include <gmock/gmock.h>

namespace gradfield::test {
namespace {

constexpr std::size_t kWide = 200;

// The part of the line before or behind its first ", ".
std::string rate_of(double rate) {
  const std::string line = progress_line(rate, std::nullopt, 1, kWide);
  return line.substr(line.find(", ") + 2);
}

std::string left_of(double seconds) {
  // One point a second, of which `seconds` are to come.
  const std::string line = progress_line(1, 1 + seconds, 1, kWide);
  return line.substr(line.rfind(", ") + 2);
}

TEST(ProgressLine, TellsPartRateAndTimeLeft) {
  EXPECT_EQ(progress_line(6.72e6, 16e6, 6.72 / 31.2, kWide),
            "gradfield: 42 % of 16000000 points, 31.2 million/s, 1 s left");
  EXPECT_EQ(progress_line(999, 1000, 2, kWide), "gradfield: 99 % of 1000 points, 500/s, 1 s left");
  EXPECT_EQ(progress_line(1000, 1000, 2, kWide), "gradfield: 100 % of 1000 points, 500/s, 0 s left");
  EXPECT_EQ(progress_line(999.9e6, 1e9, 10, kWide), "gradfield: 99 % of 1000000000 points, 100 million/s, 1 s left")
      << "all but a few are not all";
  EXPECT_EQ(progress_line(1, 1, 1, kWide), "gradfield: 100 % of 1 points, 1/s, 0 s left");
}

TEST(ProgressLine, TellsCountAndRateWhereTheTotalIsNotKnown) {
  EXPECT_EQ(progress_line(6720000, std::nullopt, 2, kWide), "gradfield: 6720000 points, 3.36 million/s");
  EXPECT_EQ(progress_line(3, std::nullopt, 1.5, kWide), "gradfield: 3 points, 2/s");
}

TEST(ProgressLine, PromisesNoTimeBeforeThereIsARate) {
  EXPECT_EQ(progress_line(0, 400, 1, kWide), "gradfield: 0 % of 400 points, 0/s");
  EXPECT_EQ(progress_line(0, 400, 0, kWide), "gradfield: 0 % of 400 points, 0/s");
}

TEST(ProgressLine, HasThreeDigitsOfARate) {
  for (const auto& [rate, text] : std::vector<std::pair<double, std::string>>{
           {0.2, "0/s"},
           {7, "7/s"},
           {999.4, "999/s"},
           {999.6, "1.00 thousand/s"},
           {1000, "1.00 thousand/s"},
           {9994, "9.99 thousand/s"},
           {9996, "10.0 thousand/s"},
           {12345, "12.3 thousand/s"},
           {99960, "100 thousand/s"},
           {999400, "999 thousand/s"},
           {999600, "1.00 million/s"},
           {31.25e6, "31.2 million/s"},
           {999.6e6, "1.00 billion/s"},
           {4.5e12, "4500 billion/s"},
       }) {
    EXPECT_EQ(rate_of(rate), text) << rate;
  }
}

TEST(ProgressLine, TellsTheTimeInTheTwoLargestUnits) {
  for (const auto& [seconds, text] : std::vector<std::pair<double, std::string>>{
           {0, "0 s left"},
           {0.01, "1 s left"},
           {59, "59 s left"},
           {59.5, "1 min 0 s left"},
           {125, "2 min 5 s left"},
           {3599, "59 min 59 s left"},
           {3600, "1 h 0 min left"},
           {3780, "1 h 3 min left"},
           {86399, "23 h 59 min left"},
           {86400, "1 d 0 h left"},
           {300000, "3 d 11 h left"},
           {365 * 86400, "365 d 0 h left"},
           {366 * 86400, "more than a year left"},
           {1e180, "more than a year left"},
       }) {
    EXPECT_EQ(left_of(seconds), text) << seconds;
  }
}

TEST(ProgressLine, CountsBeyondEveryInteger) {
  EXPECT_EQ(progress_line(3e7, 1e192, 1, kWide),
            "gradfield: 0 % of 1e+192 points, 30.0 million/s, more than a year left");
  EXPECT_EQ(progress_line(1, 999'999'999'999'999, 1, kWide).substr(0, 43),
            "gradfield: 0 % of 999999999999999 points, 1");
}

TEST(ProgressLine, IsCutToTheTerminal) {
  const std::string whole = progress_line(6.72e6, 16e6, 2, kWide);
  for (std::size_t width = 0; width <= whole.size() + 3; ++width) {
    EXPECT_EQ(progress_line(6.72e6, 16e6, 2, width), whole.substr(0, width)) << width;
  }
}

}  // namespace
}  // namespace gradfield::test
