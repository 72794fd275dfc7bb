#include "plot/space/space_picture.hpp"
#include "plot/surface/surface.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

Grid cube(std::size_t count, double half = 3) {
  return {{{"x", -half, half, count}, {"y", -half, half, count}, {"z", -half, half, count}}};
}

SpacePicture space_of(const std::string& formula, const Grid& grid, PictureStyle style = {}, View view = {}) {
  style.expression = formula;
  return compose_space(grid, field_of(formula, grid), style, terminals()[0], {}, {view});
}

SpacePicture surface_of(const std::string& formula, const Grid& grid, PictureStyle style = {}) {
  style.expression = formula;
  return compose_surface(grid, field_of(formula, grid), style, terminals()[0],
                         sample_surface(view_of(formula, grid), style, terminals()[0]));
}

// The last `count` polygons: what is painted after the walls.
std::vector<Shape> last_shapes(const SpacePicture& picture, std::size_t count) {
  const std::vector<Shape>& shapes = picture.painting.shapes;
  return {shapes.end() - static_cast<std::ptrdiff_t>(count), shapes.end()};
}

// From the middle of an arrow's blunt end to its tip.
Point arrow_vector(const Shape& arrow) {
  const auto& p = arrow.points;
  EXPECT_EQ(p.size(), 8u);
  return {p[3].x - (p[0].x + p[6].x) / 2, p[3].y - (p[0].y + p[6].y) / 2};
}

TEST(SpaceView, IsARotationWithoutPerspective) {
  const std::array<SpaceAxis, 3> axes{SpaceAxis{"x", -1, 1}, SpaceAxis{"y", -1, 1}, SpaceAxis{"z", -1, 1}};
  for (const View view : {View{}, View{0, 0}, View{30, 80}, View{-170, 10}}) {
    const SpaceView space(axes, view, {0, 700, 0, 600});
    // The squares of the seen lengths of three perpendicular unit vectors add up to 2.
    double sum = 0;
    for (const Vector& unit : {Vector{1, 0, 0}, Vector{0, 1, 0}, Vector{0, 0, 1}}) {
      const Point seen = space.direction_on_page(unit);
      sum += (seen.x * seen.x + seen.y * seen.y) / std::pow(space.points_per_edge(), 2);
    }
    EXPECT_NEAR(sum, 2, 1e-12);
    // A point and a direction are seen alike: the box is 1 long, the data 2.
    const Point from = space.on_page({0, 0, 0}), to = space.on_page({1, 0.5, -1});
    const Point direction = space.direction_on_page({0.5, 0.25, -0.5});
    EXPECT_NEAR(to.x - from.x, direction.x, 1e-9);
    EXPECT_NEAR(to.y - from.y, direction.y, 1e-9);
  }
}

TEST(SpaceView, ShowsUpwardsAsUpwardsAndTheNearAsNear) {
  const std::array<SpaceAxis, 3> axes{SpaceAxis{"x", -1, 1}, SpaceAxis{"y", -1, 1}, SpaceAxis{"z", -1, 1}};
  const SpaceView space(axes, {}, {0, 700, 0, 600});
  EXPECT_GT(space.on_page({0, 0, 1}).y, space.on_page({0, 0, 0}).y);
  EXPECT_NEAR(space.on_page({0, 0, 1}).x, space.on_page({0, 0, 0}).x, 1e-9);
  EXPECT_GT(space.on_page({1, 0, 0}).x, space.on_page({0, 0, 0}).x);  // x runs to the right
  EXPECT_GT(space.nearness({0, -1, 0}), space.nearness({0, 1, 0}));   // and y into the depth
}

