// Gradients at points of one's own: --at, its rows, its options, its errors.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

// What --at - makes of `input`, silently.
std::string table_at(const std::string& input, Words words) {
  words.insert(words.end(), {"--at", "-"});
  const ProcessResult result = run_gradfield(words, with_input(input));
  EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(words) << result;
  EXPECT_EQ(result.messages, "") << testing::PrintToString(words) << result;
  return result.output;
}

TEST(At, GivesARowForEachPoint) {
  EXPECT_EQ(table_at("1 2\n3,4\n# no point\n-5\t0.5", {"x^2*y"}),
            "x,y,f,df_dx,df_dy\n1,2,2,4,1\n3,4,36,24,9\n-5,0.5,12.5,-5,25\n");
  EXPECT_EQ(table_at("1\n2\n", {"t^2", "--vars", "t"}), "t,f,df_dt\n1,1,2\n2,4,4\n");
  EXPECT_EQ(table_at("c,b,a\n1,2,3\n", {"a+b*c", "--vars", "a,b,c"}), "a,b,c,f,df_da,df_db,df_dc\n3,2,1,5,1,1,2\n");
  const ProcessResult file = run_gradfield({"x*y", "--at", GRADFIELD_TEST_DATA "/points.txt"});
  EXPECT_EQ(file.output, "x,y,f,df_dx,df_dy\n2,3,6,3,2\n-1.5,nan,nan,nan,nan\n4,0.25,1,0.25,4\n") << file;
}

TEST(At, AgreesWithPythonToTheByteAtRandomPoints) {
  const std::string points = run_python(
      "import random\n"
      "random.seed(2)\n"
      "for n in range(3000): print('%r %.*g' % (random.uniform(-9, 9), random.randrange(1, 18), random.gauss(0, "
      "1e3)))\n");
  EXPECT_EQ(table_at(points, {"x*y+x*x", "--no-header"}),
            run_python("import sys\n"
                       "def text(v): return repr(v)[:-2] if repr(v).endswith('.0') else repr(v)\n"
                       "for line in sys.stdin:\n"
                       "  x, y = map(float, line.split())\n"
                       "  print(','.join(map(text, (x, y, x*y + x*x, y + 2*x, x))))\n",
                       points));
}

TEST(At, ReadsATableOfGradfieldAndGivesItBack) {
  const std::string table = run_gradfield({"sin(x)*exp(y)", "-n", "50"}).output;
  const ProcessResult again = run_gradfield({"sin(x)*exp(y)", "--at", "-"}, with_input(table));
  EXPECT_EQ(again.output, table);
  EXPECT_EQ(again.messages,
            "gradfield: note: standard input: no variables, and so not read: 'f', 'df_dx' and 'df_dy'\n");
  const ProcessResult quiet = run_gradfield({"sin(x)*exp(y)", "--at", "-", "-q"}, with_input(table));
  EXPECT_EQ(quiet.output, table);
  EXPECT_EQ(quiet.messages, "");
}

TEST(At, TakesTheOptionsOfTables) {
  const std::string point = "1 2\n";
  EXPECT_EQ(table_at(point, {"x*y^3", "--hessian", "--no-header"}), "1,2,8,8,12,0,12,12\n");
  EXPECT_EQ(table_at(point, {"x*y", "--descent", "-f", "tsv"}), "x\ty\tf\tdescent_x\tdescent_y\n1\t2\t2\t-2\t-1\n");
  EXPECT_EQ(table_at(point, {"x/3", "--columns", "df_dx,y", "--precision", "3"}), "df_dx,y\n0.333,2\n");
  EXPECT_EQ(table_at(point, {"x^3", "--method", "central", "--step", "0.5", "--columns", "df_dx"}), "df_dx\n3.25\n");
  EXPECT_EQ(table_at("1 2\n3 4\n5 6\n", {"x*y", "--where", "x > a", "-D", "a=2", "--no-header"}),
            "3,4,12,4,3\n5,6,30,6,5\n");
}

