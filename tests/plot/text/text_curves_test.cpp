// Curves as text: exact where they are small, in line with their tics, broken at jumps, and never wider than the
// screen.
#include "plot/text/text_curves.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/spelling.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/text_screens.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

SampledCurves curves_of(const std::string& formula, const Axis& axis, bool descent = false) {
  return sample_curves(view_of(formula, {{axis}}), {.descent = descent});
}

std::string curves_text(const std::string& formula, const Axis& axis, const TextScreen& screen,
                        PictureStyle style = {}) {
  style.expression = formula;
  return draw_text_curves(axis, curves_of(formula, axis, style.arrows.descent), style, screen);
}

const Axis kUsual{"x", -3, 3, 20};

/// The picture's inside, row by row, and the labels beside the rows.
struct Inside {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> labels;
  std::size_t left = 0;
};

Inside inside_of(const std::string& picture) {
  Inside inside;
  for (const std::string& line : lines_of(picture)) {
    const std::vector<std::string> all = characters(line);
    const auto is_border = [](const std::string& c) { return c == "│" || c == "┤" || c == "|" || c == "+"; };
    const auto border = std::ranges::find_if(all, is_border);
    if (border == all.end() || border == all.end() - 1 || (all.back() != "│" && all.back() != "|")) continue;
    inside.left = static_cast<std::size_t>(border - all.begin());
    inside.rows.emplace_back(border + 1, all.end() - 1);
    inside.labels.push_back(line.substr(0, line.find(*border)));
  }
  return inside;
}

/// The dots of Braille characters, from the upper left corner.
std::set<std::pair<std::size_t, std::size_t>> dots_of(const std::string& picture) {
  std::set<std::pair<std::size_t, std::size_t>> dots;
  const Inside inside = inside_of(picture);
  for (std::size_t row = 0; row < inside.rows.size(); ++row) {
    for (std::size_t column = 0; column < inside.rows[row].size(); ++column) {
      const char32_t code = decode_character(inside.rows[row][column], 0).code_point;
      if (code < 0x2800 || code > 0x28ff) continue;
      // Dots 1 to 8 stand in the bits 0 to 7; 7 and 8 are the lowest row.
      constexpr std::size_t kAcross[] = {0, 0, 0, 1, 1, 1, 0, 1}, kDown[] = {0, 1, 2, 0, 1, 2, 3, 3};
      for (std::size_t dot = 0; dot < 8; ++dot) {
        if ((code - 0x2800) >> dot & 1) dots.insert({2 * column + kAcross[dot], 4 * row + kDown[dot]});
      }
    }
  }
  return dots;
}

TEST(TextCurves, AreThisInDots) {
  // A cubic from -2 over 2 at x = -1 and -2 at x = 1 to 2, and its parabola from 9 down to -3.
  EXPECT_EQ(curves_text("x^3-3x", {"x", -2, 2, 20}, screen_of(40, 13)),
            "         f and f′, f(x) = x^3-3x\n"
            "   ┌─────────────────────────────────┐\n"
            "   │⠃⡄                              ⠆│\n"
            "   │ ⠐⠄                           ⣀⠉ │\n"
            " 5 ┤  ⠈⢡                        ⢀⠰   │\n"
            "   │    ⠘⢀                     ⢠⠈    │\n"
            "   │  ⢀⣠⠴⠚⠹⢉⠉⠉⠉⠓⠲⠤⣄⣀         ⢠⠘    ⣠⠋│\n"
            " 0 ┤⢀⡴⠋⠁⠁⠁⠁⠈⠐⢂⡀⠁⠁⠁⠁⠈⠙⠒⠦⣄⣀⠁⡀⠤⠉⠁⠁⢀⣠⠴⠋⠁⠁│\n"
            "   │⠋          ⠉⠰ ⡄⢀⡀⢀⡀⠤⠘⠋⠉⠓⠒⠒⠋⠉     │\n"
            "   └┬───────┬───────┬───────┬───────┬┘\n"
            "   -2      -1       0       1       2 x\n"
            "    ⠒⠒⠒ f   ⠒ ⠒ f′\n");
}

TEST(TextCurves, AreThisInAscii) {
  EXPECT_EQ(curves_text("x^2", {"x", -2, 2, 20}, screen_of(40, 16, false)),
            "           f and f', f(x) = x^2\n"
            "    +--------------------------------+\n"
            "  4 +**                           .**|\n"
            "    | ***                      ..*** |\n"
            "  2 +   ***                ....***   |\n"
            "    |     ****          ....****     |\n"
            "    |        ****************        |\n"
            "  0 +------------....*---------------|\n"
            "    |         ....                   |\n"
            " -2 +     .....                      |\n"
            "    |  ....                          |\n"
            " -4 +...                             |\n"
            "    ++-------+-------+------+-------++\n"
            "    -2      -1       0      1       2 x\n"
            "     * f   . f'\n");
}

