// --color-scale, --color-range, --palette: what is drawn, its bar and its key have the same colours.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <sstream>

#include "plot/look/colors.hpp"
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

// The colours of the strip in the key, from left to right.
std::vector<Rgb> strip_of(const std::string& script) {
  std::vector<Rgb> colors;
  const std::regex part(
      "\nset object [0-9]+ polygon from [^\n]* fillstyle solid noborder fillcolor rgb \"(#[0-9a-f]{6})\"");
  for (auto at = std::sregex_iterator(script.begin(), script.end(), part); at != std::sregex_iterator(); ++at) {
    colors.push_back(find_color((*at)[1].str()).value());
  }
  return colors;
}

// The first colour of each polygon or line of a block.
std::vector<Rgb> colors_in(const std::string& script, const std::string& name) {
  const std::size_t begin = script.find("$" + name + " << EOD\n");
  std::istringstream lines(script.substr(begin, script.find("EOD\n\n", begin) - begin));
  std::vector<Rgb> colors;
  bool is_first = true;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find(" 0x");
    if (at != std::string::npos && is_first) {
      colors.push_back(rgb(static_cast<std::uint32_t>(std::stoul(line.substr(at + 3), nullptr, 16))));
    }
    is_first = at == std::string::npos;
  }
  return colors;
}

int largest_difference(Rgb a, Rgb b) {
  return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

TEST(ColorsOverAHeatMap, AreThoseOfAStripInTheKey) {
  struct Row {
    Words words;
    double (*value)(double x, double y);
    double low, high;
    const char* key;
  };
  const auto norm = [](double x, double y) { return 2 * std::hypot(x, y); };
  const auto bowl = [](double x, double y) { return x * x + y * y; };
  for (const Row& row :
       {Row{{"--heatmap", "--color", "norm"}, norm, 0, 2 * std::hypot(3, 3), " from 0 to 8.49\""},
        {{"--heatmap=norm", "--color", "f"}, bowl, 2, 18, " from 2 to 18\""},
        {{"--heatmap", "--color", "norm", "--color-range", "0:5"}, norm, 0, 2 * std::hypot(3, 3), " from 0 to 8.49\""},
        {{"--heatmap", "--color", "norm", "--theme", "dark"}, norm, 0, 2 * std::hypot(3, 3), " from 0 to 8.49\""}}) {
    Words words = row.words;
    words.insert(words.begin(), {"x^2+y^2", "-n", "4", "--length", "linear", "--cap", "none"});
    const std::string script = script_of(words);
    EXPECT_THAT(script, HasSubstr(row.key));
    std::vector<Rgb> strip = strip_of(script);
    ASSERT_GT(strip.size(), 30u) << row.key;
    strip.erase(strip.begin(), strip.end() - 32);  // behind the arrow of lengths
    const std::vector<Rgb> arrows = colors_in(script, "arrows");
    ASSERT_EQ(arrows.size(), 16u);
    for (std::size_t i = 0; i < arrows.size(); ++i) {
      const double x = -3.0 + 2.0 * static_cast<double>(i % 4), y = -3.0 + 2.0 * static_cast<double>(i / 4);
      const double place = 31 * (row.value(x, y) - row.low) / (row.high - row.low);
      const Rgb below = strip[static_cast<std::size_t>(place + 1e-9)],
                above = strip[static_cast<std::size_t>(std::ceil(place - 1e-9))];
      EXPECT_LE(largest_difference(arrows[i], below) + largest_difference(arrows[i], above),
                largest_difference(below, above) + 6)
          << row.key << " " << i;
    }
    // What is put around them is the page's, on which they can be seen.
    EXPECT_THAT(script, HasSubstr("title \"casing of gradient\""));
  }
}

TEST(ColorsOverAHeatMap, AreHeardByStreamLinesToo) {
  for (const Words& words : {Words{"x*y", "--stream", "--heatmap", "--color", "norm"},
                             {"x*y", "--stream", "--heatmap=norm", "--color", "f"}}) {
    const std::string script = script_of(words);
    EXPECT_GE(strip_of(script).size(), 32u);
    const std::vector<Rgb> lines = colors_in(script, "streams"), strip = strip_of(script);
    EXPECT_GT(lines.size(), 20u);
    for (const Rgb color : lines) {
      int nearest = 255;
      for (const Rgb part : strip) nearest = std::min(nearest, largest_difference(color, part));
      EXPECT_LE(nearest, 8);
    }
  }
  // Without a heat map the bar is theirs, of whatever they show.
  const std::string script = script_of({"x*y", "--stream", "--color", "f"});
  EXPECT_THAT(script, AllOf(HasSubstr("$streams using 1:2:3"), HasSubstr("palette"), Not(HasSubstr("} from -9"))));
}

// The place on the palette of f, not of its slope: of x*y along y = x, f grows from 0 with the square.
TEST(ColorsOfStreamLines, AreThoseOfFWhereItIsAskedFor) {
  const std::string script = script_of({"x+y", "--stream", "--color", "f", "--color-range", "-6:6"});
  const std::size_t begin = script.find("$streams << EOD\n");
  std::istringstream lines(script.substr(begin, script.find("EOD\n\n", begin) - begin));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    double x = 0, y = 0, place = 0;
    if (!(std::istringstream(line) >> x >> y >> place)) continue;
    ASSERT_NEAR(place, (x + y + 6) / 12, 0.002) << line;
    ++count;
  }
  EXPECT_GT(count, 100u);
}

TEST(ColorsOverAHeatMap, AreNoneWhereTheHeatMapShowsTheSame) {
  for (const Words& words : {Words{"x^2+y^2", "--heatmap", "--color", "f"},
                             {"x^2+y^2", "--heatmap=norm", "--color", "norm"},
                             {"x^2+y^2", "--heatmap=norm", "--color", "norm", "--stream"}}) {
    Words command = words;
    command.insert(command.end(), {"-f", "gp"});
    const ProcessResult result = run_gradfield(command);
    EXPECT_THAT(result.messages, HasSubstr("has no effect over a heat map of the same")) << result.messages;
    EXPECT_LT(strip_of(result.output).size(), 3u);
  }
}

TEST(ColorRange, IsRefusedWhereItIsNone) {
  for (const char* range : {"1", "3:1", "1:1", "0:inf", "a:b", "1:2:3", ""}) {
    EXPECT_EQ(run_gradfield({"x", "-f", "gp", "--color-range", range}).exit_code, 64) << range;
  }
}

}  // namespace
}  // namespace gradfield::test
