// Heat maps and level lines in pictures of characters, and keys that hold all of their colours.
#include "plot/text/text_ground.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "plot/text/text_picture.hpp"
#include "support/fields.hpp"
#include "support/peaks.hpp"
#include "support/process.hpp"
#include "support/text_screens.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

// A cell as a terminal shows it; colours as they are named, "" where there is none.
struct Cell {
  std::string glyph, ink, ground;
};

std::vector<Cell> cells_of(const std::string& line) {
  std::vector<Cell> cells;
  Cell now;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '\x1b') {
      const std::size_t end = line.find('m', i);
      const std::string code = line.substr(i + 2, end - i - 2);
      if (code == "0") now = {};
      if (code.starts_with("38;")) now.ink = code.substr(3);
      if (code.starts_with("48;")) now.ground = code.substr(3);
      i = end + 1;
      continue;
    }
    const Character c = decode_character(line, i);
    now.glyph = line.substr(i, c.bytes);
    cells.push_back(now);
    i += c.bytes;
  }
  return cells;
}

TextPicture text_over(const std::string& formula, const Grid& grid, PictureStyle style, const TextScreen& screen,
                      const std::vector<DescentPath>& paths = {}) {
  style.expression = formula;
  return text_of_plane(view_of(formula, grid), style, screen, paths);
}

// The cells between the borders, rows from the top.
std::vector<std::vector<Cell>> inside_cells(const std::string& picture) {
  std::vector<std::vector<Cell>> rows;
  for (const std::string& line : lines_of(picture)) {
    std::vector<Cell> cells = cells_of(line);
    const auto is_border = [](const Cell& cell) {
      return cell.glyph == "│" || cell.glyph == "┤" || (cell.glyph == "|" && cell.ink.empty());
    };
    const auto begin = std::ranges::find_if(cells, is_border);
    if (begin == cells.end() || cells.back().glyph != "│") continue;
    rows.emplace_back(begin + 1, cells.end() - 1);
  }
  return rows;
}

std::set<std::string> inks_of(const std::vector<Cell>& cells) {
  std::set<std::string> inks;
  for (const Cell& cell : cells) {
    if (!cell.ink.empty()) inks.insert(cell.ink);
  }
  return inks;
}

TEST(TextKey, HasEveryColourOfTheArrows) {
  for (const char* formula : {kPeaks, "1/(x^2+y^2)", "x*y", "x^20+y^20"}) {
    for (const Palette& palette : palettes()) {
      for (const TextColors depth : {TextColors::k256, TextColors::k24Bit}) {
        for (const std::size_t columns : {44u, 80u}) {
          PictureStyle style;
          style.palette = palette;
          const std::string picture =
              text_over(formula, square(14), style, screen_of(columns, 24, true, depth)).characters;
          const std::vector<std::string> lines = lines_of(picture);
          const std::set<std::string> key = inks_of(cells_of(lines.back()));
          EXPECT_GE(key.size(), 2u) << lines.back();
          for (const std::vector<Cell>& row : inside_cells(picture)) {
            for (const std::string& ink : inks_of(row))
              EXPECT_TRUE(key.contains(ink)) << formula << ' ' << palette.name;
          }
        }
      }
    }
  }
}

TEST(TextHeatMap, ColoursTheGroundOfEachCellByItsKey) {
  PictureStyle style;
  style.heat_map = HeatMap::kValue;
  const Grid grid = square(13);
  const std::string picture = text_over("x+10", grid, style, screen_of(80, 24, true, TextColors::k24Bit)).characters;
  std::vector<std::string> key;
  for (const Cell& cell : cells_of(lines_of(picture).back())) {
    if (cell.glyph == "■") key.push_back(cell.ink);
  }
  ASSERT_EQ(key.size(), 10u);
  EXPECT_THAT(lines_of(picture).back(), HasSubstr("f  6.75 "));
  const std::vector<std::vector<Cell>> rows = inside_cells(picture);
  ASSERT_EQ(rows.size(), 13u);
  for (const std::vector<Cell>& row : rows) {
    ASSERT_EQ(row.size(), 27u);  // 13 arrows, and blanks around them: half a cell more than the grid on both sides
    for (std::size_t column = 0; column < row.size(); ++column) {
      const double share = (static_cast<double>(column)) / 26;
      EXPECT_EQ(row[column].ground, key[std::min<std::size_t>(static_cast<std::size_t>(share * 10), 9)]) << column;
      EXPECT_EQ(row[column].glyph, column % 2 == 1 ? "→" : " ");
    }
  }
  // Over violet and over yellow.
  EXPECT_EQ(rows[0][1].ink, "2;255;255;255");
  EXPECT_EQ(rows[0][25].ink, "2;16;16;16");
}

