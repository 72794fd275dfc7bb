// Paths down in pictures of characters: each cell where the path is, and none elsewhere.
#include "plot/text/text_paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/spelling.hpp"
#include "plot/text/text_curves.hpp"
#include "plot/text/text_picture.hpp"
#include "support/descent.hpp"
#include "support/fields.hpp"
#include "support/process.hpp"
#include "support/text_screens.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

DescentPath path_through(const std::vector<std::vector<double>>& coordinates, std::vector<double> f = {}) {
  DescentPath path;
  path.end = DescentEnd::kConverged;
  path.coordinates = coordinates;
  path.f = f.empty() ? std::vector<double>(coordinates[0].size(), 0) : std::move(f);
  path.norms = path.f;
  return path;
}

std::string text_with_paths(const std::string& formula, const Grid& grid, const std::vector<DescentPath>& paths,
                            const TextScreen& screen = {}) {
  PictureStyle style;
  style.expression = formula;
  return draw_text(grid, field_of(formula, grid), style, screen, told(paths));
}

TEST(TextPaths, AreThisOverArrows) {
  const DescentPath path = path_through({{2, 0, -1}, {3, 1, 1}});
  EXPECT_EQ(text_with_paths("x^2+y^2", square(7), {path}),
            "  ∇f, f(x, y) = x^2+y^2\n"
            "  y ┌───────────────┐\n"
            "  3 ┤ ↖ ↖ ↑ ↑ ↑ ○ ↗ │\n"
            "  2 ┤ ↖ ↖ ↖ ↑ ••↗ ↗ │\n"
            "  1 ┤ ← ↖ ✕•••↗ ↗ → │\n"
            "  0 ┤ ← ← ← · → → → │\n"
            " -1 ┤ ← ↙ ↙ ↓ ↘ ↘ → │\n"
            " -2 ┤ ↙ ↙ ↙ ↓ ↘ ↘ ↘ │\n"
            " -3 ┤ ↙ ↙ ↓ ↓ ↓ ↘ ↘ │\n"
            "    └───┬───┬───┬───┘\n"
            "       -2   0   2    x\n"
            "     largest |∇f| = 8.485\n"
            "     ○ start   • path: 2 steps   ✕ end\n");
  EXPECT_THAT(text_with_paths("x^2+y^2", square(7), {path}, screen_of(80, 24, false)),
              // Three columns a unit; of an arrow that lost one of its characters nothing is left.
              AllOf(HasSubstr(" 3 + '\\ '\\ ^  ^  ^ *o  /' |\n"), HasSubstr(" '\\ '\\ '\\ ^ *** /' /' |\n"),
                    HasSubstr(" <- '\\ @**** /' /' -> |\n"), HasSubstr("     o start   * path: 2 steps   @ end\n")));
}

TEST(TextPaths, AreCutAtTheFrame) {
  // To the upper right as far as doubles go.
  const DescentPath path = path_through({{0, 1e308}, {0, 1e308}});
  const std::string picture = text_with_paths("x+y", square(3), {path});
  EXPECT_THAT(picture, HasSubstr("  3 ┤ ↗ ↗•↗ │\n  0 ┤ ↗ ○ ↗ │\n -3 ┤ ↗ ↗ ↗ │\n"));
  EXPECT_THAT(picture, AllOf(HasSubstr("○ start   • path: 1 step\n"), Not(HasSubstr("✕"))));
}

// The glyph of each cell inside the frame that is none of the arrows' or the curves'.
std::set<std::pair<long, long>> cells_with(const std::string& picture, const std::set<std::string>& glyphs) {
  std::set<std::pair<long, long>> cells;
  long row = -1;
  for (const std::string& line : lines_of(picture)) {
    const std::size_t border = std::min(line.find("│"), line.find("┤"));
    if (border == std::string::npos || line.find("┌") != std::string::npos) continue;
    ++row;
    long column = -1;
    for (std::size_t i = border; i < line.size(); ++column) {
      const Character c = decode_character(line, i);
      if (glyphs.contains(line.substr(i, c.bytes))) cells.insert({column, row});
      i += c.bytes;
    }
  }
  return cells;
}

