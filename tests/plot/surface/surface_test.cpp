// The surface of f: its facets, their colours, and where it ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "plot/files/png_frames.hpp"
#include "plot/space/space_picture.hpp"
#include "plot/surface/surface.hpp"
#include "plot/surface/surface_facets.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

// A surface over -3:3 with nothing around it.
struct Scene {
  Grid grid;
  Field field;
  SurfaceBorder border;
  SpaceView view;
  SurfaceMesh mesh;

  Scene(const std::string& formula, double low, double high, std::size_t cells = 96)
      : grid(square(cells + 1)),
        field(field_of(formula, grid)),
        border(grid, field, *view_of(formula, grid).gradient()),
        view({SpaceAxis{"x", -3, 3}, SpaceAxis{"y", -3, 3}, SpaceAxis{"f", low, high}}, {}, {0, 700, 0, 600}),
        mesh(grid, field, border, low, high) {}
  Scene(const Scene&) = delete;

  std::vector<Facet> facets(const CellColor& color, int steps = 5) const {
    return surface_facets(mesh, view, color, steps);
  }
};

Rgb one_color(std::size_t, std::size_t, const std::vector<Vector>&) { return rgb(0x808080); }

// Colours by height alone.
CellColor gray_between(double low, double high) {
  return [low, high](std::size_t, std::size_t, const std::vector<Vector>& outline) {
    double height = 0;
    for (const Vector& corner : outline) height += corner[2] / static_cast<double>(outline.size());
    const auto gray = static_cast<std::uint8_t>(std::lround(255 * std::clamp((height - low) / (high - low), 0.0, 1.0)));
    return Rgb{gray, gray, gray};
  };
}

// By the shoelace formula, seen from above.
double floor_area(const std::vector<Vector>& corners) {
  double twice = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Vector &a = corners[i], &b = corners[(i + 1) % corners.size()];
    twice += a[0] * b[1] - a[1] * b[0];
  }
  return twice / 2;
}

// Seen from almost above nothing hides anything, so the facets are those of the whole surface.
double whole_area(const std::string& formula, double low, double high) {
  const Scene scene(formula, low, high);
  const SpaceView above({SpaceAxis{"x", -3, 3}, SpaceAxis{"y", -3, 3}, SpaceAxis{"f", low, high, 1e-3}}, {-55, 89},
                        {0, 700, 0, 600});
  double area = 0;
  for (const Facet& facet : surface_facets(scene.mesh, above, one_color, 5)) area += floor_area(facet.corners);
  return area;
}

TEST(SurfaceBorder, LiesWhereFEnds) {
  const Grid grid = square(50);
  const Field field = field_of("sqrt(4-x^2-y^2)", grid);
  const SurfaceBorder border(grid, field, *view_of("sqrt(4-x^2-y^2)", grid).gradient());
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < field.size(); ++i) {
    for (const auto& [from, to] : {std::pair{i, i + 1}, std::pair{i + 1, i}}) {
      const Vector* last = border.last_on_way(from, to);
      if (last == nullptr) continue;
      ++found;
      // 2^-30 of a cell of 0.122, times the slope of the distance, at most 1.
      EXPECT_NEAR(std::hypot((*last)[0], (*last)[1]), 2, 2e-10);
      EXPECT_EQ((*last)[1], field.coordinates[1][from]);
      EXPECT_LT((*last)[2], 1e-4);
    }
  }
  // Rows within the disk have two ends each: of 50, 0.1224 apart, those within 2 of the middle, 32.
  EXPECT_EQ(found, 64u);
  EXPECT_EQ(border.values().size(), 128u);
}

TEST(SurfaceFacets, TakeTheAreaThatFIsDefinedOn) {
  // Chords of a circle of radius 2 in cells of 1/16 miss at most the square of a cell over 8 radii, of 4 pi of border.
  EXPECT_NEAR(whole_area("sqrt(4-x^2-y^2)", 0, 2), std::numbers::pi * 4, 4 * std::numbers::pi / 256 / 16 + 0.005);
  EXPECT_NEAR(whole_area("x+y+sqrt(0.33-x)*0", -6, 6), 6 * 3.33, 1e-6);
  EXPECT_NEAR(whole_area("x", -3, 3), 36, 1e-9);
  // A line on which f is not defined takes no area.
  EXPECT_NEAR(whole_area("sin(x)/x", -0.5, 1), 36, 1e-6);
}

