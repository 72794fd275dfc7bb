// Marked points, tangents and curves, read back from what is drawn: from SVG pictures on their own axes, and from the
// written scripts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <numbers>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "support/arrow_shape.hpp"
#include "support/process.hpp"
#include "support/scripts.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

using Words = std::vector<std::string>;

std::string drawn(Words words, const std::string& format) {
  words.insert(words.end(), {"-f", format});
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(words) << result.messages;
  return result.output;
}

// The lines of a block, which blank lines part; their first two columns.
std::vector<std::vector<Point>> lines_in(const std::string& script, const std::string& block) {
  std::vector<std::vector<Point>> lines(1);
  std::istringstream rows(points_of(script, block));
  for (std::string row; std::getline(rows, row);) {
    std::istringstream numbers(row);
    Point point{};
    if (numbers >> point.x >> point.y) {
      lines.back().push_back(point);
    } else if (!lines.back().empty()) {
      lines.emplace_back();
    }
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

Point middle_of(const std::vector<Point>& outline) {
  Point sum{0, 0};
  for (std::size_t i = 1; i < outline.size(); ++i) sum = {sum.x + outline[i].x, sum.y + outline[i].y};
  const auto count = static_cast<double>(outline.size() - 1);
  return {sum.x / count, sum.y / count};
}

double degrees_between(Point a, Point b) {
  return std::fabs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)) * 180 / std::numbers::pi;
}

TEST(PointPictures, TangentsHaveTheExactSlopeOnTheDrawnAxes) {
  struct Row {
    const char *formula, *point;
    double x, f, slope;
  };
  for (const Row& row :
       {Row{"x^3-3x", "2", 2, 2, 9}, Row{"x^3-3x", "-1", -1, 2, 0}, Row{"exp(-x)", "1", 1, std::exp(-1), -std::exp(-1)},
        Row{"1000*x^2", "1", 1, 1000, 2000}, Row{"sin(x)/1000", "0", 0, 0, 1e-3}}) {
    const Svg svg = read_svg(drawn({row.formula, "--vars", "x", "--point", row.point}, "svg"));
    const std::vector<SvgLine> lines = svg.lines_of("tangents");
    ASSERT_EQ(lines.size(), 1u) << row.formula;
    const Point a = svg.in_data(lines[0].points.front()), b = svg.in_data(lines[0].points.back());
    // Half a hundredth of a pixel at each end, and the labels' own digits.
    const double unit = std::fabs(svg.y.per_pixel), width = b.x - a.x;
    EXPECT_NEAR((b.y - a.y) / width, row.slope, 0.05 * unit / width + 1e-3 * std::fabs(row.slope)) << row.formula;
    EXPECT_NEAR(a.y + (row.x - a.x) * (b.y - a.y) / width, row.f, 0.5 * unit) << row.formula << ": through the point";
    EXPECT_GT(width / svg.x.per_pixel, 20) << "long enough to be seen";
  }
}

TEST(PointPictures, SecantsRunThroughTheTwoPointsOfTheirStep) {
  struct Row {
    const char* method;
    double from, to;  // in steps
  };
  const auto f = [](double x) { return x * x * x - x; };
  for (const Row& row : {Row{"forward", 0, 1}, Row{"backward", -1, 0}, Row{"central", -1, 1}}) {
    const double x = 0.5, h = 0.75;
    const std::string script =
        drawn({"x^3-x", "--vars", "x", "--point", "0.5", "--method", row.method, "--step", "0.75"}, "gp");
    const auto lines = lines_in(script, "tangents");
    ASSERT_EQ(lines.size(), 1u) << row.method;
    const Point a = lines[0].front(), b = lines[0].back();
    for (const double end : {x + row.from * h, x + row.to * h}) {
      EXPECT_NEAR(a.y + (end - a.x) * (b.y - a.y) / (b.x - a.x), f(end), 1e-2) << row.method << " at " << end;
      EXPECT_TRUE(end >= a.x && end <= b.x) << row.method << ": it reaches beyond both";
    }
    EXPECT_THAT(script, HasSubstr(std::string(row.method) + " differences")) << "named";
    for (const auto& ring : lines_in(script, "chords")) {
      const Point middle = middle_of(ring);
      EXPECT_NEAR(middle.y, f(middle.x), 1e-2) << row.method << ": its ends lie on the curve";
    }
  }
}

