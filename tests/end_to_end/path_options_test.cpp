// What is said about --path by the real binary: every end with its note, and what is refused.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/notes.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

// The one note, without what all notes begin with.
std::string note_of(const std::string& formula, const Words& words) {
  const std::vector<std::string> lines = lines_of(run_paths(formula, words).messages);
  EXPECT_EQ(lines.size(), 1u) << testing::PrintToString(words);
  const std::string front = "gradfield: note: path 1";
  EXPECT_EQ(lines.at(0).substr(0, front.size()), front);
  return lines.at(0).substr(front.size());
}

TEST(PathNotes, SayWhereAPathEndedAndWhy) {
  struct Row {
    std::string formula;
    Words words;
    std::string
        note;  // with a # for a number that is no promise: of steps to a minimum, and of what is left of the slope
  };
  for (const Row& row : {
           Row{"x^2+y^2", {"--path", "2,1"}, ": at (0, 0) after # steps, |∇f| = #, rate 0.2"},
           {"x^2+y^2", {"--path", "0,0"}, ": at (0, 0) after 0 steps, |∇f| = 0, rate 0.2"},
           {"(x-1/3)^2", {"--path", "0", "--vars", "x"}, ": at (0.3333) after # steps, |∇f| = #, rate 0.2"},
           {"x^2+y^2",
            {"--path", "2,1", "--iterations", "1"},
            ": at (1.2, 0.6) after 1 step, |∇f| = 2.7, rate 0.2; take more --iterations to go on"},
           {"x^2+y^2",
            {"--path", "1,2", "--rate", "1"},
            " goes to and fro between (-1, -2) and (1, 2); take a smaller --rate than 1: stable there up to 1, 2/λmax"},
           {"x^2+y^2",
            {"--path", "1,1", "--rate", "1.5"},
            " diverges: f is 32 at (4, 4) after 2 steps; take a smaller --rate than 1.5: stable there up to 1, 2/λmax"},
           {"x^2+y^2",
            {"--path", "1,1", "--rate", "1e-16"},
            ": at (1, 1) after 10000 steps, |∇f| = 2.8, rate 1e-16; take more --iterations to go on"},
           {"x^2+y^2",
            {"--path", "1,1", "--rate", "1e-17"},
            ": at (1, 1) after 0 steps, |∇f| = 2.8, rate 1e-17; a step is less than the rounding of the point"},
           {"3*x+4*y",
            {"--path", "0,0", "--rate", "0.5"},
            " leaves the ranges: at (-3, -4) after 2 steps, |∇f| = 5, rate 0.5"},
           {"log(x)", {"--path", "1,0", "--rate", "2"}, ": at (-1, 0) after 1 step, where f is nan"},
           {"sqrt(x)", {"--path", "0,0"}, ": at (0, 0) after 0 steps, where a slope is inf"},
           {"x^2+y^2",
            {"--path", "2,0", "--rate", "1/4", "--where", "x > 0.6"},
            ": at (1, 0) after 1 step, |∇f| = 2, rate 0.25; --where does not hold at the next point"},
           {"abs(x)+abs(y)",
            {"--path", "2,1", "--rate", "0.3", "--iterations", "7"},
            ": at (-0.1, 0.1) after 7 steps, |∇f| = 1.4, rate 0.3; take more --iterations to go on"},
           {"abs(x)+abs(y)",
            {"--path", "2,1", "--rate", "1.5", "--iterations", "2"},
            ": at (-1, 1) after 2 steps, |∇f| = 1.4, rate 1.5; take a smaller --rate than 1.5"},
           {"a^2+b",
            {"--vars", "a,b,c,d,k,l,m,n,o", "--path", "0,-3,0,0,0,1,0,0,0", "--rate", "1"},
            " leaves the ranges: at (0, -4, 0, 0, 0, 1, 0, 0, ...) after 1 step, |∇f| = 1, rate 1"},
           // Of large and small ranges.
           {"(x-1234567)^2",
            {"--vars", "x", "--x", "1e6:2e6", "--path", "1e6"},
            ": at (1234600) after # steps, |∇f| = #, rate 0.2"},
           {"(1e9*x-1.23456789)^2",
            {"--vars", "x", "--x", "0:1e-8", "--path", "0"},
            ": at (1.235e-09) after # steps, |∇f| = #, rate 2e-19"},
       }) {
    EXPECT_THAT(note_of(row.formula, row.words), IsWithNumbers(row.note)) << row.formula;
    Words quiet = row.words;
    quiet.push_back("-q");
    const ProcessResult result = run_paths(row.formula, quiet);
    EXPECT_EQ(result.messages, "") << row.formula;
    EXPECT_EQ(result.output, run_paths(row.formula, row.words).output);
  }
}

