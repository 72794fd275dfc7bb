// The language that people write, through the real binary: left sides, conditions, points, and cures of the command
// line that are followed to the letter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/commands.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

TEST(LeftSide, NamesTheFunctionAndItsVariables) {
  EXPECT_EQ(table_of({"f(u,v) = u^2*v", "-n", "3", "--csv"}), table_of({"u^2*v", "--vars", "u,v", "-n", "3", "--csv"}));
  EXPECT_EQ(table_of({"g(t)=sin(t)", "--csv"}), table_of({"sin(t)", "--vars", "t", "--csv"}));
  EXPECT_EQ(table_of({"z = x*y", "-n", "3", "--csv"}), table_of({"x*y", "-n", "3", "--csv"}));
  EXPECT_EQ(table_of({"f(v,u) = u-v", "--vars", "v,u", "-n", "2", "--csv"}),
            table_of({"u-v", "--vars", "v,u", "-n", "2", "--csv"}));
  EXPECT_EQ(table_of({"-", "-n", "3", "--csv"}, with_input("# the sum\ng(x,y) = x + # of both\n y\n")),
            table_of({"x+y", "-n", "3", "--csv"}));
  expect_error(run_gradfield({"f(u,v) = u", "--vars", "v,u"}), 64,
               "--vars v,u: the formula says f(u,v); leave --vars away, or let both say the same");
  EXPECT_EQ(table_of({"θ*r", "--vars", "r,θ", "--columns", "θ,df_dtheta", "-n", "2", "--csv"}).substr(0, 16),
            "theta,df_dtheta\n");
  expect_error(run_gradfield({"f(u,u) = u"}), 64, "f(u,u): 'u' stands twice");
}

TEST(LeftSide, StandsInTitlesExplanationsAndNotes) {
  const std::vector<std::string> texts = read_svg(table_of({"g(r,θ) = r^2*cos(θ)", "-f", "svg"})).texts;
  EXPECT_THAT(texts, Contains("∇g,  g(r, θ) = r2\u2009cos(θ)"));
  EXPECT_THAT(texts, Contains(HasSubstr("|∇g| = ")));
  EXPECT_THAT(texts, Contains("θ"));
  EXPECT_THAT(read_svg(table_of({"h(t) = t^2", "-f", "svg"})).texts, Contains("h and h′,  h(t) = t2"));
  EXPECT_THAT(table_of({"h(t) = t^2", "-f", "text"}), HasSubstr("h and h′, h(t) = t^2"));
  EXPECT_THAT(table_of({"g(x,y) = x*y", "--explain"}), HasSubstr("g     = x*y\ndg/dx = y\ndg/dy = x\n"));
  EXPECT_THAT(run_well({"g(x,y) = x^2+y^2", "--path", "2,1", "--csv"}).messages, HasSubstr("|∇g| = "));
}

TEST(ExplainedChain, IsReadBackAsTheSameNumbers) {
  for (const std::string chain : {"-1<x<1", "0<=x<y<=1", "x==y==0", "x!=y!=1", "(-1<x)<1", "x<y<2 ? x : y"}) {
    std::string formula = table_of({chain, "--explain"});
    formula = formula.substr(8, formula.find('\n') - 8);
    EXPECT_EQ(table_of({formula, "-n", "7", "--csv"}), table_of({chain, "-n", "7", "--csv"})) << formula;
  }
}

TEST(Where, TakesAChainAsMathematicsDoes) {
  EXPECT_EQ(table_of({"x^2", "--vars", "x", "--where", "-1<x<=2", "-n", "7", "--csv"}),
            "x,f,df_dx\n0,0,0\n1,1,2\n2,4,4\n");
}

TEST(Path, BeginsAtAPointHoweverItIsWritten) {
  const Words path{"x^2+3*y^2", "-q", "--csv", "--path"};
  const auto from = [&](const std::string& start) {
    Words words = path;
    words.push_back(start);
    return table_of(words);
  };
  for (const std::string start : {"(2,1)", "( 2, 1 )", "[2,1]", "2 1", "x=2,y=1", "y = 1, x = 2", "(1)+(1),(1)"}) {
    EXPECT_EQ(from(start), from("2,1")) << start;
  }
  expect_error(run_gradfield({"x", "--path", "x=2"}), 64,
               "--path x=2: 1 value for 2 variables; give one for each: x,y");
}

TEST(PowerOfANegativeBase, IsNotedInTablesAndPicturesWithItsRealRoot) {
  const std::string note =
      "gradfield: note: a power 1/3 is nan where its base x is negative, as at x=-3; for the real "
      "root write cbrt(x)\n";
  EXPECT_THAT(run_well({"x^(1/3)", "--vars", "x", "--csv"}).messages, HasSubstr(note));
  EXPECT_THAT(run_well({"x^(1/3)", "--vars", "x", "-f", "svg"}).messages, HasSubstr(note));
  EXPECT_EQ(run_well({"cbrt(x)", "--vars", "x", "--csv"}).messages, "");
}

