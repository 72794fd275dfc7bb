// --explain from the real binary: what it prints goes back in and gives the columns of the table.
#include <gmock/gmock.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

// The formula behind "NAME = " in an explanation.
std::string formula_named(const std::string& name, const std::string& explanation) {
  for (const std::string& line : lines_of(explanation)) {
    const std::size_t equals = line.find(" = ");
    if (equals != std::string::npos && line.substr(0, line.find(' ')) == name) return line.substr(equals + 3);
  }
  return "none";
}

TEST(Explain, PrintsDerivativesThatGiveTheColumnsOfTheTable) {
  const std::string formulas[] = {"x^2+y^2",
                                  "log(x)+y^2",
                                  "x*log(y)",
                                  "sqrt(x*y)",
                                  "x/y",
                                  "1/(x^2+y^2)",
                                  "x^y",
                                  "max(x,y)*abs(x-1)",
                                  "atan2(y,x)",
                                  "asin(x/3)*acos(y/4)",
                                  "x>0?log(x):y^3",
                                  "(1-x)^2+100*(y-x^2)^2",
                                  "exp(-(x^2+y^2)/4)*sin(x)*cos(y)",
                                  "-20*exp(-0.2*sqrt(0.5*(x^2+y^2)))-exp(0.5*(cos(2*pi*x)+cos(2*pi*y)))+e+20"};
  const std::pair<std::string, std::string> derivatives[] = {{"f", "f"},
                                                             {"df/dx", "df_dx"},
                                                             {"df/dy", "df_dy"},
                                                             {"d2f/dx2", "d2f_dx2"},
                                                             {"d2f/dxdy", "d2f_dxdy"},
                                                             {"d2f/dy2", "d2f_dy2"}};
  for (const std::string& formula : formulas) {
    for (const std::string range : {"-3:3:13", "1:3:5"}) {
      const Words domain{"--x", range, "--y", range};
      Words words{formula, "--explain", "--hessian"};
      words.insert(words.end(), domain.begin(), domain.end());
      const std::string explanation = table_of(words);
      for (const auto& [name, column] : derivatives) {
        Words table{formula, "--hessian", "--csv", "--no-header", "--columns", column};
        table.insert(table.end(), domain.begin(), domain.end());
        Words again{formula_named(name, explanation), "--csv", "--no-header", "--columns", "f"};
        again.insert(again.end(), domain.begin(), domain.end());
        const Words printed = lines_of(table_of(again)), values = lines_of(table_of(table));
        ASSERT_EQ(printed.size(), values.size());
        std::size_t finite = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
          const bool is_lost = printed[i] == "nan";  // 0*inf: the table looks again, a formula cannot
          finite += !is_lost;
          if (is_lost) continue;
          EXPECT_EQ(printed[i], values[i]) << formula << " on " << range << ": " << name << " = " << again[0];
        }
        EXPECT_GT(finite, 0u);
      }
    }
  }
}

TEST(Explain, GoesBackInThroughAPipe) {
  const ProcessResult result =
      run_bash("\"$gradfield\" 'x^2*y' --explain | sed -n 's|^df/dx = ||p' | \"$gradfield\" - --csv -n 2");
  EXPECT_EQ(result.output, "x,y,f,df_dx,df_dy\n-3,-3,18,-6,-6\n3,-3,-18,-6,6\n-3,3,-18,6,-6\n3,3,18,6,6\n") << result;
}

TEST(Explain, FollowsTheRanges) {
  EXPECT_EQ(formula_named("df/dx", table_of({"x*log(x)+abs(y)", "--explain", "--x", "1:2", "--y", "1:2"})), "log(x)+1");
  EXPECT_EQ(formula_named("df/dy", table_of({"x*log(x)+abs(y)", "--explain", "--x", "1:2", "--y", "1:2"})), "1");
  EXPECT_EQ(formula_named("df/dx", table_of({"log(x)", "--explain"})), "given(log(x),1/abs(x))");
}

TEST(Explain, PrintsPowersWhoseExponentTheRangesDecideAsSuch) {
  for (const std::string exponent : {"2", "3", "4", "-1", "0.5"}) {
    const Words table{"x^(y>5?7:" + exponent + ")", "--csv", "-n", "50x2", "--no-header"};
    Words explain{table[0], "--explain"};
    const std::string explanation = table_of(explain);
    for (const auto& [name, column] : {std::pair("f", "f"), std::pair("df/dx", "df_dx")}) {
      Words again = table, columns = table;
      again[0] = formula_named(name, explanation);
      again.insert(again.end(), {"--columns", "f"});
      columns.insert(columns.end(), {"--columns", column});
      EXPECT_EQ(table_of(again), table_of(columns)) << again[0];
    }
  }
}

TEST(Explain, WritesAFileOfAnyName) {
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  const ProcessResult result = run_gradfield({"x^2", "--explain", "-o", "derivative.md"}, setup);
  EXPECT_EQ(result.exit_code, 0) << result;
  EXPECT_EQ(result.output, "");
  EXPECT_THAT(read_file(folder / "derivative.md"), HasSubstr("df/dx = 2*x\n"));
}

TEST(Explain, RefusesWhatContradictsIt) {
  const std::pair<Words, std::string> rows[] = {
      {{"x^2", "--explain", "--csv"}, "--explain writes a text; leave --csv away"},
      {{"x^2", "--explain", "-f", "png"}, "--explain writes a text; leave -f away"},
      {{"x^2", "--explain", "--method", "central"},
       "--explain shows the exact derivative; leave --method central away"},
  };
  for (const auto& [words, message] : rows) {
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 64) << result;
    EXPECT_EQ(result.messages, "gradfield: error: " + message + "\n");
  }
}

}  // namespace
}  // namespace gradfield::test
