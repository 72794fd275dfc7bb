#include "plot/plane/layers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <numbers>
#include <set>
#include <sstream>

#include "plot/look/palettes.hpp"
#include "plot/plane/picture.hpp"
#include "support/fields.hpp"
#include "support/peaks.hpp"
#include "support/process.hpp"
#include "support/rows.hpp"
#include "support/scripts.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Point in_data(const Page& page, Point at) {
  return {page.x.low + (at.x - page.x.begin) / page.x.points_per_unit(),
          page.y.low + (at.y - page.y.begin) / page.y.points_per_unit()};
}

TEST(ContourLayer, RunsAlongTheLevelsAndAcrossTheGradient) {
  PictureStyle style;
  style.contour = ContourStyle{10, {}};
  const PlanePicture picture = picture_of(kPeaks, square(), style);
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
  const PlanePicture picture = picture_of("x^2+y^2", square(), style);
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

// Whether a point of the page lies in a label's rectangle.
bool covers(const ContourLabel& label, Point at) {
  const double angle = label.angle * std::numbers::pi / 180, x = at.x - label.position.x, y = at.y - label.position.y;
  return std::fabs(x * std::cos(angle) + y * std::sin(angle)) < label.width / 2 &&
         std::fabs(y * std::cos(angle) - x * std::sin(angle)) < label.height / 2;
}

// Whether a line in data coordinates runs through it.
bool crosses(const PlanePicture& picture, const ContourLabel& label, const std::vector<Point>& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    for (double part = 0; part <= 1; part += 1.0 / 32) {
      const Point data{line[i - 1].x + part * (line[i].x - line[i - 1].x),
                       line[i - 1].y + part * (line[i].y - line[i - 1].y)};
      if (covers(label, {picture.page.x.on_page(data.x), picture.page.y.on_page(data.y)})) return true;
    }
  }
  return false;
}

TEST(ContourLayer, HasItsLabelsBetweenArrowsAndStreamLines) {
  for (const bool streams : {false, true}) {
    for (const std::string& formula : {std::string("x^2+y^2"), std::string("x^2-y^2"), std::string(kPeaks)}) {
      PictureStyle style;
      style.contour.emplace();
      if (streams) style.stream = 1;
      const PlanePicture picture = picture_of(formula, square(), style);
      std::size_t labels = 0, clear = 0, crossed = 0;
      std::set<double> levels;
      for (const LabelledLine& line : picture.contours) {
        for (const ContourLabel& label : line.labels) {
          ++labels;
          clear += label.is_clear;
          levels.insert(line.level);
          bool is_crossed = false;
          if (!streams) {
            for (const Arrow& arrow : picture.arrows.list) is_crossed |= crosses(picture, label, arrow.outline);
          }
          for (const StreamLine& stream : picture.streams) is_crossed |= crosses(picture, label, stream.points);
          crossed += is_crossed;
          if (label.is_clear) {
            EXPECT_FALSE(is_crossed) << formula << ": " << label.text;
          }
        }
      }
      EXPECT_GT(labels, 5u) << formula;
      EXPECT_GE(clear, labels * 4 / 5) << formula;
      if (formula == "x^2+y^2" && !streams) {
        EXPECT_EQ(crossed, 0u) << "an arrow is covered";
        EXPECT_THAT(levels, testing::IsSupersetOf({2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0}));
      }
    }
  }
}

TEST(ContourLayer, LaysNothingButLettersOverArrows) {
  // Arrows so dense that no label finds room between them.
  for (const HeatMap map : {HeatMap::kNone, HeatMap::kValue}) {
    PictureStyle style;
    style.contour = ContourStyle{{}, {1, 4}};
    style.heat_map = map;
    style.length = &named(length_rules(), "unit");
    const PlanePicture picture = picture_of("x^2+y^2", square(60), style);
    const std::string script = script_of(picture);
    EXPECT_THAT(script, Not(HasSubstr("grounds"))) << "boxes are seen";
    std::map<std::string, std::size_t> colors;  // of the words "4": a halo of the ground's, and the letters once
    for (std::size_t at = 0; (at = script.find(" \"4\" ", at)) != std::string::npos; ++at) {
      const std::size_t end = script.find('\n', at);
      const std::string row = script.substr(at, end - at);
      if (row.find("front rotate by") != std::string::npos) ++colors[row.substr(row.find('#'), 7)];
    }
    ASSERT_EQ(colors.size(), 2u);
    const Rgb ground = map == HeatMap::kNone ? style.theme->background
                                             : color_at(picture.heat->scale.colors, picture.heat->scale.share(4));
    EXPECT_EQ(colors[hex_text(ground)], 8u);
  }
}