// What stands behind `before` in a message, up to `behind`.
std::string cure_of_command(const Words& words, const std::string& before, const std::string& behind) {
  const std::string message = run_gradfield(words).messages;
  const std::size_t begin = message.find(before);
  if (begin == std::string::npos) return "no '" + before + "' in " + message;
  const std::size_t from = begin + before.size();
  return message.substr(from, message.find(behind, from) - from);
}

TEST(CureOfTheCommandLine, FollowedToTheLetterIsWhatWasMeant) {
  struct Row {
    Words typed;
    std::string before, behind;
    Words rest;  // of the command that follows the cure; "{}" is the cure
    Words meant;
  };
  for (const Row& row : {
           Row{{"x*y", "--x", "-3", "3", "--csv"}, "word: --x ", "\n", {"x*y", "--csv", "--x", "{}"}, {"x*y", "--csv"}},
           Row{{"x*y", "--x", "0", "1", "5", "--csv"},
               "word: --x ",
               "\n",
               {"x*y", "--csv", "--x", "{}"},
               {"x*y", "--csv", "--x", "0:1:5"}},
           Row{{"x*y", "--vars", "x", "y", "--csv"},
               "word: --vars ",
               "\n",
               {"x*y", "--csv", "--vars", "{}"},
               {"x*y", "--csv"}},
           Row{{"a*x", "-D", "a", "=", "3", "--csv"},
               "word: -D ",
               "\n",
               {"a*x", "--csv", "-D", "{}"},
               {"a*x", "--csv", "-D", "a=3"}},
           Row{{"a*x", "-D", "a=", "3", "--csv"},
               "word: -D ",
               "\n",
               {"a*x", "--csv", "-D", "{}"},
               {"a*x", "--csv", "-D", "a=3"}},
           Row{{"x*y", "--path", "2", "1", "--csv", "-q"},
               "word: --path ",
               "\n",
               {"x*y", "--csv", "-q", "--path", "{}"},
               {"x*y", "--csv", "-q", "--path", "2,1"}},
           Row{{"x", "-x", "0:1", "--csv"},
               "did you mean '",
               "'",
               {"x", "{}", "0:1", "--csv"},
               {"x", "--x", "0:1", "--csv"}},
           Row{{"x", "-p", "a.csv"}, "did you mean '", "'", {"x", "{}", "/dev/stdout", "-f", "csv"}, {"x", "--csv"}},
           Row{{"x", "--x", "0:1:0.1", "--csv"},
               "points, as ",
               " for",
               {"x", "--csv", "--x", "{}"},
               {"x", "--csv", "--x", "0:1:11"}},
           Row{{"w^2+b^2", "--csv"},
               "variables: --vars ",
               ";",
               {"w^2+b^2", "--csv", "--vars", "{}"},
               {"w^2+b^2", "--csv", "--vars", "w,b"}},
           Row{{"y = sin(x)", "--csv"},
               "add --vars ",
               ",",
               {"y = sin(x)", "--csv", "--vars", "{}"},
               {"sin(x)", "--csv", "--vars", "x"}},
           Row{{"x^2+y^2=1", "--csv"}, "write ", "\n", {"{}", "--csv"}, {"x^2+y^2-1", "--csv"}},
           Row{{"@(x,y) x.^2", "--csv"}, "write ", " in its place", {"{} x.^2", "--csv"}, {"x^2", "--csv"}},
           Row{{"(x,y) => x^2", "--csv"}, "write ", " in its place", {"{} x^2", "--csv"}, {"x^2", "--csv"}},
       }) {
    const std::string cure = cure_of_command(row.typed, row.before, row.behind);
    Words followed = row.rest;
    for (std::string& word : followed) {
      if (const std::size_t at = word.find("{}"); at != std::string::npos) word.replace(at, 2, cure);
    }
    EXPECT_EQ(run_gradfield(followed).output, table_of(row.meant)) << testing::PrintToString(followed);
  }
}

TEST(AFileInPlaceOfAFormula, IsSuspectedToBeTheWorkOfTheShell) {
  ProcessSetup setup;
  TemporaryFolder folder;
  write_file(folder / "xay", "");
  setup.folder = folder.path();
  EXPECT_THAT(run_gradfield({"xay"}, setup).messages,
              HasSubstr("There is a file 'xay': the shell may have put its name in place of a *"));
}

}  // namespace
}  // namespace gradfield::test
