// The command line as people and scripts type it: every option has its effect, every mistake its message and exit code.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "base/spelling.hpp"
#include "cli/formats.hpp"
#include "cli/option_table.hpp"
#include "field/methods/methods.hpp"
#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// What an option does to what is printed: with it, there is `now`; without it, there is `before`; in either, not the
// other. Where a row has neither, what is printed is different.
struct Effect {
  Words words;   // the option
  Words others;  // what the command line has besides, with and without it
  std::string now = {}, before = {};
};

// Those that change nothing of what is printed: how many threads there are is counted by a test of its own.
const std::set<std::string_view> kUnseen{"threads"};

// Output and messages, without the command line that a script repeats.
std::string printed(const Words& words) {
  const ProcessResult result = run_gradfield(words);
  std::string text;
  for (const std::string& line : lines_of(result.output + result.messages)) {
    if (!line.starts_with("# Command: ")) text += line + "\n";
  }
  return text;
}

const std::map<std::string_view, Effect>& effects() {
  static const Words small{"x*y", "--range", "x=2:2:1", "--range", "y=3:3:1"};
  static const Words script{"x*y", "-f", "gp"};
  static const std::map<std::string_view, Effect> rows{
      {"define", {{"-D", "pi2=2*pi"}, {"x*pi2^0", "-n", "2"}, "\n-3,-3,-3,1,0\n"}},
      {"vars", {{"--vars", "x,t"}, {"x"}, "x,t,f,df_dx,df_dt\n"}},
      {"functions", {{"--functions"}, small, "atan2(a,b)"}},
      {"x", {{"--x", "5:6:2"}, {"x*y", "--y", "3:3:1"}, "\n5,3,15,3,5\n6,3,18,3,6\n"}},
      {"y", {{"--y", "5:6:2"}, {"x*y", "--x", "3:3:1"}, "\n3,5,15,5,3\n3,6,18,6,3\n"}},
      {"z", {{"--z", "5:6:2"}, {"x*z", "--vars", "x,z", "--x", "3:3:1"}, "\n3,5,15,5,3\n3,6,18,6,3\n"}},
      {"range", {{"--range", "y=5:6:2"}, {"x*y", "--x", "3:3:1"}, "\n3,5,15,5,3\n3,6,18,6,3\n"}},
      {"points", {{"-n", "2"}, {"x*y"}, "x,y,f,df_dx,df_dy\n-3,-3,9,-3,-3\n3,-3,-9,-3,3\n-3,3,-9,3,-3\n3,3,9,3,3\n"}},
      {"where", {{"--where", "x > y"}, {"x*y", "-n", "2"}, "x,y,f,df_dx,df_dy\n3,-3,-9,-3,3\n"}},
      {"at", {{"--at", GRADFIELD_TEST_DATA "/points.txt"}, {"x*y"}, "x,y,f,df_dx,df_dy\n2,3,6,3,2\n"}},
      {"point", {{"--point", "2,6/2"}, {"x*y"}, "x,y,f,df_dx,df_dy\n2,3,6,3,2\n"}},
      {"method",
       {{"--method", "central", "--step", "0.5"},
        {"abs(x-2)*(x>2)", "--x", "2:2:1", "--y", "3:3:1"},
        "\n2,3,0,0.5,0\n"}},
      {"step",
       {{"--step", "0.5"}, {"x^3", "--method", "central", "--x", "2:2:1", "--y", "3:3:1"}, "\n2,3,8,12.25,0\n"}},
      {"descent", {{"--descent"}, small, "x,y,f,descent_x,descent_y\n2,3,6,-3,-2\n"}},
      {"hessian",
       {{"--hessian"},
        {"x*y^3", "--x", "2:2:1", "--y", "3:3:1"},
        "x,y,f,df_dx,df_dy,d2f_dx2,d2f_dxdy,d2f_dy2\n2,3,54,27,54,0,27,36\n"}},
      {"check", {{"--check"}, {"x*y"}, "check: exact against richardson: worst "}},
      {"tolerance", {{"--tolerance", "0.5"}, {"x*y", "--check"}, " 0 of 400 points beyond 0.5; "}},
      {"path", {{"--path", "1,0"}, {"x^2", "--iterations", "1", "-q"}, "path,step,x,y,f,norm\n1,0,1,0,1,2\n"}},
      {"rate", {{"--rate", "0.25"}, {"x^2", "--path", "1,0"}, "\n1,1,0.5,0,0.25,1\n"}},
      {"iterations", {{"--iterations", "2"}, {"x^2", "--path", "1,0", "--rate", "0.25"}, "", "\n1,3,"}},
      {"optimizer",
       {{"--optimizer", "momentum"},
        {"x^2", "--path", "1,0", "--rate", "0.25", "--iterations", "2"},
        "path,optimizer,step,x,y,f,norm\n1,momentum,0,1,0,1,2\n1,momentum,1,0.5,0,0.25,1\n1,momentum,2,-0."
        "19999999999999996,0,"}},
      {"momentum",
       {{"--momentum", "0.5"},
        {"x^2", "--path", "1,0", "--rate", "0.25", "--iterations", "2", "--optimizer", "momentum"},
        "\n1,momentum,2,0,0,0,0\n"}},
      {"beta1", {{"--beta1", "0"}, {"x^2", "--path", "1,0", "--optimizer", "adam"}}},
      {"beta2", {{"--beta2", "0.5"}, {"x^2", "--path", "1,0", "--optimizer", "adam"}}},
      {"alpha",
       {{"--alpha", "0"}, {"x^2", "--path", "1,0", "--rate", "0.5", "--optimizer", "rmsprop"}, "\n1,rmsprop,1,0.5"}},
      {"epsilon",
       {{"--epsilon", "2"},
        {"x^2", "--path", "1,0", "--rate", "2", "--optimizer", "adagrad"},
        "\n1,adagrad,1,0,0,0,0\n"}},
      {"until", {{"--until", "1"}, {"x^2", "--path", "1,0", "--rate", "0.25"}, "", "\n1,2,"}},
      {"ascent", {{"--ascent"}, {"x^2", "--path", "1,0", "--rate", "0.25"}, "\n1,1,1.5,0,2.25,3\n"}},
      {"box", {{"--box", "project"}, {"x", "--path", "1,0", "--rate", "5"}, "\n1,1,-3,0,-3,0\n"}},
      {"summary",
       {{"--summary"},
        {"x^2-y^2", "--path", "1,0", "--rate", "0.5"},
        "path,optimizer,steps,x,y,f,norm,end,lambda_min,lambda_max\n1,gd,1,0,0,0,0,saddle,-2,2\n"}},
      {"critical", {{"--critical"}, {"x^2-y^2"}, "x,y,f,kind,lambda1,lambda2,norm,proved\n0,0,0,saddle,-2,2,0,1\n"}},
      {"output", {{"-o", "/dev/stdout"}, {"x*y", "-f", "tsv", "-n", "2", "-o", "/dev/null"}, "-3\t-3\t9\t-3\t-3\n"}},
      {"format", {{"-f", "tsv"}, small, "x\ty\tf\tdf_dx\tdf_dy\n2\t3\t6\t3\t2\n"}},
      {"csv", {{"--csv"}, {"x*y", "--x", "2:2:1", "--y", "3:3:1", "-o", "/dev/stdout"}, "2,3,6,3,2\n"}},
      {"columns", {{"--columns", "angle,df_dy,y"}, small, "angle,df_dy,y\n"}},
      {"precision", {{"--precision", "3"}, {"pi*x", "--x", "2:2:1", "--y", "3:3:1"}, "\n2,3,6.28,3.14,0\n"}},
      {"no-header", {{"--no-header"}, {"x"}, "", "x,y,f,df_dx,df_dy\n"}},
      {"part", {{"--part", "2/2"}, {"x", "-n", "2"}, "", "\n3,-3,3,1,0\n"}},
      {"color", {{"--color", "#123456"}, script, "123456"}},
      {"length", {{"--length", "log"}, script, "length as its logarithm"}},
      {"scale", {{"--scale", "3"}, script}},
      {"cap", {{"--cap", "50"}, script, "$shortened << EOD"}},
      {"pivot", {{"--pivot", "tail"}, script}},
      {"palette", {{"--palette", "plasma"}, script, "#0d0887"}},
      {"color-scale", {{"--color-scale", "log"}, script}},
      {"color-range", {{"--color-range", "0:200"}, script, "\"200\" 1)"}},
      {"theme", {{"--theme", "dark"}, script, "#11151c"}},
      {"contour", {{"--contour"}, script, "$contours using"}},
      {"stream", {{"--stream"}, script, "$streams using"}},
      {"stream-from", {{"--stream-from", "1,pi/4"}, script, "$streams using"}},
      {"curve", {{"--curve", "x+y = 1"}, script, "$curve_1 using"}},
      {"heatmap", {{"--heatmap"}, script, "with image"}},
      {"surface", {{"--surface"}, script, "$shapes1"}},
      {"view", {{"--view", "30,40"}, {"x*y", "--surface", "-n", "3", "-f", "gp"}}},
      {"aspect", {{"--aspect", "free"}, script}},
      {"dpi", {{"--dpi", "192"}, script, "size 1440,1320"}},
      {"transparent", {{"--transparent"}, script, " transparent "}},
      {"font", {{"--font", "Serif,14"}, script, "Serif,14"}},
      {"no-key", {{"--no-key"}, script, "", "\\0174 = "}},
      {"no-labels", {{"--no-labels"}, {"x*y", "--contour", "--color", "blue", "-f", "gp"}, "", " front rotate by "}},
      {"set", {{"--set", "set xtics 1"}, script, "\nset xtics 1\n"}},
      {"size", {{"--size", "345x321"}, script, "345,321"}},
      {"title", {{"--title", "Bowl"}, script, "Bowl"}},
      {"xlabel", {{"--xlabel", "Length"}, script, "Length"}},
      {"ylabel", {{"--ylabel", "Width"}, script, "Width"}},
      {"no-arrows", {{"--no-arrows"}, script, "", "$arrows using"}},
      {"no-grid", {{"--no-grid"}, script, "", "\nset grid xtics ytics "}},
      {"describe", {{"--describe"}, {"x^2*y"}, "symmetry: even in x (by the formula); odd in y (by the formula);"}},
      {"explain", {{"--explain"}, {"x^2*y"}, "df/dx = 2*x*y\ndf/dy = x^2\n"}},
      {"threads", {{"--threads", "2"}, {"x"}}},
      {"quiet", {{"-q"}, {"1/x", "-n", "3", "--size", "300x300"}, "", "note: --size has no effect on a table\n"}},
      {"help", {{"-h"}, small, "Usage: gradfield [OPTIONS] EXPRESSION\n"}},
      {"version", {{"-V"}, small, "gradfield "}},
  };
  return rows;
}