TEST(ContourLayer, DrawsALineAndItsLabelBothDarkOrBothLight) {
  for (const char* palette : {"viridis", "gray", "diverging"}) {
    PictureStyle style;
    style.theme = &named(themes(), "dark");
    style.palette = *find_palette(palette);
    style.contour = ContourStyle{30, {}};  // so many that some lie in the middle tones
    style.heat_map = HeatMap::kValue;
    const PlanePicture picture = picture_of("x+y/9", square(), style);
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
      for (const ContourLabel& label : line.labels) {
        for (int k = 0; k < (label.is_clear ? 0 : 8); ++k)
          at = script.find("center front rotate by", at + 1);  // a halo
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
  const PlanePicture picture = picture_of("exp(-x^2)", square(), style);  // all lines run straight along x
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

TEST(StreamLayer, HasABarOfTheNormsOnItsLines) {
  PictureStyle style;
  style.stream = 1;
  const std::string ackley = "-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20";
  const std::string rastrigin = "20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)";
  for (const std::string& formula : {ackley, rastrigin, std::string("x*y"), std::string("1/(x^2+y^2)")}) {
    const PlanePicture picture = picture_of(formula, square(), style);
    std::vector<double> norms;
    for (const StreamLine& line : picture.streams) norms.insert(norms.end(), line.norms.begin(), line.norms.end());
    ASSERT_FALSE(norms.empty()) << formula;
    const ColorScale& bar = picture.colors.scale;
    const auto beyond = std::ranges::count_if(norms, [&](double norm) { return norm > bar.high() * (1 + 1e-12); });
    EXPECT_EQ(bar.has_higher(), beyond > 0) << formula;
    EXPECT_LT(static_cast<double>(beyond), 0.2 * static_cast<double>(norms.size())) << formula;
    // Neither do a few large ones leave all others one colour.
    const auto told = std::ranges::count_if(norms, [&](double norm) { return bar.share(norm) > 0.1; });
    EXPECT_GT(static_cast<double>(told), 0.2 * static_cast<double>(norms.size())) << formula;
  }
}

TEST(StreamLayer, DrawsNearerLinesWhereHillsAreSmall) {
  PictureStyle style;
  style.stream = 1;
  EXPECT_GT(picture_of("sin(20x)*sin(20y)", square(), style).streams.size(), 300u);
}

TEST(StreamLayer, HasSmallerHeadsOnNearerLines) {
  // The first head's length in data, from its tip to the middle of its back.
  const auto head_length = [](double density) {
    PictureStyle style;
    style.stream = density;
    std::istringstream rows(points_of(script_of(picture_of("x", square(), style)), "heads"));
    double left = INFINITY, right = -INFINITY;
    for (std::string line; std::getline(rows, line) && !line.empty();) {
      const double x = std::stod(line);
      left = std::min(left, x);
      right = std::max(right, x);
    }
    return right - left;
  };
  EXPECT_NEAR(head_length(0.5) / head_length(1), 1, 0.01);
  EXPECT_LT(head_length(4), 0.5 * head_length(1));
  EXPECT_GT(head_length(4), 0.25 * head_length(1));
}

TEST(StreamLayer, TakesThePlaceOfTheArrows) {
  PictureStyle style;
  style.stream = 1;
  const PlanePicture picture = picture_of(kPeaks, square(), style);
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
  std::size_t seen = 0;
  for (std::string line; std::getline(block, line) && line != "EOD";) {
    double x = 0, y = 0;
    if (std::sscanf(line.c_str(), "%lf %lf", &x, &y) != 2) continue;
    EXPECT_TRUE(x >= 0 && x <= 100 && y >= -1 && y <= 1) << line;
    ++seen;
  }
  EXPECT_GT(seen, 1000u);
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
            "gradfield: note: arrows this close are hard to read; fewer would show more, as with -n 29\n");
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
