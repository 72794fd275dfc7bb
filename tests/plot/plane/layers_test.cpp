#include "plot/plane/layers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <set>
#include <sstream>

#include "plot/page/palettes.hpp"
#include "plot/plane/script.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPeaks = "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3";

double peaks(double x, double y) {
  return 3 * (1 - x) * (1 - x) * std::exp(-x * x - (y + 1) * (y + 1)) -
         10 * (x / 5 - x * x * x - std::pow(y, 5)) * std::exp(-x * x - y * y) -
         std::exp(-(x + 1) * (x + 1) - y * y) / 3;
}

// By differences: nothing of the engine is in it.
Point slope_of_peaks(double x, double y) {
  constexpr double h = 1e-5;
  return {(peaks(x + h, y) - peaks(x - h, y)) / (2 * h), (peaks(x, y + h) - peaks(x, y - h)) / (2 * h)};
}

Point in_data(const Page& page, Point at) {
  return {page.x.low + (at.x - page.x.begin) / page.x.points_per_unit(),
          page.y.low + (at.y - page.y.begin) / page.y.points_per_unit()};
}

std::string script_of(const Picture& picture) {
  std::ostringstream script;
  write_script(script, picture, *find_terminal("svg"));
  return script.str();
}

TEST(ContourLayer, RunsAlongTheLevelsAndAcrossTheGradient) {
  PictureStyle style;
  style.contour = ContourStyle{10, {}};
  const Picture picture = picture_of(kPeaks, square(), style);
  ASSERT_TRUE(picture.page.equal_aspect);
  std::size_t tried = 0, labels = 0;
  for (const LabelledLine& line : picture.contours) {
    labels += line.labels.size();
    for (const std::vector<Point>& piece : line.pieces) {
      for (std::size_t i = 1; i < piece.size(); ++i) {
        const Point a = in_data(picture.page, piece[i - 1]), b = in_data(picture.page, piece[i]);
        const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2}, slope = slope_of_peaks(middle.x, middle.y);
        const double norm = std::hypot(slope.x, slope.y), length = std::hypot(b.x - a.x, b.y - a.y);
        // A tenth of a point of the page beside the line, f is this far from the level.
        EXPECT_NEAR(peaks(middle.x, middle.y), line.level, 0.1 / picture.page.x.points_per_unit() * norm + 1e-3);
        if (norm < 0.5 || length < 1e-3) continue;
        const double cosine = ((b.x - a.x) * slope.x + (b.y - a.y) * slope.y) / (norm * length);
        EXPECT_NEAR(cosine, 0, 0.05) << middle.x << ' ' << middle.y;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 300u);
  EXPECT_GT(labels, 5u);
}

TEST(ContourLayer, DrawsTheLevelsThatAreGiven) {
  PictureStyle style;
  style.contour = ContourStyle{10, {1, 4}};
  const Picture picture = picture_of("x^2+y^2", square(), style);
  ASSERT_EQ(picture.contours.size(), 2u);
  for (const LabelledLine& line : picture.contours) {
    for (const std::vector<Point>& piece : line.pieces) {
      for (const Point point : piece) {
        const Point at = in_data(picture.page, point);
        // Where a line ends at its label, it ends on the chord of two of its points.
        EXPECT_NEAR(std::hypot(at.x, at.y), std::sqrt(line.level), 0.02 / picture.page.x.points_per_unit());
      }
    }
  }
}

TEST(ContourLayer, DoesNotGrowWithTheArrows) {
  PictureStyle style;
  style.contour = ContourStyle{};
  const auto size = [&](std::size_t count) {
    std::size_t points = 0;
    for (const LabelledLine& line : picture_of(kPeaks, square(count), style).contours) {
      for (const std::vector<Point>& piece : line.pieces) points += piece.size();
    }
    return static_cast<double>(points);
  };
  EXPECT_NEAR(size(100) / size(10), 1, 0.4);  // the axes are somewhat wider with few arrows
}

TEST(ContourLayer, HasFewerLevelsWhereTheirLinesWouldFillThePage) {
  PictureStyle style;
  style.contour = ContourStyle{30, {}};
  const auto segments_of = [&](const std::string& formula) {
    std::size_t segments = 0;
    for (const LabelledLine& line : picture_of(formula, square(), style).contours) {
      for (const std::vector<Point>& piece : line.pieces) segments += piece.size() - 1;
    }
    return segments;
  };
  // Nearly all of 30 levels cross each of 200 x 200 cells where f changes by all of its range in each, and a crossing
  // is drawn as some ten pieces: 10 million.
  EXPECT_GT(segments_of("sin(1000*x*y)"), 10'000u);
  EXPECT_LT(segments_of("sin(1000*x*y)"), 1'000'000u);
  // Levels that somebody gave are all drawn.
  style.contour->levels = {-0.5, -0.1, 0.2, 0.6};
  std::set<double> levels;
  for (const LabelledLine& line : picture_of("sin(1000*x*y)", square(), style).contours) levels.insert(line.level);
  EXPECT_THAT(levels, testing::ElementsAre(-0.5, -0.1, 0.2, 0.6));
}

TEST(HeatLayer, ShowsFAtEachPixelUpToTheBorders) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  const Picture picture = picture_of(kPeaks, square(5), style);
  ASSERT_TRUE(picture.heat);
  const Grid& grid = picture.heat->grid;
  EXPECT_LE(grid.point_count(), 240 * 240);
  EXPECT_GE(grid.point_count(), 200 * 200);
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
  EXPECT_EQ(picture.heat->scale.low, -picture.heat->scale.high);
  EXPECT_EQ(picture.heat->scale.colors.front(), rgb(0x053061));
}

TEST(HeatLayer, IsBlankWhereFIsNotFinite) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  const Picture picture = picture_of("sqrt(1-x^2-y^2)", square(), style);
  const std::string script = script_of(picture);
  std::istringstream heat(script.substr(script.find("$heat << EOD\n") + 13));
  double finite = 0, all = 0;
  for (std::string share; heat >> share && share != "EOD"; ++all) finite += share != "NaN";
  EXPECT_EQ(all, picture.heat->grid.point_count());
  // The disk's share of the axes, which are half a cell wider than 6 by 6.
  EXPECT_NEAR(finite / all, M_PI / std::pow(6 + 6.0 / 19, 2), 0.002);
}

