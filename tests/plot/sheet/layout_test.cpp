// The page: the axes' box, its margins, tics, colour bar and title, for grids and pages of every shape.
#include "plot/sheet/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "plot/look/font.hpp"
#include "support/fields.hpp"
#include "support/markup.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Case {
  const char* name;
  Grid grid;
};

const Case kGrids[] = {{"square", square()},
                       {"two points", square(2)},
                       {"many points", square(200)},
                       {"wide", plane(-6, 6, 20, -3, 3, 10)},
                       {"tall", plane(-1, 1, 5, -3.9, 3.9, 20)},
                       {"single point", plane(1, 1, 1, 1, 1, 1)},
                       {"single point at the origin", plane(0, 0, 1, 0, 0, 1)},
                       {"single point far away", plane(1e9, 1e9, 1, -1e9, -1e9, 1)},
                       {"column", plane(1, 1, 1, -3, 3, 20)},
                       {"row", plane(-3, 3, 20, 2, 2, 1)},
                       {"tiny", plane(-1e-9, 1e-9, 20, -1e-9, 1e-9, 20)},
                       {"huge", plane(-1e9, 1e9, 20, -1e9, 1e9, 20)},
                       {"far from the origin", plane(1e9, 1e9 + 1, 20, 1e9, 1e9 + 1, 20)},
                       {"unequal 9x1", plane(0, 9, 20, 0, 1, 20)},
                       {"unequal 20x1000", plane(0, 20, 20, 0, 1000, 20)},
                       {"extremely unequal", plane(0, 1e-6, 20, 0, 1e6, 20)},
                       {"not round", plane(-std::sqrt(2), M_PI, 17, -M_E, 0.1, 9)}};

constexpr PageSize kSizes[] = {{720, 660},  {300, 300},   {500, 500},  {600, 300}, {400, 700},
                               {1200, 400}, {2000, 2000}, {4000, 300}, {300, 2000}};
constexpr PageSize kSmallSizes[] = {{100, 100}, {100, 300}, {150, 150}, {4000, 100}};

std::vector<PictureStyle> styles() {
  std::vector<PictureStyle> out(5);
  for (PictureStyle& style : out) style.expression = "x^2+y^2";
  out[1].title = "two\nlines";
  out[2].title = std::string(300, 'w') + " " + std::string(300, 'i');
  out[3].title = "";
  out[4].x_label = out[4].y_label = "a rather long label / unit";
  return out;
}

template <typename Visit>
void for_each_page(std::span<const PageSize> sizes, Visit visit) {
  for (const Case& row : kGrids) {
    for (const PageSize size : sizes) {
      for (const PictureStyle& style : styles()) {
        for (const bool has_bar : {false, true}) {
          SCOPED_TRACE(std::string(row.name) + " on " + std::to_string(size.width) + "x" + std::to_string(size.height) +
                       (has_bar ? " with" : " without") + " colour bar, title " +
                       style.title.value_or("of the formula"));
          visit(lay_out(row.grid, style, size,
                        PageParts{{has_bar ? choose_tics(0, 8.5, 9) : std::vector<Tic>{}, "|∇f|", 2.1}, {}, 20, {}}),
                row.grid, has_bar);
        }
      }
    }
  }
}

TEST(Page, HoldsTheBoxWithRoomAroundIt) {
  for_each_page(kSizes, [](const Page& page, const Grid&, bool has_bar) {
    EXPECT_GT(page.x.begin, 20);  // tic labels and the axis' name stand there
    EXPECT_LT(page.x.begin, page.x.end);
    EXPECT_LE(page.x.end, page.width - 5);
    EXPECT_GT(page.y.begin, 30);
    EXPECT_LT(page.y.begin, page.y.end);
    EXPECT_LE(page.y.end, page.height - 1.2 * page.title.lines * page.title.font_size);  // the title stands there
    EXPECT_EQ(page.has_bar, has_bar);
    if (has_bar) {
      EXPECT_GT(page.bar_begin, page.x.end);
      EXPECT_LT(page.bar_begin, page.bar_end);
      EXPECT_LT(page.bar_end, page.width - 10);  // its labels stand there
    }
  });
}

TEST(Page, HoldsTheBoxAlsoWhereItIsVerySmall) {
  for_each_page(kSmallSizes, [](const Page& page, const Grid&, bool) {
    EXPECT_LT(page.x.begin, page.x.end);
    EXPECT_LT(page.y.begin, page.y.end);
    EXPECT_TRUE(std::isfinite(page.x.points_per_unit()) && page.x.points_per_unit() > 0);
    EXPECT_TRUE(std::isfinite(page.y.points_per_unit()) && page.y.points_per_unit() > 0);
  });
}