TEST(EveryOption, HasAnEffectThatShows) {
  for (const OptionRow& row : option_table()) {
    const auto found = effects().find(row.long_name);
    ASSERT_NE(found, effects().end()) << "no test shows what --" << row.long_name << " does";
    const auto& [option, others, now, before] = found->second;
    Words words = others;
    words.insert(words.end(), option.begin(), option.end());
    SCOPED_TRACE(testing::PrintToString(words));
    const std::string with = printed(words), without = printed(others);
    EXPECT_NE(with, "");
    EXPECT_EQ(with == without, kUnseen.contains(row.long_name));
    EXPECT_THAT(with, HasSubstr(now));
    EXPECT_THAT(without, HasSubstr(before));
    if (!now.empty()) {
      EXPECT_THAT(without, Not(HasSubstr(now)));
    }
    if (!before.empty()) {
      EXPECT_THAT(with, Not(HasSubstr(before)));
    }
  }
}

TEST(NoHeader, LeavesTheFirstRowInTheFirstLine) {
  EXPECT_THAT(table_of({"x", "--no-header"}), testing::StartsWith("-3,-3,-3,1,0\n"));
}

TEST(NoGrid, LeavesTheGridOutOfTheScript) {
  EXPECT_THAT(table_of({"x", "-f", "gp"}), testing::ContainsRegex("\nset grid"));
  EXPECT_THAT(table_of({"x", "-f", "gp", "--no-grid"}), Not(testing::ContainsRegex("\nset grid")));
}

