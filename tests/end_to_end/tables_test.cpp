// Tables from the real binary: their bytes, their numbers against python3 and awk, their size in memory.
#include <gmock/gmock.h>

#include <cmath>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::vector<double>> rows_of(const std::string& table) {
  std::vector<std::vector<double>> rows;
  for (const std::string& line : lines_of(table)) {
    std::vector<double> row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(std::strtod(cell.c_str(), nullptr));
    rows.push_back(row);
  }
  rows.erase(rows.begin());
  return rows;
}

TEST(Table, IsRowsOfPointsTheFirstVariableFastest) {
  EXPECT_EQ(table_of({"x^2*y", "--x", "-1:1:3", "--y", "0:2:2"}),
            "x,y,f,df_dx,df_dy\n"
            "-1,0,0,0,1\n0,0,0,0,0\n1,0,0,0,1\n"
            "-1,2,2,-4,1\n0,2,0,0,0\n1,2,2,4,1\n");
}

TEST(Table, OfTheLessonIsPythonsToTheByte) {
  // Shortest digits: python's repr without the ".0" of whole numbers.
  EXPECT_EQ(table_of({"x^2+y^2"}),
            run_python("a, b, n = -3.0, 3.0, 20\n"
                       "w = b - a\n"
                       "axis = [a + w*i/(n-1) if 2*i < n-1 else b - w*(n-1-i)/(n-1) for i in range(n)]\n"
                       "text = lambda v: repr(v)[:-2] if repr(v).endswith('.0') else repr(v)\n"
                       "print('x,y,f,df_dx,df_dy')\n"
                       "for y in axis:\n"
                       "  for x in axis: print(','.join(map(text, (x, y, x*x + y*y, 2*x, 2*y))))\n"));
}

TEST(Table, AgreesWithAwkOnAFormulaOfEveryDaysFunctions) {
  // awk reads our x and y and computes f and slopes by its own mathematics; 1e-12 is 4000 roundings of a value near 1.
  const ProcessResult result = run_bash(
      "\"$gradfield\" 'exp(sin(x)*y)/(2+cos(y))+sqrt(x*x+1)' -n 41x23 | awk -F, 'NR > 1 {\n"
      "  e = exp(sin($1) * $2); d = 2 + cos($2); r = sqrt($1 * $1 + 1)\n"
      "  bad += far($3, e / d + r) + far($4, e * cos($1) * $2 / d + $1 / r) + far($5, e * sin($1) / d + e * sin($2) / "
      "(d * d)) }\n"
      "  function far(a, b) { a -= b; return a > 1e-12 * (1 + b * b) || -a > 1e-12 * (1 + b * b) }\n"
      "  END { print NR, bad + 0 }'");
  EXPECT_EQ(result.output, "944 0\n") << result;
}

TEST(Table, OfAHillPointsInwardsOnTheRightAxes) {
  const std::string table = table_of({"exp(-x^2-y^2)", "--x", "-2:1:7", "--y", "-0.5:3:5"});
  const auto rows = rows_of(table);
  ASSERT_EQ(rows.size(), 35u);
  for (const auto& row : rows) {
    const double x = row[0], y = row[1], f = std::exp(-x * x - y * y);
    // 20 roundings of values below 4.
    EXPECT_NEAR(row[2], f, 20 * 4.4e-16) << table;
    EXPECT_NEAR(row[3], -2 * x * f, 20 * 4.4e-16);
    EXPECT_NEAR(row[4], -2 * y * f, 20 * 4.4e-16);
    EXPECT_LE(row[3] * x, 0) << "uphill is towards the middle";
    EXPECT_LE(row[4] * y, 0);
  }
  EXPECT_EQ(rows[0][0], -2);
  EXPECT_EQ(rows[0][1], -0.5);
  EXPECT_EQ(rows[1][0], -1.5) << "x runs fastest";
  EXPECT_EQ(rows[7][1], 0.375);
}

