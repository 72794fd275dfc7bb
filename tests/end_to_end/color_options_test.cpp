// --color-scale, --color-range, --palette: what is drawn, its bar and its key have the same colours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string script_of(Words words) {
  words.insert(words.end(), {"-f", "gp", "-q"});
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  return result.output;
}

// Of a bar: "set cbtics (...)".
std::string tics_of(const std::string& script) {
  const std::size_t at = script.find("set cbtics ");
  return at == std::string::npos ? "none" : script.substr(at + 11, script.find('\n', at) - at - 11);
}

TEST(ColorRange, IsThatOfTheBarOfEveryKindOfColour) {
  for (const Words& words : {Words{"x^2+y^2"},
                             {"x^2+y^2", "--stream"},
                             {"x^2+y^2", "--heatmap"},
                             {"x^2+y^2", "--heatmap=norm"},
                             {"x^2+y^2", "--color", "f"},
                             {"x^2+y^2", "--surface"},
                             {"x^2+y^2", "--surface", "--color", "norm"},
                             {"x^2+y^2+z", "--vars", "x,y,z"}}) {
    Words part = words, decades = words;
    part.insert(part.end(), {"--color-range", "1:3"});
    EXPECT_THAT(tics_of(script_of(part)),
                AllOf(HasSubstr("\"1.0\" 0, "), HasSubstr("\"2.0\" 0.5"), HasSubstr("\"3.0\" 1)")))
        << testing::PrintToString(words);
    decades.insert(decades.end(), {"--color-range", "0.1:sqrt(100)", "--color-scale", "log"});
    EXPECT_THAT(tics_of(script_of(decades)),
                AllOf(HasSubstr("\"0.1\" 0, "), HasSubstr("\"1\" 0.5"), HasSubstr("\"10\" 1)")))
        << testing::PrintToString(words);
  }
}

TEST(ColorScale, IsLogarithmicByItselfWhereValuesOfOneSignSpanDecades) {
  const auto tics = [](const std::string& formula, const char* scale) {
    return tics_of(script_of({formula, "--heatmap", "--color-scale", scale}));
  };
  for (const char* formula : {"exp(x*y)", "-exp(x*y)", "(1-x)^2+100*(y-x^2)^2", "x^20+y^20", "1e-9*exp(3*x)"}) {
    EXPECT_EQ(tics(formula, "auto"), tics(formula, "log")) << formula;
    EXPECT_NE(tics(formula, "auto"), tics(formula, "linear")) << formula;
  }
  for (const char* formula : {"x^2+y^2", "x*y", "exp(-x^2-y^2)", "-exp(-4*(x^2+y^2))", "sin(x)+2", "x", "7"}) {
    EXPECT_EQ(tics(formula, "auto"), tics(formula, "linear")) << formula;
  }
}

TEST(Palettes, HaveTheirOtherWayRound) {
  for (const char* palette : {"viridis", "plasma", "inferno", "turbo", "coolwarm", "diverging"}) {
    const auto line = [&](const std::string& end) {
      const std::string script = script_of({"x", "--heatmap", "--palette", palette + end});
      const std::size_t at = script.find("set palette defined (0 \"");
      const std::size_t last = script.find(")", at);
      return std::pair(script.substr(at + 24, 7), script.substr(last - 8, 7));
    };
    EXPECT_EQ(line("").first, line("-r").second) << palette;
    EXPECT_EQ(line("").second, line("-r").first) << palette;
  }
  EXPECT_THAT(run_gradfield({"x", "--palette", "virids-r", "-f", "gp"}).messages, HasSubstr("did you mean"));
}

TEST(OwnCommands, ForTheScaleOfColoursAreRefusedWithTheOptionForIt) {
  for (const auto& [command, cure] : {std::pair{"set cbrange [0:4]", "--color-range MIN:MAX"},
                                      {"set xtics 1; se cbr [*:4]", "--color-range MIN:MAX"},
                                      {"unset cbtics", "--color-range and --color-scale"},
                                      {"set palette gray", "--palette NAME"},
                                      {"set grid\nset pal defined (0 'red', 1 'blue')", "--palette NAME"},
                                      {"set logscale x; set logscale cb", "--color-scale log"},
                                      {"set logscale cb", "--color-scale log"},
                                      {"set log zcb 2", "--color-scale log"}}) {
    const ProcessResult result = run_gradfield({"x^2+y^2", "-f", "gp", "--set", command});
    EXPECT_EQ(result.exit_code, 64) << command;
    EXPECT_THAT(result.messages, HasSubstr(cure)) << command;
  }
  EXPECT_EQ(run_gradfield({"x", "-f", "gp", "-q", "--set", "set logscale x"}).exit_code, 0);
  EXPECT_EQ(run_gradfield({"x", "-f", "gp", "-q", "--set", "set label 'set palette' at 0,0; set colorbox"}).exit_code,
            0);
}

TEST(ColorRange, IsRefusedWhereItIsNone) {
  for (const char* range : {"1", "3:1", "1:1", "0:inf", "a:b", "1:2:3", ""}) {
    EXPECT_EQ(run_gradfield({"x", "-f", "gp", "--color-range", range}).exit_code, 64) << range;
  }
}

}  // namespace
}  // namespace gradfield::test