TEST(Quiet, SilencesNotesButNoErrors) {
  const ProcessResult loud = run_gradfield({"1/x", "--csv", "-n", "3", "--size", "300x300"});
  EXPECT_EQ(loud.messages, "gradfield: note: --size has no effect on a table\n") << loud;
  const ProcessResult quiet = run_gradfield({"1/x", "--csv", "-n", "3", "--size", "300x300", "-q"});
  EXPECT_EQ(quiet.messages, "") << quiet;
  EXPECT_EQ(quiet.output, loud.output);
  EXPECT_NE(run_gradfield({"1/", "-q"}).messages, "");
}

TEST(Notes, TellWhichOptionsDoNothingToAPicture) {
  const ProcessResult result = run_gradfield({"x*y", "-f", "gp", "--precision", "3", "--no-header", "--hessian"});
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_THAT(result.messages, HasSubstr("gradfield: note: --precision has no effect on a picture\n"));
  EXPECT_THAT(result.messages, HasSubstr("gradfield: note: --no-header has no effect on a picture\n"));
  EXPECT_THAT(result.messages,
              HasSubstr("gradfield: note: --hessian has no effect on a picture of more than one variable\n"));
}

TEST(Formulas, MayStartWithAMinus) {
  // (x, y) = (2, 3): values and slopes by hand.
  EXPECT_EQ(row_of("-x^2-y^2"), "2,3,-13,-4,-6\n");
  EXPECT_EQ(row_of("-(x+y)^2"), "2,3,-25,-10,-10\n");
  EXPECT_EQ(row_of("-2*x*y"), "2,3,-12,-6,-4\n");
  EXPECT_EQ(row_of("-x"), "2,3,-2,-1,0\n");
  EXPECT_EQ(row_of("-abs(x)"), "2,3,-2,-1,0\n");
  EXPECT_EQ(row_of("-.5*x"), "2,3,-1,-0.5,0\n");
  EXPECT_EQ(row_of("-n*x", {"-D", "n=4"}), "2,3,-8,-4,0\n");
  EXPECT_EQ(row_of("-out", {"-D", "out=4"}), "2,3,-4,0,0\n");
  EXPECT_EQ(row_of("-Da*x", {"-D", "Da=4"}), "2,3,-8,-4,0\n");
  EXPECT_EQ(row_of("-sin(x)*y", {"--precision", "12"}),
            run_python("from math import *\nprint('2,3,%.12g,%.12g,%.12g' % (-sin(2)*3, -cos(2)*3, -sin(2)))"));
}

