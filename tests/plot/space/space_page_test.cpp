// How pictures of space use their page: nothing is cut off, and the box is as large as its words leave room for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "plot/files/png_frames.hpp"
#include "plot/look/font.hpp"
#include "plot/space/space_picture.hpp"
#include "plot/surface/surface.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

std::string drawn(std::vector<std::string> words, const std::string& format) {
  words.insert(words.end(), {"-q", "-f", format});
  const ProcessResult result = run_gradfield(words);
  EXPECT_EQ(result.exit_code, 0) << result;
  return result.output;
}

// Where anything but the background is, in pixels.
struct Ink {
  std::size_t left, right, top, bottom;
};

Ink ink_of(const Pixels& page) {
  Ink ink{page.width, 0, page.height, 0};
  for (std::size_t i = 0; i < page.colors.size(); ++i) {
    if (page.colors[i] == page.colors[0]) continue;
    const std::size_t x = i % page.width, y = i / page.width;
    ink = {std::min(ink.left, x), std::max(ink.right, x), std::min(ink.top, y), std::max(ink.bottom, y)};
  }
  return ink;
}

TEST(SpacePage, HasRoomForAllLabelsHoweverWideTheyAre) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"1e6*(x^2+y^2)", "--surface"},
        {"1e-7*x*y", "--surface"},
        {"x^2-y^2", "--surface", "--x", "0:100", "--y", "0:1"},
        {"x*y", "--surface", "--x", "-1e-8:1e-8", "--y", "123456:123457"},
        {"10*x*y", "--surface", "--size", "200x200"},
        {"x^2+y^2-z^2", "--vars", "x,y,z", "--z", "0:1e-7"},
        {"a+b+temperature", "--vars", "a,b,temperature", "--range", "temperature=1e6:2e6"}}) {
    const Pixels page = read_png(drawn(words, "png"));
    const Ink ink = ink_of(page);
    // Of the 14 points that are free at the edges words may take some, as fallback fonts differ.
    const std::size_t free = std::min(page.width, page.height) < 400 ? 3 : 6;
    EXPECT_GE(ink.left, free) << words[0];
    EXPECT_GE(ink.top, free) << words[0];
    EXPECT_LT(ink.right + free, page.width) << words[0];
    EXPECT_LT(ink.bottom + free, page.height) << words[0];
  }
  // Once at its axis, once at the bar.
  const std::vector<std::string> texts = read_svg(drawn({"x^2+y^2", "--surface"}, "svg")).texts;
  EXPECT_EQ(std::ranges::count(texts, "f"), 2);
}

struct Reach {
  double left = 1e9, right = 0, bottom = 1e9, top = 0;
};

Reach reach_of_shapes(const SpacePicture& picture) {
  Reach reach;
  for (const Shape& shape : picture.painting.shapes) {
    for (const Point point : shape.points) {
      reach = {std::min(reach.left, point.x), std::max(reach.right, point.x), std::min(reach.bottom, point.y),
               std::max(reach.top, point.y)};
    }
  }
  return reach;
}

SpacePicture surface_on(PageSize size) {
  PictureStyle style;
  style.expression = "x*y";
  style.size = size;
  return compose_surface(square(), field_of("x*y", square()), style, terminals()[0],
                         sample_surface(view_of("x*y", square()), style, terminals()[0]));
}

TEST(SpacePage, HasItsBarBesideTheBox) {
  for (const PageSize size : {PageSize{720, 660}, PageSize{1600, 500}, PageSize{500, 900}}) {
    const SpacePicture picture = surface_on(size);
    const double gap = picture.page.bar_begin - reach_of_shapes(picture).right;
    EXPECT_GT(gap, 10) << size.width;
    EXPECT_LT(gap, 50) << size.width;
  }
}

// Title, key and what is free at the edges take some 100 points of the height; bar and labels 200 of the width.
TEST(SpacePage, HasABoxAsLargeAsFits) {
  for (const PageSize size : {PageSize{720, 660}, PageSize{1600, 500}, PageSize{500, 900}}) {
    const Reach reach = reach_of_shapes(surface_on(size));
    const bool is_high = reach.top - reach.bottom > size.height - 110;
    const bool is_wide = reach.right - reach.left > size.width - 200;
    EXPECT_TRUE(is_high || is_wide) << size.width;
  }
  const Reach usual = reach_of_shapes(surface_on({720, 660}));
  EXPECT_GT(usual.top - usual.bottom, 660 - 110);
}

// Where words stand, by the widths of their font.
bool overlap(const Words& a, const Words& b) {
  const auto left = [](const Words& words, double width) {
    return words.at.x - (words.side < 0 ? width : words.side > 0 ? 0 : width / 2);
  };
  const auto width = [](const Words& words) { return em_width(words.markup) * words.font_size * 16 / 12; };
  const double apart = std::max(left(a, width(a)), left(b, width(b)));
  const bool share_columns = apart < std::min(left(a, width(a)) + width(a), left(b, width(b)) + width(b));
  // Capitals are 0.73 ems high.
  return share_columns && std::fabs(a.at.y - b.at.y) < 0.73 * (a.font_size + b.font_size) / 2 * 16 / 12;
}

TEST(SpacePage, PutsLongNamesBelowTheLabelsOfTheirAxes) {
  PictureStyle style;
  style.expression = "x*y";
  style.x_label = "length of a rather long road (m)";
  style.y_label = "another one";
  for (const Grid& grid : {square(), plane(0, 100000, 20, 1000000, 1200000, 20)}) {
    const SpacePicture picture = compose_surface(grid, field_of("x*y", grid), style, terminals()[0],
                                                 sample_surface(view_of("x*y", grid), style, terminals()[0]));
    const std::vector<Words>& words = picture.painting.words;
    EXPECT_GT(words.size(), 10u);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        EXPECT_FALSE(overlap(words[i], words[k])) << words[i].markup << " and " << words[k].markup;
      }
    }
    const Reach reach = reach_of_shapes(picture);
    EXPECT_GT(reach.right - reach.left, 400) << "the box keeps its size";
  }
}

TEST(SpacePage, IsTheSameForAllFramesOfOneThatTurns) {
  PictureStyle style;
  style.expression = "x*y";
  std::vector<double> bars, middles;
  for (const double azimuth : {-55.0, -46.0, 17.0, 125.0}) {
    Moment moment{{azimuth, 23, true}, 0};
    const SpacePicture picture =
        compose_surface(square(), field_of("x*y", square()), style, terminals()[0],
                        sample_surface(view_of("x*y", square()), style, terminals()[0]), {}, moment);
    bars.push_back(picture.page.bar_begin);
    const std::vector<Point>& floor = picture.painting.shapes[2].points;  // walls across x, y, z
    middles.push_back((floor[0].x + floor[2].x) / 2);
  }
  // A hundredth of a point, what is written into the script; of the same 40 azimuths, from whichever is the first.
  for (std::size_t i = 1; i < bars.size(); ++i) {
    EXPECT_NEAR(bars[i], bars[0], 0.01) << i;
    EXPECT_NEAR(middles[i], middles[0], 0.01) << i;
  }
}

}  // namespace
}  // namespace gradfield::test