TEST(TextHeatMap, LeavesOutWhereFIsNotAndWherePathsAre) {
  PictureStyle style;
  style.heat_map = HeatMap::kNorm;
  DescentPath path;
  path.coordinates = {{1, 0.5}, {0, 0}};
  path.f = {1, 0.25};
  const std::string picture =
      text_over("sqrt(4-x^2-y^2)", square(13), style, screen_of(80, 24, true, TextColors::k256), {path}).characters;
  EXPECT_THAT(picture, HasSubstr("|∇f|  "));
  const std::vector<std::vector<Cell>> rows = inside_cells(picture);
  std::size_t marks = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const double x = -3.25 + static_cast<double>(column) / 4, y = 3 - static_cast<double>(row) / 2;
      const Cell& cell = rows[row][column];
      const bool is_path = cell.glyph == "○" || cell.glyph == "•" || cell.glyph == "✕" || cell.glyph == "◇";
      marks += is_path;
      EXPECT_EQ(!cell.ground.empty(), x * x + y * y < 4 && !is_path) << x << ' ' << y;
    }
  }
  EXPECT_GE(marks, 2u);
}

TEST(TextLevels, AreLettersNextToWhichTheyRun) {
  PictureStyle style;
  style.contour = ContourStyle{10, {-2, 0, 1.5}};
  for (const bool unicode : {true, false}) {
    const Grid grid = square(13);
    const TextPicture picture = text_over("x", grid, style, screen_of(80, 24, unicode));
    EXPECT_TRUE(picture.notes.empty());
    EXPECT_THAT(picture.characters, HasSubstr(" a -2  b 0  c 1.5\n"));
    std::size_t rows = 0;
    for (const std::string& line : lines_of(picture.characters)) {
      const std::vector<std::string> cells = characters(line);
      const std::size_t begin = line.find(unicode ? "→" : "->");
      if (begin == std::string::npos) continue;
      ++rows;
      const std::size_t first = column_width(line.substr(0, begin));
      const double pitch = unicode ? 2 : 3;
      for (const auto& [letter, x] : {std::pair{"a", -2.0}, {"b", 0.0}, {"c", 1.5}}) {
        const auto place = std::ranges::find(cells, std::string(letter)) - cells.begin();
        const double column = static_cast<double>(first) + (x + 3) / 0.5 * pitch;
        EXPECT_NEAR(static_cast<double>(place), column, pitch / 2) << line;
        EXPECT_EQ(std::ranges::count(cells, std::string(letter)), 1) << line;
      }
    }
    EXPECT_EQ(rows, 13u);
  }
}

TEST(TextLevels, GoRoundAndAreToldWhereTheyAreNot) {
  PictureStyle style;
  style.contour = ContourStyle{10, {4, 100}};
  const TextPicture picture = text_over("x^2+y^2", square(13), style, screen_of(80, 24));
  EXPECT_THAT(picture.notes, testing::ElementsAre("no line of the level 100 runs through this picture"));
  const std::vector<std::vector<Cell>> rows = inside_cells(picture.characters);
  std::size_t letters = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (rows[row][column].glyph != "a") continue;
      ++letters;
      // Half a row is 0.25, half of two columns as much.
      const double x = -3.25 + static_cast<double>(column) / 4, y = 3 - static_cast<double>(row) / 2;
      EXPECT_NEAR(std::hypot(x, y), 2, 0.36);
    }
  }
  // Nine rows, at both ends, and what of the flat parts lies beside arrows.
  EXPECT_GE(letters, 18u);
}

TEST(TextLevels, TellTheFirstAndTheLastWhereThereIsNoRoomForAll) {
  PictureStyle style;
  style.contour = ContourStyle{10, {}};
  for (int level = -20; level <= 20; ++level) style.contour->levels.push_back(level / 7.0);
  EXPECT_THAT(text_over("x", square(13), style, screen_of(40, 24)).characters, HasSubstr("a -2.85714 to R 2.85714\n"));
}

}  // namespace
}  // namespace gradfield::test
