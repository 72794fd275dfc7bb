// Waves finer than what shows a function: told beside surfaces, heat maps and curves, and not where these show it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/commands.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// What is said, and the script with its key.
ProcessResult script_and_notes(Words words) {
  words.insert(words.end(), {"-f", "gp"});
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  return result;
}

TEST(WavesTooFineToBeShown, AreToldInANoteAndInTheKey) {
  // The mesh has 256 cells on 6.5, a heat map some 510 pixels, a curve 19200 steps on 6: each of these formulas would
  // pass for slow waves, or for none.
  struct Row {
    Words words;
    const char* parts;
  };
  for (const Row& row : {Row{{"sin(247*x)*sin(247*y)", "--surface"}, "the facets of its surface"},
                         {{"sin(500*x)*cos(300*y)", "--surface"}, "the facets of its surface"},
                         {{"sin(510*x)*sin(510*y)", "--heatmap"}, "the pixels of the heat map"},
                         {{"cos(505*x+505*y)", "--heatmap=norm", "--contour"}, "the pixels of the heat map"},
                         {{"sin(510*x)*sin(510*y)", "--heatmap", "--size", "300x300"}, "the pixels of the heat map"},
                         {{"sin(20107*x)", "--vars", "x"}, "the steps of its curve"},
                         {{"sin(1e9*x)", "--vars", "x"}, "the steps of its curve"},
                         {{"exp(-x^2)*sin(40000*x)", "--vars", "x", "--x", "-1:1"}, "the steps of its curve"}}) {
    const ProcessResult result = script_and_notes(row.words);
    EXPECT_THAT(result.messages, HasSubstr("turns within " + std::string(row.parts)))
        << testing::PrintToString(row.words);
    EXPECT_THAT(result.output, HasSubstr("turns within " + std::string(row.parts)))
        << testing::PrintToString(row.words);
  }
}

TEST(WavesTooFineToBeShown, AreNotToldOfWhatIsShown) {
  for (const char* formula :
       {"x^2+y^2", "sin(20*x)*sin(20*y)", "1/(x*y)", "floor(2*x)+floor(3*y)", "x > y ? 1 : -1", "sqrt(4-x^2-y^2)",
        "exp(x*y)", "3", "log(x)", "abs(sin(9*x))+tan(y)", "20+x^2+y^2-10*(cos(2*pi*x)+cos(2*pi*y))"}) {
    for (const char* layer : {"--surface", "--heatmap", "--heatmap=norm"}) {
      EXPECT_THAT(script_and_notes({formula, layer}).messages, Not(HasSubstr("turns within")))
          << formula << " " << layer;
    }
  }
  for (const char* formula :
       {"x^2", "sin(100*x)", "sin(1000*x)", "sin(1/x)", "tan(9*x)", "floor(50*x)", "1/x", "0", "sin(x)/x", "sqrt(x)"}) {
    EXPECT_THAT(script_and_notes({formula, "--vars", "x"}).messages, Not(HasSubstr("turns within"))) << formula;
  }
}

}  // namespace
}  // namespace gradfield::test
