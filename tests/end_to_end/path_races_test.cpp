// Optimisers that race, crowds of paths and their summaries, through the real binary.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/notes.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kHimmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";

TEST(PathRaces, AreTablesWithTheNameOfTheOptimiser) {
  // v = 0.5 v + g by hand: g = 2x; x: 2, 1, then v = 0.5*4+2 = 4 and x = 0.
  EXPECT_EQ(run_paths("x^2", {"--vars", "x", "--path", "2", "--optimizer", "gd, momentum", "--rate", "0.25",
                              "--momentum", "0.5", "--iterations", "2", "-q"})
                .output,
            "path,optimizer,step,x,f,norm\n1,gd,0,2,4,4\n1,gd,1,1,1,2\n1,gd,2,0.5,0.25,1\n"
            "1,momentum,0,2,4,4\n1,momentum,1,1,1,2\n1,momentum,2,0,0,0\n");
  EXPECT_EQ(run_paths("x^2+y^2", {"--path", "2,1", "--path", "1,1", "--optimizer", "newton", "-f", "tsv", "--columns",
                                  "optimizer,path,x", "-q"})
                .output,
            "optimizer\tpath\tx\nnewton\t1\t2\nnewton\t1\t0\nnewton\t2\t1\nnewton\t2\t0\n");
}

TEST(PathRaces, AreArraysWithWordsForNumpy) {
  const ProcessResult npy = run_bash(
      "\"$gradfield\" x^2-y^2 --path 1,0 --optimizer gd,backtracking --rate 0.25 --iterations 3 -q -f npy | "
      "/usr/bin/python3 -c \"$1\"; "
      "\"$gradfield\" x^2-y^2 --path 1,0 --optimizer newton,adam --summary -q -f npy | /usr/bin/python3 -c \"$2\"",
      {"import io, sys, numpy as np\n"
       "a = np.load(io.BytesIO(sys.stdin.buffer.read()))\n"
       "print(a.dtype.names, a.shape, sorted(set(a['optimizer'])), a['x'][1])\n",
       "import io, sys, numpy as np\n"
       "a = np.load(io.BytesIO(sys.stdin.buffer.read()))\n"
       "print(a['optimizer'], a['end'], a['lambda_min'], a['lambda_max'])\n"});
  EXPECT_EQ(npy.output,
            "('path', 'optimizer', 'step', 'x', 'y', 'f', 'norm') (8,) ['backtracking', 'gd'] 0.5\n"
            "['newton' 'adam'] ['saddle' 'saddle'] [-2. -2.] [2. 2.]\n")
      << npy;
}

TEST(PathSummary, IsALineAPath) {
  EXPECT_EQ(run_paths("x^2+3*y^2", {"--path", "1,1", "--path", "2,0", "--rate", "1,1/4", "--summary", "-q"}).output,
            "path,optimizer,steps,x,y,f,norm,end,lambda_min,lambda_max,rate\n"
            "1,gd,1,-1,-5,76,30.066592756745816,diverges,2,6,1\n"
            "2,gd,38,7.275957614183426e-12,0,5.293955920339377e-23,1.4551915228366852e-11,minimum,2,6,0.25\n");
  // One rate: no column of it, unless asked for.
  EXPECT_EQ(run_paths("x^2", {"--vars", "x", "--path", "1", "--rate", "0.5", "--summary", "-q"}).output,
            "path,optimizer,steps,x,f,norm,end,lambda_min,lambda_max\n1,gd,1,0,0,0,minimum,2,2\n");
  EXPECT_EQ(
      run_paths("x^2", {"--vars", "x", "--path", "1", "--rate", "0.5", "--summary", "-q", "--columns", "end,rate"})
          .output,
      "end,rate\nminimum,0.5\n");
}

TEST(PathSummary, IsTheLastLineOfEachPath) {
  const Words words{"--path", "random=30,seed=4", "--x", "-5:5", "--y", "-5:5", "--optimizer", "gd,adam,bfgs", "-q"};
  Words all = words, last = words;
  all.insert(all.end(), {"--columns", "path,optimizer,step,x,y,f,norm"});
  last.insert(last.end(), {"--summary", "--columns", "path,optimizer,steps,x,y,f,norm"});
  std::string expected = "path,optimizer,steps,x,y,f,norm\n", before;
  const std::vector<std::string> lines = lines_of(run_paths(kHimmelblau, all).output);
  for (std::size_t i = 2; i <= lines.size(); ++i) {
    const bool begins = i == lines.size() || lines[i].find(",0,") == lines[i].find(',', lines[i].find(',') + 1);
    if (begins) expected += lines[i - 1] + "\n";
  }
  EXPECT_EQ(run_paths(kHimmelblau, last).output, expected);
  EXPECT_EQ(lines_of(expected).size(), 91u);
}

