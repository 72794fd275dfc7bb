// --part: parts in order are the whole, byte for byte.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

std::string output_of(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << result;
  return result.output;
}

TEST(Parts, InOrderAreTheWholeTable) {
  for (const Words& table : {Words{"x^2*y", "--csv"},
                             {"sin(x)*cos(y)*exp(-(x^2+y^2)/4)", "-f", "tsv", "-n", "301x7"},
                             {"x^2+y^2", "--csv", "-n", "3x200", "--where", "x*y > 1"},
                             {"x^2+y^2", "--csv", "-n", "300x20", "--where", "x*y > 1", "--columns", "y,norm,x"},
                             {"x*y+z", "--vars", "x,y,z", "--csv", "-n", "5x70x3", "--hessian"},
                             {"x^3", "--vars", "x", "--csv", "-n", "100"},
                             {"x+y", "--csv", "--no-header", "-n", "9"},
                             {"x*y", "-f", "npy", "-n", "40x30"},
                             {"x*y", "-f", "npy", "-n", "40x30", "--where", "x > y"}}) {
    const std::string whole = output_of(table, {});
    for (const int count : {1, 2, 3, 7, 16}) {
      std::string joined;
      for (int i = 1; i <= count; ++i) {
        joined += output_of(table, {"-q", "--part", std::to_string(i) + "/" + std::to_string(count)});
      }
      EXPECT_TRUE(joined == whole) << count << " parts of " << testing::PrintToString(table);
    }
  }
}

TEST(Parts, MayBeMoreThanThePoints) {
  std::string joined;
  for (int i = 1; i <= 11; ++i) {
    const ProcessResult part =
        run_gradfield({"x*y", "--csv", "-n", "2", "--where", "x < 9", "--part", std::to_string(i) + "/11"});
    EXPECT_EQ(part.messages, "") << i;
    joined += part.output;
  }
  EXPECT_EQ(joined, run_gradfield({"x*y", "--csv", "-n", "2"}).output);
}

// 10^6 points on each of 32 axes: the last 10^-9 of them is still 10^183 points.
TEST(Parts, OfAGridThatNoIntegerCountsBeginAtOnce) {
  Words words{"v1",        "--csv",    "--no-header", "-n", "1000000", "--part", "1000000000/1000000000",
              "--columns", "v1,v2,v32"};
  std::string names = "v1";
  for (int k = 2; k <= 32; ++k) names += ",v" + std::to_string(k);
  words.insert(words.end(), {"--vars", names});
  const ProcessResult result = run_bash("\"$gradfield\" \"$@\" | head -1", words);
  EXPECT_EQ(result.output, "-3,-3,3\n") << result;
}

TEST(Parts, AreRefusedWhereThereAreNone) {
  struct Row {
    Words words;
    std::string message;
  };
  for (const Row& row : {
           Row{{"x", "--csv", "--part", "4/3"}, "--part 4/3: '4' must be a whole number from 1 to 3"},
           {{"x", "--csv", "--part", "0/3"}, "--part 0/3: '0' must be a whole number from 1 to 3"},
           {{"x", "--csv", "--part", "1/0"}, "--part 1/0: '0' must be a whole number from 1 to 1000000000"},
           {{"x", "--csv", "--part", "1/1000000001"},
            "--part 1/1000000001: '1000000001' must be a whole number from 1 to 1000000000"},
           {{"x", "--csv", "--part", "2"}, "--part 2: write I/N, such as 1/8: the first of eight parts"},
           {{"x", "--csv", "--part", ""}, "--part : write I/N, such as 1/8: the first of eight parts"},
           {{"x", "--csv", "--part", "1.5/2"}, "--part 1.5/2: write I/N, such as 1/8: the first of eight parts"},
           {{"x", "--csv", "--part", "-1/2"}, "--part -1/2: write I/N, such as 1/8: the first of eight parts"},
           {{"x", "--csv", "--part", "1/2/3"}, "--part 1/2/3: write I/N, such as 1/8: the first of eight parts"},
           {{"x", "-f", "png", "--part", "1/2"},
            "--part: a picture has no parts, and png is a picture; write a table with --csv"},
           {{"x", "--check", "--part", "1/2"}, "--part: a part is one of a grid's table; leave --check away"},
           {{"x", "--explain", "--part", "1/2"}, "--part: a part is one of a grid's table; leave --explain away"},
           {{"x", "--at", "/dev/null", "--part", "1/2"}, "--part: a part is one of a grid's table; leave --at away"},
       }) {
    const ProcessResult result = run_gradfield(row.words);
    EXPECT_EQ(result.exit_code, 64) << result;
    EXPECT_EQ(result.messages, "gradfield: error: " + row.message + "\n");
    EXPECT_EQ(result.output, "");
  }
}

}  // namespace
}  // namespace gradfield::test
