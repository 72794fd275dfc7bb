// Formulas as people type and paste them, through the real binary: on the command line, in definitions and ranges, on
// standard input, in titles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "support/commands.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

// f and its two partials as python computes them from the same formula in its own notation. Complex steps have no
// difference in them that could cancel: f(x+ih) = f(x) + ih f'(x) + O(h^2), and 1e-40 leaves no square.
std::vector<double> python_row(const std::string& formula) {
  std::istringstream numbers(
      run_python("import sys\nfrom cmath import *\ne = exp(1).real\nh = 1e-40\n"
                 "f = eval('lambda x, y: ' + sys.stdin.read())\n"
                 "print(complex(f(2, 3)).real, complex(f(2 + h*1j, 3)).imag/h, complex(f(2, 3 + h*1j)).imag/h)\n",
                 formula));
  std::vector<double> row(3);
  for (double& number : row) numbers >> number;
  return row;
}

TEST(PastedFormula, HasTheValuesAndSlopesThatPythonFinds) {
  struct Row {
    std::string typed, python;
  };
  for (const Row& row :
       {Row{"2x", "2*x"}, Row{"-2x²+3xˆ2", "-2*x**2+3*x**2"}, Row{"x**2**y/1e3", "x**2**y/1e3"}, Row{"1/2x", "1/2*x"},
        Row{"2^3x", "2**3*x"}, Row{"(x+1)(y-1)", "(x+1)*(y-1)"}, Row{"x(y+1)", "x*(y+1)"},
        Row{"3sin(x)cos(y)", "3*sin(x)*cos(y)"}, Row{"2πx", "2*pi*x"}, Row{"2pi x y", "2*pi*x*y"},
        Row{"e²x⁻³y", "e**2*x**-3*y"}, Row{"√2x", "sqrt(2)*x"}, Row{"√(x²+y²)", "sqrt(x**2+y**2)"},
        Row{"x√y", "x*sqrt(y)"}, Row{"½(x+y)² − x·y÷4", "0.5*(x+y)**2-x*y/4"}, Row{"2e^-x y", "2*e**-x*y"},
        Row{"ｓｉｎ（２ｘ）", "sin(2*x)"}, Row{"𝑥²+2𝑥 𝑦", "x**2+2*x*y"}, Row{"x\u00A0y\u2009+\u3000y", "x*y+y"}}) {
    const std::vector<double> expected = python_row(row.python);
    std::istringstream numbers(row_of(row.typed));
    double x = 0, y = 0, actual = 0;
    char comma = 0;
    numbers >> x >> comma >> y;
    for (const double number : expected) {
      numbers >> comma >> actual;
      // Python's cmath and ours differ by a few roundings in each of at most a dozen operations.
      EXPECT_NEAR(actual, number, 64 * 0x1p-53 * std::fabs(number)) << row.typed;
    }
    EXPECT_FALSE(numbers.fail()) << row.typed;
  }
}

TEST(PastedFormula, MayStartWithAMinusOfEitherKind) {
  EXPECT_EQ(row_of("-2x"), "2,3,-4,-2,0\n");
  EXPECT_EQ(row_of("-x²"), "2,3,-4,-4,0\n");
  EXPECT_EQ(row_of("−x²−y²"), "2,3,-13,-4,-6\n");
  EXPECT_EQ(row_of("-(x)(y)"), "2,3,-6,-3,-2\n");
  EXPECT_EQ(row_of("-2(x+y)"), "2,3,-10,-2,-2\n");
  EXPECT_EQ(row_of("-x y"), "2,3,-6,-3,-2\n");
  EXPECT_EQ(row_of("-√(4x²)"), "2,3,-4,-2,0\n");
  EXPECT_EQ(row_of("-√4x"), "2,3,-4,-2,0\n");
  EXPECT_EQ(row_of("-π"), "2,3,-3.141592653589793,0,0\n");
  EXPECT_EQ(row_of("-½x"), "2,3,-1,-0.5,0\n");
  EXPECT_EQ(row_of("–x"), "2,3,-2,-1,0\n");
  EXPECT_EQ(row_of("-n x", {"-D", "n=4"}), "2,3,-8,-4,0\n");
  EXPECT_EQ(row_of("-o²x", {"-D", "o=2"}), "2,3,-8,-4,0\n");
}

