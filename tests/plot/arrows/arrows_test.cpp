// The geometry of the arrows, on the page and in data: length, direction, place, shape.
#include "plot/arrows/arrows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "support/arrow_shape.hpp"
#include "support/fields.hpp"

namespace gradfield::test {
namespace {

// Corners are computed in doubles from data of size 1: some tens of roundings.
constexpr double kRounding = 1e-12;

double page_cell(const Page& page) {
  return std::min(page.x.cell * page.x.points_per_unit(), page.y.cell * page.y.points_per_unit());
}

// Formulas of all kinds: smooth, with a pole between the points, partly undefined, constant, tiny, huge.
const char* const kFormulas[] = {
    "x^2+y^2",       "exp(-x^2-y^2)", "sin(x)*cos(y)",  "x*y",           "3*x-y", "1/(x^2+y^2)", "log(x)+sqrt(y)",
    "abs(x)+abs(y)", "x>0?x:y",       "1e-200*(x+y^2)", "1e200*(x^3-y)", "x^y",   "7",           "x"};

const Grid kGrids[] = {square(),
                       square(5),
                       square(2),
                       plane(0, 9, 10, 0, 1, 20),
                       plane(0, 20, 15, 0, 1000, 15),
                       plane(-1e-9, 1e-9, 7, -1e-9, 1e-9, 7),
                       plane(-1e9, 1e9, 7, -1e9, 1e9, 7),
                       plane(-1, 1, 40, -2, 2, 6),
                       plane(1, 1, 1, -2, 2, 9),
                       plane(2, 2, 1, 3, 3, 1)};

TEST(Arrows, LieWithTheirTipHalfTheirLengthAheadOfTheGridPoint) {
  for (const char* formula : kFormulas) {
    for (const Grid& grid : kGrids) {
      const PlanePicture picture = picture_of(formula, grid);
      const double tolerance = 1e-6 * page_cell(picture.page);
      for_each_arrow(picture, [&](const PageArrow& arrow, Point, const Arrow&) {
        EXPECT_NEAR(arrow.tip.x, arrow.center.x + arrow.direction.x * arrow.length / 2, tolerance);
        EXPECT_NEAR(arrow.tip.y, arrow.center.y + arrow.direction.y * arrow.length / 2, tolerance);
      });
    }
  }
}

TEST(Arrows, PointAlongTheGradientInDataCoordinates) {
  for (const char* formula : kFormulas) {
    for (const Grid& grid : kGrids) {
      const PlanePicture picture = picture_of(formula, grid);
      const Scale& x = picture.page.x;
      const Scale& y = picture.page.y;
      for_each_arrow(picture, [&](const PageArrow& arrow, Point gradient, const Arrow&) {
        // Back from the page to data, then the sine of the angle between the two, and their sides.
        const Point data{arrow.direction.x / x.points_per_unit(), arrow.direction.y / y.points_per_unit()};
        const double size = std::hypot(data.x, data.y), norm = std::hypot(gradient.x, gradient.y);
        const Point a{data.x / size, data.y / size}, g{gradient.x / norm, gradient.y / norm};
        EXPECT_NEAR(a.x * g.y - a.y * g.x, 0, 1e-6);
        EXPECT_GT(a.x * g.x + a.y * g.y, 0);
      });
    }
  }
}

TEST(Arrows, AreUpTo92HundredthsOfACellAndInProportionToTheGradient) {
  for (const char* formula : kFormulas) {
    for (const Grid& grid : kGrids) {
      PictureStyle linear;
      linear.length = &linear_rule();
      const PlanePicture picture = picture_of(formula, grid, linear);
      const double cell = page_cell(picture.page);
      double longest = 0;
      for_each_arrow(picture,
                     [&](const PageArrow& arrow, Point, const Arrow&) { longest = std::max(longest, arrow.length); });
      EXPECT_LE(longest, 0.92 * cell * (1 + 1e-6)) << formula;
      if (longest > 0) {
        EXPECT_NEAR(longest, 0.92 * cell, 1e-6 * cell) << formula;
      }
      bool any = false, any_longest = false;
      for_each_arrow(picture, [&](const PageArrow& arrow, Point gradient, const Arrow& drawn) {
        EXPECT_LE(arrow.length, longest * (1 + 1e-6));
        const double share = std::hypot(gradient.x, gradient.y) / picture.lengths.reference;
        const double least = std::min(6.0, longest);  // what is too small to see is drawn somewhat longer
        EXPECT_NEAR(arrow.length, std::max(longest * std::min(share, 1.0), least), 1e-6 * longest);
        EXPECT_DOUBLE_EQ(drawn.norm, std::hypot(gradient.x, gradient.y));
        any = true;
        any_longest = any_longest || share >= 1;
      });
      EXPECT_EQ(any, any_longest) << formula;
    }
  }
}

// By whatever rule: of five pixels and with a tip that can be told from its other corners.
TEST(Arrows, CanBeReadHoweverShort) {
  for (const LengthRule& rule : length_rules()) {
    PictureStyle style;
    style.length = &rule;
    for (const char* formula : kFormulas) {
      for (const Grid& grid : {square(), square(5), plane(-10, 10, 20, -10, 10, 20)}) {
        for_each_arrow(picture_of(formula, grid, style), [&](const PageArrow& arrow, Point, const Arrow&) {
          EXPECT_GE(arrow.length, 5) << rule.name;
          EXPECT_LE(arrow.head_width, 0.8 * arrow.length) << rule.name;
          EXPECT_LE(arrow.shaft_width, 0.5 * arrow.head_width) << rule.name;
        });
      }
    }
  }
}

TEST(Arrows, StayWithinTheAxes) {
  for (const char* formula : kFormulas) {
    for (const Grid& grid : kGrids) {
      const PlanePicture picture = picture_of(formula, grid);
      const Scale& x = picture.page.x;
      const Scale& y = picture.page.y;
      const double x_slack = kRounding * (x.high - x.low + std::fabs(x.high)),
                   y_slack = kRounding * (y.high - y.low + std::fabs(y.high));
      for (const Arrow& arrow : picture.arrows.list) {
        for (const Point corner : arrow.outline) {
          ASSERT_GE(corner.x, x.low - x_slack) << formula;
          ASSERT_LE(corner.x, x.high + x_slack) << formula;
          ASSERT_GE(corner.y, y.low - y_slack) << formula;
          ASSERT_LE(corner.y, y.high + y_slack) << formula;
        }
      }
    }
  }
}

TEST(Arrows, HaveTheSameShapeForTheSameLengthInEveryDirectionAndOnUnequalAxes) {
  // The angle at the tip and the widths tell a sheared head; on x=0:9, y=0:1 data coordinates shear it ninefold.
  for (const Grid& grid : {square(), plane(0, 9, 10, 0, 1, 20), plane(0, 20, 15, 0, 1000, 15)}) {
    const double x = grid.axes[0].max, y = grid.axes[1].max;
    for (int turn = 0; turn < 16; ++turn) {
      const double angle = turn * std::numbers::pi / 8;
      const std::string formula = "(" + std::to_string(std::cos(angle)) + ")*x/" + std::to_string(x) + "+(" +
                                  std::to_string(std::sin(angle)) + ")*y/" + std::to_string(y);
      const PlanePicture picture = picture_of(formula, grid);
      const double cell = page_cell(picture.page);
      double head = -1, shaft = -1;
      for_each_arrow(picture, [&](const PageArrow& arrow, Point, const Arrow&) {
        if (head < 0) head = arrow.head_width, shaft = arrow.shaft_width;
        EXPECT_NEAR(arrow.head_width, head, 1e-6 * cell);
        EXPECT_NEAR(arrow.shaft_width, shaft, 1e-6 * cell);
        EXPECT_GT(arrow.head_width, arrow.shaft_width);
        EXPECT_GT(arrow.shaft_width, 0);
        EXPECT_LT(arrow.head_width, arrow.length);
      });
      // And the same for every direction: every field here is constant, its arrows as long as can be.
      const PlanePicture other = picture_of("x", square());
      double other_head = 0;
      for_each_arrow(other, [&](const PageArrow& arrow, Point, const Arrow&) { other_head = arrow.head_width; });
      EXPECT_NEAR(head / cell, other_head / page_cell(other.page), 1e-6) << formula;
    }
  }
}

TEST(Arrows, TurnRoundWithDescent) {
  PictureStyle down;
  down.arrows.descent = true;
  for (const char* formula : kFormulas) {
    const PlanePicture up_picture = picture_of(formula, square(7));
    const PlanePicture down_picture = picture_of(formula, square(7), down);
    ASSERT_EQ(up_picture.arrows.list.size(), down_picture.arrows.list.size()) << formula;
    std::vector<PageArrow> ups;
    for_each_arrow(up_picture, [&](const PageArrow& arrow, Point, const Arrow&) { ups.push_back(arrow); });
    std::size_t i = 0;
    for_each_arrow(down_picture, [&](const PageArrow& arrow, Point, const Arrow&) {
      EXPECT_NEAR(arrow.direction.x, -ups.at(i).direction.x, 1e-9);
      EXPECT_NEAR(arrow.direction.y, -ups.at(i).direction.y, 1e-9);
      // The longest differ by what the page leaves to tips at its border.
      EXPECT_NEAR(arrow.length, ups.at(i).length, 1e-3 * arrow.length);
      ++i;
    });
  }
}

TEST(Arrows, OfTheGaussianPointInwards) {
  for_each_arrow(picture_of("exp(-x^2-y^2)", square(11)), [](const PageArrow& arrow, Point, const Arrow&) {
    const PlanePicture picture = picture_of("exp(-x^2-y^2)", square(11));
    const Point top = on_page(picture.page, {0, 0});
    EXPECT_LT(distance(arrow.tip, top), distance(arrow.tail, top));
  });
}

TEST(Arrows, AreDotsWhereTheGradientIsZero) {
  const PlanePicture picture = picture_of("x^2+y^2", square(5));
  ASSERT_EQ(picture.arrows.list.size(), 25u);
  const Arrow& dot = picture.arrows.list[12];
  EXPECT_EQ(dot.norm, 0);
  const double cell = page_cell(picture.page);
  const Point center = on_page(picture.page, {0, 0});
  const double radius = distance(on_page(picture.page, dot.outline[0]), center);
  EXPECT_GT(radius, 0);
  EXPECT_LT(radius, 0.1 * cell);
  for (const Point corner : dot.outline)
    EXPECT_NEAR(distance(on_page(picture.page, corner), center), radius, 1e-9 * cell);
  EXPECT_EQ(picture_of("4", square(6)).arrows.list.size(), 36u);
}

TEST(Arrows, AreLeftOutAndCountedWhereThePointIsNotFinite) {
  struct Row {
    const char* formula;
    std::size_t not_finite;
  };
  // On 5x5 points over -2:2, x and y run over -2, -1, 0, 1, 2.
  for (const Row& row : {Row{"x*y", 0},
                         {"1/x", 5},
                         {"1/(x^2+y^2)", 1},
                         {"log(x)", 15},
                         {"sqrt(x)", 15},
                         {"sqrt(y)+log(x)", 21},
                         {"0/0", 25},
                         {"1/0", 25}}) {
    const PlanePicture picture = picture_of(row.formula, plane(-2, 2, 5, -2, 2, 5));
    EXPECT_EQ(picture.arrows.not_finite + picture.arrows.list.size(), 25u) << row.formula;
    std::size_t expected = 0;
    for (std::size_t i = 0; i < 25; ++i) {
      expected += !(std::isfinite(picture.field.f[i]) && std::isfinite(picture.field.slopes[0][i]) &&
                    std::isfinite(picture.field.slopes[1][i]));
    }
    EXPECT_EQ(picture.arrows.not_finite, expected) << row.formula;
    EXPECT_EQ(picture.arrows.not_finite, row.not_finite) << row.formula;
  }
}

TEST(ReferenceNorm, IsTheLargestUnlessAFewStandFarAboveTheRest) {
  const auto reference = [](std::vector<double> norms) {
    Field field;
    field.coordinates.assign(2, norms);
    field.f.assign(norms.size(), 0);
    field.slopes = {norms, std::vector<double>(norms.size(), 0)};
    return length_scale(field, linear_rule()).reference;
  };
  EXPECT_EQ(reference({}), 0);
  EXPECT_EQ(reference({0, 0}), 0);
  EXPECT_EQ(reference({NAN, INFINITY, 0}), 0);
  EXPECT_EQ(reference({3}), 3);
  EXPECT_EQ(reference({-3, 1, 2}), 3);
  EXPECT_EQ(reference({1, 2, NAN, INFINITY, 3}), 3);
  std::vector<double> hundred(100, 1.0);
  hundred[7] = 9.9;  // the others are a tenth of it and can be read
  EXPECT_EQ(reference(hundred), 9.9);
  hundred[7] = 10.1;
  EXPECT_EQ(reference(hundred), 1);
  hundred[7] = 1e300;
  EXPECT_EQ(reference(hundred), 1);
  for (std::size_t i = 0; i < 15; ++i) hundred[i] = 1e300;  // as beside a line of poles
  EXPECT_EQ(reference(hundred), 1);
  for (std::size_t i = 0; i < 30; ++i) hundred[i] = 1e300;  // so many are no exception
  EXPECT_EQ(reference(hundred), 1e300);
  // A hill on a plain: to cut its ten arrows would show few of the others.
  for (std::size_t i = 0; i < 100; ++i)
    hundred[i] = i < 10 ? 5.0 + static_cast<double>(i) : std::pow(0.3, static_cast<double>(i));
  EXPECT_EQ(reference(hundred), 14);
}

TEST(Arrows, NearAPoleAreShortenedAndCounted) {
  const PlanePicture picture = picture_of("1/(x^2+y^2)", square());
  EXPECT_GT(picture.arrows.shortened, 0u);
  EXPECT_LT(picture.arrows.shortened, 21u);  // a twentieth of 400, and one
  std::size_t above = 0;
  double largest = 0;
  for (const Arrow& arrow : picture.arrows.list) {
    above += arrow.norm > picture.lengths.reference;
    largest = std::max(largest, arrow.norm);
  }
  EXPECT_EQ(above, picture.arrows.shortened);
  EXPECT_GT(largest, 4 * picture.lengths.reference);
  EXPECT_EQ(picture_of("x^2+y^2", square()).arrows.shortened, 0u);
}

TEST(Arrows, SurviveGradientsOfEveryMagnitude) {
  for (const char* scale : {"1e-320", "1e-308", "1e-160", "1", "1e160", "1e300", "1e307"}) {
    const PlanePicture picture = picture_of(std::string(scale) + "*x/10+" + scale + "*y/20", square(5));
    ASSERT_EQ(picture.arrows.list.size(), 25u) << scale;
    for (const Arrow& arrow : picture.arrows.list) {
      for (const Point corner : arrow.outline) {
        ASSERT_TRUE(std::isfinite(corner.x) && std::isfinite(corner.y)) << scale;
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