TEST(Formulas, MayStandAnywhereAmongTheOptions) {
  const std::string table = table_of({"x*y", "-n", "4", "--descent"});
  EXPECT_EQ(table_of({"-n", "4", "x*y", "--descent"}), table);
  EXPECT_EQ(table_of({"-n", "4", "--descent", "x*y"}), table);
  EXPECT_EQ(table_of({"-n4", "--descent", "--", "x*y"}), table);
  EXPECT_EQ(table_of({"--points=4", "--descent", "x*y"}), table);
}

TEST(Formulas, ComeFromStandardInputForADash) {
  ProcessSetup setup;
  for (const std::string input : {"x*y\n", "x*y", "  x\n  * y\n", "x*y\r\n"}) {
    setup.input = input;
    EXPECT_EQ(table_of({"-", "-n", "4"}, setup), table_of({"x*y", "-n", "4"})) << testing::PrintToString(input);
  }
  expect_refusal({"-"}, 65, "the expression is empty: give a formula such as \"x^2+y^2\"");
  expect_refusal({"-"}, 65, "the expression is empty: give a formula such as \"x^2+y^2\"", " \n");
  setup.input = "x+";
  EXPECT_EQ(run_gradfield({"-"}, setup).exit_code, 65);
  const ProcessResult endless = run_bash("yes x | \"$gradfield\" -");
  EXPECT_EQ(endless.exit_code, 65) << endless.messages.substr(0, 1000);
  EXPECT_LT(endless.messages.size(), 1000u);
}