TEST(TextPaths, PassTheCellsThatTheirLinesPass) {
  const DescentPath path = path_through({{-2.7, 1.9, 0.3, 2.2, -2.9}, {2.9, 1.7, -0.4, -2.5, -2.8}});
  const Grid grid = square(15);
  const auto cells = cells_with(text_with_paths("x^2+y^2", grid, {path}), {"○", "•", "✕"});
  std::set<std::pair<long, long>> passed;
  for (std::size_t i = 1; i < 5; ++i) {
    for (int piece = 0; piece <= 1000; ++piece) {
      const auto between = [&](std::size_t k) {
        const std::vector<double>& x = path.coordinates[k];
        return x[i - 1] + piece / 1000.0 * (x[i] - x[i - 1]);
      };
      // 15 arrows from -3 to 3 are 6/14 apart: two columns, or one row; the first stands in column 1 and row 0.
      passed.insert({std::lround(1 + (between(0) + 3) / 6 * 28), std::lround((3 - between(1)) / 6 * 14)});
    }
  }
  for (const auto& cell : cells) EXPECT_TRUE(passed.contains(cell)) << cell.first << ' ' << cell.second;
  // A line goes from each cell to a neighbour, and may leave out a corner.
  for (const auto& [column, row] : passed) {
    bool is_near = false;
    for (const long i : {-1, 0, 1}) {
      for (const long j : {-1, 0, 1}) is_near = is_near || cells.contains({column + i, row + j});
    }
    EXPECT_TRUE(is_near) << column << ' ' << row;
  }
  EXPECT_GE(cells.size(), 40u);
}

// Between the borders.
std::size_t columns_of_inside(const std::string& picture) {
  for (const std::string& line : lines_of(picture)) {
    const std::size_t begin = line.find("┌"), end = line.find("┐");
    if (begin != std::string::npos) return column_width(line.substr(begin, end - begin)) - 1;
  }
  return 0;
}

TEST(TextPaths, StandOnTheCurveAtEachStep) {
  const Axis axis{"x", -3, 3, 20};
  DescentPath path = told({path_through({{2.5, -1.5, 0.9, -0.54, 0.324}})})[0];
  path.f.clear();
  for (const double x : path.coordinates[0]) path.f.push_back(x * x);
  const SampledCurves curves = sample_curves(view_of("x^2", {{axis}}), {});
  PictureStyle style;
  style.expression = "x^2";
  for (const auto& [columns, rows] : {std::pair<std::size_t, std::size_t>{80, 24}, {50, 16}, {120, 60}}) {
    const std::string picture = draw_text_curves(axis, curves, style, screen_of(columns, rows, true), {path});
    const auto marks = cells_with(picture, {"○", "•", "✕"});
    ASSERT_EQ(marks.size(), 5u) << picture;
    EXPECT_EQ(cells_with(picture, {"○"}), (std::set{*marks.rbegin()})) << picture;  // 2.5 is the rightmost
    // Around the rows are the title, two borders, the tics' labels and two lines that explain.
    const auto width = static_cast<double>(columns_of_inside(picture));
    const auto height = static_cast<double>(lines_of(picture).size() - 6);
    const Axis values = value_axis(curves.f_range);
    for (const double x : path.coordinates[0]) {
      const long column = static_cast<long>(std::lround((x + 3) / 6 * (2 * width - 1))) / 2;
      const double up = (x * x - values.min) / (values.max - values.min);
      const long row = static_cast<long>(std::lround((1 - up) * (4 * height - 1))) / 4;
      EXPECT_TRUE(marks.contains({column, row})) << x << '\n' << picture;
    }
    EXPECT_THAT(picture, HasSubstr("  ○ start   • path: 4 steps   ✕ end\n"));
  }
  // Stars are f's own in ASCII.
  EXPECT_THAT(draw_text_curves(axis, curves, style, screen_of(60, 20, false), {path}),
              AllOf(HasSubstr("* f   . f'\n"), HasSubstr("o start   # path: 4 steps   @ end\n")));
}