TEST(At, StepsByTheMagnitudeOfEachPointButNoLessThanThatOfOne) {
  // A jump of 1 within the step is a slope of 1/(2h); h is 6.055e-06 times the magnitude.
  const auto step_at = [](const std::string& x, const std::string& jump) {
    const std::string slope =
        table_at(x, {"t > " + jump, "--vars", "t", "--method", "central", "--columns", "df_dt", "--no-header"});
    return 0.5 / std::stod(slope);
  };
  constexpr double kCubeRootOfEpsilon = 6.055454452393343e-06;
  EXPECT_NEAR(step_at("0", "5e-6") / kCubeRootOfEpsilon, 1, 1e-6);  // the step is rounded where it is added to 1000
  EXPECT_NEAR(step_at("0.5", "0.500005") / kCubeRootOfEpsilon, 1, 1e-6);
  EXPECT_NEAR(step_at("1000", "1000.005") / kCubeRootOfEpsilon, 1000, 1e-3);
  EXPECT_NEAR(step_at("-1000", "-1000.005") / kCubeRootOfEpsilon, 1000, 1e-3);
}

TEST(At, WritesPointsThatAreNotFiniteAsTheyAre) {
  EXPECT_EQ(table_at("nan 1\n2,nan\ninf -inf\n-0 1e-400\n", {"x^2", "--no-header"}),
            "nan,1,nan,nan,0\n2,nan,4,4,0\ninf,-inf,inf,inf,0\n0,0,0,0,0\n");
}

TEST(At, IsATableOnATerminalToo) {
  ProcessSetup setup = with_input("1 2\n");
  setup.terminal = true;
  EXPECT_EQ(run_gradfield({"x", "--at", "-"}, setup).output, "x,y,f,df_dx,df_dy\r\n1,2,1,1,0\r\n");
}

TEST(At, OfNoPointsIsAHeaderAndANote) {
  const TemporaryFolder folder;
  write_file(folder / "none", "");
  const std::string path = folder / "none";
  const ProcessResult result = run_gradfield({"x", "--at", path});
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(result.output, "x,y,f,df_dx,df_dy\n");
  EXPECT_EQ(result.messages, "gradfield: note: there are no points in " + path + "\n");
  EXPECT_EQ(table_at("# nothing\n", {"x", "-q", "--no-header"}), "");
  const ProcessResult closed = run_bash("\"$gradfield\" x --at - <&-");
  EXPECT_EQ(closed.messages, "gradfield: note: there are no points in standard input\n") << closed;
  EXPECT_EQ(closed.exit_code, 0);
}

TEST(At, WritesTheRowsBeforeABadLineAndNoneAfter) {
  const TemporaryFolder folder;
  std::string good, rows = "x,y,f,df_dx,df_dy\n", few = rows;
  int lines = 0;
  for (const int count : {1, 255, 256, 257, 512, 1000}) {  // about the ends of tiles of 256 points
    for (; lines < count; ++lines) {
      const std::string row = std::to_string(lines) + ",1," + std::to_string(lines) + ",1,0\n";
      good += std::to_string(lines) + " 1\n";
      rows += row;
      if (lines < 200) few += row;
    }
    const std::string input = good + "1 2 3\n" + good, error = "gradfield: error: standard input, line " +
                                                               std::to_string(count + 1) +
                                                               ": 3 values in place of 2\n"
                                                               "  1 2 3\n"
                                                               "      ^ the variables are x and y\n";
    const ProcessResult all = run_gradfield({"x", "--at", "-"}, with_input(input));
    EXPECT_EQ(all.exit_code, 65) << all.messages;
    EXPECT_EQ(all.output, rows);
    EXPECT_EQ(all.messages, error);
    // A filter that keeps none of the points just before the bad line holds none of the earlier rows back.
    const ProcessResult filtered = run_gradfield({"x", "--at", "-", "--where", "x < 200"}, with_input(input));
    EXPECT_EQ(filtered.exit_code, 65);
    EXPECT_EQ(filtered.output, few);
    const ProcessResult file = run_gradfield({"x", "--at", "-", "-o", folder / "out.csv"}, with_input(input));
    EXPECT_EQ(file.exit_code, 65) << file;
    EXPECT_EQ(file.output, "");
    EXPECT_THAT(folder.names(), testing::IsEmpty());
  }
}

