// Labels on contour lines: along them, in gaps of their width, clear of each other and of the axes.
#include "plot/labels/contour_labels.hpp"

#include "plot/sheet/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numbers>

#include "plot/labels/level_texts.hpp"
#include "support/contours.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

struct Drawn {
  std::string formula;
  Page page;
  std::vector<ContourLine> lines;
  std::vector<LabelledLine> labelled;
};

Drawn drawn(const std::string& formula, const std::vector<double>& levels, PageSize size = {720, 660}) {
  PictureStyle style;
  style.expression = formula;
  Drawn out{formula, lay_out(square(), style, size, {}), contours_of(formula, square(201), levels), {}};
  out.labelled = label_contours(out.lines, out.page, 9);
  return out;
}

std::vector<Drawn> many() {
  return {drawn("x^2+y^2", {1, 2, 4, 8, 12}),
          drawn("x*y", {-4, -2, -1, 0, 1, 2, 4}),
          drawn("sin(2*x)*cos(y)", {-0.8, -0.4, 0, 0.4, 0.8}),
          drawn("(1-x)^2+100*(y-x^2)^2", {1, 10, 100, 1000, 10000}),
          drawn("tan(x)*y", {-10, -1, 0, 1, 10}),
          drawn("exp(-x^2-y^2)", {1e-7, 1e-5, 0.001, 0.1, 0.5}),
          drawn("x*y", {-4, -1, 0, 1, 4}, {250, 250}),
          drawn("sin(4*x)", {0})};  // its lines are nearer to each other than two labels of a level may be
}

std::vector<Point> corners(const ContourLabel& label) {
  const double a = label.angle * std::numbers::pi / 180;
  std::vector<Point> out;
  for (const Point sign : {Point{-1, -1}, Point{1, -1}, Point{1, 1}, Point{-1, 1}}) {
    const double w = sign.x * label.width / 2, h = sign.y * label.height / 2;
    out.push_back(
        {label.position.x + w * std::cos(a) - h * std::sin(a), label.position.y + w * std::sin(a) + h * std::cos(a)});
  }
  return out;
}

bool contains(const ContourLabel& label, Point p) {
  const double a = label.angle * std::numbers::pi / 180, x = p.x - label.position.x, y = p.y - label.position.y;
  return std::fabs(x * std::cos(a) + y * std::sin(a)) <= label.width / 2 &&
         std::fabs(y * std::cos(a) - x * std::sin(a)) <= label.height / 2;
}

// Points all over the text, half a point of the page apart at most.
std::vector<Point> raster(const ContourLabel& label) {
  std::vector<Point> out;
  const std::vector<Point> c = corners(label);
  const int columns = static_cast<int>(2 * label.width) + 1, rows = static_cast<int>(2 * label.height) + 1;
  for (int i = 0; i <= columns; ++i) {
    for (int j = 0; j <= rows; ++j) {
      const double s = i / static_cast<double>(columns), t = j / static_cast<double>(rows);
      out.push_back({c[0].x + s * (c[1].x - c[0].x) + t * (c[3].x - c[0].x),
                     c[0].y + s * (c[1].y - c[0].y) + t * (c[3].y - c[0].y)});
    }
  }
  return out;
}

TEST(ContourLabels, LieWithinTheAxesAndOverlapNoOther) {
  std::size_t alike = 0;
  for (const Drawn& picture : many()) {
    std::vector<ContourLabel> labels;
    for (const LabelledLine& line : picture.labelled)
      labels.insert(labels.end(), line.labels.begin(), line.labels.end());
    EXPECT_GE(labels.size(), 2u) << picture.formula;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      EXPECT_GT(labels[i].angle, -90) << picture.formula;
      EXPECT_LE(labels[i].angle, 90) << picture.formula;
      for (const Point corner : corners(labels[i])) {
        EXPECT_GT(corner.x, picture.page.x.begin);
        EXPECT_LT(corner.x, picture.page.x.end);
        EXPECT_GT(corner.y, picture.page.y.begin);
        EXPECT_LT(corner.y, picture.page.y.end);
      }
      for (std::size_t k = 0; k < labels.size(); ++k) {
        if (i == k) continue;
        for (const Point point : raster(labels[i]))
          ASSERT_FALSE(contains(labels[k], point))
              << picture.formula << ": " << labels[i].text << " on " << labels[k].text;
        if (labels[i].level == labels[k].level) {
          ++alike;
          EXPECT_GE(
              std::hypot(labels[i].position.x - labels[k].position.x, labels[i].position.y - labels[k].position.y), 100)
              << picture.formula;
        }
      }
    }
  }
  EXPECT_GT(alike, 0u) << "no two labels of one level";
}