TEST(SpacePicture, HasAnArrowForEachPointThatPointsAlongTheGradient) {
  const SpacePicture picture = space_of("x+2*y-z", cube(3));
  EXPECT_EQ(picture.arrows.all, 27u);
  EXPECT_EQ(picture.arrows.dots, 0u);
  const std::array<SpaceAxis, 3> axes{SpaceAxis{"x", -1, 1}, SpaceAxis{"y", -1, 1}, SpaceAxis{"z", -1, 1}};
  const SpaceView space(axes, {}, {0, 700, 0, 600});
  const Point expected = space.direction_on_page({1, 2, -1});
  for (const Shape& arrow : last_shapes(picture, 27)) {
    const Point seen = arrow_vector(arrow);
    const double cross = seen.x * expected.y - seen.y * expected.x, dot = seen.x * expected.x + seen.y * expected.y;
    EXPECT_NEAR(cross, 0, 1e-6 * dot);
    EXPECT_GT(dot, 0);
  }
  PictureStyle down;
  down.arrows.descent = true;
  const Point seen = arrow_vector(last_shapes(space_of("x+2*y-z", cube(3), down), 27)[0]);
  EXPECT_LT(seen.x * expected.x + seen.y * expected.y, 0);
}

TEST(SpacePicture, ShowsFarArrowsInTheColoursOfTheBarAndThinner) {
  for (const Theme& theme : themes()) {
    PictureStyle style;
    style.theme = &theme;
    const SpacePicture picture = space_of("x^2+y^2-z^2", cube(4), style);
    for (const Shape& arrow : last_shapes(picture, 64)) {
      double least = HUGE_VAL;
      for (int i = 0; i <= 1000; ++i) {
        const Rgb color = color_at(picture.colors.colors, i / 1000.0);
        least = std::min(least, std::hypot(color.red - arrow.color.red, color.green - arrow.color.green,
                                           color.blue - arrow.color.blue));
      }
      EXPECT_LE(least, 2) << hex_text(arrow.color);
    }
  }
  // All alike, but for how near they are: the last is the nearest.
  const std::vector<Shape> equal = last_shapes(space_of("x+2*y-z", cube(3)), 27);
  const auto area = [](const Shape& shape) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < shape.points.size(); ++i) {
      twice += shape.points[i].x * shape.points[i + 1].y - shape.points[i + 1].x * shape.points[i].y;
    }
    return std::fabs(twice) / 2;
  };
  EXPECT_GT(area(equal.back()), 1.5 * area(equal.front()));
}

TEST(SpacePicture, CountsDotsAndLeavesOutWhatIsNotFinite) {
  const SpacePicture picture = space_of("x^2+y^2+z^2", cube(3));
  EXPECT_EQ(picture.arrows.all, 27u);
  EXPECT_EQ(picture.arrows.dots, 1u);
  const SpacePicture half = space_of("log(x)+y+z", cube(4));
  EXPECT_EQ(half.arrows.all, 32u);
  EXPECT_EQ(half.arrows.not_finite, 32u);
  const SpacePicture none = space_of("log(-1-x^2)+y+z", cube(3));
  EXPECT_EQ(none.arrows.all, 0u);
  ASSERT_EQ(none.key.size(), 1u);
  EXPECT_EQ(none.key[0][0].words, "no point is finite");
}

TEST(SpacePicture, StaysOnThePageFromEverySide) {
  for (const double azimuth : {-55.0, 0.0, 45.0, 130.0, 250.0}) {
    for (const double elevation : {5.0, 23.0, 60.0}) {
      const SpacePicture picture = space_of("x*y*z", cube(5), {}, {azimuth, elevation});
      EXPECT_GT(picture.painting.shapes.size(), 50u);
      EXPECT_GE(picture.painting.words.size(), 9u) << "two numbers and a name for each axis";
      for (const Shape& shape : picture.painting.shapes) {
        for (const Point point : shape.points) {
          EXPECT_GE(point.x, 0);
          EXPECT_LE(point.x, picture.points.width);
          EXPECT_GE(point.y, 0);
          EXPECT_LE(point.y, picture.points.height);
        }
      }
      for (const Words& words : picture.painting.words) {
        EXPECT_GE(words.at.x, 5) << words.markup;
        EXPECT_LE(words.at.x, picture.points.width - 5) << words.markup;
        EXPECT_GE(words.at.y, 5) << words.markup;
      }
    }
  }
}