TEST(PathNotes, StandForEachPath) {
  const std::vector<std::string> notes = lines_of(run_paths("x^2-y^2", {"--path", "2,0", "--path", "2,1"}).messages);
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_THAT(
      notes[0],
      IsWithNumbers("gradfield: note: path 1: at (0, 0) after # steps, |∇f| = #, rate 0.2; a saddle, no minimum"));
  EXPECT_EQ(notes[1],
            "gradfield: note: path 2 leaves the ranges: at (0.2592, 3.8416) after 4 steps, |∇f| = 7.7, rate 0.2");
}

TEST(PathNotes, TellASaddleAndAMaximumFromAMinimum) {
  const auto note = [](const std::string& formula, const std::string& start) {
    return lines_of(run_paths(formula, {"--path", start}).messages).at(0);
  };
  EXPECT_THAT(note("x*y", "1,1"), testing::EndsWith("; a saddle, no minimum"));
  EXPECT_THAT(note("-x^2-y^2", "0,0"), testing::EndsWith("; a maximum"));
  for (const std::string minimum : {"x^2+y^2", "x^2+1e-3*y^2", "x^4+y^2", "(x+y)^2", "max(x,0)^2"}) {
    EXPECT_THAT(note(minimum, "1,1"), testing::Not(testing::EndsWith("m"))) << minimum;
  }
}

TEST(PathOptions, AreRefusedWithTheCure) {
  struct Row {
    Words words;
    std::string message;
  };
  for (const Row& row : {
           Row{{"--path", "1"}, "--path 1: 1 value for 2 variables; give one for each: x,y"},
           {{"--path", "1,2,3"}, "--path 1,2,3: 3 values for 2 variables; give one for each: x,y"},
           {{"--path", "1,"}, "--path: a value is missing"},
           {{"--path", "1,1/0"}, "--path: '1/0' is not finite: inf"},
           {{"--path", "5,1"}, "--path 5,1: x=5 lies outside the range -3:3; widen it: --x -3:5"},
           {{"--path", "1,-9", "--y", "0:1"}, "--path 1,-9: y=-9 lies outside the range 0:1; widen it: --y -9:1"},
           {{"--path", "1,1", "--where", "x > 2"},
            "--path 1,1: --where 'x > 2' does not hold there; start where it does"},
           {{"--path", "1,1", "--rate", "0"}, "--rate: the rate must be larger than 0"},
           {{"--path", "1,1", "--rate", "-1"}, "--rate: the rate must be larger than 0; --ascent climbs"},
           {{"--path", "1,1", "--rate", "inf"}, "--rate: 'inf' is not finite"},
           {{"--path", "1,1", "--iterations", "0"}, "--iterations: '0' must be a whole number from 1 to 1000000"},
           {{"--path", "1,1", "--iterations", "1000001"},
            "--iterations: '1000001' must be a whole number from 1 to 1000000"},
           {{"--path", "1,1", "--check"}, "--path: --check has no paths; leave one of them away"},
           {{"--path", "1,1", "--explain"}, "--path: --explain has no paths; leave one of them away"},
           {{"--path", "1,1", "--at", "/dev/null"},
            "--path: the points of --at are a table of their own; leave one of them away"},
           {{"--path", "1,1", "--part", "1/2"}, "--part: a part is one of a grid's table; leave --path away"},
           {{"--path", "1,1", "--columns", "df_dx"},
            "--columns: there is no column 'df_dx'; there are path, step, x, y, f and norm"},
       }) {
    Words words = row.words;
    words.push_back("x*y");
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 64) << testing::PrintToString(words) << result;
    EXPECT_EQ(result.messages, "gradfield: error: " + row.message + "\n");
    EXPECT_EQ(result.output, "");
  }
  const ProcessResult named = run_gradfield({"path*y", "--vars", "path,y", "--path", "1,1"});
  EXPECT_EQ(named.messages, "gradfield: error: --vars: 'path' is the name of another column of the table of paths\n");
  EXPECT_EQ(run_gradfield({"path*y", "--vars", "path,y", "--csv", "-n", "2"}).exit_code, 0);
  EXPECT_THAT(run_gradfield({"u*v", "--vars", "u,v", "--path", "9,9"}).messages,
              HasSubstr("widen it: --range u=-3:9\n"));
}