TEST(PathCrowds, AreTheSameBytesForAnyNumberOfThreads) {
  const Words words{"--path", "random=700",  "--x",       "-5:5",         "--y",
                    "-5:5",   "--optimizer", "gd,newton", "--iterations", "50"};
  Words one = words, four = words;
  one.insert(one.end(), {"--threads", "1"});
  four.insert(four.end(), {"--threads", "4"});
  const ProcessResult alone = run_paths(kHimmelblau, one), together = run_paths(kHimmelblau, four);
  EXPECT_EQ(alone.output, together.output);
  EXPECT_EQ(alone.messages, together.messages);
  EXPECT_EQ(lines_of(alone.messages).size(), 1u) << alone.messages;
  EXPECT_THAT(alone.messages, AllOf(HasSubstr("gd: 700 paths: "), HasSubstr("; newton: 700 paths: "),
                                    HasSubstr(" end in minima"), HasSubstr(" are not at rest")));
}

TEST(PathCrowds, HoldNoMoreInMemoryThanTheyWrite) {
  // 200 MiB of address space, and paths that would take 320 MB.
  const ProcessResult result = run_bash(
      "ulimit -v 800000; \"$gradfield\" 'sin(3*x)*cos(2*y)+0.01*x' --path random=100000 --rate 0.001 --until 0 "
      "--iterations 100 -q --columns x --threads 1 | wc -l");
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_GT(std::stoul(result.output), 9'000'000u);
}

TEST(PathCrowds, StartWhereTheConditionHolds) {
  const ProcessResult result =
      run_paths("x^2+y^2", {"--path", "grid=10x10", "--where", "x > 0", "--summary", "--columns", "path,end"});
  EXPECT_EQ(lines_of(result.output).size(), 51u);
  EXPECT_THAT(result.messages, HasSubstr("50 paths: "));
  const ProcessResult none = run_gradfield({"x^2+y^2", "--path", "grid=10x10", "--where", "x > 7", "--csv"});
  EXPECT_EQ(none.exit_code, 64);
  EXPECT_EQ(none.messages, "gradfield: error: --path: --where 'x > 7' holds at none of the starts\n");
}

TEST(PathOptions, OfOptimisersAreRefusedWithTheCure) {
  struct Row {
    Words words;
    std::string message;
  };
  for (const Row& row : {
           Row{{"--momentum", "0.5"}, "--momentum: gd does not use it; momentum and nesterov do: --optimizer momentum"},
           {{"--beta2", "0.5", "--optimizer", "gd,newton"},
            "--beta2: gd and newton do not use it; adam does: --optimizer adam"},
           {{"--momentum", "1", "--optimizer", "momentum"}, "--momentum: '1' must be at least 0 and below 1"},
           {{"--epsilon", "-1", "--optimizer", "adam"}, "--epsilon: '-1' must be at least 0"},
           {{"--optimizer", "simplex"},
            "--optimizer: there is no optimizer 'simplex'; there are gd, momentum, nesterov, adagrad, rmsprop, adam, "
            "newton, bfgs and backtracking"},
           {{"--optimizer", "gd,gd"}, "--optimizer: gd stands there twice"},
           {{"--path", "1,2", "--path", "2,1", "--rate", "1", "--rate", "2"},
            "--rate: 2 rates for 3 paths; give one for all, or one for each"},
           {{"--until", "-1"}, "--until: the length of a gradient is not below 0"},
           {{"--box", "bounce"}, "--box: there is no rule 'bounce'; there are leave, reflect and project"},
           {{"--path", "grid=3x3x3"},
            "--path: '3x3x3' has 3 counts for 2 variables; give one for all, or one for each"},
           {{"--path", "random=0"}, "--path: '0' must be a whole number from 1 to 1000000"},
           {{"--path", "random=3,5"}, "--path: write random=20 or random=20,seed=1"},
           {{"--ascent", "--descent", "-q"},
            "--ascent: paths climb, and --descent points down; leave one of them away"},
       }) {
    Words words{"x*y", "--path", "1,1", "--csv"};
    words.insert(words.end(), row.words.begin(), row.words.end());
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 64) << testing::PrintToString(words) << result;
    EXPECT_EQ(result.messages, "gradfield: error: " + row.message + "\n");
  }
  const ProcessResult many = run_gradfield({"x*y", "--path", "grid=200x200", "-f", "gp"});
  EXPECT_EQ(
      many.messages,
      "gradfield: error: --path: a picture shows at most 10000 paths; start fewer, or write a table with --csv\n");
}

