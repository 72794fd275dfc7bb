// Paths down of three variables, as lines in space.
#include "plot/space/space_paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "plot/paths/path_marks.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

const Vector kLow{-3, -3, -3}, kHigh{3, 3, 3};

SpaceView cube_view() {
  return {{SpaceAxis{"x", -3, 3}, SpaceAxis{"y", -3, 3}, SpaceAxis{"z", -3, 3}}, {}, {0, 700, 0, 600}};
}

DescentPath path_through(const std::vector<Vector>& points) {
  DescentPath path;
  path.end = DescentEnd::kConverged;
  path.coordinates.resize(3);
  for (const Vector& point : points) {
    for (std::size_t k = 0; k < 3; ++k) path.coordinates[k].push_back(point[k]);
    path.f.push_back(0);
    path.norms.push_back(0);
  }
  return path;
}

Point middle_of(const Shape& shape) {
  // The last point is the first.
  const auto corners = static_cast<double>(shape.points.size() - 1);
  Point middle{0, 0};
  for (std::size_t i = 0; i + 1 < shape.points.size(); ++i) {
    middle = {middle.x + shape.points[i].x / corners, middle.y + shape.points[i].y / corners};
  }
  return middle;
}

TEST(SpacePaths, GoThroughTheirPoints) {
  const SpaceView view = cube_view();
  const std::vector<Vector> points{{2, 2, 2}, {1, 1.5, 0}, {-1, 0, -1}};
  Painting painting;
  paint_paths_in_space(painting, {path_through(points)}, kLow, kHigh, view, {});
  std::vector<Shape> colored;
  for (const Shape& shape : painting.shapes) {
    if (shape.color == line_colors({}).path(0)) colored.push_back(shape);
  }
  // Two ways, two dots, the disc at the end, the ring.
  ASSERT_EQ(colored.size(), 6u);
  for (const auto& [shape, from, to] : {std::tuple{0, 0, 1}, {1, 1, 2}, {2, 1, 1}, {3, 2, 2}, {4, 2, 2}}) {
    const Point a = view.on_page(points[static_cast<std::size_t>(from)]);
    const Point b = view.on_page(points[static_cast<std::size_t>(to)]);
    const Point middle = middle_of(colored[static_cast<std::size_t>(shape)]);
    EXPECT_NEAR(middle.x, (a.x + b.x) / 2, 1e-6) << shape;
    EXPECT_NEAR(middle.y, (a.y + b.y) / 2, 1e-6) << shape;
  }
  const Point start = view.on_page(points[0]);
  double nearest = HUGE_VAL, farthest = 0;
  for (const Point point : colored[5].points) {
    const double away = std::hypot(point.x - start.x, point.y - start.y);
    nearest = std::min(nearest, away);
    farthest = std::max(farthest, away);
  }
  EXPECT_NEAR(nearest + farthest, 2 * 5.2, 0.1);
  EXPECT_GT(nearest, 3);
}

TEST(SpacePaths, CastShadowsOnTheFloorAndEndAtTheWalls) {
  const SpaceView view = cube_view();
  // It leaves the box at (3, 0, 0.5).
  const DescentPath path = path_through({{1, 0, 2.5}, {1e6, 0, 2.5 - 1e6}, {1, 0, 2}});
  Painting painting;
  paint_path_shadows(painting, {path_through({{1, 0, 2.5}, {5, 0, -1.5}})}, kLow, kHigh, view, themes()[0]);
  ASSERT_EQ(painting.shapes.size(), 1u);
  const Point a = view.on_page({1, 0, -3}), b = view.on_page({3, 0, -3});
  EXPECT_NEAR(middle_of(painting.shapes[0]).x, (a.x + b.x) / 2, 1e-6);
  EXPECT_NEAR(middle_of(painting.shapes[0]).y, (a.y + b.y) / 2, 1e-6);
  paint_paths_in_space(painting, {path}, kLow, kHigh, view, {});
  for (const Shape& shape : painting.shapes) {
    for (const Point point : shape.points) {
      EXPECT_TRUE(point.x > 0 && point.x < 700 && point.y > 0 && point.y < 600) << point.x << ' ' << point.y;
    }
  }
}

TEST(SpacePaths, AreDrawnAndToldOfByTheProgram) {
  const ProcessResult drawn = run_gradfield(
      {"x^2+y^2+z^2", "--vars", "x,y,z", "--path", "2,1,-1", "--rate", "0.25", "--iterations", "1", "-f", "svg"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  EXPECT_EQ(drawn.messages,
            "gradfield: note: path 1: at (1, 0.5, -0.5) after 1 step, |∇f| = 2.4, rate 0.25; take more --iterations to "
            "go on\n");
  EXPECT_THAT(drawn.output, HasSubstr("Path 1 goes down from (2, 1, -1) to (1, 0.5, -0.5) in 1 step."));
  EXPECT_TRUE(read_svg(drawn.output).has_text("path 1: 1 step, not at rest, |∇f| = 2.4"));
}

// A slice shows the coordinates along which there are points, of the path as of the field.
TEST(SpacePaths, OnASliceAreThoseOfItsAxes) {
  const ProcessResult drawn = run_gradfield({"y^2+z^2", "--vars", "x,y,z", "--range", "x=1:1:1", "--path", "1,2,-1",
                                             "--rate", "0.25", "--iterations", "1", "-f", "gp", "-q"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  EXPECT_THAT(drawn.output, HasSubstr("$path1 << EOD\n2 -1\n1 -0.5\n"));
}

}  // namespace
}  // namespace gradfield::test