TEST(At, WritesNothingWhereTheFirstLineOfAFileIsWrong) {
  for (const std::string input : {"1\n", "X,Y\n1 2\n", "x,x\n", "1 two\n3 4\n"}) {
    const ProcessResult result = run_gradfield({"x", "--at", "-"}, with_input(input));
    EXPECT_EQ(result.exit_code, 65) << result;
    EXPECT_EQ(result.output, "") << input;
  }
}

TEST(At, RefusesWhatDoesNotGoWithIt) {
  struct Row {
    Words words;
    int code;
    std::string message;
  };
  const TemporaryFolder folder;
  const std::string none = folder / "none", place = folder.path();
  for (const Row& row : {
           Row{{"x", "--at", "-", "--x", "0:1"}, 64, "--at: the file gives the points of a table; leave --x away"},
           {{"x", "--at", "-", "--range", "y=0:1"},
            64,
            "--at: the file gives the points of a table; leave --range away"},
           {{"x", "--at", "-", "-n", "5"}, 64, "--at: the file gives the points of a table; leave -n away"},
           {{"x", "--at", "-", "-f", "text"},
            64,
            "--at: points of a file make a table or a drawn picture, and text is neither; write a table with --csv, or "
            "draw a file with -o field.png"},
           {{"-", "--at", "-"},
            64,
            "--at: the points and the expression cannot both come from standard input; give the formula in quotes, or "
            "the points in a file"},
           {{"x", "--at", none}, 66, "cannot read '" + none + "': No such file or directory"},
           {{"x", "--at", place, "-o", folder / "a.csv"}, 66, "cannot read '" + place + "': it is a directory"},
           {{"x", "--at", "/proc/self/mem"}, 66, "cannot read '/proc/self/mem': Input/output error"},
           {{"x", "--vars", "nan,y"}, 64, "--vars: 'nan' reads as a number"},
           {{"x", "--at"}, 64, "--at needs a value: --at FILE"},
       }) {
    const ProcessResult result = run_gradfield(row.words, with_input("1 2\n"));
    EXPECT_EQ(result.exit_code, row.code) << result;
    EXPECT_EQ(result.messages, "gradfield: error: " + row.message + "\n");
    EXPECT_EQ(result.output, "") << result;
  }
  EXPECT_THAT(folder.names(), testing::IsEmpty());
  const ProcessResult directory = run_bash("cd /; \"$gradfield\" x --at - < .");
  EXPECT_EQ(directory.exit_code, 66) << directory;
  EXPECT_EQ(directory.messages, "gradfield: error: cannot read standard input: it is a directory\n");
}

TEST(At, ReadsNoFileThatItsOwnRowsAreAppendedTo) {
  const TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  for (const std::string at : {"p", "- < p"}) {
    write_file(folder / "p", "1 2\n");
    const ProcessResult result = run_bash("\"$gradfield\" x --at " + at + " >> p", {}, setup);
    EXPECT_EQ(result.exit_code, 64) << result;
    EXPECT_EQ(result.messages,
              "gradfield: error: --at: standard output is the file that the points come from; write another, or this "
              "one with -o\n");
    EXPECT_EQ(read_file(folder / "p"), "1 2\n");
  }
  const ProcessResult replaced = run_bash("\"$gradfield\" x --at p -o p -f csv", {}, setup);
  EXPECT_EQ(replaced.exit_code, 0) << replaced;
  EXPECT_EQ(read_file(folder / "p"), "x,y,f,df_dx,df_dy\n1,2,1,1,0\n");
}

TEST(At, MayHoldTheFormulaOrThePointsInStandardInput) {
  const TemporaryFolder folder;
  write_file(folder / "points", "1 2\n");
  const ProcessResult formula = run_gradfield({"-", "--at", folder / "points"}, with_input("x*y\n"));
  EXPECT_EQ(formula.output, "x,y,f,df_dx,df_dy\n1,2,2,2,1\n") << formula;
  const ProcessResult device = run_gradfield({"x*y", "--at", "/dev/stdin"}, with_input("1 2\n"));
  EXPECT_EQ(device.output, formula.output) << device;
}

}  // namespace
}  // namespace gradfield::test
