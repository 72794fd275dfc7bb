// Layers as gnuplot drew them: their places are read back from the SVG, by the numbers at its own tics, and compared
// with formulas written out here and with the table.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "support/arrow_shape.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

// A saddle beside a hill; its slopes by hand.
constexpr const char* kFormula = "x*y/4+exp(-(x-1)^2-y^2)";

double hill(double x, double y) { return std::exp(-(x - 1) * (x - 1) - y * y); }
double f(Point at) { return at.x * at.y / 4 + hill(at.x, at.y); }
Point slope(Point at) { return {at.y / 4 - 2 * (at.x - 1) * hill(at.x, at.y), at.x / 4 - 2 * at.y * hill(at.x, at.y)}; }

Svg drawn(std::vector<std::string> command) {
  command.insert(command.end(), {"-q", "-f", "svg"});
  const ProcessResult result = run_gradfield(command);
  EXPECT_EQ(result.exit_code, 0) << result;
  return read_svg(result.output);
}

// Coordinates in an SVG are hundredths of a pixel; tics stand up to half of one off, at both ends of some 400 pixels.
constexpr double kPixels = 0.02;

TEST(DrawnContours, LieOnTheLevelsThatWereAskedFor) {
  const std::vector<double> levels{-1, 0.25, 0.75};
  const Svg svg = drawn({kFormula, "--contour=-1,0.25,0.75"});
  std::vector<std::size_t> found(levels.size(), 0);
  for (const SvgLine& line : svg.lines_of("level lines")) {
    for (const Point place : line.points) {
      const Point at = svg.in_data(place);
      const double norm = std::hypot(slope(at).x, slope(at).y);
      std::size_t nearest = 0;
      for (std::size_t k = 1; k < levels.size(); ++k) {
        if (std::fabs(f(at) - levels[k]) < std::fabs(f(at) - levels[nearest])) nearest = k;
      }
      // Beside its label a line ends on the chord of two points: a twentieth of a pixel inside the curve.
      EXPECT_NEAR(f(at), levels[nearest], norm * std::fabs(svg.x.per_pixel) * (kPixels + 0.05)) << at.x << ' ' << at.y;
      ++found[nearest];
    }
  }
  for (std::size_t k = 0; k < levels.size(); ++k) EXPECT_GT(found[k], 50u) << levels[k];
}

TEST(DrawnContours, ArePerpendicularToTheArrowsOfTheSamePicture) {
  const Svg svg = drawn({kFormula, "--contour=20", "-n", "33"});
  const std::vector<SvgLine> lines = svg.lines_of("level lines");
  std::size_t tried = 0;
  for (const SvgPolygon& arrow : svg.arrows) {
    if (arrow.corners.size() != 8) continue;  // a dot, or a head without a shaft
    Point middle{};
    for (std::size_t i = 0; i < 7; ++i) middle = {middle.x + arrow.corners[i].x / 7, middle.y + arrow.corners[i].y / 7};
    const ArrowShape shape = shape_of(arrow.corners);
    const Point along = direction(shape.tail(), shape.corner(0));
    for (const SvgLine& line : lines) {
      for (std::size_t i = 1; i < line.points.size(); ++i) {
        const Point a = line.points[i - 1], b = line.points[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const double away = std::hypot((a.x + b.x) / 2 - middle.x, (a.y + b.y) / 2 - middle.y);
        if (length < 1 || away > 2.5) continue;
        // Lines here turn once around in 100 pixels at the most: 2.5 pixels are a tenth of a radian.
        EXPECT_NEAR(((b.x - a.x) * along.x + (b.y - a.y) * along.y) / length, 0, 0.15) << middle.x << ' ' << middle.y;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 50u);
}

TEST(DrawnStreams, FollowTheGradient) {
  for (const bool descent : {false, true}) {
    std::vector<std::string> command{kFormula, "--stream"};
    if (descent) command.push_back("--descent");
    const Svg svg = drawn(command);
    std::size_t tried = 0;
    for (const SvgLine& line : svg.lines_of("stream lines")) {
      for (std::size_t i = 1; i < line.points.size(); ++i) {
        const Point a = svg.in_data(line.points[i - 1]), b = svg.in_data(line.points[i]);
        const Point middle = slope({(a.x + b.x) / 2, (a.y + b.y) / 2});
        const double norm = std::hypot(middle.x, middle.y), length = std::hypot(b.x - a.x, b.y - a.y);
        // Shorter ones are rounded, in hundredths of a pixel, by more than what is compared; where the slope is small
        // its direction turns on the way.
        if (length < 2 * std::fabs(svg.x.per_pixel) || norm < 0.1) continue;
        const double cosine = ((b.x - a.x) * middle.x + (b.y - a.y) * middle.y) / (norm * length);
        EXPECT_GT(descent ? -cosine : cosine, 0.998) << a.x << ' ' << a.y;  // less than 4 degrees
        ++tried;
      }
    }
    EXPECT_GT(tried, 300u);
  }
}

TEST(DrawnPaths, GoThroughThePointsOfTheTable) {
  const std::vector<std::string> command{"x^2+2*y^2+x*y", "--path", "2,-1.5",       "--path", "-2.5,2",
                                         "--rate",        "0.1",    "--iterations", "40"};
  const Svg svg = drawn(command);
  std::vector<std::string> table = command;
  table.insert(table.end(), {"--csv", "-q", "--no-header", "--columns", "path,x,y"});
  std::vector<std::vector<Point>> paths(2);
  for (const std::string& row : lines_of(run_gradfield(table).output)) {
    std::istringstream cells(row);
    std::size_t path = 0;
    char comma = 0;
    Point point{};
    cells >> path >> comma >> point.x >> comma >> point.y;
    paths.at(path - 1).push_back(point);
  }
  for (std::size_t k = 0; k < paths.size(); ++k) {
    ASSERT_EQ(paths[k].size(), 41u);
    const std::vector<SvgLine> lines = svg.lines_of("path " + std::to_string(k + 1));
    ASSERT_EQ(lines.size(), 1u);
    // Steps that end in the same hundredth of a pixel are one.
    std::size_t step = 0;
    for (const Point place : lines[0].points) {
      const Point at = svg.in_data(place);
      const auto distance = [&](Point point) { return std::hypot(point.x - at.x, point.y - at.y); };
      const double near = 2 * kPixels * std::fabs(svg.x.per_pixel);
      while (step < paths[k].size() && distance(paths[k][step]) > near) ++step;
      EXPECT_LT(step, paths[k].size()) << "no step, or not in order, at " << at.x << ' ' << at.y;
    }
    EXPECT_GT(lines[0].points.size(), 20u);
  }
}

}  // namespace
}  // namespace gradfield::test