TEST(ContourLabels, AreCrossedByNoLine) {
  for (const Drawn& picture : many()) {
    for (const LabelledLine& owner : picture.labelled) {
      for (const ContourLabel& label : owner.labels) {
        for (const LabelledLine& line : picture.labelled) {
          for (const std::vector<Point>& piece : line.pieces) {
            for (std::size_t i = 1; i < piece.size(); ++i) {
              for (int k = 0; k <= 10; ++k) {
                const Point p{piece[i - 1].x + k / 10.0 * (piece[i].x - piece[i - 1].x),
                              piece[i - 1].y + k / 10.0 * (piece[i].y - piece[i - 1].y)};
                ASSERT_FALSE(contains(label, p)) << picture.formula << ": " << label.text;
              }
            }
          }
        }
      }
    }
  }
}

TEST(ContourLabels, StandInGapsOfTheirWidthAlongTheLine) {
  for (const Drawn& picture : many()) {
    for (std::size_t k = 0; k < picture.lines.size(); ++k) {
      const LabelledLine& line = picture.labelled[k];
      EXPECT_EQ(line.level, picture.lines[k].level);
      for (const ContourLabel& label : line.labels) {
        // The two ends of pieces that are nearest to the label are those of its gap.
        std::vector<Point> ends;
        for (const std::vector<Point>& piece : line.pieces) ends.insert(ends.end(), {piece.front(), piece.back()});
        std::ranges::sort(ends, {},
                          [&](Point p) { return std::hypot(p.x - label.position.x, p.y - label.position.y); });
        ASSERT_GE(ends.size(), 2u);
        const double gap = std::hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y);
        // The text with 4 points on each side, along a line that bends by less than half its height.
        EXPECT_GE(gap, label.width + 4) << picture.formula << ": " << label.text;
        EXPECT_LE(gap, label.width + 8.001) << picture.formula << ": " << label.text;
        const double angle = std::atan2(ends[1].y - ends[0].y, ends[1].x - ends[0].x) * 180 / std::numbers::pi;
        EXPECT_NEAR(std::remainder(angle - label.angle, 180), 0, 1e-6) << picture.formula << ": " << label.text;
      }
    }
  }
}

TEST(ContourLabels, LeaveTheRestOfTheLineAsItIs) {
  for (const Drawn& picture : many()) {
    for (std::size_t k = 0; k < picture.lines.size(); ++k) {
      // Length on the page by the data's own scale: both axes have the same here.
      const double whole = length_of(picture.lines[k]) * picture.page.x.points_per_unit();
      double left = 0, gaps = 0;
      for (const std::vector<Point>& piece : picture.labelled[k].pieces) {
        for (std::size_t i = 1; i < piece.size(); ++i)
          left += std::hypot(piece[i].x - piece[i - 1].x, piece[i].y - piece[i - 1].y);
      }
      for (const ContourLabel& label : picture.labelled[k].labels) gaps += label.width + 8;
      EXPECT_NEAR(left + gaps, whole, 1e-6 * whole) << picture.formula << ", line " << k;
    }
  }
}

TEST(ContourLabels, AreOnEachOfWellSpacedLines) {
  for (const LabelledLine& line : drawn("x^2+y^2", {1, 2, 4, 8}).labelled)
    EXPECT_FALSE(line.labels.empty()) << line.level;
  for (const LabelledLine& line : drawn("x", {-2, -1, 0, 1, 2}).labelled) {
    ASSERT_EQ(line.labels.size(), 2u) << line.level;  // a line as long as the page is high
    EXPECT_EQ(line.labels[0].angle, 90);
  }
}

TEST(LevelTexts, AreAsShortAsTellsThemApart) {
  EXPECT_THAT(level_texts(std::vector<double>{-0.5, 0, 1, 20}), ElementsAre("-0.5", "0", "1", "20"));
  EXPECT_THAT(level_texts(std::vector<double>{1.0 / 3}), ElementsAre("0.333"));
  EXPECT_THAT(level_texts(std::vector<double>{1.0, 1.0001}), ElementsAre("1", "1.0001"));
  EXPECT_THAT(level_texts(std::vector<double>{-1e-9, 2.5e-9}), ElementsAre("-1e-9", "2.5e-9"));
  EXPECT_THAT(level_texts(std::vector<double>{1e300}), ElementsAre("1e300"));
  EXPECT_THAT(level_texts(std::vector<double>{1000000001, 1000000002}), ElementsAre("1000000001", "1000000002"));
  EXPECT_THAT(level_texts(std::vector<double>{1, 1 + 2e-13, 1 + 4e-13}), ElementsAre("1", "1+2e-13", "1+4e-13"));
  EXPECT_THAT(level_texts(std::vector<double>{-1000 - 2e-10, -1000, -1000 + 1e-10}),
              ElementsAre("-1000-2e-10", "-1000", "-1000+1e-10"));
  EXPECT_TRUE(level_texts({}).empty());
}

}  // namespace
}  // namespace gradfield::test
