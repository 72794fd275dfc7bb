// How many arrows a picture has, and how large its page is, where nobody said.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "plot/files/png_frames.hpp"
#include "plot/plane/picture.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

Grid fitted(double width, double height, PageSize page = {720, 660}) {
  PictureStyle style;
  style.expression = "x*y";
  style.size = page;
  return fit_to_page(plane(0, width, 20, 0, height, 20), style, terminals()[0]);
}

std::pair<std::size_t, std::size_t> counts(const Grid& grid) { return {grid.axes[0].count, grid.axes[1].count}; }

TEST(FittedGrid, HasSquareCellsTwentyAlongTheLongerAxis) {
  for (const auto& [width, height] : {std::pair{6.0, 6.0}, {4.0, 2.0}, {2.0, 4.0}, {3.0, 2.0}, {1.0, 1.4}}) {
    const Grid grid = fitted(width, height);
    const auto [across, up] = counts(grid);
    EXPECT_EQ(std::max(across, up), 20u) << width << 'x' << height;
    const double x_cell = width / static_cast<double>(across - 1), y_cell = height / static_cast<double>(up - 1);
    EXPECT_NEAR(x_cell / y_cell, 1, 0.06) << width << 'x' << height;
  }
  EXPECT_EQ(counts(fitted(4, 1)), std::pair(std::size_t{20}, std::size_t{6}));
  EXPECT_EQ(counts(fitted(4, 1.01)), std::pair(std::size_t{20}, std::size_t{6}));
  EXPECT_EQ(counts(fitted(1, 3.99)).first, 6u);
}

TEST(FittedGrid, HasCellsThatAreSquareOnThePageWhereScalesAreUnequal) {
  for (const PageSize page : {PageSize{720, 660}, {1200, 400}, {600, 900}}) {
    PictureStyle style;
    style.expression = "x*y";
    style.size = page;
    const Grid grid = fitted(1, 1e6, page);
    const PlanePicture picture = picture_of("x*y", grid, style);
    const double x_cell = picture.page.x.cell * picture.page.x.points_per_unit();
    const double y_cell = picture.page.y.cell * picture.page.y.points_per_unit();
    EXPECT_NEAR(x_cell / y_cell, 1, 0.15) << page.width << 'x' << page.height;
  }
}

TEST(FittedGrid, HasFewerCellsOnSmallPagesAndNeverFewerThanFive) {
  std::size_t last = 5;
  for (const double side : {100.0, 300.0, 400.0, 500.0, 2000.0}) {
    const PageSize page{side, side};
    PictureStyle style;
    style.expression = "x*y";
    style.size = page;
    const Grid grid = fitted(6, 6, page);
    const auto [across, up] = counts(grid);
    EXPECT_EQ(across, up);
    EXPECT_GE(across, last) << side;
    EXPECT_LE(across, 20u) << side;
    last = across;
    const PlanePicture picture = picture_of("x*y", grid, style);
    if (across > 5) {
      EXPECT_GE(picture.page.x.cell * picture.page.x.points_per_unit() * picture.zoom, 23) << side;
    }
  }
  EXPECT_EQ(last, 20u);
}

TEST(FittedGrid, LeavesSinglePointsAndTablesAlone) {
  PictureStyle style;
  EXPECT_EQ(counts(fit_to_page(plane(0, 4, 20, 2, 2, 1), style, terminals()[0])),
            std::pair(std::size_t{20}, std::size_t{1}));
  EXPECT_EQ(lines_of(run_gradfield({"x*y", "--x", "0:4", "--y", "0:1", "--csv"}).output).size(), 401u);
  EXPECT_NE(run_gradfield({"x*y", "--x", "0:4", "--y", "0:1", "-n", "7", "-f", "gp"}).output.find(": 49 arrows"),
            std::string::npos);
}

TEST(PageOfNoSize, EndsWhereItsContentDoes) {
  const auto size_of = [](const std::vector<std::string>& more) {
    std::vector<std::string> words{"x^2+y^2", "-f", "png", "-q"};
    words.insert(words.end(), more.begin(), more.end());
    const Pixels page = read_png(run_gradfield(words).output);
    return std::pair(page.width, page.height);
  };
  EXPECT_EQ(size_of({}), std::pair(std::size_t{720}, std::size_t{660}));
  EXPECT_EQ(size_of({"--color", "blue"}), std::pair(std::size_t{720}, std::size_t{660}));
  const auto [wide, low] = size_of({"--x", "0:4", "--y", "0:1"});
  EXPECT_EQ(wide, 720u);
  EXPECT_LT(low, 340u);
  const auto [narrow, high] = size_of({"--x", "0:1", "--y", "0:3"});
  EXPECT_EQ(high, 660u);
  EXPECT_LT(narrow, 420u);
  EXPECT_EQ(size_of({"--x", "0:4", "--y", "0:1", "--size", "500x500"}), std::pair(std::size_t{500}, std::size_t{500}));
}

}  // namespace
}  // namespace gradfield::test
