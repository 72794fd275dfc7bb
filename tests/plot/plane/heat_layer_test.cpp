// Heat maps, and that what is drawn over them can be seen.
#include "plot/plane/layers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <sstream>

#include "plot/look/palettes.hpp"
#include "plot/plane/picture.hpp"
#include "support/fields.hpp"
#include "support/markup.hpp"
#include "support/peaks.hpp"
#include "support/rows.hpp"
#include "support/scripts.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

TEST(HeatLayer, ShowsFAtEachPixelUpToTheBorders) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  const PlanePicture picture = picture_of(kPeaks, square(5), style);
  ASSERT_TRUE(picture.heat);
  const Grid& grid = picture.heat->grid;
  for (const auto& [axis, scale] : {std::pair{grid.axes[0], picture.page.x}, {grid.axes[1], picture.page.y}}) {
    const double half = (axis.max - axis.min) / static_cast<double>(axis.count - 1) / 2;
    EXPECT_NEAR(axis.min - half, scale.low, 1e-9);
    EXPECT_NEAR(axis.max + half, scale.high, 1e-9);
  }
  const std::size_t columns = grid.axes[0].count;
  for (const std::size_t i : {std::size_t{0}, columns / 2 + columns * 100, columns * 7 + 3}) {
    const double f = peaks(grid.axes[0].point(i % columns), grid.axes[1].point(i / columns));
    EXPECT_NEAR(picture.heat->values[i], f, 1e-12);
  }
  // Of both signs: white is zero, and red as far above as blue below.
  EXPECT_EQ(picture.heat->scale.low(), -picture.heat->scale.high());
  EXPECT_EQ(picture.heat->scale.colors.front(), rgb(0x053061));
}

TEST(HeatLayer, HasThePagesOwnPixelsOrAHundredAndFiftyToTheInch) {
  struct Row {
    const char* terminal;
    std::optional<PageSize> size;
    double width, pixels;  // of the page
    double dpi = kUsualDpi;
  };
  for (const Row& row : {Row{"png", {}, 720, 720},
                         {"png", PageSize{300, 300}, 300, 300},
                         {"gif", {}, 720, 720},
                         {"png", {}, 720, 720 * 1.5, 144},
                         {"pdf", {}, 720, 8 * 150, 144},
                         {"svg", {}, 720, 720 * 150 / 96.0},
                         {"pdf", {}, 720, 8 * 150},
                         {"eps", PageSize{4, 4}, 360, 4 * 150},
                         {"tex", {}, 720, 8 * 150}}) {
    PictureStyle style;
    style.heat_map = HeatMap::kValue;
    style.size = row.size;
    style.dpi = row.dpi;
    const PlanePicture picture = picture_of("x*y", square(), style, row.terminal);
    for (const auto& [axis, scale] :
         {std::pair{picture.heat->grid.axes[0], picture.page.x}, {picture.heat->grid.axes[1], picture.page.y}}) {
      const double share = (scale.end - scale.begin) / picture.page.width;
      EXPECT_NEAR(static_cast<double>(axis.count), share * row.pixels, 0.51) << row.terminal;
    }
  }
}

TEST(HeatLayer, IsBlankWhereFIsNotFinite) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  style.is_transparent = true;
  const PlanePicture picture = picture_of("sqrt(1-x^2-y^2)", square(), style);
  const std::string script = script_of(picture);
  std::istringstream heat(points_of(script, "heat"));
  double shown = 0;
  for (std::string line; std::getline(heat, line);) {
    double x = 0, y = 0, red = 0, green = 0, blue = 0, covered = 0;
    std::istringstream(line) >> x >> y >> red >> green >> blue >> covered;
    shown += covered / 255;
  }
  // The disk's share of the axes, which are half a cell wider than 6 by 6.
  EXPECT_NEAR(shown / picture.heat->grid.point_count(), M_PI / std::pow(6 + 6.0 / 19, 2), 0.0002);
}

TEST(HeatLayer, TellsTheValueOfAConstantInColoursOfItsOwn) {
  for (const auto& [what, formula] : {std::pair{HeatMap::kValue, "3"}, {HeatMap::kNorm, "3*x"}}) {
    PictureStyle style;
    style.heat_map = what;
    const PlanePicture picture = picture_of(formula, square(), style);
    EXPECT_THAT(picture.bar.tics, testing::Contains(testing::Field(&Tic::value, 3))) << formula;
    EXPECT_THAT(script_of(picture), HasSubstr("set palette defined (0 \"#440154\"")) << formula;
  }
  // Where nothing is finite there is nothing to tell.
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  EXPECT_TRUE(picture_of("1/0", square(), style).bar.tics.empty());
}

TEST(HeatLayer, HasColoursOfItsOwnWhereItsValuesAreTooSmallForABar) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  EXPECT_THAT(script_of(picture_of("1e-310*x", square(), style)), HasSubstr("set palette defined (0 \"#053061\""));
}