TEST(SpacePicture, TakesAxesOfUnequalScaleAndSinglePoints) {
  for (const Grid& grid : {Grid{{{"x", 0, 1000, 3}, {"y", 0, 1, 3}, {"z", -1e-9, 1e-9, 3}}},
                           Grid{{{"x", 2, 2, 1}, {"y", 3, 3, 1}, {"z", 4, 4, 1}}},
                           Grid{{{"x", 0, 0, 1}, {"y", -1, 1, 3}, {"z", 0, 0, 1}}}}) {
    const SpacePicture picture = space_of("x+y+z", grid);
    EXPECT_GT(picture.arrows.all, 0u);
    for (const Shape& shape : picture.painting.shapes) {
      for (const Point point : shape.points) ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    }
  }
}

TEST(SpaceScript, IsDrawnByGnuplotWithAllItsPolygons) {
  const auto svg_of = [](const std::vector<std::string>& words) {
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 0) << result;
    return read_svg(result.output);
  };
  const Svg space = svg_of({"x^2+y^2+z^2", "--vars", "x,y,z", "-n", "4", "-f", "svg"});
  EXPECT_TRUE(space.has_text("x"));
  EXPECT_TRUE(space.has_text("z"));
  EXPECT_TRUE(space.has_text("|∇f| = 10.4"));
  EXPECT_GT(space.bar_steps, 50u);
  const Svg surface = svg_of({"x*y", "--surface", "-f", "svg"});
  EXPECT_TRUE(surface.has_text("f"));
  EXPECT_GT(surface.bar_steps, 50u);
}

TEST(SpacePage, ShowsTheLabelsOfItsAxes) {
  PictureStyle style;
  style.x_label = "length {m}";
  style.y_label = "";
  for (const SpacePicture& picture : {surface_of("x*y", square(), style), space_of("x*y+z", cube(3), style)}) {
    std::vector<std::string> words;
    for (const Words& word : picture.painting.words) words.push_back(word.markup);
    EXPECT_THAT(words, testing::Contains("length \\{m\\}"));
    EXPECT_THAT(words, testing::Not(testing::Contains("y")));
  }
}

// How much longer than the other an edge of the floor is, in units of its range: by the corners of its wall.
double stretch(const SpacePicture& picture) {
  const std::vector<Point>& floor = picture.painting.shapes[2].points;  // walls across x, y, z
  const auto length = [&](std::size_t i) {
    return std::hypot(floor[i + 1].x - floor[i].x, floor[i + 1].y - floor[i].y);
  };
  return length(1) / length(0);
}

TEST(SpacePage, HasTheAspectAskedFor) {
  const auto at = [](Aspect aspect) {
    PictureStyle style;
    style.aspect = aspect;
    return stretch(surface_of("x*y", plane(0, 9, 10, 0, 1, 10), style));
  };
  // 9 to 1: free unless equal scales are asked for.
  EXPECT_NEAR(at(Aspect::kAutomatic), at(Aspect::kFree), 1e-9);
  EXPECT_GT(std::max(at(Aspect::kEqual), 1 / at(Aspect::kEqual)),
            4 * std::max(at(Aspect::kFree), 1 / at(Aspect::kFree)));
}

TEST(SpacePage, LeavesRoomBetweenTheTicsOfShortEdges) {
  for (const PageSize size : {PageSize{720, 660}, PageSize{400, 360}, PageSize{250, 240}}) {
    PictureStyle style;
    style.size = size;
    style.aspect = Aspect::kEqual;
    const SpacePicture picture = surface_of("x*y", plane(0, 9, 10, 0, 1, 10), style);
    const std::vector<Words>& words = picture.painting.words;
    EXPECT_GE(words.size(), 4u) << "three names and a number";
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        // Of 10.5 points: half an em of 14.
        EXPECT_GT(std::hypot(words[i].at.x - words[k].at.x, words[i].at.y - words[k].at.y), 7)
            << words[i].markup << " and " << words[k].markup << " at " << size.width;
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