TEST(TextCurves, PassTheirTicsWhereTheTicsSay) {
  // f(x) = x: in the row of the label v the curve is above the place of x = v.
  const Axis axis{"x", 0, 10, 20};
  SampledCurves curves = curves_of("x", axis);
  curves.slope.clear();
  PictureStyle style;
  style.expression = "x";
  for (const auto& [columns, rows] : {std::pair<std::size_t, std::size_t>{80, 24}, {40, 12}, {90, 50}}) {
    const TextScreen screen = screen_of(columns, rows);
    const std::string picture = draw_text_curves(axis, curves, style, screen);
    const Inside inside = inside_of(picture);
    const double last = static_cast<double>(inside.rows[0].size()) - 1;
    std::size_t seen = 0;
    for (std::size_t row = 0; row < inside.rows.size(); ++row) {
      if (inside.labels[row].find_first_not_of(' ') == std::string::npos) continue;
      ++seen;
      const double value = std::stod(inside.labels[row]);
      double nearest = 1e9;
      for (std::size_t column = 0; column <= static_cast<std::size_t>(last); ++column) {
        if (inside.rows[row][column] == " ") continue;
        nearest = std::min(nearest, std::fabs(static_cast<double>(column) - value / 10 * last));
      }
      EXPECT_LE(nearest, 1) << value << " in\n" << picture;
    }
    EXPECT_GE(seen, 2u) << picture;
    // And the tics below stand under the same places.
    const std::vector<std::string> lines = lines_of(picture);
    const std::vector<std::string> frame = characters(lines[lines.size() - 3]);
    const std::vector<std::string> labels = characters(lines[lines.size() - 2]);
    for (const auto& [label, share] : {std::pair<std::string, double>{"0", 0}, {"4", 0.4}, {"8", 0.8}}) {
      const auto column = inside.left + 1 + static_cast<std::size_t>(std::lround(share * last));
      EXPECT_EQ(frame.at(column), "┬") << picture;
      EXPECT_EQ(labels.at(column), label) << picture;
    }
  }
}

TEST(TextCurves, HaveADotWhereverTheFunctionIs) {
  const Axis axis{"x", -3, 3, 20};
  SampledCurves curves = curves_of("2+sin(3*x)", axis);
  curves.slope.clear();
  curves.f_range = {1, 3};  // without a line of zeros
  PictureStyle style;
  style.expression = "2+sin(3*x)";
  const std::string picture = draw_text_curves(axis, curves, style, screen_of(80, 24));
  const auto dots = dots_of(picture);
  const Inside inside = inside_of(picture);
  const double across = 2.0 * static_cast<double>(inside.rows[0].size()) - 1;
  const double down = 4.0 * static_cast<double>(inside.rows.size()) - 1;
  const Axis values = value_axis(curves.f_range);
  ASSERT_GE(dots.size(), 2 * inside.rows[0].size());
  const auto row_of = [&](double x) { return (values.max - (2 + std::sin(3 * x))) / (values.max - values.min) * down; };
  const double half = 0.5 * 6 / across;  // of a dot
  for (const auto& [column, row] : dots) {
    const double x = -3 + 6 * static_cast<double>(column) / across;
    // Somewhere within the dot's width the curve is at the dot's height: half a dot of rounding on either side of what
    // it runs through there, and as much for the straight lines between samples.
    double low = row_of(x), high = low;
    for (int i = -8; i <= 8; ++i) {
      low = std::min(low, row_of(x + half * i / 8));
      high = std::max(high, row_of(x + half * i / 8));
    }
    EXPECT_GE(static_cast<double>(row), low - 1) << picture;
    EXPECT_LE(static_cast<double>(row), high + 1) << picture;
  }
  for (std::size_t column = 0; column <= static_cast<std::size_t>(across); ++column) {
    EXPECT_TRUE(std::ranges::any_of(dots, [&](const auto& dot) { return dot.first == column; })) << column;
  }
}

TEST(TextCurves, EndAtJumps) {
  SampledCurves curves = curves_of("floor(x)", {"x", -2.5, 2.5, 20});
  curves.slope.clear();
  PictureStyle style;
  style.expression = "floor(x)";
  const std::string picture = draw_text_curves(kUsual, curves, style, screen_of(60, 40, false));
  std::size_t rows_with_curve = 0;
  for (const auto& row : inside_of(picture).rows) rows_with_curve += std::ranges::count(row, "*") > 0;
  EXPECT_EQ(rows_with_curve, 6u) << picture;  // -3 to 2, and nothing between them
}