TEST(Page, ShowsAUnitAsLongOnBothAxesWhereTheRangesAreWithinFourToOne) {
  for_each_page(kSizes, [](const Page& page, const Grid&, bool) {
    const double x = page.x.high - page.x.low, y = page.y.high - page.y.low;
    EXPECT_EQ(page.equal_aspect, x <= 4 * y && y <= 4 * x);
    const double ratio = page.x.points_per_unit() / page.y.points_per_unit();
    if (page.equal_aspect) {
      EXPECT_NEAR(ratio, 1, 1e-6);  // 1e9:1e9+1 knows its width to 1e-7
    }
  });
}

TEST(Page, PadsTheRangesByHalfACell) {
  const Page page = lay_out(plane(-3, 3, 7, 0, 10, 11), styles()[0], {720, 660}, {});
  EXPECT_DOUBLE_EQ(page.x.low, -3.5);
  EXPECT_DOUBLE_EQ(page.x.high, 3.5);
  EXPECT_DOUBLE_EQ(page.y.low, -0.5);
  EXPECT_DOUBLE_EQ(page.y.high, 10.5);
  for_each_page(kSizes, [](const Page& each, const Grid& grid, bool) {
    EXPECT_LT(each.x.low, grid.axes[0].min);
    EXPECT_GT(each.x.high, grid.axes[0].max);
    EXPECT_LT(each.y.low, grid.axes[1].min);
    EXPECT_GT(each.y.high, grid.axes[1].max);
  });
}

TEST(Page, HasTicsWithinTheAxes) {
  for_each_page(kSizes, [](const Page& page, const Grid&, bool) {
    for (const Scale* scale : {&page.x, &page.y}) {
      EXPECT_FALSE(scale->tics.empty());
      const double slack = 1e-8 * (scale->high - scale->low);
      for (const Tic& tic : scale->tics) {
        EXPECT_GE(tic.value, scale->low - slack) << tic.label;
        EXPECT_LE(tic.value, scale->high + slack) << tic.label;
      }
    }
  });
}

TEST(Page, LeavesRoomBetweenTheLabelsOfTheFirstAxis) {
  // Some 7 points a digit of the 12 point font; two labels alone may stand as they can.
  std::size_t neighbours = 0;
  for_each_page(kSizes, [&](const Page& page, const Grid&, bool) {
    for (std::size_t i = 1; i < page.x.tics.size() && page.x.tics.size() > 2; ++i) {
      ++neighbours;
      const double distance = (page.x.tics[i].value - page.x.tics[i - 1].value) * page.x.points_per_unit();
      const double digits = static_cast<double>(page.x.tics[i].label.size() + page.x.tics[i - 1].label.size()) / 2;
      EXPECT_GT(distance, 7 * digits) << page.x.tics[i].label;
    }
  });
  EXPECT_GT(neighbours, 100u);
}

TEST(Title, IsTheFormulaAsMathematicsWhereNoneIsGiven) {
  PictureStyle style;
  style.expression = "x^2+a_b";
  const Caption title = lay_out(square(), style, {720, 660}, {}).title;
  EXPECT_TRUE(title.enhanced);
  EXPECT_EQ(title.lines, 1);
  const std::string words = without_italics(title.text);
  EXPECT_THAT(words, HasSubstr("f(x, y) = x^{2} + a_{b}"));
  EXPECT_THAT(words, testing::StartsWith("∇f"));
  style.arrows.descent = true;
  EXPECT_THAT(without_italics(lay_out(square(), style, {720, 660}, {}).title.text), testing::StartsWith("−∇f"));
}

TEST(Title, OfTheUserIsShownAsItIs) {
  PictureStyle style;
  style.expression = "x";
  for (const char* text : {"", "x^2_{a}", "größe ∇", "a\\b", "{/:Bold x}"}) {
    style.title = text;
    const Caption title = lay_out(square(), style, {720, 660}, {}).title;
    EXPECT_EQ(title.text, text);
    EXPECT_FALSE(title.enhanced) << text;
  }
}

TEST(Title, KeepsItsLinesAndBreaksLongOnesAtBlanks) {
  PictureStyle style;
  style.title = "first\nsecond\nthird";
  const Caption lines = lay_out(square(), style, {720, 660}, {}).title;
  EXPECT_EQ(lines.text, "first\nsecond\nthird");
  EXPECT_EQ(lines.lines, 3);

  std::string words;
  for (int i = 0; i < 30; ++i) words += (i > 0 ? " word" : "word") + std::to_string(i);
  style.title = words;
  const Caption wrapped = lay_out(square(), style, {720, 660}, {}).title;
  EXPECT_GT(wrapped.lines, 1);
  EXPECT_EQ(lines_of(wrapped.text).size(), static_cast<std::size_t>(wrapped.lines));
  std::string joined = wrapped.text;
  std::ranges::replace(joined, '\n', ' ');
  EXPECT_EQ(joined, words) << "no word is lost";
  for (const std::string& line : lines_of(wrapped.text))
    EXPECT_LT(line.size(), 90u) << line;  // 720 points hold some 80 letters
}

