// The edges of heat maps: each pixel against the part of its area that is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "plot/look/palettes.hpp"
#include "plot/plane/layers.hpp"
#include "support/fields.hpp"
#include "support/scripts.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

PictureStyle heat_style(PageSize size) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  style.size = size;
  return style;
}

struct Pixel {
  double x = 0, y = 0;
  int red = 0, green = 0, blue = 0, covered = 255;
};

// The pixels of a map that is written as colours.
std::vector<Pixel> pixels_of(const std::string& script) {
  std::vector<Pixel> pixels;
  std::istringstream lines(points_of(script, "heat"));
  for (std::string line; std::getline(lines, line);) {
    Pixel pixel;
    std::istringstream(line) >> pixel.x >> pixel.y >> pixel.red >> pixel.green >> pixel.blue >> pixel.covered;
    pixels.push_back(pixel);
  }
  return pixels;
}

struct Region {
  const char* formula;  // one value, where there is any
  bool (*is_shown)(double x, double y);
};
constexpr Region kRegions[] = {
    {"1+0*sqrt(4-x^2-y^2)", [](double x, double y) { return x * x + y * y <= 4; }},
    {"1+0*log(x+y/3)", [](double x, double y) { return x + y / 3 > 0; }},
    {"1+0*acos(x*y)", [](double x, double y) { return std::fabs(x * y) <= 1; }},
    {"1+0*log(x-0.1)*log(y-0.2)", [](double x, double y) { return x > 0.1 && y > 0.2; }},
    {"1+0*sqrt(sin(7*x)-y)", [](double x, double y) { return std::sin(7 * x) >= y; }},
};

// Of the area of a pixel that wide, by many more points than a map has for it.
double shown_share(const Region& region, const Pixel& pixel, double width) {
  constexpr int kAcross = 24;
  int shown = 0;
  for (int i = 0; i < kAcross * kAcross; ++i) {
    const double u = (i % kAcross + 0.5) / kAcross - 0.5, v = (i / kAcross + 0.5) / kAcross - 0.5;
    shown += region.is_shown(pixel.x + u * width, pixel.y + v * width) ? 1 : 0;
  }
  return static_cast<double>(shown) / (kAcross * kAcross);
}

TEST(HeatEdges, CoverAsMuchOfEachPixelAsIsShownOfIt) {
  for (const Region& region : kRegions) {
    for (const bool is_transparent : {false, true}) {
      PictureStyle style = heat_style({240, 220});
      style.is_transparent = is_transparent;
      const PlanePicture picture = picture_of(region.formula, square(5), style, "png");
      const Axis& x = picture.heat->grid.axes[0];
      const double width = (x.max - x.min) / static_cast<double>(x.count - 1);
      const Rgb ground = style.theme->background, color = heat_color(*picture.heat, 1);
      double worst = 0, sum = 0, partly = 0;
      for (const Pixel& pixel : pixels_of(script_of(picture, "png"))) {
        const double covered = is_transparent ? pixel.covered / 255.0
                                              : static_cast<double>(pixel.red - ground.red) / (color.red - ground.red);
        const double apart = std::fabs(covered - shown_share(region, pixel, width));
        worst = std::max(worst, apart);
        sum += apart;
        partly += covered > 0.1 && covered < 0.9 ? 1 : 0;
      }
      EXPECT_LT(worst, 0.16) << region.formula;  // of 16 points two and a half; at a step it would be a half
      EXPECT_LT(sum / partly, 0.07) << region.formula;
      EXPECT_GT(partly, 50) << region.formula;
    }
  }
}

TEST(HeatEdges, LeaveAllOtherPixelsAsTheyAre) {
  const PlanePicture picture = picture_of("x+2*y+0*sqrt(4-x^2-y^2)", square(5), heat_style({240, 220}), "png");
  std::size_t inside = 0;
  for (const Pixel& pixel : pixels_of(script_of(picture, "png"))) {
    const double width = 6.5 / 100;
    if (std::hypot(pixel.x, pixel.y) > 2 - 2 * width) continue;
    ++inside;
    const Rgb color = heat_color(*picture.heat, pixel.x + 2 * pixel.y);
    // The place of the pixel is written with the digits that a page shows.
    EXPECT_NEAR(pixel.red, color.red, 1);
    EXPECT_NEAR(pixel.green, color.green, 1);
    EXPECT_NEAR(pixel.blue, color.blue, 1);
  }
  EXPECT_GT(inside, 1000u);
}

TEST(HeatEdges, AreNoneWhereNothingEnds) {
  for (const char* formula : {"x*y", "exp(x)", "3"}) {
    const PlanePicture picture = picture_of(formula, square(5), heat_style({240, 220}), "png");
    EXPECT_TRUE(picture.heat->edges.empty()) << formula;
    EXPECT_THAT(script_of(picture, "png"), HasSubstr("$heat nonuniform matrix notitle with image")) << formula;
  }
}