TEST(TextCurves, LeaveTheFrameAtPoles) {
  const Axis axis{"x", -1, 1, 20};
  SampledCurves curves = curves_of("1/x", axis);
  curves.slope.clear();
  curves.f_range = {-10, 10};
  PictureStyle style;
  style.expression = "1/x";
  const Inside inside = inside_of(draw_text_curves(axis, curves, style, screen_of(60, 24, false)));
  const std::size_t middle = inside.rows[0].size() / 2;
  EXPECT_GE(std::ranges::count(inside.rows.front(), "*"), 1);
  EXPECT_GE(std::ranges::count(inside.rows.back(), "*"), 1);
  // Left of the pole it is below zero, right of it above: no line joins them.
  for (std::size_t row = 0; row < inside.rows.size(); ++row) {
    const std::size_t half = inside.rows.size() / 2;
    for (std::size_t column = 0; column < inside.rows[row].size(); ++column) {
      if (inside.rows[row][column] != "*") continue;
      if (row + 1 < half) {
        EXPECT_GE(column, middle) << row;
      } else if (row > half + 1) {
        EXPECT_LE(column, middle) << row;
      }
    }
  }
}

TEST(TextCurves, TurnTheDerivativeWithDescent) {
  PictureStyle down;
  down.arrows.descent = true;
  const TextScreen ascii = screen_of(60, 20, false);
  const std::string picture = curves_text("x^2", kUsual, ascii, down), up = curves_text("x^2", kUsual, ascii);
  EXPECT_THAT(picture, AllOf(HasSubstr("f and -f', f(x) = x^2"), HasSubstr("* f   . -f'")));
  EXPECT_THAT(curves_text("x^2", kUsual, screen_of(60, 20), down), HasSubstr("⠒⠒⠒ f   ⠒ ⠒ −f′"));
  EXPECT_GT(std::ranges::count(inside_of(picture).rows.back(), "."), 0);
  EXPECT_EQ(inside_of(picture).rows.back().front(), " ") << picture;
  EXPECT_EQ(inside_of(up).rows.back().front(), ".") << up;
}

TEST(TextCurves, TellTheScaleOfADerivativeOfItsOwn) {
  const std::string picture = curves_text("1000+sin(10x)", kUsual, screen_of(80, 24));
  EXPECT_THAT(picture, HasSubstr("f′, from bottom to top -10 to 10\n"));
  EXPECT_THAT(curves_text("1000+sin(10x)", kUsual, screen_of(44, 24)), HasSubstr("f′: -10 to 10\n"));
  EXPECT_THAT(curves_text("x^2", kUsual, screen_of(80, 24)), HasSubstr("⠒⠒⠒ f   ⠒ ⠒ f′\n"));
  // Both fill the frame.
  const Inside inside = inside_of(curves_text("1000+sin(10x)", kUsual, screen_of(80, 24, false)));
  for (const auto* row : {&inside.rows.front(), &inside.rows.back()}) {
    EXPECT_GT(std::ranges::count(*row, "*"), 0);
    EXPECT_GT(std::ranges::count(*row, "."), 0);
  }
}

TEST(TextCurves, AreToldApartWithAndWithoutColours) {
  TextScreen colored = screen_of(80, 24);
  colored.colors = TextColors::k24Bit;
  const std::string with = curves_text("exp(x)+x", kUsual, colored),
                    without = curves_text("exp(x)+x", kUsual, screen_of(80, 24));
  EXPECT_THAT(with,
              AllOf(HasSubstr("\x1b[38;2;31;95;168m⠒⠒⠒\x1b[0m f   "), HasSubstr("\x1b[38;2;217;95;14m⠒⠒⠒\x1b[0m f′")));
  EXPECT_THAT(without, Not(HasSubstr("\x1b")));
  // Without colours the derivative is broken: of its dots every other pair is missing.
  const std::size_t whole = dots_of(with).size(), broken = dots_of(without).size();
  EXPECT_LT(broken, whole * 9 / 10);
  EXPECT_GT(broken, whole / 2);
}

TEST(TextCurves, FitEveryScreenAndAreAscii) {
  for (const char* formula : {"x^3-3x", "1000+sin(10x)", "1/x", "3", "0", "1e-300*x", "1e300*x", "0/0", "log(x)"}) {
    for (const Axis& axis : {kUsual, Axis{"x", 1, 1, 1}, Axis{"long_name", -1e-9, 1e9, 20}}) {
      for (const std::size_t columns : {1u, 20u, 40u, 80u, 200u}) {
        for (const std::size_t rows : {1u, 8u, 24u, 70u}) {
          std::string expression = formula;
          if (axis.name != "x") expression = "long_name";
          const std::string picture = curves_text(expression, axis, screen_of(columns, rows, false));
          for (const char c : picture) ASSERT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f)) << picture;
          if (columns < 40 || rows < 8) continue;
          EXPECT_EQ(lines_of(picture).size(), rows - 1) << picture;
          for (const std::string& line : lines_of(picture)) EXPECT_LE(line.size(), columns) << picture;
        }
      }
    }
  }
  EXPECT_THAT(curves_text("0/0", kUsual, screen_of(80, 24)), HasSubstr("no point is finite\n"));
}

}  // namespace
}  // namespace gradfield::test