TEST(Ranges, MayStartWithAMinusHoweverTheyAreGiven) {
  const std::string table = table_of({"x", "--x", "-pi:pi", "-n", "3"});
  EXPECT_THAT(table, HasSubstr("\n-3.141592653589793,-3,-3.141592653589793,1,0\n0,-3,0,1,0\n3.141592653589793,-3,"));
  EXPECT_EQ(table_of({"x", "--x=-pi:pi", "-n", "3"}), table);
  EXPECT_EQ(table_of({"x", "--range", "x=-pi:pi", "-n", "3"}), table);
  EXPECT_EQ(table_of({"--x", "-3:3", "x"}), table_of({"x"}));
}

TEST(Variables, MayBeRenamedAndMany) {
  EXPECT_EQ(table_of({"u*v", "--vars", "u,v", "--range", "u=0:1:2", "--range", "v=2:2:1"}),
            "u,v,f,df_du,df_dv\n0,2,0,2,0\n1,2,2,2,1\n");
  EXPECT_EQ(table_of({"t^2", "--vars", "t", "--range", "t=0:2:3"}), "t,f,df_dt\n0,0,0\n1,1,2\n2,4,4\n");
  EXPECT_EQ(table_of({"x*y*z", "--vars", "x,y,z", "--z", "1:2:2", "--x", "3:3:1", "--y", "5:5:1"}),
            "x,y,z,f,df_dx,df_dy,df_dz\n3,5,1,15,5,3,15\n3,5,2,30,10,6,15\n");
  const std::vector<std::string> four = lines_of(table_of({"a-b*c+d", "--vars", "a,b,c,d", "-n", "2x3x4x5"}));
  EXPECT_EQ(four.size(), 1u + 2 * 3 * 4 * 5);
  EXPECT_EQ(four[0], "a,b,c,d,f,df_da,df_db,df_dc,df_dd");
  EXPECT_EQ(four[2], "3,-3,-3,-3,-9,1,3,3,1");
  EXPECT_EQ(four.back(), "3,3,3,3,-3,1,-3,-3,1");
}

