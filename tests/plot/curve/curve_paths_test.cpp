// Paths down on the curve of a function of one variable, as the script and the SVG file draw them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "plot/curve/curves.hpp"
#include "support/descent.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/rows.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kQuartic = "x^4-3*x^2+x";
double quartic(double x) { return x * x * x * x - 3 * x * x + x; }
double slope_of_quartic(double x) { return 4 * x * x * x - 6 * x + 1; }

// The lines of a data block, each as its points.
std::vector<std::vector<Point>> block_of(const std::string& script, const std::string& name) {
  const std::string front = "\n$" + name + " << EOD\n";
  const std::size_t begin = script.find(front);
  EXPECT_NE(begin, std::string::npos) << name;
  std::istringstream block(script.substr(begin + front.size(), script.find("EOD\n", begin + front.size()) - begin));
  std::vector<std::vector<Point>> lines(1);
  for (std::string row; std::getline(block, row) && row != "EOD";) {
    if (row.empty()) {
      lines.emplace_back();
      continue;
    }
    std::istringstream numbers(row);
    Point point{};
    numbers >> point.x >> point.y;
    lines.back().push_back(point);
  }
  std::erase_if(lines, [](const auto& line) { return line.empty(); });
  return lines;
}

Point middle_of(const std::vector<Point>& circle) {
  Point middle{0, 0};
  // The last point is the first.
  const auto corners = static_cast<double>(circle.size() - 1);
  for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
    middle = {middle.x + circle[i].x / corners, middle.y + circle[i].y / corners};
  }
  return middle;
}

std::string script_of(std::vector<std::string> words) {
  words.insert(words.end(), {"--vars", "x", "-f", "gp"});
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << result;
  return result.output;
}

// Numbers in the script are good to a hundredth of a point of the page: these axes are 4 by some 30 long, on more than
// 500 points.
constexpr double kOfX = 0.01 * 4 / 500, kOfF = 0.01 * 50 / 500;

TEST(CurvePaths, StepFromPointToPointOfTheCurve) {
  const std::string script =
      script_of({kQuartic, "--x", "-2:2", "--path", "1.5", "--path", "-0.5", "--rate", "0.06", "--iterations", "9"});
  for (const auto& [name, start] : {std::pair<std::string, double>{"1", 1.5}, {"2", -0.5}}) {
    const auto lines = block_of(script, "path" + name);
    ASSERT_EQ(lines.size(), 1u);
    ASSERT_EQ(lines[0].size(), 10u);
    double x = start;
    for (const Point point : lines[0]) {
      EXPECT_NEAR(point.x, x, kOfX);
      EXPECT_NEAR(point.y, quartic(x), kOfF);
      x -= 0.06 * slope_of_quartic(x);
    }
    // Every mark stands on the curve, whose slope is at most 13 there.
    const auto marks = block_of(script, "steps" + name);
    EXPECT_GE(marks.size(), 3u);
    for (const auto& mark : marks) {
      const Point middle = middle_of(mark);
      EXPECT_NEAR(middle.y, quartic(middle.x), kOfF + 13 * kOfX);
    }
    EXPECT_NEAR(middle_of(marks.back()).x, lines[0].back().x, kOfX);
    const auto ring = block_of(script, "start" + name);
    ASSERT_EQ(ring.size(), 1u);
    EXPECT_NEAR(middle_of(ring[0]).x, start, kOfX);
    EXPECT_NEAR(middle_of(ring[0]).y, quartic(start), kOfF);
  }
  EXPECT_THAT(script, HasSubstr("path 2: 9 steps"));
}

TEST(CurvePaths, AreCutWhereTheAxesEndAndHaveNoMarkThere) {
  // x -> -1.4 x: 1, -1.4, 1.96, -2.744 and then 3.84, beyond the axis.
  const std::string script = script_of({"x^2", "--path", "1", "--rate", "1.2"});
  const auto lines = block_of(script, "path1");
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_EQ(lines[0].size(), 5u);
  const Point last = lines[0].back(), before = lines[0][3];
  EXPECT_NEAR(before.x, -2.744, 1e-3);
  EXPECT_LT(last.x, 3.1);
  // On the chord to (3.8416, 14.758).
  const double slope = (14.758 - 7.5295) / (3.8416 + 2.744);
  EXPECT_NEAR(last.y, before.y + slope * (last.x - before.x), 2e-3);
  EXPECT_EQ(block_of(script, "steps1").size(), 3u);  // and no disc
  EXPECT_THAT(script, HasSubstr("path 1: 4 steps, diverges"));
  // From where f is not finite there is nothing to be drawn, but gnuplot must not be asked to.
  EXPECT_THAT(script_of({"log(x)", "--x", "0:3", "--path", "0"}), Not(HasSubstr("$path1 using")));
}

TEST(CurvePaths, HaveColoursThatAreNotTheCurves) {
  for (const Theme& theme : themes()) {
    PictureStyle style;
    style.theme = &theme;
    style.expression = "x^2";
    std::vector<DescentPath> paths(5, {{{2, 1}}, {4, 1}, {4, 2}, 0.25, DescentEnd::kConverged});
    const CurvesPicture picture =
        compose_curves(view_of("x^2", {{{"x", -3, 3, 20}}}), style, named(terminals(), "svg"), told(paths));
    std::vector<KeyEntry> entries;
    for (const KeyRow& row : picture.key) entries.insert(entries.end(), row.begin(), row.end());
    ASSERT_EQ(entries.size(), 2u + 5 + 2);
    EXPECT_EQ(entries[2].words, "path 1: 1 step");
    EXPECT_EQ(entries[7].mark, KeyMark::kRing);
    EXPECT_EQ(entries[8].mark, KeyMark::kDisk);
    for (std::size_t k = 2; k < 7; ++k) {
      EXPECT_FALSE(entries[k].color == entries[0].color || entries[k].color == entries[1].color) << k;
      EXPECT_EQ(entries[k].color == entries[2].color, k == 2 || k == 6) << k;
    }
  }
}

TEST(CurvePaths, AreInTheWordsOfThePicture) {
  const ProcessResult drawn =
      run_gradfield({kQuartic, "--vars", "x", "--path", "1.5", "--rate", "0.1", "--iterations", "1", "-f", "svg"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  // 1.5 - 0.1*(13.5-9+1)
  EXPECT_THAT(drawn.output, HasSubstr("Path 1 goes down from 1.5 to 0.95 in 1 step."));
  const Svg svg = read_svg(drawn.output);
  EXPECT_THAT(svg.texts, testing::Contains(testing::StartsWith("path 1: 1 step, not at rest, |f′| = ")));
  EXPECT_TRUE(svg.has_text("start"));
  EXPECT_TRUE(svg.has_text("end, not at rest"));
  EXPECT_THAT(drawn.messages, HasSubstr("gradfield: note: path 1: at (0.95) after 1 step"));
  EXPECT_THAT(drawn.messages, Not(HasSubstr("no effect")));
}

}  // namespace
}  // namespace gradfield::test
