// Names, ranges and counts as the options give them.
#include "request/domain.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"
#include "cli/parse.hpp"

namespace gradfield::test {
namespace {

using Words = std::vector<std::string>;
using testing::ElementsAre;

Domain domain_of(const Words& words) {
  const Options options = parse_command_line(words);
  return read_domain(options, read_names(options));
}

// "x=-3:3:20 y=-3:3:20".
std::string axes_of(const Words& words) {
  std::ostringstream out;
  out.precision(17);
  for (const Axis& axis : domain_of(words).grid.axes)
    out << (out.tellp() > 0 ? " " : "") << axis.name << "=" << axis.min << ":" << axis.max << ":" << axis.count;
  return out.str();
}

std::string domain_refusal(const Words& words) {
  try {
    domain_of(words);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage) << testing::PrintToString(words);
    return error.what();
  }
  return "accepted";
}

TEST(ReadDomain, DefaultsToTwentyPointsFromMinus3To3InXAndY) {
  EXPECT_EQ(axes_of({}), "x=-3:3:20 y=-3:3:20");
  EXPECT_FALSE(domain_of({}).counts_given);
  EXPECT_EQ(axes_of({"--vars", "t"}), "t=-3:3:20");
  EXPECT_EQ(axes_of({"--vars", "u, v ,w"}), "u=-3:3:20 v=-3:3:20 w=-3:3:20") << "blanks do not count";
}

TEST(ReadDomain, TakesRangesByVariable) {
  EXPECT_EQ(axes_of({"--x", "-1:2"}), "x=-1:2:20 y=-3:3:20");
  EXPECT_EQ(axes_of({"--y", "0:1:5"}), "x=-3:3:20 y=0:1:5");
  EXPECT_EQ(axes_of({"--x", "-pi:2*pi", "--y=-(1+1):e"}),
            "x=-3.1415926535897931:6.2831853071795862:20 y=-2:2.7182818284590451:20");
  EXPECT_EQ(axes_of({"--vars", "x,y,z", "--z", "0:1:2"}), "x=-3:3:20 y=-3:3:20 z=0:1:2");
  EXPECT_EQ(axes_of({"--vars", "u,v", "--range", "v=0:1:3", "--range", "u = -1:1"}), "u=-1:1:20 v=0:1:3");
  EXPECT_EQ(axes_of({"-D", "a=2", "-D", "b=a^2", "--x", "-b:a*b"}), "x=-4:8:20 y=-3:3:20");
  EXPECT_EQ(axes_of({"--x", "(1>0?-1:1):(1>0?2:3):4"}), "x=-1:2:4 y=-3:3:20")
      << "colons in parentheses separate nothing";
}

TEST(ReadDomain, TakesCountsForAllAxesOrOneForEach) {
  EXPECT_EQ(axes_of({"-n", "7"}), "x=-3:3:7 y=-3:3:7");
  EXPECT_EQ(axes_of({"-n", "7x9"}), "x=-3:3:7 y=-3:3:9");
  EXPECT_EQ(axes_of({"--vars", "x,y,z", "--points=2x3x4"}), "x=-3:3:2 y=-3:3:3 z=-3:3:4");
  EXPECT_EQ(axes_of({"-n", "7x9", "--x", "0:1:4"}), "x=0:1:4 y=-3:3:9") << "the range's own count comes first";
  EXPECT_EQ(axes_of({"-n", "1000000"}), "x=-3:3:1000000 y=-3:3:1000000");
  EXPECT_EQ(axes_of({"-n", "1", "--x", "2:2", "--y", "0:1:2"}), "x=2:2:1 y=0:1:2");
  EXPECT_TRUE(domain_of({"-n", "7"}).counts_given);
  EXPECT_TRUE(domain_of({"--x", "0:1:4"}).counts_given);
  EXPECT_FALSE(domain_of({"--x", "0:1"}).counts_given);
}

TEST(ReadDomain, TakesASinglePoint) {
  EXPECT_EQ(axes_of({"--x", "1:1:1", "--y", "-pi:-pi:1"}), "x=1:1:1 y=-3.1415926535897931:-3.1415926535897931:1");
}

TEST(ReadDomain, LetsTheLastRangeOfAVariableReplaceTheFirstWithItsCount) {
  EXPECT_EQ(axes_of({"--x", "0:1:5", "--x", "0:2"}), "x=0:2:20 y=-3:3:20");
  EXPECT_EQ(axes_of({"-n", "7", "--x", "0:1:5", "--x", "0:2"}), "x=0:2:7 y=-3:3:7");
  EXPECT_EQ(axes_of({"--range", "x=0:1:5", "--range", "x=0:2:6"}), "x=0:2:6 y=-3:3:20");
  EXPECT_EQ(domain_refusal({"--x", "0:1", "--range", "x=0:1"}), "--range: the range of x is given twice");
}

TEST(ReadDomain, TakesOneValueAsASinglePoint) {
  EXPECT_EQ(axes_of({"--x", "1", "--y", "2"}), "x=1:1:1 y=2:2:1");
  EXPECT_EQ(axes_of({"-n", "7", "--x", "-2*3"}), "x=-6:-6:1 y=-3:3:7");
  EXPECT_EQ(axes_of({"--range", "y=0"}), "x=-3:3:20 y=0:0:1");
}

TEST(ReadDomain, TellsTheCountOfAStep) {
  EXPECT_EQ(domain_refusal({"--x", "0:1:0.1"}),
            "--x: '0.1' must be a whole number from 1 to 1000000: the count of points, as 0:1:11 for steps of 0.1");
  EXPECT_EQ(domain_refusal({"--x", "-3:3:1/4"}),
            "--x: '1/4' must be a whole number from 1 to 1000000: the count of points, as -3:3:25 for steps of 1/4");
  for (const std::string count : {"0", "-1", "7.5", "a", "1e-9"}) {
    EXPECT_EQ(domain_refusal({"--x", "0:1:" + count}), "--x: '" + count + "' must be a whole number from 1 to 1000000");
  }
}

TEST(ReadDomain, KnowsAGreekLetterByItsNameAndBySight) {
  for (const std::string vars : {"r,θ", "r, theta", "r,𝜃"}) {
    for (const std::string range : {"θ=0:1", "theta=0:1"}) {
      EXPECT_EQ(axes_of({"--vars", vars, "--range", range}), "r=-3:3:20 theta=0:1:20") << vars << ' ' << range;
    }
  }
  EXPECT_EQ(axes_of({"--vars", "x₁,x₂", "--range", "x1=0:1"}), "x1=0:1:20 x2=-3:3:20");
}

TEST(ReadDomain, RefusesImpossibleRangesWithTheCure) {
  EXPECT_EQ(domain_refusal({"--x", "3:-3"}), "--x 3:-3: the range runs backwards; write -3:3");
  EXPECT_EQ(domain_refusal({"--range", "y=pi:0"}), "--range y=pi:0: the range runs backwards; write 0:pi");
  EXPECT_EQ(domain_refusal({"--x", "1:1"}), "--x 1:1: the ends are equal; for a single point write 1:1:1");
  EXPECT_EQ(domain_refusal({"--x", "1:1:2"}), "--x 1:1: the ends are equal; for a single point write 1:1:1");
  EXPECT_EQ(domain_refusal({"--x", "0:1:1"}),
            "--x 0:1: one point cannot stand at both ends; give at least 2, or MIN:MIN:1");
  EXPECT_EQ(domain_refusal({"-n", "1"}),
            "-n: x from -3:3: one point cannot stand at both ends; give at least 2, or MIN:MIN:1");
  for (const std::string text : {"", "0:1:2:3", "0,1,2", "0;1", "x"}) {
    EXPECT_EQ(domain_refusal({"--x", text}),
              "--x: '" + text + "' is no range; write MIN:MAX or MIN:MAX:N, such as -3:3:20");
  }
  for (const std::string text : {"0,1", "0..1", "0 1", "[0, 1]", "(0,1)"}) {
    EXPECT_EQ(domain_refusal({"--x", text}), "--x: '" + text + "' is no range; write 0:1");
  }
  EXPECT_EQ(domain_refusal({"--x", "0-1"}), "--x: '0-1' could be a range or a point; write 0:1 or (0-1)");
  EXPECT_EQ(axes_of({"--x", "(0-1)", "--y", "-1"}), "x=-1:-1:1 y=-1:-1:1");
  EXPECT_EQ(domain_refusal({"-n", "5,6"}), "-n: '5,6' has commas; write 5x6");
  for (const std::string text : {":", "0:", ":1", " :1", "::5"})
    EXPECT_EQ(domain_refusal({"--x", text}), "--x: a value is missing") << text;
}

TEST(ReadDomain, RefusesEndsThatAreNoFiniteConstants) {
  EXPECT_EQ(domain_refusal({"--x", "0:inf"}), "--x: 'inf' is not finite");
  EXPECT_EQ(domain_refusal({"--x", "-Infinity:0"}), "--x: '-Infinity' is not finite");
  EXPECT_EQ(domain_refusal({"--x", "nan:1"}), "--x: 'nan' is not finite");
  EXPECT_EQ(domain_refusal({"--x", "0:1/0"}), "--x: '1/0' is not finite: inf");
  EXPECT_EQ(domain_refusal({"--x", "sqrt(-1):1"}), "--x: 'sqrt(-1)' is not finite: nan");
  EXPECT_EQ(domain_refusal({"--x", "0:1e400"}),
            "--x: the number '1e400' is too large\n  1e400\n  ^~~~~ the largest double is 1.7976931348623157e308");
  EXPECT_THAT(domain_refusal({"--x", "0:x"}),
              testing::StartsWith("--x: unknown name 'x'\n  x\n  ^ a constant expression has no variables"));
  EXPECT_THAT(domain_refusal({"--x", "zero:one"}), testing::StartsWith("--x: unknown name 'zero'\n  zero\n  ^~~~ "));
  EXPECT_THAT(domain_refusal({"--x", "0:1+"}), testing::StartsWith("--x: "));
}

TEST(ReadDomain, RefusesCountsThatAreNoWholeNumbersFromOneToAMillion) {
  for (const std::string count : {"0", "-5", "2.5", "10^12", "1000000000000", "1000001", "99999999999999999999999", "",
                                  " 5", "5 ", "+5", "0x10", "1e3", "five", "5\n"}) {
    const std::string shown = count == "5\n" ? "5\\x0a" : count;
    if (count != "0x10") {
      EXPECT_EQ(domain_refusal({"-n", count}), "-n: '" + shown + "' must be a whole number from 1 to 1000000");
    }
    EXPECT_EQ(domain_refusal({"--x", "0:1:" + count}), "--x: '" + shown + "' must be a whole number from 1 to 1000000");
  }
  EXPECT_EQ(domain_refusal({"-n", "20x"}), "-n: '' must be a whole number from 1 to 1000000");
  EXPECT_EQ(domain_refusal({"-n", "20X20"}), "-n: '20X20' must be a whole number from 1 to 1000000");
  EXPECT_EQ(domain_refusal({"-n", "20x20x20"}),
            "-n: '20x20x20' has 3 counts for 2 variables; give one for all, or one for each");
  EXPECT_EQ(domain_refusal({"-n", "20x20", "--vars", "x"}),
            "-n: '20x20' has 2 counts for 1 variable; give one for all, or one for each");
}

TEST(ReadDomain, RefusesRangesOfNoVariable) {
  EXPECT_EQ(domain_refusal({"--z", "0:1"}), "--z: there is no variable 'z'; the variables are x and y");
  EXPECT_EQ(domain_refusal({"--x", "0:1", "--vars", "u"}), "--x: there is no variable 'x'; the variable is u");
  EXPECT_EQ(domain_refusal({"--range", "u=0:1"}), "--range: there is no variable 'u'; the variables are x and y");
  EXPECT_EQ(domain_refusal({"--range", "0:1"}), "--range: '0:1' names no variable; write NAME=MIN:MAX[:N]");
  EXPECT_EQ(domain_refusal({"--range", "=0:1"}), "--range: there is no variable ''; the variables are x and y");
}

TEST(ReadNames, TakesVariablesAndConstantsInTheirOrder) {
  const Names names =
      read_names(parse_command_line({"--vars", "r,theta_2,_q", "-D", "a=3", "-D", "b = 2*a+pi", "-D", "E=e"}));
  EXPECT_THAT(names.variables, ElementsAre("r", "theta_2", "_q"));
  ASSERT_EQ(names.constants.size(), 3u);
  EXPECT_EQ(names.constants[0].name, "a");
  EXPECT_EQ(names.constants[0].value, 3);
  EXPECT_EQ(names.constants[1].name, "b") << "blanks do not count";
  EXPECT_EQ(names.constants[1].value, 6 + 3.141592653589793);
  EXPECT_EQ(names.constants[2].value, 2.718281828459045);
}

TEST(ReadNames, RefusesDefinitionsThatDefineNothing) {
  EXPECT_EQ(domain_refusal({"-D", "a"}), "-D: 'a' defines nothing; write NAME=VALUE");
  EXPECT_EQ(domain_refusal({"-D", "=3"}), "-D: a name is missing");
  EXPECT_EQ(domain_refusal({"-D", "a="}), "-D a: a value is missing");
  EXPECT_EQ(domain_refusal({"-D", "a= "}), "-D a: a value is missing");
  EXPECT_EQ(domain_refusal({"-D", "a=1/0"}), "-D a: '1/0' is not finite: inf");
  EXPECT_EQ(domain_refusal({"-D", "a=inf"}), "-D a: 'inf' is not finite");
  EXPECT_THAT(domain_refusal({"-D", "a=b", "-D", "b=1"}), testing::StartsWith("-D a: unknown name 'b'"))
      << "earlier ones only";
  EXPECT_THAT(domain_refusal({"-D", "a=x"}), testing::StartsWith("-D a: unknown name 'x'"));
}

TEST(ReadNames, RefusesNamesThatAreTakenOrNotWellFormed) {
  EXPECT_EQ(domain_refusal({"-D", "x=3"}),
            "-D: 'x' is a variable; take another name, or set the variables with --vars");
  EXPECT_EQ(domain_refusal({"-D", "sin=3"}), "-D: 'sin' is a function");
  EXPECT_EQ(domain_refusal({"-D", "pi=3"}), "-D: 'pi' is a constant already");
  EXPECT_EQ(domain_refusal({"-D", "a=3", "-D", "a=4"}), "-D: 'a' is defined twice");
  EXPECT_EQ(domain_refusal({"-D", "1a=3"}), "-D: '1a' is no name: letters, digits and _, not a digit first");
  EXPECT_EQ(domain_refusal({"-D", "a-b=3"}), "-D: 'a-b' is no name: letters, digits and _, not a digit first");
  EXPECT_EQ(domain_refusal({"--vars", "x,e"}), "--vars: 'e' is a constant already");
  EXPECT_EQ(domain_refusal({"--vars", "exp"}), "--vars: 'exp' is a function");
  EXPECT_EQ(domain_refusal({"--vars", "x,y,x"}), "--vars: 'x' stands twice");
  for (const std::string names : {"", "x,", ",x", "x,,y", "x, ,y"})
    EXPECT_EQ(domain_refusal({"--vars", names}), "--vars: a name is missing") << names;
  EXPECT_EQ(domain_refusal({"--vars", "x y"}), "--vars: names are separated by commas; write x,y");
  EXPECT_EQ(domain_refusal({"--vars", "x; y;z"}), "--vars: names are separated by commas; write x,y,z");
  EXPECT_THAT(domain_refusal({"--vars", "\xC3\xA9"}), testing::HasSubstr("is no name"));
}

TEST(ReadNames, TakesNamesOfAliasesAndOfFunctionsThatCameLater) {
  for (const std::string name : {"gamma", "beta", "psi", "lg", "mean", "mod", "mix", "round", "pow", "if", "sigmoid"}) {
    EXPECT_EQ(domain_refusal({"-D", name + "=2"}), "accepted") << name;
    EXPECT_EQ(domain_refusal({"--vars", "r," + name}), "accepted") << name;
  }
}

TEST(ReadNames, RefusesVariablesWhoseColumnsWouldShareAName) {
  for (const std::string names :
       {"f", "x,f", "norm", "x,angle", "x,df_dx", "df_dx,x", "x,descent_x", "laplacian", "x,d2f_dx2"}) {
    EXPECT_THAT(domain_refusal({"--vars", names}), testing::EndsWith("is the name of another column of the table"))
        << names;
  }
  // The second derivative in x and t, and the slope in x_error beside the error of the slope in x.
  EXPECT_EQ(domain_refusal({"--vars", "x,t,xdt"}), "accepted");
  EXPECT_EQ(domain_refusal({"--vars", "x,x_error"}), "--vars: two columns of the table would be named 'df_dx_error'");
  EXPECT_EQ(domain_refusal({"--vars", "x,tdy,xdt,y"}), "--vars: two columns of the table would be named 'd2f_dxdtdy'");
}

TEST(ReadNames, TakesThirtyTwoVariablesAndNoMore) {
  std::string names = "v0";
  for (int i = 1; i < 32; ++i) names += ",v" + std::to_string(i);
  EXPECT_EQ(domain_of({"--vars", names}).grid.axes.size(), 32u);
  EXPECT_EQ(domain_refusal({"--vars", names + ",last"}), "--vars: at most 32 variables, not 33");
}

}  // namespace
}  // namespace gradfield::test
