// Paths on the surface of f: on its height, hidden behind it where it hides them, and below it on the floor.
#include "plot/surface/lifted_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/geometry.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/picture_lines.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

double hills(double x, double y) { return std::sin(2 * x) * std::cos(1.5 * y) + 0.2 * x; }

struct PathScene {
  Grid grid = square(97);
  Field field;
  SurfaceBorder border;
  double low, high, bottom;
  SpaceView view;
  SurfaceMesh mesh;
  Floor floor;

  PathScene(const std::string& formula, double lowest, double highest)
      : field(field_of(formula, grid)),
        border(grid, field, *view_of(formula, grid).gradient()),
        low(lowest),
        high(highest),
        bottom(lowest - (highest - lowest) / 2),
        view({SpaceAxis{"x", -3, 3}, SpaceAxis{"y", -3, 3}, SpaceAxis{"f", bottom, highest, 0.8}}, {},
             {0, 700, 0, 600}),
        mesh(grid, field, border, low, high),
        floor{{-3, -3}, {3, 3}, bottom} {}
  PathScene(const PathScene&) = delete;
};

// A path by plain steps of the slopes given.
DescentPath path_of(double x, double y, int steps, double rate, Point (*slopes)(double, double)) {
  DescentPath path;
  path.end = DescentEnd::kConverged;
  path.ending.outcome = Outcome::kMinimum;
  path.coordinates.resize(2);
  for (int i = 0; i <= steps; ++i) {
    path.coordinates[0].push_back(x);
    path.coordinates[1].push_back(y);
    path.f.push_back(0);
    path.norms.push_back(0);
    const Point slope = slopes(x, y);
    x -= rate * slope.x;
    y -= rate * slope.y;
  }
  return path;
}

Point slopes_of_bowl(double x, double y) { return {2 * x, 2 * y}; }

Point middle_of(const Shape& shape) {
  // The last point is the first.
  const auto corners = static_cast<double>(shape.points.size() - 1);
  Point middle{0, 0};
  for (std::size_t i = 0; i + 1 < shape.points.size(); ++i) {
    middle = {middle.x + shape.points[i].x / corners, middle.y + shape.points[i].y / corners};
  }
  return middle;
}

// Whether the formula itself hides its point from the eye, in steps much finer than the facets; by how much it stands
// above the ray, at most, or how far it stays below.
double hidden_by(double (*f)(double, double), const PathScene& scene, double x, double y) {
  const Vector way = scene.view.towards_eye();
  double most = -HUGE_VAL;
  for (double t = 0.01; t < 3; t += 0.001) {
    const double u = x + t * way[0], v = y + t * way[1];
    if (std::fabs(u) > 3 || std::fabs(v) > 3) break;
    most = std::max(most, f(u, v) - (f(x, y) + t * way[2]));
  }
  return most;
}

TEST(SurfaceMesh, IsAsHighAsF) {
  const PathScene scene("sin(2*x)*cos(1.5*y)+0.2*x", -1.6, 1.6);
  for (double x = -3; x <= 3; x += 0.173) {
    for (double y = -3; y <= 3; y += 0.191) {
      // Between points h = 1/16 apart a bend of 4 + 2.25 makes at most (4 + 2.25) h^2/8.
      EXPECT_NEAR(scene.mesh.height(x, y), hills(x, y), 6.25 / 256 / 8 + 1e-12);
    }
  }
  EXPECT_TRUE(std::isnan(scene.mesh.height(3.01, 0)));
  const PathScene cut("x", -1, 1);
  EXPECT_NEAR(cut.mesh.height(0.5, 0), 0.5, 1e-12);
  EXPECT_TRUE(std::isnan(cut.mesh.height(2, 0)));
  const PathScene half("sqrt(x)", 0, 2);
  EXPECT_TRUE(std::isnan(half.mesh.height(-1, 0)));
}

TEST(SurfaceMesh, IsSeenWhereNothingOfFStandsBeforeIt) {
  std::size_t seen = 0, hidden = 0;
  for (const auto& [f, formula, low, high] :
       {std::tuple{&hills, "sin(2*x)*cos(1.5*y)+0.2*x", -1.6, 1.6}, {&bowl, "x^2+y^2", 0.0, 18.0}}) {
    const PathScene scene(formula, low, high);
    for (double x = -2.9; x <= 3; x += 0.217) {
      for (double y = -2.9; y <= 3; y += 0.231) {
        const double above = hidden_by(f, scene, x, y);
        // Near the edge of what is hidden a facet may differ from f by its bend, and by its slack.
        const double doubtful = 0.01 * (high - low);
        if (std::fabs(above) < doubtful) continue;
        const bool is_seen = scene.mesh.is_seen({x, y, scene.mesh.height(x, y)}, scene.view);
        EXPECT_EQ(is_seen, above < 0) << formula << " at " << x << ' ' << y << ": " << above;
        ++(is_seen ? seen : hidden);
      }
    }
  }
  EXPECT_GT(seen, 300u);
  EXPECT_GT(hidden, 100u);
}

TEST(SurfacePaths, StandOnTheSurfaceAtEachStep) {
  const PathScene scene("x^2+y^2", 0, 18);
  // On the far wall of the bowl all is seen from here.
  const DescentPath path = path_of(-1.5, 2.5, 4, 0.05, slopes_of_bowl);
  Painting painting;
  paint_paths_on_surface(painting, {path}, scene.floor, scene.mesh, scene.view, {});
  const Rgb color = line_colors({}).path(0);
  const auto nearest_disc = [&](Point at) {
    double nearest = HUGE_VAL;
    for (const Shape& shape : painting.shapes) {
      // Discs and rings have more corners than pieces of lines, which have four.
      if (shape.points.size() < 10 || !(shape.color == color)) continue;
      nearest = std::min(nearest, distance(middle_of(shape), at));
    }
    return nearest;
  };
  for (std::size_t i = 1; i < path.f.size(); ++i) {
    const double x = path.coordinates[0][i], y = path.coordinates[1][i];
    ASSERT_LT(hidden_by(&bowl, scene, x, y), 0);
    EXPECT_LT(nearest_disc(scene.view.on_page({x, y, bowl(x, y)})), 0.2) << i;
  }
}