TEST(Errors, NameTheInputTheFaultAndTheCure) {
  expect_refusal({"x", "y"}, 64,
                 "one expression is plotted at a time, and there are 2: 'x', 'y'; put the formula in quotes");
  expect_refusal({"x", "--contour", "5"}, 64, "--contour takes its value with =: --contour=5");
  expect_refusal({"--heatmap", "norm", "x"}, 64, "--heatmap takes its value with =: --heatmap=norm");
  expect_refusal({"--metod", "central", "x"}, 64, "unknown option '--metod': did you mean '--method'?");
  expect_refusal({"x", "--bogus"}, 64, "unknown option '--bogus'; gradfield --help lists the options");
  expect_refusal({"x", "--x"}, 64, "--x needs a value: --x MIN:MAX[:N]");
  expect_refusal({"x", "--csv=yes"}, 64, "--csv takes no value");
  expect_refusal({"--csv"}, 64, "there is no expression: give a formula such as \"x^2+y^2\"");
  expect_refusal({"x", "--method", "richardsn"}, 64,
                 "--method: there is no method 'richardsn'; did you mean 'richardson'?");
  expect_refusal(
      {"x", "--columns", "df_dx_error"}, 64,
      "--columns: there is no column 'df_dx_error'; there are x, y, f, df_dx, df_dy, norm, angle and laplacian");
  expect_refusal({"x", "--method", "cental"}, 64, "--method: there is no method 'cental'; did you mean 'central'?");
  std::vector<std::string_view> method_names;
  for (const Method& method : methods()) method_names.push_back(method.name);
  expect_refusal({"x", "--method", "q"}, 64, "--method: there is no method 'q'; there are " + listed(method_names));
  expect_refusal({"x", "--step", "1"}, 64, "--step: the method exact takes no step; add --method central");
  for (const std::string step : {"0", "-1", "-1e-300"}) {
    expect_refusal({"x", "--method", "central", "--step", step}, 64, "--step: the step must be larger than 0");
  }
  expect_refusal({"x", "--method", "central", "--step", "inf"}, 64, "--step: 'inf' is not finite");
  expect_refusal({"x", "-f", "cvs"}, 64, "-f: there is no format 'cvs'; did you mean 'csv'?");
  std::vector<std::string_view> format_names;
  for (const Format& format : formats()) format_names.push_back(format.name);
  expect_refusal({"x", "-o", "a.jpg"}, 64,
                 "-o a.jpg: its extension tells no format; choose one with -f (" + listed(format_names) + ")");
  expect_refusal({"x", "-o", ""}, 64, "-o: the file name is empty");
  expect_refusal({"x", "-o", "-"}, 64, "-o - does not tell the format; add -f, such as -f png");
  expect_refusal({"x", "-f", "window", "-o", "a.png"}, 64, "-f window draws no file; leave -o away, or choose png");
  expect_refusal({"x", "--csv", "-f", "tsv"}, 64, "--csv and -f tsv ask for two formats; give one");
  expect_refusal({"x", "--columns", "f,nrom"}, 64, "--columns: there is no column 'nrom'; did you mean 'norm'?");
  for (const std::string digits : {"0", "-1", "101", "3.5", "", "ten"}) {
    expect_refusal({"x", "--precision", digits}, 64,
                   "--precision: '" + digits + "' must be a whole number from 1 to 100");
  }
  expect_refusal({"x", "--x", "3:-3"}, 64, "--x 3:-3: the range runs backwards; write -3:3");
  expect_refusal({"x", "--x", "1e400:2e400"}, 64,
                 "--x: the number '1e400' is too large\n  1e400\n  ^~~~~ the largest double is 1.7976931348623157e308");
  expect_refusal({"x", "-n", "1000000000000"}, 64, "-n: '1000000000000' must be a whole number from 1 to 1000000");
  expect_refusal({"x", "-n", "20x20x20"}, 64,
                 "-n: '20x20x20' has 3 counts for 2 variables; give one for all, or one for each");
  expect_refusal({"x", "-Da=1/0"}, 64, "-D a: '1/0' is not finite: inf");
  expect_refusal({""}, 65, "the expression is empty: give a formula such as \"x^2+y^2\"");
  expect_refusal({"-fabs"}, 65,
                 "the function 'fabs' needs its argument in parentheses\n  -fabs\n"
                 "   ^~~~ write fabs(x); a constant of that name: -D fabs=VALUE");
  expect_refusal({"sinn(x) + y"}, 65, "unknown function 'sinn'\n  sinn(x) + y\n  ^~~~ did you mean 'sin'?");
}

TEST(Errors, ShowNoControlCharacters) {
  for (const Words& words : std::vector<Words>{{"x", "--\x1B[31m"},
                                               {"\x1B[31m"},
                                               {"x", "-f", "\x1B"},
                                               {"x", "-o", "\x1B"},
                                               {"x", "--x", "\x1B:1"},
                                               {"x", "-n", "\x1B"},
                                               {"x", "-D", "\x1B=1"},
                                               {"x", "--vars", "\x1B"},
                                               {"x", "--columns", "\x1B"},
                                               {"x", "--part", "\x1B/2"},
                                               {"x", "--path", "\x1B,1"},
                                               {"x", "--path", "1,1", "--rate", "\x1B"},
                                               {"x", "--threads", "\x1B"},
                                               {"x", "--method", "\x1B"},
                                               {"x", "\x1B"},
                                               {"x", "-f", "gp", "--color", "\x1B"},
                                               {"x", "-f", "gp", "--size", "\x1B"},
                                               {"x", "-o", "missing\x1B/a.csv"}}) {
    const ProcessResult result = run_gradfield(words);
    EXPECT_THAT(result.exit_code, testing::AnyOf(64, 65, 73)) << testing::PrintToString(words) << result;
    EXPECT_THAT(result.messages, Not(HasSubstr("\x1B"))) << testing::PrintToString(words);
    EXPECT_THAT(result.messages, HasSubstr("\\x1b")) << testing::PrintToString(words);
  }
}