TEST(Table, TurnsAroundForTheDescent) {
  EXPECT_EQ(table_of({"x^2+3*y", "--x", "-1:1:3", "--y", "0:0:1", "--descent"}),
            "x,y,f,descent_x,descent_y\n-1,0,1,2,-3\n0,0,0,0,-3\n1,0,1,-2,-3\n");
  EXPECT_EQ(table_of({"x-y", "--x", "0:0:1", "--y", "0:0:1", "--descent", "--columns", "norm,angle,descent_y"}),
            "norm,angle,descent_y\n1.4142135623730951,135,1\n");
}

TEST(Table, HasTheColumnsAskedForInTheirOrder) {
  EXPECT_EQ(table_of({"3*x+4*y", "--x", "1:2:2", "--y", "5:5:1", "--columns", "norm,f,y,df_dy,f"}),
            "norm,f,y,df_dy,f\n5,23,5,4,23\n5,26,5,4,26\n");
  EXPECT_EQ(table_of({"x+y", "--x", "0:0:1", "--y", "0:0:1", "--columns", "angle"}), "angle\n45\n");
  EXPECT_EQ(table_of({"-x", "--x", "0:0:1", "--y", "0:0:1", "--columns", "angle"}), "angle\n180\n");
  EXPECT_EQ(table_of({"7", "--x", "0:0:1", "--y", "0:0:1", "--columns", "angle,norm"}), "angle,norm\nnan,0\n");
}

TEST(Table, OfEveryMethodIsNearTheExactOne) {
  const Words words{"exp(x)*sin(y)+sqrt(x+3)", "-n", "9", "--precision", "6", "--columns", "x,y,df_dx,df_dy"};
  const auto exact = rows_of(table_of(words));
  for (const std::string method : {"central", "forward", "backward", "five-point", "richardson"}) {
    Words more = words;
    more.insert(more.end(), {"--method", method});
    const auto rows = rows_of(table_of(more));
    ASSERT_EQ(rows.size(), exact.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      // At x = -3 the true slope is infinite. Else 1e-6 is the error of forward differences with some room, and half a
      // unit of the sixth digit of 20 is 5e-5.
      for (std::size_t c = exact[i][0] == -3 ? 3 : 2; c < 4; ++c)
        EXPECT_NEAR(rows[i][c], exact[i][c], 1.1e-4) << method;
    }
  }
}

TEST(Table, HasTheErrorsThatRichardsonEstimatesAfterTheSlopes) {
  const Words words{"abs(x)+3*y", "--x", "0:0:1", "--y", "0:0:1", "--method", "richardson"};
  const std::string table = table_of(words);
  EXPECT_THAT(table, StartsWith("x,y,f,df_dx,df_dy,df_dx_error,df_dy_error\n0,0,0,0,3,"));
  const std::vector<double> row = rows_of(table)[0];
  EXPECT_GT(row[5], 0.5) << "slopes from -1 to 1";
  EXPECT_LT(row[6], 1e-13);
  Words descent = words;
  descent.push_back("--descent");
  EXPECT_THAT(table_of(descent), StartsWith("x,y,f,descent_x,descent_y,descent_x_error,descent_y_error\n0,0,0,0,-3,"));
  EXPECT_EQ(rows_of(table_of(descent))[0][6], row[6]) << "an error has no sign";
  Words columns = words;
  columns.insert(columns.end(), {"--columns", "df_dy_error,f"});
  EXPECT_THAT(table_of(columns), StartsWith("df_dy_error,f\n"));
}

TEST(Table, SaysWhereTheStepIsTooSmall) {
  const Words words{"x^2", "--x", "-1:1:3", "--y", "0:0:1", "--method", "central", "--step", "1e-20"};
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(result.output, "x,y,f,df_dx,df_dy\n-1,0,1,nan,0\n0,0,0,0,0\n1,0,1,nan,0\n");
  EXPECT_EQ(
      result.messages,
      "gradfield: note: --step 1e-20 is below the rounding of a variable at 2 points: slopes there are nan; take a "
      "larger step\n");
}