TEST(PathOptions, LeaveThePictureOfTheFieldAndAreReadForItToo) {
  for (const std::string format : {"text", "gp"}) {
    EXPECT_EQ(run_gradfield({"x^2+y^2", "-f", format, "--path", "2,1", "--rate", "0.1"}).exit_code, 0) << format;
    EXPECT_EQ(run_gradfield({"x^2+y^2", "-f", format, "--path", "2"}).exit_code, 64) << format;
    EXPECT_EQ(run_gradfield({"x^2+y^2", "-f", format, "--path", "2,1", "--rate", "-1"}).exit_code, 64) << format;
  }
}

// Without what a script says of its own command.
std::string drawing_of(Words words) {
  std::string drawing;
  for (const std::string& line : lines_of(run_gradfield(words).output))
    if (!line.starts_with("#")) drawing += line + '\n';
  return drawing;
}

TEST(PathOptions, TurnArrowsAndStreamLinesTheWayThePathsGo) {
  for (const Words& words : {
           Words{"x^2-y^2", "--path", "2,0.01", "-f", "gp", "-q"},
           {"x^2-y^2", "--path", "2,0.01", "--stream", "-f", "gp", "-q"},
           {"x^2-y^2", "--path", "2,0.01", "--surface", "-f", "gp", "-q"},
           {"x^2-y^2+z^2", "--vars", "x,y,z", "--path", "2,0.01,1", "-f", "gp", "-q"},
           {"x^2-y^2", "--path", "2,0.01", "-f", "text", "-q"},
       }) {
    Words down = words;
    down.push_back("--descent");
    EXPECT_EQ(drawing_of(words), drawing_of(down)) << testing::PrintToString(words);
    EXPECT_THAT(drawing_of(words), testing::AnyOf(HasSubstr("-\u2207f"),
                                                  HasSubstr("\\0342\\0210\\0222\\0342\\0210\\0207\\0173/:Italic f")))
        << testing::PrintToString(words);
  }
  // A curve of one variable has no arrows, and a table says which way its columns go.
  EXPECT_NE(drawing_of({"x^2", "--vars", "x", "--path", "2", "-f", "gp", "-q"}),
            drawing_of({"x^2", "--vars", "x", "--path", "2", "-f", "gp", "-q", "--descent"}));
}

TEST(PathOptions, SayWhereTheyDoNothing) {
  EXPECT_EQ(run_gradfield({"x", "--rate", "2", "--iterations", "3", "-n", "2"}).messages,
            "gradfield: note: --rate has no effect without --path\n"
            "gradfield: note: --iterations has no effect without --path\n");
  const ProcessResult table = run_gradfield(
      {"x^2", "--path", "0,0", "--descent", "--hessian", "-n", "3", "--color", "f", "--precision", "3", "-f", "npy"});
  for (const std::string option : {"descent", "hessian", "points", "color", "precision"}) {
    EXPECT_THAT(table.messages, HasSubstr("--" + option + " has no effect on a binary table of paths\n"));
  }
}

}  // namespace
}  // namespace gradfield::test