TEST(PastedFormula, IsTakenInDefinitionsAndRangesToo) {
  EXPECT_EQ(row_of("a x", {"-D", "a=2π"}), row_of("a*x", {"-D", "a=2*pi"}));
  EXPECT_EQ(row_of("b", {"-D", "a=3", "-D", "b=−2a²"}), "2,3,-18,0,0\n");
  const ProcessResult typed = run_gradfield({"x", "--x", "−2π:√2", "-n", "3", "--csv"});
  EXPECT_EQ(typed.exit_code, 0) << typed;
  EXPECT_EQ(typed.output, run_gradfield({"x", "--x", "-2*pi:sqrt(2)", "-n", "3", "--csv"}).output);
  EXPECT_EQ(run_gradfield({"x", "-D", "a=3²²^2"}).messages,
            "gradfield: error: -D a: a raised exponent with a power behind it can be read in two ways\n  3²²^2\n     ^ "
            "write (a^b)^c or a^(b^c)\n");
}

TEST(StandardInput, HoldsAFormulaAsEditorsWriteIt) {
  const std::string expected = run_gradfield({"2*x^2", "-n", "3", "--csv"}).output;
  ProcessSetup setup;
  for (const std::string input : {"2x²", "2x²\n", "2x²\r\n",
                                  "\xEF\xBB\xBF"
                                  "2x²\r\n",
                                  "\n\n  2\t·\u00A0x²\n\n", "2\n*\nx\n**\n2\n"}) {
    setup.input = input;
    const ProcessResult result = run_gradfield({"-", "-n", "3", "--csv"}, setup);
    EXPECT_EQ(result.output, expected) << testing::PrintToString(input) << result;
  }
  struct Refusal {
    std::string input, message;
  };
  const std::string empty = "the expression is empty: give a formula such as \"x^2+y^2\"\n";
  for (const Refusal& row :
       {Refusal{"", empty}, Refusal{"\xEF\xBB\xBF", empty}, Refusal{"\r\n\u00A0\u3000\n", empty},
        Refusal{"x²\r\n+ √z\r\n",
                "unknown name 'z'\n  + √z\n     ^ the variables are x and y; a variable: --vars x,z; a constant: -D "
                "z=VALUE\n"},
        Refusal{"x^2\ny^2\n",
                "an operator is missing before 'y'\n  y^2\n  ^ give one formula, or write *y for a product\n"},
        Refusal{"\xFF\xFEx", "the byte \\xff is no UTF-8 text\n  \\xff\\xfex\n  ^~~~ delete it\n"},
        Refusal{std::string(30000, 'x'),
                "the expression has 30000 characters; at most 19999 are taken: name its constant parts with -D\n"},
        Refusal{std::string(2000000, 'x'),
                "standard input has more than 1048576 bytes, too many for a formula; - reads one formula\n"}}) {
    setup.input = row.input;
    const ProcessResult result = run_gradfield({"-", "--csv"}, setup);
    EXPECT_EQ(result.exit_code, 65) << row.input.substr(0, 50);
    EXPECT_EQ(result.messages, "gradfield: error: " + row.message) << row.input.substr(0, 50);
    EXPECT_EQ(result.output, "");
  }
}

TEST(PastedFormula, IsTheTitleOfEveryKindOfPicture) {
  struct Row {
    std::string typed, drawn, in_text, in_ascii;
  };
  const std::string thin = "\u2009";
  for (const Row& row : {Row{"2x²+√2 y", "2x2 + √2" + thin + "y", "2x²+√2 y", "2x^2+sqrt(2) y"},
                         Row{"x**2\n  +πy\n", "x2 + πy", "x**2 +πy", "x^2 +pi y"},
                         Row{"-½x y⁻¹", "−½x" + thin + "y−1", "-½x y⁻¹", "-0.5 x y^-1"}}) {
    ProcessSetup setup;
    setup.input = row.typed;
    const auto picture = [&](const std::string& format) {
      const ProcessResult result = run_gradfield({"-", "-n", "3", "-q", "-f", format}, setup);
      EXPECT_EQ(result.exit_code, 0) << row.typed << result;
      return result.output;
    };
    EXPECT_THAT(read_svg(picture("svg")).texts, testing::Contains("∇f,  f(x, y) = " + row.drawn)) << row.typed;
    EXPECT_THAT(picture("text"), HasSubstr("f(x, y) = " + row.in_text + "\n"));
    EXPECT_THAT(picture("gp"), HasSubstr("field of f = " + row.in_ascii + ", written"));
    setup.environment["LC_ALL"] = "C";
    setup.terminal = true;
    EXPECT_THAT(picture("text"), HasSubstr("f(x, y) = " + row.in_ascii));
  }
}

}  // namespace
}  // namespace gradfield::test