TEST(SurfaceFacets, EndAtTheLargestHeightInOneLine) {
  // 1/(x^2+y^2) reaches 2 at a radius of sqrt(1/2).
  EXPECT_NEAR(whole_area("1/(x^2+y^2)", 0, 2), 36 - std::numbers::pi / 2, 0.03);
  const Scene scene("1/(x^2+y^2)", 0, 2);
  std::size_t at_top = 0;
  for (const Facet& facet : scene.facets(one_color)) {
    for (const Vector& corner : facet.corners) {
      EXPECT_LE(corner[2], 2);
      if (corner[2] < 2) continue;
      ++at_top;
      // Linear between heights of a cell: 1/16 apart, with a second derivative of f of 24 there, and a slope of 5.7.
      EXPECT_NEAR(std::hypot(corner[0], corner[1]), std::sqrt(0.5), 24.0 / 256 / 8 / 5.7 + 1e-3);
    }
  }
  EXPECT_GT(at_top, 50u);
}

TEST(SurfaceFacets, AreFewWhereNothingChanges) {
  const Scene plane("x", -3, 3);
  EXPECT_EQ(plane.facets(one_color).size(), 36u);  // of 16 x 16 cells
  const Scene hill("exp(-9*(x^2+y^2))", 0, 1);
  const std::size_t facets = hill.facets(one_color).size();
  EXPECT_GT(facets, 100u);
  EXPECT_LT(facets, 96u * 96 / 3);
}

TEST(SurfaceFacets, ShowColoursToAFewSteps) {
  const Scene scene("sin(x)*cos(y)", -1, 1);
  const CellColor color = gray_between(-1, 1);
  const std::vector<Facet> facets = scene.facets(color, 6);
  EXPECT_GT(facets.size(), 96u * 96u / 3);  // of cells, many of which have a neighbour's colour
  for (const Facet& facet : facets) {
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (const Vector& corner : facet.corners) {
      low = std::min(low, corner[2]);
      high = std::max(high, corner[2]);
    }
    // What it shows lies within its own heights, widened by the steps; one grey is 2/255 high.
    const double shown = facet.color.red * 2 / 255.0 - 1;
    EXPECT_GT(shown, low - 2 / 255.0);
    EXPECT_LT(shown, high + 2 / 255.0);
    // A cell of 1/16 rises by at most sqrt(2)/16, or 11 greys; steeper ones are halved.
    EXPECT_LT((high - low) * 255 / 2, 14);
  }
}

TEST(SurfaceFacets, StandInFrontOfWhatIsFarther) {
  const Scene scene("x*y/9", -1, 1);
  const Vector eye = scene.view.towards_eye();
  const std::vector<Facet> facets = scene.facets(gray_between(-1, 1));
  const auto middle = [](const Facet& facet) { return Vector{facet.corners[0][0], facet.corners[0][1], 0}; };
  // Of two facets in a row of cells along an axis the nearer comes later.
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    for (std::size_t k = i + 1; k < std::min(facets.size(), i + 200); ++k) {
      const Vector a = middle(facets[i]), b = middle(facets[k]);
      for (const std::size_t axis : {0u, 1u}) {
        if (a[axis] == b[axis] || a[1 - axis] != b[1 - axis]) continue;
        EXPECT_GT((b[axis] - a[axis]) * eye[axis], 0);
        ++pairs;
      }
    }
  }
  EXPECT_GT(pairs, 96u * 96u);
}

SpacePicture surface_of(const std::string& formula, PictureStyle style = {}) {
  style.expression = formula;
  return compose_surface(square(), field_of(formula, square()), style, terminals()[0],
                         sample_surface(view_of(formula, square()), style, terminals()[0]));
}

TEST(Surface, IsHigherWhereFIsLargerAndColouredByIt) {
  const auto rightmost = [](const std::string& formula) {
    // Colours of the walls, the axes and the floor are gray.
    const std::vector<Shape> shapes = surface_of(formula).painting.shapes;
    const Shape* found = nullptr;
    for (const Shape& shape : shapes) {
      if (std::abs(shape.color.red - shape.color.blue) < 60) continue;
      if (found == nullptr || shape.points[0].x > found->points[0].x) found = &shape;
    }
    EXPECT_NE(found, nullptr);
    return *found;
  };
  const Shape up = rightmost("x"), down = rightmost("-x");
  EXPECT_GT(up.points[0].y, down.points[0].y + 100);  // of a page of 660 points
  EXPECT_GT(up.color.red, up.color.blue);
  EXPECT_GT(down.color.blue, down.color.red);
  EXPECT_EQ(surface_of("x").cut, 0u);
  EXPECT_TRUE(surface_of("3").bar.tics.empty());
}

