// Level lines on a surface: on its height, only where they are seen, and below it on the floor.
#include "plot/surface/lifted_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "base/geometry.hpp"
#include "plot/space/space_picture.hpp"
#include "plot/surface/surface.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

double hill(double x, double y) { return 3 * std::exp(-(x * x + y * y)); }
struct LevelScene {
  Grid grid = square(257);
  Field field;
  SurfaceBorder border;
  SpaceView view;
  SurfaceMesh mesh;
  Floor floor;

  LevelScene(const std::string& formula, double low, double high)
      : field(field_of(formula, grid)),
        border(grid, field, *view_of(formula, grid).gradient()),
        view({SpaceAxis{"x", -3, 3}, SpaceAxis{"y", -3, 3}, SpaceAxis{"f", low - 1, high, 0.8}}, {}, {0, 700, 0, 600}),
        mesh(grid, field, border, low, high),
        floor{{-3, -3}, {3, 3}, low - 1} {}
  LevelScene(const LevelScene&) = delete;

  std::vector<Shape> on_surface(const ContourLine& line) const {
    Painting painting;
    paint_levels_on_surface(painting, {&line, 1}, floor, mesh, view, [](const auto&) { return rgb(0x408080); });
    return painting.shapes;
  }
};

ContourLine circle(double level, double radius) {
  ContourLine line{level, {}, true};
  for (int i = 0; i < 360; ++i) {
    const double angle = i * std::numbers::pi / 180;
    line.points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return line;
}

double nearest(const std::vector<Shape>& shapes, Point at) {
  double out = HUGE_VAL;
  for (const Shape& shape : shapes) {
    for (const Point point : shape.points) out = std::min(out, distance(point, at));
  }
  return out;
}

// How far the formula's own surface reaches beyond the way to the eye, on the side on which it begins: above 0 where it
// crosses it.
double crossing(double (*f)(double, double), const LevelScene& scene, double x, double y) {
  const Vector way = scene.view.towards_eye();
  const auto above = [&](double t) { return f(x, y) + t * way[2] - f(x + t * way[0], y + t * way[1]); };
  const double side = above(0.02) > 0 ? 1 : -1;
  double most = -HUGE_VAL;
  for (double t = 0.02; t < 4; t += 0.002) {
    if (std::fabs(x + t * way[0]) > 3 || std::fabs(y + t * way[1]) > 3) break;
    most = std::max(most, -side * above(t));
  }
  return most;
}

TEST(SurfaceLevels, AreDrawnAtTheirHeightWhereTheEyeSeesThem) {
  std::size_t seen = 0, hidden = 0;
  for (const auto& [f, formula, high, level, radius] :
       {std::tuple{&hill, "3*exp(-(x^2+y^2))", 3.0, 1.5, std::sqrt(std::log(2.0))},
        {&hill, "3*exp(-(x^2+y^2))", 3.0, 0.3, std::sqrt(std::log(10.0))},
        {&bowl, "x^2+y^2", 18.0, 4.0, 2.0}}) {
    const LevelScene scene(formula, 0, high);
    const ContourLine line = circle(level, radius);
    const std::vector<Shape> shapes = scene.on_surface(line);
    std::vector<double> crossings;
    for (const auto& [x, y] : line.points) crossings.push_back(crossing(f, scene, x, y));
    for (std::size_t i = 0; i < 360; ++i) {
      const auto& [x, y] = line.points[i];
      const double beyond = crossings[i];
      // A hundredth of the height: the mesh and its slack. A stretch reaches one step, of some points of the circle,
      // into what is hidden.
      const auto is_other = [&](std::size_t k) { return !(beyond * crossings[k % 360] > 0); };
      if (std::fabs(beyond) < 0.01 * high || is_other(i + 4) || is_other(i + 356)) continue;
      const double away = nearest(shapes, scene.view.on_page({x, y, level}));
      if (beyond < 0) {
        EXPECT_LT(away, 1.5) << formula << " at " << x << ' ' << y;
      } else {
        EXPECT_GT(away, 1.5) << formula << " at " << x << ' ' << y;
      }
      ++(beyond < 0 ? seen : hidden);
    }
  }
  EXPECT_GT(seen, 300u);
  EXPECT_GT(hidden, 60u);
}

TEST(SurfaceLevels, OfALowerFaceAreSeenFromBelow) {
  const LevelScene scene("x^2+y^2", 0, 18);
  const Vector way = scene.view.towards_eye();
  // The wall of the bowl that is next to the eye shows its outside.
  const double size = std::hypot(way[0], way[1]), x = 2 * way[0] / size, y = 2 * way[1] / size;
  const Vector place{x, y, 4};
  EXPECT_FALSE(scene.mesh.is_seen(place, scene.view));
  EXPECT_TRUE(scene.mesh.is_seen(place, scene.view, Face::kBoth));
}

TEST(SurfaceLevels, LieOnTheFloorBelowAndAreNotDrawnBeyondTheSurface) {
  const LevelScene scene("x^2+y^2", 0, 18);
  const ContourLine line = circle(4, 2);
  Painting painting;
  paint_levels_on_floor(painting, {&line, 1}, scene.floor, scene.view, rgb(0x777777));
  ASSERT_EQ(painting.shapes.size(), 1u);
  for (int i = 0; i < 360; i += 20) {
    const auto& [x, y] = line.points[static_cast<std::size_t>(i)];
    EXPECT_LT(nearest(painting.shapes, scene.view.on_page({x, y, -1})), 2);
  }
  EXPECT_THAT(scene.on_surface(circle(19, 2)), IsEmpty());
}

TEST(SurfaceLevels, AreThoseOfThePlane) {
  PictureStyle style;
  style.contour.emplace();
  for (const std::string formula : {"x^2+y^2", "sin(x)*cos(y)", "1/(x^2+y^2)", "x^3-y"}) {
    std::set<double> flat, lifted;
    for (const LabelledLine& line : picture_of(formula, square(), style, "png").contours) flat.insert(line.level);
    const SurfaceField surface = sample_surface(view_of(formula, square()), style, terminals()[0]);
    for (const ContourLine& line : surface.levels.lines) lifted.insert(line.level);
    EXPECT_EQ(flat, lifted) << formula;
    EXPECT_GT(lifted.size(), 3u);
  }
}

std::vector<std::string> notes(std::vector<std::string> command) {
  command.insert(command.end(), {"-f", "gp"});
  const ProcessResult result = run_gradfield(command);
  EXPECT_EQ(result.exit_code, 0) << result;
  return lines_of(result.messages);
}

TEST(SpaceNotes, TellOfWhatASurfaceDoesNotShow) {
  EXPECT_THAT(notes({"x*y", "--surface", "--contour"}), IsEmpty());
  EXPECT_THAT(notes({"x*y", "--surface", "--contour=1,1e9"}),
              ElementsAre("gradfield: note: no line of the level 1e+09 runs through this picture"));
  EXPECT_THAT(notes({"7", "--surface", "--contour"}),
              ElementsAre(HasSubstr("no level line runs through this picture")));
  EXPECT_THAT(notes({"x*y", "--surface", "--heatmap", "--stream"}),
              testing::UnorderedElementsAre("gradfield: note: --heatmap has no effect on a surface",
                                            "gradfield: note: --stream has no effect on a surface"));
  EXPECT_THAT(notes({"x*y*z", "--vars", "x,y,z", "--contour"}),
              ElementsAre("gradfield: note: --contour has no effect on a picture of space"));
  // Something is drawn: lines beyond those of the walls.
  const auto size = [](std::vector<std::string> words) { return run_gradfield(words).output.size(); };
  EXPECT_GT(size({"x*y", "--surface", "--contour", "-f", "gp"}), size({"x*y", "--surface", "-f", "gp"}) + 10'000);
}

TEST(SpaceNotes, TellOfUnequalScales) {
  const std::string ranges =
      "gradfield: note: the ranges are further apart than 4:1, so the axes have unequal scales: ";
  const std::vector<std::string> space{"x^2+y^2+0*z", "--vars", "x,y,z", "--x", "0:1", "--y", "0:1"};
  const auto with = [](std::vector<std::string> words, const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
  };
  EXPECT_THAT(notes(with(space, {"--z", "0:100"})),
              ElementsAre(ranges + "arrows are not perpendicular to surfaces of equal f"));
  EXPECT_THAT(notes(with(space, {"--z", "0:3"})), IsEmpty());
  EXPECT_THAT(notes(with(space, {"--z", "0:3", "--aspect", "free"})),
              ElementsAre("gradfield: note: the axes have unequal scales: arrows are not perpendicular to surfaces of "
                          "equal f"));
  EXPECT_THAT(notes(with(space, {"--z", "0:9", "--aspect", "equal"})), IsEmpty());
  EXPECT_THAT(notes({"x^2+y^2", "--surface", "--x", "0:100"}),
              ElementsAre(ranges + "arrows are not perpendicular to contours"));
}

}  // namespace
}  // namespace gradfield::test
