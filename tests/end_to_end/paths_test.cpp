// Tables of --path through the real binary: the paths of a loop in python, in every format.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

std::string run_with_input(const std::string& formula, Words words, const std::string& input) {
  ProcessSetup setup;
  setup.input = input;
  words.insert(words.begin(), formula);
  return run_gradfield(words, setup).output;
}

// Reads the table, walks from each start by itself, and tells how many rows there are and how far the two are apart:
// in coordinates, f and norm, relative to each where it is above 1. `slopes`: of f, in python.
std::string against_python(const std::string& table, const std::string& f, const std::string& slopes,
                           const std::string& rate) {
  return run_python(
      "import csv, sys\n"
      "from math import *\n"
      "rate, worst, rows = " +
          rate +
          ", 0.0, 0\n"
          "for row in csv.reader(sys.stdin):\n"
          "    if row[0] == 'path': continue\n"
          "    path, step, x, y, value, norm = map(float, row)\n"
          "    if step == 0: X, Y = x, y\n"
          "    else: X, Y = X - rate * slope[0], Y - rate * slope[1]\n"
          "    slope = (lambda x, y: (" +
          slopes +
          "))(X, Y)\n"
          "    expected = [X, Y, (lambda x, y: " +
          f +
          ")(X, Y), hypot(*slope)]\n"
          "    for a, b in zip([x, y, value, norm], expected): worst = max(worst, abs(a - b) / max(1, abs(b)))\n"
          "    rows += 1\n"
          "print(rows, 'close' if worst < 1e-10 else worst)\n",
      table);
}

TEST(Paths, AreThoseOfALoopInPython) {
  // x^2 and 2*x are the same operations in both: the same bits, but for the root, which hypot rounds in its own way.
  const Words bowl{"--path",       "2,-1", "--path=-0.3,0.7", "--rate",       "0.1",
                   "--iterations", "40",   "--columns",       "path,step,x,y"};
  const std::string table = run_paths("x^2+y^2", bowl).output;
  EXPECT_EQ(run_python("import sys\n"
                       "rows = [list(map(float, line.split(','))) for line in sys.stdin.readlines()[1:]]\n"
                       "expected = []\n"
                       "for path, (x, y) in enumerate([(2.0, -1.0), (-0.3, 0.7)], 1):\n"
                       "    for step in range(41):\n"
                       "        expected.append([path, step, x, y])\n"
                       "        x, y = x - 0.1 * (2 * x), y - 0.1 * (2 * y)\n"
                       "print(rows == expected)",
                       table),
            "True\n");
  // Elsewhere roundings differ, and a descent that converges lets none grow: 1e-10 is 10^5 of them.
  EXPECT_EQ(
      against_python(
          run_paths("100*(y-x^2)^2+(1-x)^2", {"--path", "-1.2,1", "--rate", "0.001", "--iterations", "500"}).output,
          "100*(y-x*x)**2+(1-x)**2", "-400*x*(y-x*x)-2*(1-x), 200*(y-x*x)", "0.001"),
      "501 close\n");
  // The second leaves -3:3 with step 14, towards (pi/2, -pi).
  EXPECT_EQ(against_python(run_paths("sin(x)*cos(y)",
                                     {"--path", "1,0.1", "--path", "pi/3,-1", "--rate", "0.25", "--iterations", "30"})
                               .output,
                           "sin(x)*cos(y)", "cos(x)*cos(y), -sin(x)*sin(y)", "0.25"),
            "46 close\n");
}

TEST(Paths, HaveTheValuesAndNormsOfTheFieldToTheBit) {
  const std::string formula = "(x^2+y-11)^2+(x+y^2-7)^2";
  for (const Words& method : {Words{"--method", "exact"}, {"--method", "central", "--step", "0.01"}}) {
    Words words{"--columns", "x,y,f,norm", "-q"};
    words.insert(words.end(), method.begin(), method.end());
    Words path = words, field = words;
    path.insert(path.end(), {"--path", "0,0", "--path", "-1,2.5"});
    field.insert(field.end(), {"--at", "-"});
    const std::string table = run_paths(formula, path).output;
    EXPECT_GT(lines_of(table).size(), 50u);
    EXPECT_EQ(run_with_input(formula, field, table), table) << method[1];
  }
}

TEST(Paths, GoDownWhateverTheOptionsSayAboutTheField) {
  const Words words{"--path", "2,1", "-q"};
  const std::string table = run_paths("x^2+y^2", words).output;
  EXPECT_EQ(table.substr(0, table.find("\n1,1")), "path,step,x,y,f,norm\n1,0,2,1,5,4.47213595499958");
  EXPECT_EQ(run_paths("x^2+y^2", {"--path", "2,1", "-q", "--descent", "--hessian", "-n", "3", "--threads", "2"}).output,
            table);
  EXPECT_EQ(run_paths("x^2+y^2", {"--path", "2,1", "-q", "--rate", "0.2"}).output, table) << "the rate that is told";
}