TEST(Surface, IsCutAtPolesAndDrawsNothingWhereNothingIs) {
  EXPECT_GT(surface_of("1/(x^2+y^2)").cut, 0u);
  EXPECT_GT(surface_of("log(-1-x^2)").painting.shapes.size(), 0u);
}

// What varies by rounding alone is a plane between round numbers, as a true constant is; no two tics read alike.
TEST(Surface, IsAPlaneWhereOnlyRoundingVaries) {
  const std::size_t plane = surface_of("1").painting.shapes.size();
  for (const char* formula :
       {"sin(x)^2+cos(x)^2", "1e9+1e-8*sin(x)", "cosh(x)^2-sinh(x)^2+1e6", "sqrt(sin(x*y)^2+cos(x*y)^2)"}) {
    const SpacePicture picture = surface_of(formula);
    EXPECT_LT(picture.painting.shapes.size(), plane + 200) << formula;
    EXPECT_TRUE(picture.bar.tics.empty()) << formula;
  }
  for (const char* formula : {"sin(x)^2+cos(x)^2", "1e9+1e-8*sin(x)", "1e9+1e-4*sin(x)", "1e-300*x*y", "0"}) {
    // Names and tics of x and y, which are alike, then those of f.
    std::vector<std::string> heights;
    const std::vector<Words> words = surface_of(formula).painting.words;
    for (std::size_t i = words.size() - 1; words[i - 1].side == -1 && words[i - 1].markup != "y"; --i) {
      heights.push_back(words[i - 1].markup);
    }
    EXPECT_GE(heights.size(), 2u) << formula;
    std::ranges::sort(heights);
    EXPECT_EQ(std::ranges::adjacent_find(heights), heights.end()) << formula << ": " << testing::PrintToString(heights);
  }
}

TEST(Surface, HasATicAtTheHeightThatItEndsAt) {
  std::vector<std::string> words;
  const SpacePicture picture = surface_of("sqrt(4-x^2-y^2)");
  for (const Words& word : picture.painting.words) words.push_back(word.markup);
  EXPECT_THAT(words, testing::IsSupersetOf({"0.5", "1.0", "1.5", "2.0"}));
  // At x, y and f.
  EXPECT_EQ(std::ranges::count(words, "0"), 3);
  EXPECT_EQ(picture.bar.tics.front().value, 0);
  EXPECT_EQ(picture.bar.tics.back().value, 2);
}

// Down the middle of a hill that faces the light evenly, from row to row of pixels: no bands, no gaps.
TEST(Surface, ChangesItsColourSmoothly) {
  const ProcessResult drawn = run_gradfield({"sqrt(9.5-x^2-y^2)", "--surface", "--no-key", "--title", "", "-f", "png"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  const Pixels page = read_png(drawn.output);
  const auto at = [&](std::size_t x, std::size_t y) { return page.colors[y * page.width + x]; };
  const auto is_colored = [&](std::size_t x, std::size_t y) {
    const Rgb c = at(x, y);
    return std::max({c.red, c.green, c.blue}) - std::min({c.red, c.green, c.blue}) > 40;
  };
  int colored = 0, worst = 0;
  for (std::size_t x = 250; x <= 350; x += 10) {
    for (std::size_t y = 3; y + 2 < page.height; ++y) {
      // Not at its edge, where smoothing mixes in the background.
      if (!is_colored(x, y - 3) || !is_colored(x, y - 1) || !is_colored(x, y) || !is_colored(x, y + 2)) continue;
      const Rgb a = at(x, y - 1), b = at(x, y);
      ++colored;
      worst = std::max({worst, std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
    }
  }
  EXPECT_GT(colored, 2000);
  // Viridis runs through 255 steps over some 250 pixels, at most three times as fast in its brightest part, and facets
  // show five at once.
  EXPECT_LT(worst, 14);
}

}  // namespace
}  // namespace gradfield::test