TEST(Help, ComesShortOnStandardErrorForABareCommand) {
  for (const Words& words : {Words{}, Words{"--"}}) {
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 64) << result;
    EXPECT_EQ(result.output, "") << result;
    EXPECT_THAT(result.messages, testing::StartsWith("Usage: gradfield [OPTIONS] EXPRESSION\n"));
    EXPECT_THAT(result.messages, testing::EndsWith("\ngradfield --help tells more.\n"));
  }
}

TEST(Help, NamesEveryOptionFormatAndMethodWithin80Columns) {
  const std::string help = table_of({"-h"});
  EXPECT_EQ(table_of({"--help"}), help);
  EXPECT_EQ(table_of({"x", "-n", "banana", "-h"}), help) << "whatever else there is";
  for (const std::string& line : lines_of(help)) EXPECT_LE(line.size(), 80u) << line;
  for (const OptionRow& row : option_table()) {
    const std::string dash = row.short_name == '\0' ? "      --" : std::string("  -") + row.short_name + ", --";
    EXPECT_THAT(help, HasSubstr("\n" + dash + std::string(row.long_name) +
                                (row.value.empty() ? " " : " " + std::string(row.value))));
  }
  for (const Format& format : formats()) EXPECT_THAT(help, HasSubstr("\n  " + std::string(format.name) + " "));
  for (const Method& method : methods()) EXPECT_THAT(help, HasSubstr("\n  " + std::string(method.name) + " "));
  for (const std::string code : {"0 success", "1 --check", "64", "65", "66", "69", "70", "73", "74"})
    EXPECT_THAT(help, HasSubstr(code));
}

TEST(Help, HasExamplesThatRun) {
  const TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  write_file(folder / "points.txt", "1 2\n");  // that one of them reads
  int examples = 0;
  for (const std::string& line : lines_of(table_of({"-h"}))) {
    if (!line.starts_with("  gradfield \"") || line.find(".png") != std::string::npos)
      continue;  // a picture needs gnuplot
    const std::string command = line.substr(2, line.find("  ", 3) - 2);
    ++examples;
    const ProcessResult result = run_bash("gradfield() { \"$gradfield\" \"$@\"; }; " + command, {}, setup);
    EXPECT_EQ(result.exit_code, 0) << line << result;
    EXPECT_EQ(result.messages.find("error"), std::string::npos) << line << result;
  }
  EXPECT_GE(examples, 4);
}

TEST(Functions, AreListedWithTheirAliasesWithin80Columns) {
  const std::string list = table_of({"--functions"});
  for (const std::string& line : lines_of(list)) {
    EXPECT_LE(line.size(), 80u) << line;
    // What does not fit stands below, beside the calls.
    EXPECT_THAT(line,
                testing::MatchesRegex("([a-z0-9]+\\(a(,b)?(,c)?(,\\.\\.\\.)?\\)|                        ) +[^ ].*"))
        << line;
  }
  for (const std::string call : {"sin(a) ", "atan2(a,b) ", "min(a,b,...) ", "clamp(a,b,c) ", "log(a) ", "log(a,b) "}) {
    EXPECT_THAT("\n" + list, HasSubstr("\n" + call));
  }
  for (const std::string also : {"; also tg\n", "; also absolute and fabs\n", "; also cotan, ctg and cotg\n"}) {
    EXPECT_THAT(list, HasSubstr(also));
  }
}

TEST(Version, IsANameAndANumber) {
  EXPECT_THAT(table_of({"-V"}), testing::MatchesRegex("gradfield [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  EXPECT_EQ(table_of({"--version"}), table_of({"-V"}));
}

}  // namespace
}  // namespace gradfield::test
