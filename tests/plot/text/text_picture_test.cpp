// The picture as text: exact where it is small, in line with its axes where it is not, and never wider than the screen.
#include "plot/text/text_picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/spelling.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/text_screens.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string text_of(const std::string& formula, const Grid& grid, PictureStyle style = {},
                    const TextScreen& screen = {}) {
  if (style.expression.empty()) style.expression = formula;
  return draw_text(grid, field_of(formula, grid), style, screen);
}

TextScreen ascii() {
  TextScreen screen;
  screen.unicode = false;
  return screen;
}

TEST(TextPicture, IsThisForASmallGrid) {
  EXPECT_EQ(text_of("x^2+y^2", square(7)),
            "  ∇f, f(x, y) = x^2+y^2\n"
            "  y ┌───────────────┐\n"
            "  3 ┤ ↖ ↖ ↑ ↑ ↑ ↗ ↗ │\n"
            "  2 ┤ ↖ ↖ ↖ ↑ ↗ ↗ ↗ │\n"
            "  1 ┤ ← ↖ ↖ ↑ ↗ ↗ → │\n"
            "  0 ┤ ← ← ← · → → → │\n"
            " -1 ┤ ← ↙ ↙ ↓ ↘ ↘ → │\n"
            " -2 ┤ ↙ ↙ ↙ ↓ ↘ ↘ ↘ │\n"
            " -3 ┤ ↙ ↙ ↓ ↓ ↓ ↘ ↘ │\n"
            "    └───┬───┬───┬───┘\n"
            "       -2   0   2    x\n"
            "     largest |∇f| = 8.485\n");
}

TEST(TextPicture, IsPlainAsciiWhereTheScreenHasNoMore) {
  const std::string picture = text_of("x^2+y^2", plane(-1, 1, 5, -1, 1, 5), {}, ascii());
  for (const char c : picture) EXPECT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f)) << picture;
  EXPECT_THAT(picture, HasSubstr("grad f, f(x, y) = x^2+y^2\n"));
  EXPECT_THAT(picture, HasSubstr(" '\\ '\\ ^  /' /' |\n"));
  EXPECT_THAT(picture, HasSubstr(" <- <- .  -> -> |\n"));
  EXPECT_THAT(picture, HasSubstr(" ./ ./ v  \\. \\. |\n"));
  EXPECT_THAT(picture, HasSubstr("largest |grad f| = 2.828   /' '\\ up, ./ \\. down\n"));
  // What is straight needs no word.
  EXPECT_THAT(text_of("x", square(5), {}, ascii()), HasSubstr("largest |grad f| = 1\n"));
}

TEST(TextPicture, HasOneGlyphForEachOfTheEightDirections) {
  struct Row {
    const char* formula;
    const char* glyph;
    const char* ascii_glyph;
  };
  for (const Row& row : {Row{"x", "→", "->"},
                         {"x+y", "↗", "/'"},
                         {"y", "↑", "^ "},
                         {"y-x", "↖", "'\\"},
                         {"-x", "←", "<-"},
                         {"-x-y", "↙", "./"},
                         {"-y", "↓", "v "},
                         {"x-y", "↘", "\\."},
                         {"3*x+y", "→", "->"},
                         {"2*x+y", "↗", "/'"},
                         {"-3*x-y", "←", "<-"}}) {
    EXPECT_THAT(text_of(row.formula, square(2)), HasSubstr(std::string(" ") + row.glyph + " " + row.glyph + " "))
        << row.formula;
    EXPECT_THAT(text_of(row.formula, square(2), {}, ascii()),
                HasSubstr(std::string(" ") + row.ascii_glyph + " " + row.ascii_glyph + " |"))
        << row.formula;
  }
}

TEST(TextPicture, TurnsRoundWithDescent) {
  PictureStyle down;
  down.arrows.descent = true;
  const std::string picture = text_of("x+y", square(2), down);
  EXPECT_THAT(picture, HasSubstr("-∇f, f(x, y) = x+y"));
  EXPECT_THAT(picture, AllOf(HasSubstr("↙ ↙"), Not(HasSubstr("↗"))));
}