TEST(PathNotes, TellTheTruthOfEachOptimiser) {
  EXPECT_THAT(lines_of(run_paths("x^2-y^2", {"--path", "2,0", "--optimizer", "gd,newton"}).messages),
              ElementsAre(IsWithNumbers("gradfield: note: path 1, gd: at (0, 0) after # steps, |∇f| = #, rate 0.2; a "
                                        "saddle, no minimum"),
                          "gradfield: note: path 1, newton: at (0, 0) after 1 step, |∇f| = 0, rate 1; a saddle, no "
                          "minimum"));
  EXPECT_THAT(run_paths("x+2*y", {"--path", "0,0", "--box", "project"}).messages,
              testing::EndsWith("; a minimum on the border\n"));
  EXPECT_THAT(run_paths("-x^2-y^2", {"--path", "2,1", "--ascent"}).messages, Not(HasSubstr("maximum")))
      << "it is what a path up looks for";
  EXPECT_THAT(run_paths("x^2+y^2", {"--path", "0,0", "--ascent"}).messages, HasSubstr("; a minimum\n"));
}

// Words of the script's labels, as they are typed, without what makes letters italic.
std::string script_of(Words words) {
  words.insert(words.end(), {"-f", "gp", "-q"});
  return run_gradfield(words).output;
}

TEST(PathRaces, ShowEachOptimiserInAColourAndWithAMarkOfItsOwn) {
  const std::string script =
      script_of({kHimmelblau, "--x", "-5:5", "--y", "-5:5", "--path", "0,0", "--optimizer", "gd,momentum,adam"});
  for (const std::string text : {"\"gd: ", "\"momentum: ", "\"adam: ", ", a minimum\""}) {
    EXPECT_THAT(script, HasSubstr(text));
  }
  // The first mark of each: its corners, closed by the first again.
  std::vector<std::size_t> corners;
  std::set<std::string> colors;
  for (const std::string number : {"1", "2", "3"}) {
    const std::size_t begin = script.find("$steps" + number + " << EOD\n");
    ASSERT_NE(begin, std::string::npos);
    const std::string block = script.substr(script.find('\n', begin) + 1);
    corners.push_back(lines_of(block.substr(0, block.find("\n\n") + 1)).size() - 1);
    const std::size_t plot = script.find("$path" + number + " using 1:2");
    colors.insert(script.substr(script.find("rgb \"#", plot), 13));
  }
  EXPECT_THAT(corners, ElementsAre(20, 4, 3)) << "a dot, a square, a triangle";
  EXPECT_EQ(colors.size(), 3u);
}

TEST(PathRaces, AreToldApartByMarksInText) {
  const Words words{kHimmelblau, "--x",         "-5:5",    "--y", "-5:5", "--path",
                    "0,0",       "--optimizer", "gd,adam", "-f",  "text", "-q"};
  EXPECT_THAT(run_gradfield(words).output, AllOf(HasSubstr("• gd"), HasSubstr("▪ adam")));
}

TEST(PathRaces, TellTheirRates) {
  const std::string script =
      script_of({"x^2", "--vars", "x", "--path", "2.5", "--rate", "0.05,0.95,1.1", "--iterations", "8"});
  for (const std::string text :
       {"\"rate 0.05: 8 steps, not at rest", "\"rate 0.95: ", "\"rate 1.1: ", ", diverges\""}) {
    EXPECT_THAT(script, HasSubstr(text));
  }
}

TEST(PathCrowds, AreOneEntryOfTheKey) {
  const std::string crowd =
      script_of({kHimmelblau, "--x", "-5:5", "--y", "-5:5", "--path", "grid=7x7", "--color", "gray"});
  EXPECT_THAT(crowd, HasSubstr("\"49 paths: "));
  EXPECT_THAT(crowd, Not(HasSubstr("path 1: ")));
  // One part of the plot for the paths to each of the four minima.
  EXPECT_THAT(crowd, AllOf(HasSubstr("$path4 using 1:2"), Not(HasSubstr("$path5 using 1:2"))));
}

TEST(PathRaces, ClimbWithArrowsThatPointUp) {
  const std::string up = script_of({"-x^2-y^2", "--path", "2,1", "--ascent"});
  EXPECT_THAT(up, Not(HasSubstr("\\0342\\0210\\0222\\0342\\0210\\0207"))) << "no minus before nabla";
  EXPECT_THAT(up, HasSubstr("Path 1 goes up from (2, 1) to ("));
}

}  // namespace
}  // namespace gradfield::test