TEST(Paths, KeepTheVariablesOfASlice) {
  // In the plane z = 0.5 it is the path of x^2+y^2, with f 0.25 higher.
  const std::vector<std::string> whole = lines_of(run_paths("x^2+y^2", {"--path", "1,2", "-q"}).output);
  const ProcessResult result =
      run_paths("x^2+y^2+50*z^2", {"--vars", "x,y,z", "--range", "z=.5:.5:1", "--path", "1,2,.5"});
  const std::vector<std::string> slice = lines_of(result.output);
  ASSERT_EQ(slice.size(), whole.size());
  for (std::size_t i = 1; i < slice.size(); ++i) {
    double x = 0, y = 0, z = 0, f = 0, norm = 0, plane[4];
    ASSERT_EQ(std::sscanf(slice[i].c_str(), "1,%*d,%lf,%lf,%lf,%lf,%lf", &x, &y, &z, &f, &norm), 5);
    ASSERT_EQ(std::sscanf(whole[i].c_str(), "1,%*d,%lf,%lf,%lf,%lf", plane, plane + 1, plane + 2, plane + 3), 4);
    EXPECT_EQ(x, plane[0]);
    EXPECT_EQ(y, plane[1]);
    EXPECT_EQ(z, 0.5);
    EXPECT_NEAR(f, plane[2] + 12.5, 1e-14 * 20);  // some roundings of the sum
    EXPECT_EQ(norm, plane[3]);
  }
  EXPECT_THAT(result.messages, testing::HasSubstr("|∇f| in the slice = "));
}

TEST(Paths, AreTablesOfEveryFormat) {
  EXPECT_EQ(run_paths("x^2", {"--vars", "x", "--path", "-1", "--rate", "1/4", "--iterations", "1", "--csv"}).output,
            "path,step,x,f,norm\n1,0,-1,1,2\n1,1,-0.5,0.25,1\n");
  EXPECT_EQ(run_paths("u*v*w", {"--vars", "u,v,w", "--path", "hypot(3,4)/5, a ,0", "-D", "a=2", "--iterations", "1",
                                "--rate", "0.5", "-f", "tsv", "--no-header"})
                .output,
            "1\t0\t1\t2\t0\t0\t2\n1\t1\t1\t2\t-1\t-2\t3\n");
  EXPECT_EQ(run_paths("x^2+y^2", {"--path", "pi,1", "--x", "0:4", "--rate", "0.25", "--iterations", "1", "--columns",
                                  "norm,step,x", "--precision", "3"})
                .output,
            "norm,step,x\n6.59,0,3.14\n3.3,1,1.57\n");
  // The number of rows is known before the first: it goes through a pipe.
  const ProcessResult npy =
      run_bash("\"$gradfield\" x^2+y^2 --path 2,1 --path 0,0 -q -f npy | /usr/bin/python3 -c \"$1\"",
               {"import io, sys, numpy as np\n"
                "a = np.load(io.BytesIO(sys.stdin.buffer.read()))\n"
                "print(a.dtype.names, a.shape, a['path'][[0, 51, 52]], a['f'][0], a['norm'][-1])\n"});
  EXPECT_EQ(npy.output, "('path', 'step', 'x', 'y', 'f', 'norm') (53,) [1. 1. 2.] 5.0 0.0\n") << npy;
}

TEST(PathTable, KeepsTheConditionAtEveryPoint) {
  const Words words{"--path", "2,1", "--path", "-1,-1", "--columns", "f", "--no-header", "-q"};
  Words some = words;
  some.insert(some.end(), {"--where", "x^2+y^2 > 0.01"});
  // f is the condition's own left side, and shrinks: what is left are the rows before it is too small.
  std::string expected;
  for (const std::string& f : lines_of(run_paths("x^2+y^2", words).output)) {
    if (std::stod(f) > 0.01) expected += f + '\n';
  }
  EXPECT_EQ(run_paths("x^2+y^2", some).output, expected);
  EXPECT_EQ(lines_of(expected).size(), 13u) << "5 * 0.36^6 and 2 * 0.36^5 are the last";
}

// A path may see what lies beyond the ranges, which the field's own program need not know.
TEST(PathTable, IsRightOutsideTheRanges) {
  const ProcessResult result =
      run_paths("sqrt(x)+abs(y)", {"--path", "1,1", "--x", "0:2", "--y", "0:2", "--rate", "1.5", "-q"});
  EXPECT_EQ(result.output, "path,step,x,y,f,norm\n1,0,1,1,2,1.118033988749895\n1,1,0.25,-0.5,1,1.4142135623730951\n");
}

// Paths that are long are no long wait, and no more rows than asked for.
TEST(PathTable, HasAsManyRowsAsThereAreSteps) {
  const ProcessResult result = run_bash(
      "\"$gradfield\" '100*(y-x^2)^2+(1-x)^2' --path -1.2,1 --iterations 20000 -q --columns step --no-header | "
      "cmp - <(seq 0 20000) && echo same");
  EXPECT_EQ(result.output, "same\n") << result;
}

}  // namespace
}  // namespace gradfield::test