TEST(TextPicture, LeavesPointsThatAreNotFiniteBlank) {
  const std::string picture = text_of("1/x", plane(-1, 1, 3, -1, 1, 3));
  EXPECT_THAT(picture, HasSubstr(" ←   ← │\n"));
  const std::string nothing = text_of("0/0", square(3));
  EXPECT_THAT(nothing, HasSubstr("       │\n"));
  EXPECT_THAT(nothing, Not(HasSubstr("nan")));
  const std::string zero = text_of("0", square(3));
  EXPECT_THAT(zero, AllOf(HasSubstr(" · · · │\n"), HasSubstr("|∇f| = 0 everywhere\n")));
}

const Grid kGrids[] = {square(5),
                       square(17),
                       square(18),
                       plane(-1, 1, 40, -2, 2, 6),
                       plane(0, 10, 11, 0, 1, 11),
                       plane(1, 1, 1, -3, 3, 7),
                       plane(-3, 3, 7, 2, 2, 1),
                       plane(1, 1, 1, 1, 1, 1),
                       plane(-1e-9, 1e-9, 9, 0, 1e9, 9),
                       plane(0, 20, 35, 0, 1000, 17),
                       plane(1e6, 1e6 + 1, 9, -0.001, 0.001, 9)};

TEST(TextPicture, HasItsTicsBesideTheRowsOfTheirValues) {
  for (const Grid& grid : kGrids) {
    const Axis& y = grid.axes[1];
    const std::vector<std::string> lines = lines_of(text_of("x+y", grid));
    std::size_t labels = 0;
    for (std::size_t row = 0; row < y.count; ++row) {
      const std::string& line = lines.at(row + 2);  // after the title and the frame
      const double value = std::strtod(line.c_str(), nullptr);
      if (line.find("┤") == std::string::npos) {
        EXPECT_EQ(line.find_first_not_of(' '), line.find("│")) << line;
        continue;
      }
      ++labels;
      // Of all rows this is the one closest to the value.
      const double step = y.count > 1 ? (y.max - y.min) / static_cast<double>(y.count - 1) : 1;
      EXPECT_NEAR(value, y.point(y.count - 1 - row), 0.5001 * step) << line;
    }
    EXPECT_GE(labels, 1u) << text_of("x+y", grid);
  }
}

TEST(TextPicture, HasItsTicsBelowTheColumnsOfTheirValues) {
  for (const Grid& grid : kGrids) {
    const Axis& x = grid.axes[0];
    const std::vector<std::string> lines = lines_of(text_of("x+y", grid));
    const std::vector<std::string> frame = characters(lines.at(grid.axes[1].count + 2));
    const std::string& labels = lines.at(grid.axes[1].count + 3);
    const std::size_t corner = static_cast<std::size_t>(std::ranges::find(frame, "└") - frame.begin());
    std::size_t seen = 0;
    const std::vector<Tic> tics = choose_tics(x.min, x.max, 2);
    const double offset = tics.empty() || tics[0].offset.empty() ? 0 : std::stod(tics[0].offset);
    for (std::size_t at = labels.find_first_not_of(' '); at < corner + 2 + 2 * x.count;
         at = labels.find_first_not_of(' ', at)) {
      const std::size_t end = std::min(labels.find(' ', at), labels.size());
      const std::string label = labels.substr(at, end - at);
      if (label == x.name) break;
      const double share = x.count > 1 ? (offset + std::stod(label) - x.min) / (x.max - x.min) : 0;
      const auto column =
          corner + 2 + static_cast<std::size_t>(std::lround(share * 2 * static_cast<double>(x.count - 1)));
      EXPECT_EQ(frame.at(column), "┬") << label << " in\n" << text_of("x+y", grid);
      EXPECT_TRUE(at <= column && column <= end) << label << " is not below its mark in\n" << text_of("x+y", grid);
      ++seen;
      at = end;
    }
    EXPECT_GE(seen, 1u) << text_of("x+y", grid);
  }
}