TEST(HeatLayer, TakesOneDirectionOfColoursWhereFHasOneSign) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  EXPECT_EQ(picture_of("x^2+y^2", square(), style).heat->scale.colors.front(), rgb(0x440154));
  style.heat_map = HeatMap::kNorm;
  const PlanePicture norm = picture_of("x*y", square(), style);
  EXPECT_EQ(without_italics(norm.heat->scale.label), "|∇f|");
  const Axis &x = norm.heat->grid.axes[0], &y = norm.heat->grid.axes[1];
  EXPECT_NEAR(norm.heat->values[5], std::hypot(x.point(5), y.point(0)), 1e-12);
}

// The ground of the heat map, by its scale and a function of the place.
struct Inks {
  std::size_t dark = 0, light = 0;
};

void expect_seen(const std::string& block, const PlanePicture& picture, double (*value)(double, double), double least,
                 Inks& inks) {
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);) {
    double x = 0, y = 0;
    unsigned color = 0;
    if (std::sscanf(line.c_str(), "%lf %lf 0x%x", &x, &y, &color) != 3) continue;
    const ColorScale& scale = picture.heat->scale;
    const Rgb ground = color_at(scale.colors, scale.share(value(x, y)));
    ASSERT_GE(contrast(rgb(color), ground), least) << line;
    ++(contrast(rgb(color), rgb(0x000000)) < 5 ? inks.dark : inks.light);
  }
}

TEST(HeatLayer, LetsLevelLinesBeSeenOnDarkAndOnPaleGround) {
  const auto norm_of_peaks = [](double x, double y) {
    const Point slope = slope_of_peaks(x, y);
    return std::hypot(slope.x, slope.y);
  };
  Inks levels;
  for (const Theme& theme : themes()) {
    for (const char* palette : {"viridis", "diverging"}) {
      PictureStyle style;
      style.theme = &theme;
      style.palette = *find_palette(palette);
      style.contour = ContourStyle{20, {}};
      for (const HeatMap map : {HeatMap::kValue, HeatMap::kNorm}) {
        style.heat_map = map;
        const PlanePicture picture = picture_of(kPeaks, square(), style);
        const std::string script = script_of(picture);
        // Midway between the two inks the contrast is the root of that between them: 2.7. The colour is that of a
        // pixel nearby, and the map is steep.
        const auto value = map == HeatMap::kValue ? +peaks : +norm_of_peaks;
        expect_seen(block_of(script, "contours"), picture, value, 2.3, levels);
      }
    }
  }
  EXPECT_GT(levels.dark, 100u);
  EXPECT_GT(levels.light, 100u);
}

TEST(HeatLayer, LetsStreamLinesBeSeenInOneInkWithACasingOfTheOther) {
  for (const Theme& theme : themes()) {
    for (const char* palette : {"viridis", "diverging", "gray"}) {
      PictureStyle style;
      style.theme = &theme;
      style.palette = *find_palette(palette);
      style.heat_map = HeatMap::kValue;
      style.stream = 1;
      const PlanePicture picture = picture_of(kPeaks, square(), style);
      const std::string script = script_of(picture);
      EXPECT_THAT(script, HasSubstr("$streams using 1:2 "));
      for (const auto& [inside, around] :
           {std::pair{"stream lines", "casing of streams"}, {"heads", "casing of heads"}}) {
        EXPECT_LT(script.find(around), script.find("title \"" + std::string(inside) + "\"")) << "the casing lies below";
        const Rgb ink = color_of_plot(script, inside), casing = color_of_plot(script, around);
        // One of the two has at least the root of the contrast between them on any ground: 4.3.
        EXPECT_GT(contrast(ink, casing), 18) << theme.name << ", " << palette;
        std::size_t seen = 0;
        for (const double value : picture.heat->values) {
          const Rgb ground = color_at(picture.heat->scale.colors, picture.heat->scale.share(value));
          seen += contrast(ink, ground) > contrast(casing, ground) ? 1 : 0;
        }
        EXPECT_GT(2 * seen, picture.heat->values.size()) << "the ink is that which most of the map needs";
      }
    }
  }
}

TEST(HeatLayer, HasADarkMiddleOnADarkPage) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  style.theme = &named(themes(), "dark");
  const std::vector<Rgb> colors = picture_of("x*y", square(), style).heat->scale.colors;
  EXPECT_LT(contrast(color_at(colors, 0.5), style.theme->background), 1.2);
  for (const double share : {0.0, 1.0}) EXPECT_GT(contrast(color_at(colors, share), style.theme->background), 10);
}

TEST(HeatLayer, LetsArrowsBeSeenOnDarkAndOnPaleGround) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  const std::string script = script_of(picture_of("exp(-x^2-y^2)", square(), style));
  const std::string arrows =
      script.substr(script.find("$arrows << EOD"), script.find("$shortened") - script.find("$arrows << EOD"));
  EXPECT_THAT(arrows, HasSubstr(" 0xffffff\n"));  // over the dark blue of small values
  EXPECT_THAT(arrows, HasSubstr(" 0x101010\n"));  // over the yellow of the peak
}

}  // namespace
}  // namespace gradfield::test
