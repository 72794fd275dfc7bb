// Functions of one variable and of many: their columns, their ranges, and what is said about names.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

void expect_refusal_with(const Words& words, int code, const std::string& message) {
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, code) << testing::PrintToString(words) << result;
  EXPECT_EQ(result.output, "") << testing::PrintToString(words);
  EXPECT_THAT(result.messages, HasSubstr("gradfield: error: " + message)) << testing::PrintToString(words);
}

TEST(OneVariable, HasItsValueAndItsDerivative) {
  EXPECT_EQ(table_of({"t^3", "--vars", "t", "--range", "t=-1:1:3"}), "t,f,df_dt\n-1,-1,3\n0,0,0\n1,1,3\n");
  EXPECT_EQ(table_of({"t^3", "--vars", "t", "-n", "3", "--hessian"}),
            "t,f,df_dt,d2f_dt2\n-3,-27,27,-18\n0,0,0,0\n3,27,27,18\n");
  EXPECT_EQ(table_of({"t^2", "--vars", "t", "-n", "2", "--columns", "norm,laplacian"}), "norm,laplacian\n6,2\n6,2\n");
  const std::string table = table_of({"sin(t)", "--vars", "t", "--no-header", "--columns", "t,f,df_dt"});
  EXPECT_EQ(lines_of(table).size(), 20u);
  // 4 roundings of a value below 1.
  EXPECT_EQ(run_python("import math, sys\n"
                       "for line in sys.stdin:\n"
                       "  t, f, slope = map(float, line.split(','))\n"
                       "  if abs(f - math.sin(t)) > 4.4e-16 or abs(slope - math.cos(t)) > 4.4e-16: print(line)\n",
                       table),
            "");
}

TEST(ThreeVariables, AreNoTextPicture) {
  expect_refusal_with(
      {"x*y*z", "--vars", "x,y,z", "-f", "text"}, 64,
      "a text picture shows one or two variables, and there are 3; draw a file with -o field.png, or write a "
      "table with --csv\n");
}

TEST(FourVariables, RunTheFirstFastestOverCountsOfTheirOwn) {
  const std::string table = table_of({"a+10*b+100*c+1000*d", "--vars", "a,b,c,d", "-n", "20x20x5x2"});
  EXPECT_EQ(table,
            run_python("def axis(n): return [-3 + 6*i/(n-1) if 2*i < n-1 else 3 - 6*(n-1-i)/(n-1) for i in range(n)]\n"
                       "def text(v): return '0' if v == 0 else repr(v)[:-2] if repr(v).endswith('.0') else repr(v)\n"
                       "print('a,b,c,d,f,df_da,df_db,df_dc,df_dd')\n"
                       "for d in axis(2):\n"
                       "  for c in axis(5):\n"
                       "    for b in axis(20):\n"
                       "      for a in axis(20):\n"
                       "        f = a + 10*b + 100*c + 1000*d\n"
                       "        print(','.join(map(text, (a, b, c, d, f, 1.0, 10.0, 100.0, 1000.0))))\n"));
  EXPECT_EQ(lines_of(table).size(), 1u + 20 * 20 * 5 * 2);
}

TEST(FourVariables, HaveARangeEach) {
  EXPECT_EQ(table_of({"x*y-z*w", "--vars", "w,x,y,z", "--range", "w=1:2:2", "--x", "3:3:1", "--y=-pi:pi:2", "--z",
                      "0:1:2", "--columns", "w,x,y,z,f", "--no-header", "--precision", "3"}),
            "1,3,-3.14,0,-9.42\n2,3,-3.14,0,-9.42\n1,3,3.14,0,9.42\n2,3,3.14,0,9.42\n"
            "1,3,-3.14,1,-10.4\n2,3,-3.14,1,-11.4\n1,3,3.14,1,8.42\n2,3,3.14,1,7.42\n");
}

TEST(UnusedVariables, HaveSlopeZeroEverywhere) {
  EXPECT_EQ(table_of({"1/x", "--vars", "x,y,z", "--x", "0:0:1", "-n", "2"}),
            "x,y,z,f,df_dx,df_dy,df_dz\n"
            "0,-3,-3,inf,-inf,0,0\n0,3,-3,inf,-inf,0,0\n0,-3,3,inf,-inf,0,0\n0,3,3,inf,-inf,0,0\n");
  EXPECT_EQ(table_of({"sqrt(-1-x^2)", "--x", "0:0:1", "--y", "1:1:1"}), "x,y,f,df_dx,df_dy\n0,1,nan,nan,0\n");
  EXPECT_EQ(table_of({"5", "--x", "0:0:1", "--y", "1:1:1"}), "x,y,f,df_dx,df_dy\n0,1,5,0,0\n");
}

TEST(Names, ThatNobodyDefinedAreNamed) {
  expect_refusal_with({"z^2"}, 65, "unknown name 'z'\n  z^2\n  ^");
  expect_refusal_with({"a*x+y"}, 65, "unknown name 'a'\n  a*x+y\n  ^");
  expect_refusal_with({"x*y", "--vars", "u,v"}, 65, "unknown name 'x'\n  x*y\n  ^");
  expect_refusal_with({"x", "--range", "u=0:1"}, 64, "--range: there is no variable 'u'; the variables are x and y\n");
  expect_refusal_with({"t", "--vars", "t", "--x", "0:1"}, 64, "--x: there is no variable 'x'; the variable is t\n");
}

TEST(Names, OfVariablesAreNeverNumbers) {
  for (const std::string name : {"nan", "inf", "Infinity", "NaN"}) {
    expect_refusal_with({"1", "--vars", "x," + name}, 64, "--vars: '" + name + "' reads as a number\n");
  }
  EXPECT_EQ(table_of({"nano*info", "--vars", "nano,info", "-n", "2", "--columns", "f", "--no-header"}),
            "9\n-9\n-9\n9\n");
}

TEST(Counts, AreOneForAllOrOneForEachVariable) {
  expect_refusal_with({"x*y*z", "--vars", "x,y,z", "-n", "20x20"}, 64,
                      "-n: '20x20' has 2 counts for 3 variables; give one for all, or one for each\n");
  expect_refusal_with({"t", "--vars", "t", "-n", "2x2"}, 64, "-n: '2x2' has 2 counts for 1 variable; ");
  expect_refusal_with({"x", "-n", "2x0"}, 64, "-n: '0' must be a whole number from 1 to 1000000\n");
  expect_refusal_with({"x", "-n", "2x"}, 64, "-n: '' must be a whole number from 1 to 1000000\n");
  EXPECT_EQ(lines_of(table_of({"x*y*z", "--vars", "x,y,z", "-n", "4", "--no-header"})).size(), 64u);
}

}  // namespace
}  // namespace gradfield::test