TEST(FitGrid, FillsTheScreenAndNeverMore) {
  const Grid grids[] = {square(),
                        plane(-6, 6, 20, -3, 3, 20),
                        plane(-1, 1, 20, -4, 4, 20),
                        plane(0, 9, 20, 0, 1, 20),
                        plane(0, 20, 20, 0, 1000, 20),
                        plane(1, 1, 1, -3, 3, 20),
                        plane(-3, 3, 20, 1, 1, 1),
                        plane(1, 1, 1, 1, 1, 1),
                        plane(-1e-9, 1e-9, 20, -1e-9, 1e-9, 20),
                        plane(-1e9, 1e9, 20, -1e9, 1e9, 20),
                        square(500),
                        square(2)};
  for (const Grid& grid : grids) {
    for (const auto& [columns, rows] :
         {std::pair<std::size_t, std::size_t>{80, 24}, {200, 50}, {40, 12}, {132, 20}, {40, 60}}) {
      for (const bool keep_counts : {false, true}) {
        TextScreen screen;
        screen.columns = columns;
        screen.rows = rows;
        const Grid fitted = fit_grid(grid, screen, keep_counts, {}, false);
        const std::string picture = text_of("x*y", fitted, {}, screen);
        const std::vector<std::string> lines = lines_of(picture);
        EXPECT_LE(lines.size(), rows) << columns << "x" << rows << "\n" << picture;
        for (const std::string& line : lines)
          EXPECT_LE(column_width(line), columns) << columns << "x" << rows << "\n" << picture;
        for (std::size_t k = 0; k < 2; ++k) {
          EXPECT_EQ(fitted.axes[k].min, grid.axes[k].min);
          EXPECT_EQ(fitted.axes[k].max, grid.axes[k].max);
          EXPECT_EQ(fitted.axes[k].count == 1, grid.axes[k].count == 1);
        }
      }
    }
  }
}

TEST(FitGrid, KeepsCountsThatFit) {
  const Grid grid = plane(-3, 3, 9, -2, 2, 5);
  EXPECT_EQ(fit_grid(grid, {}, true, {}, false).axes, grid.axes);
  EXPECT_NE(fit_grid(grid, {}, false, {}, false).axes, grid.axes);
}

TEST(FitGrid, MakesSquareCellsWhereTheRangesAreAlike) {
  for (const Grid& grid :
       {square(), plane(-6, 6, 20, -3, 3, 20), plane(-1, 1, 20, -4, 4, 20), plane(-10, 10, 20, -3, 3, 20)}) {
    TextScreen screen;
    screen.columns = 200;
    screen.rows = 60;
    const Grid fitted = fit_grid(grid, screen, false, {}, false);
    const auto cell = [&](std::size_t k) {
      return (fitted.axes[k].max - fitted.axes[k].min) / static_cast<double>(fitted.axes[k].count - 1);
    };
    EXPECT_NEAR(cell(0) / cell(1), 1, 0.1);  // to the next whole number of cells
  }
}

TEST(FitGrid, SurvivesScreensOfAnySize) {
  for (const std::size_t columns : {1u, 2u, 10u, 20u}) {
    for (const std::size_t rows : {1u, 2u, 7u, 24u}) {
      TextScreen screen;
      screen.columns = columns;
      screen.rows = rows;
      for (const Grid& grid : kGrids) {
        const Grid fitted = fit_grid(grid, screen, false, {}, false);
        EXPECT_THAT(text_of("x*y", fitted, {}, screen), HasSubstr("┘")) << columns << "x" << rows;
        EXPECT_LE(fitted.axes[0].count, 20u);
        EXPECT_LE(fitted.axes[1].count, 24u);
      }
    }
  }
}

TEST(TextPicture, HasALineForEachOfItsTitle) {
  PictureStyle style;
  style.title = "first\n" + std::string(300, 'x') + "\nthird";
  const TextScreen screen;
  const Grid grid = fit_grid(square(), screen, false, style, false);
  const std::vector<std::string> lines = lines_of(text_of("x", grid, style));
  EXPECT_EQ(lines.size(), screen.rows - 1);
  EXPECT_THAT(lines[0], testing::EndsWith(" first"));
  EXPECT_LT(column_width(lines[1]), screen.columns);
  EXPECT_THAT(lines[2], testing::EndsWith(" third"));
}