TEST(PointPictures, GradientArrowsBeginAtTheirPointsAndPointAsTheGradientDoes) {
  const auto gradient = [](Point p) { return Point{2 * p.x, 4 * p.y}; };
  const std::vector<std::pair<std::string, Point>> points{
      {"1,1", {1, 1}}, {"-2,0.5", {-2, 0.5}}, {"0.3,-2.5", {0.3, -2.5}}};
  for (const Words& more : {Words{}, Words{"--descent"}, Words{"--heatmap"}, Words{"--stream"}, Words{"--no-arrows"}}) {
    Words words{"x^2+2*y^2"};
    for (const auto& [text, place] : points) words.insert(words.end(), {"--point", text});
    words.insert(words.end(), more.begin(), more.end());
    const std::string script = drawn(words, "gp");
    const auto arrows = lines_in(script, "point_arrows"), dots = lines_in(script, "points"),
               levels = lines_in(script, "point_levels");
    ASSERT_EQ(arrows.size(), points.size()) << testing::PrintToString(more);
    ASSERT_EQ(dots.size(), points.size());
    const bool is_down = !more.empty() && more[0] == "--descent";
    for (std::size_t k = 0; k < points.size(); ++k) {
      const Point place = points[k].second, exact = is_down ? -1 * gradient(place) : gradient(place);
      EXPECT_LT(distance(middle_of(dots[k]), place), 0.01);
      const ArrowShape shape = shape_of(arrows[k]);
      EXPECT_LT(distance(shape.tail(), place), 0.01);
      EXPECT_LT(degrees_between(shape.corner(0) - shape.tail(), exact), 0.2) << testing::PrintToString(more);
      // The nearest piece of a level line passes through the point, across the arrow.
      double nearest = HUGE_VAL;
      Point way{};
      for (const auto& line : levels) {
        for (std::size_t i = 1; i < line.size(); ++i) {
          const double away = distance(between(line[i - 1], line[i], 0.5), place);
          if (away < nearest) nearest = away, way = line[i] - line[i - 1];
        }
      }
      EXPECT_LT(nearest, 0.05) << testing::PrintToString(more);
      EXPECT_NEAR(degrees_between(way, exact), 90, 2) << testing::PrintToString(more);
    }
  }
}

TEST(PointPictures, OfAFileAreArrowsShortTangentsOrStreamLines) {
  const TemporaryFolder folder;
  write_file(folder / "plane", "1 1\n-2 0.5\n9 9\n");
  const std::string plane = folder / "plane";
  for (const Words& more : {Words{}, Words{"--heatmap"}, Words{"--path", "2,2"}}) {
    Words words{"x^2+2*y^2", "--at", plane};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(lines_in(drawn(words, "gp"), "arrows").size(), 2u) << testing::PrintToString(more);
  }
  EXPECT_EQ(read_svg(drawn({"x^2+2*y^2", "--at", plane, "--stream"}, "svg")).arrows.size(), 0u);
  write_file(folder / "line", "1\n-2\n");
  const std::string script = drawn({"x^2", "--vars", "x", "--at", folder / "line"}, "gp");
  const auto tangents = lines_in(script, "tangents"), touches = lines_in(script, "touches");
  ASSERT_EQ(tangents.size(), 2u);
  ASSERT_EQ(touches.size(), 2u);
  for (std::size_t k = 0; k < 2; ++k) {
    const double x = k == 0 ? 1 : -2;
    const Point a = tangents[k].front(), b = tangents[k].back(), dot = middle_of(touches[k]);
    EXPECT_NEAR((b.y - a.y) / (b.x - a.x), 2 * x, 0.01);
    EXPECT_NEAR(dot.x, x, 0.01);
    EXPECT_NEAR(dot.y, x * x, 0.05);
  }
}

TEST(PointPictures, WithoutArrowsShowTheRestAlone) {
  const std::string script = drawn({"x^2+2*y^2", "--no-arrows", "--contour", "--point", "1,1"}, "gp");
  EXPECT_THAT(script, Not(HasSubstr("$arrows")));
  EXPECT_THAT(script, HasSubstr("$contours using"));
  EXPECT_THAT(script, HasSubstr("$point_arrows using"));
  EXPECT_EQ(read_svg(drawn({"x^2+2*y^2", "--no-arrows", "--contour"}, "svg")).bar_steps, 0u);
  EXPECT_THAT(run_gradfield({"x*y", "--no-arrows", "-f", "gp"}).messages, HasSubstr("leaves nothing to see"));
  EXPECT_THAT(drawn({"x*y", "--no-arrows", "--contour=0,"}, "text"), Not(HasSubstr("→")));
}