TEST(Table, HasTabsForTsvAndNoHeaderWhereNoneIsWanted) {
  EXPECT_EQ(table_of({"x*y", "--x", "1:2:2", "--y", "5:5:1", "-f", "tsv"}),
            "x\ty\tf\tdf_dx\tdf_dy\n1\t5\t5\t5\t1\n2\t5\t10\t5\t2\n");
  EXPECT_EQ(table_of({"x*y", "--x", "1:2:2", "--y", "5:5:1", "-f", "tsv", "--no-header"}),
            "1\t5\t5\t5\t1\n2\t5\t10\t5\t2\n");
  EXPECT_EQ(table_of({"x*y", "--x", "1:2:2", "--y", "5:5:1", "--csv", "-o", "-"}),
            table_of({"x*y", "--x", "1:2:2", "--y", "5:5:1"}));
}

TEST(Table, RoundsAsPrintfDoes) {
  const Words words{"exp(7*x)*y", "-n", "9", "--no-header"};
  std::string rounded;
  for (int digits = 1; digits <= 20; ++digits) {
    Words more = words;
    more.insert(more.end(), {"--precision", std::to_string(digits)});
    rounded += table_of(more);
  }
  EXPECT_EQ(rounded, run_python("import sys\n"
                                "rows = [[float(value) for value in line.split(',')] for line in sys.stdin]\n"
                                "for digits in range(1, 21):\n"
                                "  for row in rows: print(','.join('%.*g' % (digits, value) for value in row))\n",
                                table_of(words)));
}

TEST(Table, ShowsPolesAndUndefinedValuesAsData) {
  EXPECT_EQ(table_of({"1/x", "--x", "-1:1:3", "--y", "0:0:1"}),
            "x,y,f,df_dx,df_dy\n-1,0,-1,-1,0\n0,0,inf,-inf,0\n1,0,1,-1,0\n");
  EXPECT_EQ(table_of({"sqrt(x)", "--x", "-4:4:3", "--y", "0:0:1"}),
            "x,y,f,df_dx,df_dy\n-4,0,nan,nan,0\n0,0,0,inf,0\n4,0,2,0.25,0\n");
  EXPECT_EQ(table_of({"-log(x)", "--x", "0:1:2", "--y", "0:0:1"}), "x,y,f,df_dx,df_dy\n0,0,inf,-inf,0\n1,0,0,-1,0\n");
}

TEST(Table, HasNoNegativeZeroAndNoSignedNan) {
  const std::string table =
      table_of({"sqrt(x)*0*y-x*0", "-n", "21"}) + table_of({"-x*y", "--x", "0:1:2", "--y", "0:1:2", "--descent"});
  for (const std::string fault : {"-0,", "-0\n", "-nan", "NaN", "nan("})
    EXPECT_THAT(table, testing::Not(HasSubstr(fault)));
  EXPECT_THAT(table, HasSubstr("nan"));
}

TEST(Table, ComesByItselfWhereStandardOutputIsNoTerminal) {
  const std::string table = table_of({"x*y", "-n", "5"});
  EXPECT_THAT(table, StartsWith("x,y,f,df_dx,df_dy\n"));
  const TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  setup.environment = {{"DISPLAY", ":99"}};
  run_bash("\"$gradfield\" x*y -n 5 > field.csv", {}, setup);
  EXPECT_EQ(read_file(folder / "field.csv"), table) << "a display makes no difference";
}

TEST(Table, GivesWayToAPictureInATerminal) {
  ProcessSetup setup;
  setup.terminal = true;
  const ProcessResult picture = run_gradfield({"x*y"}, setup);
  EXPECT_EQ(picture.exit_code, 0) << picture;
  EXPECT_THAT(picture.output, testing::Not(HasSubstr("df_dx"))) << picture;
  EXPECT_GT(lines_of(picture.output).size(), 15u) << picture;
  const ProcessResult table = run_gradfield({"x*y", "--csv", "-n", "2"}, setup);
  EXPECT_EQ(table.output, "x,y,f,df_dx,df_dy\r\n-3,-3,9,-3,-3\r\n3,-3,-9,-3,3\r\n-3,3,-9,3,-3\r\n3,3,9,3,3\r\n")
      << table;
}