TEST(TextPicture, NeverLosesTheNumberOfItsLegend) {
  for (const std::size_t columns : {16u, 20u, 24u, 30u, 60u}) {
    for (const bool unicode : {true, false}) {
      TextScreen screen = ascii();
      screen.unicode = unicode;
      screen.columns = columns;
      EXPECT_THAT(text_of("x^2+y^2", square(2), {}, screen), HasSubstr("8.485")) << columns;
    }
  }
}

TEST(TextPicture, CutsATitleThatIsTooLong) {
  PictureStyle style;
  for (const std::string& title :
       {std::string(300, 'x'), std::string(40, ' ') + "温度温度温度温度温度温度温度温度温度温度温度温度温度温度",
        std::string("a b\x1b[31mc\xff")}) {
    style.title = title;
    const std::vector<std::string> lines = lines_of(text_of("x", square(18), style));
    EXPECT_LT(column_width(lines[0]), 80u) << lines[0];
    EXPECT_EQ(lines.size(), 18u + 5) << "this title is one line";
    EXPECT_THAT(lines[0], Not(HasSubstr("\x1b")));
  }
}

TEST(TextPicture, PutsPointsOfAPartOfTheGridWhereTheyStand) {
  const Grid grid = square(7);
  Field field = field_of("x^2+y^2", grid);
  // Only within the circle of radius 2.
  std::vector<bool> is_out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    is_out.push_back(std::hypot(field.coordinates[0][i], field.coordinates[1][i]) > 2);
  }
  for (std::vector<double>* column :
       {&field.coordinates[0], &field.coordinates[1], &field.slopes[0], &field.slopes[1], &field.f}) {
    std::size_t i = 0;
    std::erase_if(*column, [&](double) { return is_out[i++]; });
  }
  PictureStyle style;
  style.expression = "x^2+y^2";
  EXPECT_EQ(draw_text(grid, field, style, {}),
            "  ∇f, f(x, y) = x^2+y^2\n"
            "  y ┌───────────────┐\n"
            "  3 ┤               │\n"
            "  2 ┤       ↑       │\n"
            "  1 ┤     ↖ ↑ ↗     │\n"
            "  0 ┤   ← ← · → →   │\n"
            " -1 ┤     ↙ ↓ ↘     │\n"
            " -2 ┤       ↓       │\n"
            " -3 ┤               │\n"
            "    └───┬───┬───┬───┘\n"
            "       -2   0   2    x\n"
            "     largest |∇f| = 4\n");
}

TEST(TextPicture, HasEveryPointOfAGridFinerThanTheDoubles) {
  // Twenty points on three doubles: some fall on one another, and yet each has its cell.
  const Grid grid = plane(1, 1 + 2 * 2.220446049250313e-16, 20, 0, 1, 20);
  const std::vector<std::string> lines = lines_of(text_of("x", grid));
  for (std::size_t row = 2; row < 22; ++row) {
    EXPECT_THAT(lines[row], HasSubstr("→ → → → → → → → → → → → → → → → → → → →")) << lines[row];
  }
}

TEST(TextPicture, HasColoursOnlyWhereAskedFor) {
  TextScreen screen;
  EXPECT_THAT(text_of("x^2", square(4), {}, screen), Not(HasSubstr("\x1b")));
  screen.colors = TextColors::k256;
  EXPECT_THAT(text_of("x^2", square(4), {}, screen),
              AllOf(HasSubstr("\x1b[38;5;"), HasSubstr("\x1b[0m"), Not(HasSubstr("38;2;"))));
  screen.colors = TextColors::k24Bit;
  EXPECT_THAT(text_of("x^2", square(4), {}, screen), AllOf(HasSubstr("\x1b[38;2;"), Not(HasSubstr("38;5;"))));
  PictureStyle blue;
  blue.color_by = ColorBy::kOneColor;
  blue.color = {0, 0, 255};
  EXPECT_THAT(text_of("x", square(4), blue, screen), HasSubstr("\x1b[38;2;0;0;255m→\x1b[0m"));
}

}  // namespace
}  // namespace gradfield::test