TEST(HeatLayer, TellsTheValueOfAConstantInColoursOfItsOwn) {
  for (const auto& [what, formula] : {std::pair{HeatMap::kValue, "3"}, {HeatMap::kNorm, "3*x"}}) {
    PictureStyle style;
    style.heat_map = what;
    const Picture picture = picture_of(formula, square(), style);
    EXPECT_THAT(picture.bar_tics, testing::Contains(testing::Field(&Tic::value, 3))) << formula;
    EXPECT_THAT(script_of(picture), HasSubstr("set palette defined (0 \"#440154\"")) << formula;
  }
  // Where nothing is finite there is nothing to tell.
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  EXPECT_TRUE(picture_of("1/0", square(), style).bar_tics.empty());
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
  const Picture norm = picture_of("x*y", square(), style);
  EXPECT_EQ(norm.heat->scale.label, "|∇f|");
  const Axis &x = norm.heat->grid.axes[0], &y = norm.heat->grid.axes[1];
  EXPECT_NEAR(norm.heat->values[5], std::hypot(x.point(5), y.point(0)), 1e-12);
}

// The ground of the heat map, by its scale and a function of the place.
struct Inks {
  std::size_t dark = 0, light = 0;
};

void expect_seen(const std::string& block, const Picture& picture, double (*value)(double, double), double least,
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

std::string block_of(const std::string& script, const std::string& name) {
  const std::size_t begin = script.find("$" + name + " << EOD\n");
  return script.substr(begin, script.find("EOD\n\n", begin) - begin);
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
      style.palette = find_palette(palette);
      style.contour = ContourStyle{20, {}};
      for (const HeatMap map : {HeatMap::kValue, HeatMap::kNorm}) {
        style.heat_map = map;
        const Picture picture = picture_of(kPeaks, square(), style);
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

// The colour of the plot of that title.
Rgb color_of_plot(const std::string& script, const std::string& title) {
  const std::size_t plot = script.find("title \"" + title + "\"");
  const std::size_t color = script.find("rgb \"", plot) + 5;
  EXPECT_LT(color, script.find('\n', plot)) << title;
  return find_color(script.substr(color, 7)).value();
}

TEST(HeatLayer, LetsStreamLinesBeSeenInOneInkWithACasingOfTheOther) {
  for (const Theme& theme : themes()) {
    for (const char* palette : {"viridis", "diverging", "gray"}) {
      PictureStyle style;
      style.theme = &theme;
      style.palette = find_palette(palette);
      style.heat_map = HeatMap::kValue;
      style.stream = 1;
      const Picture picture = picture_of(kPeaks, square(), style);
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

// Without its first line.
std::string points_of(const std::string& script, const std::string& name) {
  const std::string block = block_of(script, name);
  return block.substr(block.find('\n') + 1);
}

TEST(ContourLayer, HasAPatchOfTheGroundUnderEachLabelAboveWhatElseIsDrawn) {
  for (const bool streams : {false, true}) {
    for (const HeatMap map : {HeatMap::kNone, HeatMap::kValue, HeatMap::kNorm}) {
      PictureStyle style;
      style.contour = ContourStyle{10, {}};
      style.heat_map = map;
      if (streams) style.stream = 1;
      const Picture picture = picture_of(kPeaks, square(), style);
      const std::string script = script_of(picture);
      EXPECT_GT(script.find("$grounds using"), script.find(streams ? "$heads using" : "$arrows using"));
      std::istringstream block(points_of(script, "grounds"));
      std::size_t labels = 0;
      for (const LabelledLine& line : picture.contours) {
        for (const ContourLabel& label : line.labels) {
          ++labels;
          double x = 0, y = 0, reach = 0;
          std::string color;
          Point middle{0, 0};
          for (int corner = 0; corner < 5; ++corner) {
            ASSERT_TRUE(block >> x >> y >> color);
            const Point at{picture.page.x.on_page(x), picture.page.y.on_page(y)};
            if (corner < 4) middle = {middle.x + at.x / 4, middle.y + at.y / 4};
            reach = std::max(reach, std::hypot(at.x - label.position.x, at.y - label.position.y));
          }
          EXPECT_LT(std::hypot(middle.x - label.position.x, middle.y - label.position.y), 0.1);
          EXPECT_GT(reach, std::hypot(label.width, label.height) / 2);
          EXPECT_LT(reach, std::hypot(label.width, label.height) / 2 + 3);
          if (map == HeatMap::kNone) {
            EXPECT_EQ(color, "0xffffff");
          } else if (map == HeatMap::kValue) {
            const double share = picture.heat->scale.share(line.level);
            EXPECT_EQ(color, "0x" + hex_text(color_at(picture.heat->scale.colors, share)).substr(1));
          }
        }
      }
      EXPECT_GT(labels, 5u);
    }
  }
}

TEST(ContourLayer, DrawsALineAndItsLabelBothDarkOrBothLight) {
  for (const char* palette : {"viridis", "gray", "diverging"}) {
    PictureStyle style;
    style.theme = find_theme("dark");
    style.palette = find_palette(palette);
    style.contour = ContourStyle{30, {}};  // so many that some lie in the middle tones
    style.heat_map = HeatMap::kValue;
    const Picture picture = picture_of("x+y/9", square(), style);
    const std::string script = script_of(picture);
    std::istringstream block(points_of(script, "contours"));
    std::size_t at = script.find("center front rotate by"), compared = 0;
    for (const LabelledLine& line : picture.contours) {
      std::string x, y, color, other;
      for (const std::vector<Point>& piece : line.pieces) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
          block >> x >> y >> other;
          if (!color.empty()) {
            EXPECT_EQ(other, color) << "one colour all along a level of f";
          }
          color = other;
        }
      }
      for (std::size_t i = 0; i < line.labels.size(); ++i) {
        const std::size_t text = script.find('#', at) + 1;
        const bool is_dark = contrast(find_color("#" + script.substr(text, 6)).value(), rgb(0xffffff)) > 4.5;
        const bool line_is_dark = contrast(find_color("#" + color.substr(2)).value(), rgb(0xffffff)) > 4.5;
        EXPECT_EQ(is_dark, line_is_dark) << palette << ", level " << line.level;
        at = script.find("center front rotate by", text);
        ++compared;
      }
    }
    EXPECT_GT(compared, 10u);
  }
}

TEST(StreamLayer, ShowsLengthsAlsoAlongStraightLines) {
  PictureStyle style;
  style.stream = 1;
  const Picture picture = picture_of("exp(-x^2)", square(), style);  // all lines run straight along x
  std::size_t seen = 0;
  for (const StreamLine& line : picture.streams) {
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      const double x = line.points[i][0];
      EXPECT_NEAR(line.norms[i], std::fabs(2 * x) * std::exp(-x * x), 1e-12);
      if (i == 0) continue;
      EXPECT_LE(std::fabs(x - line.points[i - 1][0]) * picture.page.x.points_per_unit(), 8.01);
      ++seen;
    }
  }
  EXPECT_GT(seen, 500u);
}

TEST(HeatLayer, HasADarkMiddleOnADarkPage) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  style.theme = find_theme("dark");
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

TEST(StreamLayer, TakesThePlaceOfTheArrows) {
  PictureStyle style;
  style.stream = 1;
  const Picture picture = picture_of(kPeaks, square(), style);
  EXPECT_GT(picture.streams.size(), 50u);
  for (const StreamLine& line : picture.streams) {
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      EXPECT_GE(peaks(line.points[i][0], line.points[i][1]),
                peaks(line.points[i - 1][0], line.points[i - 1][1]) - 1e-9);
    }
  }
  const std::string script = script_of(picture);
  EXPECT_THAT(script, HasSubstr("$streams using 1:2:3"));
  EXPECT_THAT(script, Not(HasSubstr("$arrows using")));
  style.stream = 2;
  EXPECT_GT(picture_of(kPeaks, square(), style).streams.size(), 1.5 * static_cast<double>(picture.streams.size()));
}

TEST(StreamLayer, FillsAxesThatEndWhereTheRangesDo) {
  const std::vector<std::string> command = {"x*y", "--x", "0:100", "--y=-1:1:5", "-f", "gp", "-q"};
  std::vector<std::string> streams = command;
  streams.push_back("--stream");
  const std::string script = run_gradfield(streams).output;
  EXPECT_THAT(script, HasSubstr("set xrange [0:100]"));
  EXPECT_THAT(script, HasSubstr("set yrange [-1:1]"));
  EXPECT_THAT(run_gradfield(command).output, Not(HasSubstr("set xrange [0:100]"))) << "arrows need room";
  std::istringstream block(points_of(script, "streams"));
  for (std::string line; std::getline(block, line) && line != "EOD";) {
    double x = 0, y = 0;
    if (std::sscanf(line.c_str(), "%lf %lf", &x, &y) != 2) continue;
    EXPECT_TRUE(x >= 0 && x <= 100 && y >= -1 && y <= 1) << line;
  }
}

TEST(PathLayer, HasACasingOverAHeatMapAndThinLevelLinesBelow) {
  const auto script = [](std::vector<std::string> more) {
    more.insert(more.end(), {"x^2+y^2", "-f", "gp", "-q", "--contour"});
    return run_gradfield(more).output;
  };
  const std::string heat = script({"--path", "2,1", "--heatmap"});
  for (const char* part : {"path", "steps", "start"}) {
    const std::string name = std::string(part) + " 1\"";
    EXPECT_LT(heat.find("\"casing of " + name), heat.find("title \"" + name)) << "below the path itself";
    EXPECT_EQ(hex_text(color_of_plot(heat, "casing of " + std::string(part) + " 1")), "#ffffff");
  }
  const std::string plain = script({"--path", "2,1"}), without = script({});
  EXPECT_THAT(plain, Not(HasSubstr("casing")));
  EXPECT_THAT(plain, HasSubstr("title \"level lines\" with lines linewidth 0.6"));
  EXPECT_THAT(without, HasSubstr("title \"level lines\" with lines linewidth 1"));
}

TEST(PathLayer, DrawsEachPathFromItsRingToItsEnd) {
  const ProcessResult drawn =
      run_gradfield({"x^2+y^2", "--path", "2,1", "--path", "-1,2", "--rate", "0.25", "-f", "gp", "-q"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  for (const char* part : {"$path1 << EOD\n2 1\n1 0.5\n0.5 0.25\n", "$path2 << EOD\n-1 2\n-0.5 1\n",
                           "$start2 using 1:2", "$steps1 using 1:2"}) {
    EXPECT_THAT(drawn.output, HasSubstr(part));
  }
  // The ring is round its start: its corners are as far to the left as to the right.
  const std::size_t at = drawn.output.find("$start1 << EOD\n") + 15;
  std::istringstream ring(drawn.output.substr(at, drawn.output.find("\n\n", at) - at));
  double left = HUGE_VAL, right = -HUGE_VAL;
  for (double x = 0, y = 0; ring >> x >> y;) left = std::min(left, x), right = std::max(right, x);
  EXPECT_NEAR((left + right) / 2, 2, 1e-3);
  EXPECT_GT(right - left, 0.05);
  const ProcessResult away = run_gradfield({"-x^2-y^2", "--path", "1,1", "--rate", "0.5", "-f", "gp"});
  EXPECT_THAT(away.output, HasSubstr("leaves the axes"));
  EXPECT_THAT(away.messages, HasSubstr("path 1 leaves the ranges"));
}

TEST(Layers, AreAllDrawnTogetherByGnuplotInEveryKindOfFile) {
  for (const Terminal& terminal : terminals()) {
    const ProcessResult drawn = run_gradfield({"sin(x)*cos(y)", "--heatmap", "--contour", "--stream", "--path", "1,1",
                                               "-f", std::string(terminal.name), "-q"});
    EXPECT_EQ(drawn.exit_code, 0) << terminal.name << drawn.messages;
    EXPECT_GT(drawn.output.size(), 10000u) << terminal.name;
  }
}

TEST(Arrows, OfWhichThereAreTooManyToReadAreDrawnWithANote) {
  const ProcessResult many = run_gradfield({"x*y", "-n", "200", "-f", "gp"});
  EXPECT_EQ(many.messages,
            "gradfield: note: arrows this close are hard to read; fewer would show more, as with -n 51\n");
  EXPECT_EQ(run_gradfield({"x*y", "-n", "50", "-f", "gp"}).messages, "");
}

TEST(Slices, ShowTheirPlaceAndItsFieldAlone) {
  const ProcessResult drawn =
      run_gradfield({"x*y+z^2", "--vars", "x,y,z", "--range", "z=2:2:1", "-n", "3", "-f", "gp", "--contour"});
  EXPECT_EQ(drawn.exit_code, 0) << drawn;
  EXPECT_THAT(drawn.output, HasSubstr("# x y f df_dx df_dy\n-3 -3 13 -3 -3\n"));
  const ProcessResult plain = run_gradfield({"x*y+4", "-n", "3", "-f", "gp", "--contour"});
  const auto contours = [](const std::string& script) {
    const std::size_t begin = script.find("$contours << EOD"), end = script.find("EOD\n\n", begin + 16);
    return script.substr(begin, end - begin);
  };
  EXPECT_EQ(contours(drawn.output), contours(plain.output));
}

}  // namespace
}  // namespace gradfield::test