TEST(TextPaths, HaveColoursOfTheirOwnAndAreNamedByThem) {
  const std::vector<DescentPath> paths{path_through({{2, 1}, {2, 1}}), path_through({{-2, -1, 0}, {2, 1, 0}})};
  const std::string with = text_with_paths("x+y", square(7), paths, screen_of(80, 24, true, TextColors::k24Bit));
  // Orange and green of the light theme.
  const std::string orange = "\x1b[38;2;217;95;14m", green = "\x1b[38;2;27;138;90m", end = "\x1b[0m";
  EXPECT_THAT(with, HasSubstr("○ start   " + orange + "•" + end + " path 1: 1 step   " + green + "•" + end +
                              " path 2: 2 steps   ✕ end\n"));
  EXPECT_THAT(with, AllOf(HasSubstr(orange + "○" + end), HasSubstr(green + "○" + end), HasSubstr(green + "✕" + end)));
  const std::string some = text_with_paths("x+y", square(7), paths, screen_of(80, 24, true, TextColors::k256));
  EXPECT_THAT(some, AllOf(HasSubstr("\x1b[38;5;"), Not(HasSubstr("\x1b[38;2;"))));
  EXPECT_THAT(text_with_paths("x+y", square(7), paths),
              AllOf(HasSubstr("○ start   • paths   ✕ end\n"), Not(HasSubstr("\x1b"))));
  EXPECT_THAT(text_with_paths("x+y", square(7), paths, screen_of(50, 24, true, TextColors::k24Bit)),
              HasSubstr(" path 1   " + green));
}

TEST(TextPaths, LeaveRoomForTheirLineAndAreNeverWiderThanTheScreen) {
  for (const std::string columns : {"20", "40", "80", "133"}) {
    for (const std::string rows : {"10", "24", "50"}) {
      for (const std::string locale : {"C", "C.UTF-8"}) {
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"x^2+3*y^2", "--path", "2,1", "--path", "-1,-2.5", "--rate", "0.1"},
              {"x^4-3*x^2+x", "--vars", "x", "--path", "1.5"}}) {
          ProcessSetup setup;
          setup.environment = {{"COLUMNS", columns}, {"LINES", rows}, {"LC_ALL", locale}};
          std::vector<std::string> all = words;
          all.insert(all.end(), {"-f", "text", "-q"});
          const ProcessResult result = run_gradfield(all, setup);
          ASSERT_EQ(result.exit_code, 0) << result;
          // One line is left for the prompt.
          EXPECT_LE(lines_of(result.output).size() + 1, std::stoul(rows)) << result.output;
          for (const std::string& line : lines_of(result.output)) {
            EXPECT_LE(column_width(line), std::stoul(columns)) << result.output;
          }
          EXPECT_THAT(result.output, HasSubstr(locale == "C" ? "@" : "✕"));
        }
      }
    }
  }
}

TEST(TextPaths, AreToldOfBelowThePicture) {
  const ProcessResult result =
      run_gradfield({"x^2+y^2", "--path", "2,1", "--rate", "0.25", "--iterations", "2", "-f", "text"});
  EXPECT_EQ(
      result.messages,
      "gradfield: note: path 1: at (0.5, 0.25) after 2 steps, |∇f| = 1.1, rate 0.25; take more --iterations to go "
      "on\n");
  EXPECT_THAT(run_gradfield({"x^2", "--vars", "x", "--path", "2", "-f", "text"}).messages, Not(HasSubstr("no effect")));
}

}  // namespace
}  // namespace gradfield::test