// What a path is painted with in its own colour: its marks, and its pieces, in points of the page.
struct Inks {
  std::size_t marks = 0;
  double length = 0, width = 0;
  double way = 0;  // how long it is
};

TEST(SurfacePaths, AreLinesWhereTheyAreSeenAndDashesOfTheirColourWhereTheyAreHidden) {
  const PathScene scene("x^2+y^2", 0, 18);
  const auto shapes_of = [&](double x, double y) {
    Painting painting;
    const DescentPath path = path_of(x, y, 30, 0.02, slopes_of_bowl);
    paint_paths_on_surface(painting, {path}, scene.floor, scene.mesh, scene.view, {});
    Inks inks;
    for (const Shape& shape : painting.shapes) {
      if (!(shape.color == line_colors({}).path(0))) continue;
      if (shape.points.size() != 5) {
        ++inks.marks;
        continue;
      }
      // Reaches half its width over both ends.
      const double width = distance(shape.points[0], shape.points[3]),
                   length = distance(shape.points[0], shape.points[1]);
      inks.width = width;
      inks.length += length - width;
    }
    std::vector<Point> way;
    for (std::size_t i = 0; i < path.f.size(); ++i) {
      const double u = path.coordinates[0][i], v = path.coordinates[1][i];
      way.push_back(scene.view.on_page({u, v, bowl(u, v)}));
      if (i > 0) inks.way += distance(way[i], way[i - 1]);
    }
    return inks;
  };
  const Inks seen = shapes_of(-1.5, 2.5);
  EXPECT_NEAR(seen.length, seen.way, 0.1 * seen.way);
  EXPECT_GT(seen.marks, 2u);
  // The wall next to the eye hides its inner side: its way to there begins at (2.5, -2.6), of the lowest corner.
  ASSERT_GT(hidden_by(&bowl, scene, 1.2, -1.8), 1);
  const Inks hidden = shapes_of(1.2, -1.8);
  EXPECT_EQ(hidden.marks, 0u);
  EXPECT_GT(hidden.length, 0.5 * hidden.way);
  EXPECT_LT(hidden.length, 0.8 * hidden.way);
  EXPECT_LT(hidden.width, seen.width);
}

TEST(SurfacePaths, LieOnTheFloorBelow) {
  const PathScene scene("x^2+y^2", 0, 18);
  const DescentPath path = path_of(2, 1, 6, 0.1, slopes_of_bowl);
  Painting painting;
  paint_paths_on_floor(painting, {path}, scene.floor, scene.view, {});
  std::vector<Point> discs;
  for (const Shape& shape : painting.shapes) {
    if (shape.points.size() > 10) discs.push_back(middle_of(shape));
  }
  // Steps 1 to 6 and the end, which is the sixth; by x -> 0.8 x.
  ASSERT_EQ(discs.size(), 7u);
  double x = 2, y = 1;
  for (std::size_t i = 0; i < 6; ++i) {
    x *= 0.8, y *= 0.8;
    EXPECT_LT(distance(discs[i], scene.view.on_page({x, y, scene.bottom})), 1e-6);
  }
  EXPECT_LT(distance(discs[6], discs[5]), 1e-6);
  // The ring is a line around its start.
  const Shape& ring = painting.shapes.back();
  EXPECT_EQ(ring.points.size(), 5u);
  EXPECT_LT(distance(middle_of(ring), scene.view.on_page({2, 1, scene.bottom})), 10);
}

TEST(SurfacePaths, StayWithinTheBoxHoweverFarTheyGo) {
  const PathScene scene("x^2+y^2", 0, 18);
  const DescentPath away = path_of(1, 1, 3, 1e150, slopes_of_bowl);
  Painting painting;
  paint_paths_on_floor(painting, {away}, scene.floor, scene.view, {});
  paint_paths_on_surface(painting, {away}, scene.floor, scene.mesh, scene.view, {});
  EXPECT_GT(painting.shapes.size(), 10u);
  for (const Shape& shape : painting.shapes) {
    for (const Point point : shape.points) {
      EXPECT_TRUE(point.x > 0 && point.x < 700 && point.y > 0 && point.y < 600) << point.x << ' ' << point.y;
    }
  }
}

TEST(SurfacePaths, AreDrawnAndToldOfByTheProgram) {
  const ProcessResult drawn =
      run_gradfield({"x^2+y^2", "--surface", "--path", "-1,2", "--rate", "0.25", "--iterations", "2", "-f", "svg"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  EXPECT_EQ(
      drawn.messages,
      "gradfield: note: path 1: at (-0.25, 0.5) after 2 steps, |∇f| = 1.1, rate 0.25; take more --iterations to go "
      "on\n");
  EXPECT_THAT(drawn.output, HasSubstr("Path 1 goes down from (-1, 2) to (-0.25, 0.5) in 2 steps."));
  const Svg svg = read_svg(drawn.output);
  EXPECT_TRUE(svg.has_text("path 1: 2 steps, not at rest, |∇f| = 1.1"));
  EXPECT_TRUE(svg.has_text("start"));
  EXPECT_TRUE(svg.has_text("end, not at rest"));
}

}  // namespace
}  // namespace gradfield::test