TEST(Table, IsTheSameBytesInEveryLocale) {
  const TemporaryFolder folder;
  const std::string place = folder.path();
  run_bash("localedef -i de_DE -f UTF-8 \"$1/de_DE.UTF-8\"", {place});
  ProcessSetup german;
  german.environment = {{"LOCPATH", place}, {"LC_ALL", "de_DE.UTF-8"}, {"LANG", "de_DE.UTF-8"}};
  if (run_bash("printf %.1f 0,5", {}, german).output != "0,5") GTEST_SKIP() << "localedef makes no German locale here";
  for (const Words& words :
       {Words{"x/3+1.5*y", "--x", "-0.5:1e-3", "--precision", "9"}, Words{"1.5e-3*x^2.5", "-D", "a=0.5"},
        Words{"x*0.1", "-f", "gp"}, Words{"sin(x)", "--method", "central", "--step", "0.001"}}) {
    EXPECT_EQ(table_of(words, german), table_of(words)) << testing::PrintToString(words);
  }
  const ProcessResult comma = run_gradfield({"0,5*x"}, german);
  EXPECT_EQ(comma.exit_code, 65) << comma << "a decimal comma is refused, not understood as something else";
}

TEST(Table, IsTheSameBytesEveryTime) {
  const Words words{"sin(x)*exp(y)/x^2+atan2(y,x)", "-n", "300"};
  EXPECT_EQ(table_of(words), table_of(words));
}

TEST(Table, OfAMillionRowsNeedsNoMoreMemoryThanAShortOne) {
  ProcessSetup setup;
  setup.output_to = "/dev/null";
  const ProcessResult small = run_gradfield({"sin(x)*y", "-n", "100", "--csv"}, setup);
  const ProcessResult large = run_gradfield({"sin(x)*y", "-n", "1000", "--csv"}, setup);
  ASSERT_EQ(small.exit_code, 0) << small;
  ASSERT_EQ(large.exit_code, 0) << large;
  // Held in memory, the values alone were 40 MB.
  EXPECT_LT(large.peak_memory_kib, small.peak_memory_kib + 4096);
}

TEST(Table, HasAsManyAsAMillionPointsOnAnAxis) {
  const ProcessResult result = run_bash(
      "\"$gradfield\" 2*x --x 0:999999:1000000 --y 0:0:1 --no-header | awk -F, '$1 != NR - 1 || $3 != 2 * $1 || $4 != "
      "2' | head -3;\n"
      "\"$gradfield\" x --x -3:3:1000000 --y 0:1:2 | sed -n '1000001p;1000002p;$p;$='");
  EXPECT_EQ(result.output, "3,0,3,1,0\n-3,1,-3,1,0\n3,1,3,1,0\n2000001\n") << result;
}

TEST(Table, BeginsAtOnceHoweverLongItIs) {
  const ProcessResult result = run_bash("\"$gradfield\" x --vars x,y,z -n 1000000 | head -1; echo ${PIPESTATUS[0]}");
  EXPECT_EQ(result.output, "x,y,z,f,df_dx,df_dy,df_dz\n0\n") << result;
}

// What no column shows is not computed; what one shows has the bits it has among all.
TEST(ChosenColumns, AreThoseOfTheWholeTable) {
  for (const std::string formula : {"x^2*sin(y)+log(x)", "x*abs(y)", "y", "exp(-x*y)/x"}) {
    for (const std::string method : {"exact", "central", "richardson"}) {
      Words words{formula, "--csv", "-n", "9x70", "--method", method, "--hessian"};
      std::vector<std::string> names{"x",        "y",       "f",    "df_dx", "df_dy",    "d2f_dx2",
                                     "d2f_dxdy", "d2f_dy2", "norm", "angle", "laplacian"};
      if (method == "richardson") names.insert(names.end(), {"df_dx_error", "df_dy_error"});
      std::string list;
      for (const std::string& name : names) list += (list.empty() ? "" : ",") + name;
      const auto output_with = [&](const std::string& columns) {
        Words all = words;
        all.insert(all.end(), {"--columns", columns});
        return run_gradfield(all).output;
      };
      const std::string whole = output_with(list);
      for (std::size_t k = 0; k < names.size(); ++k) {
        ProcessSetup setup;
        setup.input = whole;
        const std::string cut = run_program({"cut", "-d,", "-f" + std::to_string(k + 1)}, setup).output;
        EXPECT_EQ(output_with(names[k]), cut) << formula << " by " << method << ": " << names[k];
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