TEST(Curves, OfTheSecondDerivativeAreExact) {
  const std::string script = drawn({"x^3-3x", "--vars", "x", "--columns", "f,d2f_dx2", "--hessian"}, "gp");
  EXPECT_THAT(script, Not(HasSubstr("$slope using")));
  const auto lines = lines_in(script, "second");
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_GE(lines[0].size(), 2u);
  for (const Point point : lines[0]) EXPECT_NEAR(point.y, 6 * point.x, 1e-12);
  // In pieces where it jumps; nowhere at a kink.
  const auto jump = lines_in(drawn({"x*abs(x)", "--vars", "x", "--columns", "d2f_dx2", "--hessian"}, "gp"), "second");
  ASSERT_EQ(jump.size(), 2u);
  for (const auto& piece : jump) {
    for (const Point point : piece) EXPECT_EQ(point.y, point.x < 0 ? -2 : 2) << point.x;
  }
  const std::string all = drawn({"sin(3x)", "--vars", "x", "--hessian"}, "gp");
  for (const char* plot : {"$f using 1:2 axes x1y1", "$slope using 1:2 axes x1y", "$second using 1:2 axes x1y"}) {
    EXPECT_THAT(all, HasSubstr(plot));
  }
  const ProcessResult refused = run_gradfield({"x^2", "--vars", "x", "--columns", "d2f_dx2", "-f", "gp"});
  EXPECT_EQ(refused.exit_code, 64);
  EXPECT_THAT(refused.messages, HasSubstr("--columns: for the curve of d2f_dx2 add --hessian"));
}

TEST(Curves, HaveTheScaleThatIsAskedForWhicheverAreShown) {
  for (const char* columns : {"f", "f,df_dx", "f,d2f_dx2", "f,df_dx,d2f_dx2"}) {
    const std::string script =
        drawn({"x^2", "--vars", "x", "--range", "f=-2:5", "--hessian", "--columns", columns}, "gp");
    double low = 0, high = 0;
    ASSERT_EQ(std::sscanf(script.c_str() + script.find("set yrange ["), "set yrange [%lf:%lf]", &low, &high), 2);
    EXPECT_NEAR(low, -2 - 7.0 / 30, 1e-12) << columns << ": with a thirtieth to spare";
    EXPECT_NEAR(high, 5 + 7.0 / 30, 1e-12) << columns;
  }
}

TEST(LineColors, AreNeverSharedByCurvesPointsAndPaths) {
  for (const Words& start : {Words{"x^2+y^2", "--point", "2,2", "--path", "1,2", "--path", "2,-1"},
                             Words{"x^4-x^2", "--vars", "x", "--point", "0.5", "--path", "2"}}) {
    Words words = start;
    words.insert(words.end(), {"--curve", start[1] == "--vars" ? "x" : "x = y", "--hessian"});
    if (start[1] == "--point") words.pop_back();
    const std::string script = drawn(words, "gp");
    std::set<std::string> colors;
    std::size_t count = 0;
    for (const char* title : {"curve 1", "curve_1", "points", "path 1", "path 2", "f", "slope", "second"}) {
      if (script.find(" title \"" + std::string(title) + "\"") == std::string::npos) continue;
      colors.insert(hex_text(color_of_plot(script, title)));
      ++count;
    }
    EXPECT_GE(count, 4u);
    EXPECT_EQ(colors.size(), count) << testing::PrintToString(words);
  }
}

TEST(PointPictures, OnSurfacesInSpaceAndAsTextNameTheirGradients) {
  for (const Words& words : {Words{"x^2+2*y^2", "--surface", "--point", "1,0.5"},
                             Words{"x^2+2*y^2-3z", "--vars", "x,y,z", "--point", "1,0.5,0"}}) {
    const std::string script = drawn(words, "gp"), without = drawn(Words(words.begin(), words.end() - 2), "gp");
    EXPECT_THAT(script, HasSubstr("0xc2185b")) << "a dot, and an arrow";
    EXPECT_THAT(without, Not(HasSubstr("0xc2185b")));
    EXPECT_THAT(script, HasSubstr("set label")) << "told in the key";
  }
  const std::string text = drawn({"x^2+2*y^2", "--point", "1,0.5", "--curve", "x = -1"}, "text");
  EXPECT_THAT(text, HasSubstr("∇f(1, 0.5) = (2, 2), |∇f| = 2.828"));
  EXPECT_THAT(text, HasSubstr("x = -1"));
  EXPECT_THAT(drawn({"x^3", "--vars", "x", "--point", "2"}, "text"), HasSubstr("f′(2) = 12"));
}

}  // namespace
}  // namespace gradfield::test