TEST(Title, OfManyLinesOrOneEndlessWordIsCut) {
  PictureStyle style;
  for (const std::string& text :
       {std::string(5000, 'x'), std::string(50, '\n'), "a\n" + std::string(5000, 'y') + "\nb\nc\nd\ne"}) {
    style.title = text;
    const Caption title = lay_out(square(), style, {720, 660}, {}).title;
    EXPECT_LE(title.lines, 6);
    for (const std::string& line : lines_of(title.text)) EXPECT_LT(em_width(line) * title.font_size * 16 / 12, 720);
  }
}

TEST(Title, ShowsControlCharactersInsteadOfSendingThem) {
  PictureStyle style;
  style.title =
      "a\tb\x1b[31m\x7f\xff"
      "c\r";
  EXPECT_EQ(lay_out(square(), style, {720, 660}, {}).title.text, "a\\x09b\\x1b[31m\\x7f\\xffc\\x0d");
}

TEST(Title, OfALongFormulaTakesLinesThenGetsSmallerThenGetsShorter) {
  PictureStyle style;
  double last_size = 13;
  for (const int terms : {1, 5, 8, 10, 12, 20, 30, 300}) {
    style.expression = "x";
    for (int i = 1; i < terms; ++i) style.expression += "+sin(x)";
    const Caption title = lay_out(square(), style, {720, 660}, {}).title;
    EXPECT_LE(title.font_size, last_size) << terms;
    last_size = title.font_size;
    EXPECT_GE(title.font_size, 9) << "too small to read";
    if (title.font_size < 13) {
      EXPECT_EQ(title.lines, 3) << terms;
    }
    EXPECT_LE(title.lines, 3) << terms;
    EXPECT_LE(title.width, 720 - 24) << terms;
  }
}

TEST(Title, StandsOverTheAxesOrAsNearAsTheEdgesLetIt) {
  PictureStyle style;
  for (int terms = 1; terms < 40; ++terms) {
    style.expression += terms > 1 ? "+x" : "x";
    const Page page =
        lay_out(square(), style, {720, 660}, PageParts{{choose_tics(0, 8.5, 9), "|∇f|", 2.1}, {}, 20, {}});
    const double middle = (page.x.begin + page.x.end) / 2, half = page.title.width / 2;
    EXPECT_GE(page.title_middle() - half, 12 - 1e-9) << terms;
    EXPECT_LE(page.title_middle() + half, 720 - 12 + 1e-9) << terms;
    if (middle - half >= 12 && middle + half <= 708) {
      EXPECT_EQ(page.title_middle(), middle) << terms;
    }
  }
}

TEST(Title, HasTheConstantsOfTheFormulaAndThePlaceOfASlice) {
  PictureStyle style;
  style.expression = "a*x^2+theta*y+z";
  style.place = {{"z", 0.5}};
  style.constants = {{"a", -1e-9}, {"theta", M_PI}};
  EXPECT_THAT(without_italics(lay_out(square(), style, {720, 660}, {}).title.text),
              HasSubstr("z,  z = 0.5,  a = −10^{−9},  θ = 3.14159"));
  style.constants.assign(40, {"b", 2});
  EXPECT_THAT(without_italics(lay_out(square(), style, {720, 660}, {}).title.text), testing::EndsWith(",  ..."));
}

TEST(Page, HoldsTheWholeOfTheLastLabel) {
  for (const auto& [min, max] : {std::pair{1e6, 1e6 + 10}, {-1e6 - 10, -1e6}, {1e9 - 1, 1e9 + 1}, {0.0, 1e5}}) {
    for (const PageSize size : {PageSize{720, 660}, {400, 400}, {300, 300}}) {
      PageParts parts;
      parts.has_arrows = false;
      PictureStyle style = styles()[0];
      style.aspect = Aspect::kFree;
      const Page page = lay_out(plane(min, max, 20, 0, 1, 20), style, size, parts);
      const Tic& last = page.x.tics.back();
      // An em of the labels takes 16 points of the page, a digit 0.64 of it.
      const double half = 0.64 * static_cast<double>(last.label.size()) * 16 / 2;
      EXPECT_LE(page.x.on_page(last.value) + half, size.width) << last.label << " on " << size.width;
    }
  }
}

TEST(AxisLabel, HasTheOffsetOfItsTics) {
  const Page page = lay_out(plane(1.7e9, 1.7e9 + 10, 20, -1e9 - 3, -1e9 + 3, 20), styles()[0], {720, 660}, {});
  EXPECT_EQ(without_italics(page.x_label.text), "x − 1.7×10^{9}");
  EXPECT_EQ(without_italics(page.y_label.text), "y + 10^{9}");
  EXPECT_FALSE(page.y_label_upright);
  PictureStyle style = styles()[0];
  style.x_label = "time in s";
  const Page labelled = lay_out(plane(1732999123, 1732999133, 20, 0, 1, 20), style, {720, 660}, {});
  EXPECT_EQ(labelled.x_label.text, "time in s − 1732999100");
}

}  // namespace
}  // namespace gradfield::test