// A pole or a hole that a pixel's middle happens to meet.
TEST(HeatEdges, ShowNoSinglePixelsThatAreNotFinite) {
  for (const char* formula : {"1/(x*y)", "1/(x-y)", "sin(x)/x", "sin(x*y)/(x*y)", "x*y/(x^2+y^2)"}) {
    for (const double width : {241, 240}) {
      PlanePicture picture = picture_of(formula, square(5), heat_style({width, 220}), "png");
      for (Axis& axis : picture.heat->grid.axes) axis.count |= 1;  // so that zero is the middle of a pixel
      picture.heat->values.clear();
      const FieldView view = view_of(formula, square(5));
      const Field field = view.sample(picture.heat->grid);
      picture.heat->values = field.f;
      ASSERT_TRUE(has_blanks(*picture.heat)) << formula;
      smooth_edges(*picture.heat, picture, view);
      for (const EdgePixel& edge : picture.heat->edges) EXPECT_GT(edge.share, 0.9) << formula;
    }
  }
}

TEST(HeatEdges, MixTheColoursOfBothSidesOfAJump) {
  for (const char* formula : {"x+y/3>0 ? 1 : -1", "sign(x^2+y^2-4)", "mod(floor(x),2) == 0 ? 1 : -1", "1/(x+y/3)"}) {
    const PlanePicture picture = picture_of(formula, square(5), heat_style({240, 220}), "png");
    const Rgb low = picture.heat->scale.colors.front(), high = picture.heat->scale.colors.back();
    std::size_t mixed = 0;
    for (const EdgePixel& edge : picture.heat->edges) {
      EXPECT_GT(edge.share, 0.9) << formula;
      mixed += edge.color != low && edge.color != high ? 1 : 0;
    }
    EXPECT_GT(mixed, 30u) << formula;
  }
}

TEST(HeatEdges, ShowTheGroundAsFarAsTheFormatKnowsHow) {
  struct Row {
    const char* terminal;
    const char* opaque;
    const char* transparent;
    bool has_shades;  // of what is transparent
  };
  for (const Row& row : {Row{"png", "rgbimage", "rgbalpha", true},
                         {"svg", "rgbimage", "rgbalpha", true},
                         {"pdf", "rgbimage", "rgbalpha", true},
                         {"eps", "rgbimage", "rgbalpha", false},
                         {"tex", "rgbimage", "rgbimage", false},
                         {"html", "rgbimage", "rgbimage", false},
                         {"gif", "rgbimage", "rgbimage", false}}) {
    PictureStyle style;
    style.heat_map = HeatMap::kValue;
    const std::string formula = "sqrt(4-x^2-y^2)";
    const std::string opaque = script_of(picture_of(formula, square(), style, row.terminal), row.terminal);
    EXPECT_THAT(opaque, HasSubstr("$heat notitle with " + std::string(row.opaque))) << row.terminal;
    style.is_transparent = true;
    const std::string script = script_of(picture_of(formula, square(), style, row.terminal), row.terminal);
    EXPECT_THAT(script, HasSubstr("$heat notitle with " + std::string(row.transparent))) << row.terminal;
    const std::vector<Pixel> pixels = pixels_of(script);
    EXPECT_EQ(std::ranges::any_of(pixels, [](const Pixel& p) { return p.covered > 0 && p.covered < 255; }),
              row.has_shades)
        << row.terminal;
  }
}

// A condition with waves finer than pixels: no more than a few times the work of the map itself.
TEST(HeatEdges, TakeFewerPointsWhereTheyAreMany) {
  PictureStyle style = heat_style({400, 400});
  const PlanePicture picture = picture_of("sqrt(sin(200*x)*sin(170*y))", square(5), style, "png");
  EXPECT_GT(picture.heat->edges.size(), picture.heat->values.size() / 2);
  for (const EdgePixel& edge : picture.heat->edges) {
    EXPECT_EQ(edge.share * 4, std::round(edge.share * 4)) << "of four points";
  }
}

TEST(HeatEdges, LetTheBarTellOfPolesThatOnlyFinePixelsMeet) {
  // On the coarse grid that the scale is made of the pole lies midway between points.
  const PlanePicture picture = picture_of("1/(x-y)", square(20), heat_style({720, 660}), "png");
  EXPECT_TRUE(picture.heat->scale.has_higher());
  EXPECT_TRUE(picture.heat->scale.has_lower());
  const PlanePicture bowl = picture_of("x^2+y^2", square(20), heat_style({720, 660}), "png");
  EXPECT_FALSE(bowl.heat->scale.has_higher());
  EXPECT_FALSE(bowl.heat->scale.has_lower());
}

}  // namespace
}  // namespace gradfield::test
