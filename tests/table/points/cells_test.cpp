// The cells of lines: separators, comments, quotes; against python3's csv module where it is one of those tables.
#include "table/points/lines.hpp"

#include <gmock/gmock.h>

#include <random>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> cells_of(const std::string& text, Separators separators = Separators::kBlanksAndCommas) {
  const std::string file = "points.txt";
  std::vector<std::string_view> cells;
  split_cells({file, 3, text}, separators, cells);
  return {cells.begin(), cells.end()};
}

TEST(SplitCells, SeparatesAtBlanksAndCommas) {
  for (const std::string text : {"1 2", "1,2", "1, 2", "1 ,2", "1\t2", " 1   2 ", "\t1 \t, \t2\t", "1,2 # a comment",
                                 "1,2#3", "1 2 #", "\"1\" 2", "\"1\",\"2\"", "\"1\" , 2"}) {
    EXPECT_THAT(cells_of(text), ElementsAre("1", "2")) << text;
  }
  EXPECT_THAT(cells_of("1, 2 3\t4"), ElementsAre("1", "2", "3", "4"));
}

TEST(SplitCells, FindsNoneInABlankLineOrAComment) {
  for (const std::string text : {"", " ", "\t \t", "#", "# 1 2", "  #1,2", "#\"", "#,"}) {
    EXPECT_THAT(cells_of(text), IsEmpty()) << text;
    EXPECT_THAT(cells_of(text, Separators::kCommas), IsEmpty()) << text;
  }
}

TEST(SplitCells, FindsAnEmptyOneWhereAValueIsMissing) {
  EXPECT_THAT(cells_of("1,,2"), ElementsAre("1", "", "2"));
  EXPECT_THAT(cells_of("1, ,2"), ElementsAre("1", "", "2"));
  EXPECT_THAT(cells_of(",1"), ElementsAre("", "1"));
  EXPECT_THAT(cells_of("1,"), ElementsAre("1", ""));
  EXPECT_THAT(cells_of("1 , # 2"), ElementsAre("1", ""));
  EXPECT_THAT(cells_of(","), ElementsAre("", ""));
  EXPECT_THAT(cells_of("\"\",1"), ElementsAre("", "1"));
}

TEST(SplitCells, KeepsBlanksInsideCellsWhereCommasAloneSeparate) {
  EXPECT_THAT(cells_of("New York , 1\t,2", Separators::kCommas), ElementsAre("New York", "1", "2"));
  EXPECT_THAT(cells_of("\" a, b \",1", Separators::kCommas), ElementsAre(" a, b ", "1"));
  EXPECT_THAT(cells_of("a,,b,", Separators::kCommas), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(cells_of("\"a\" b,1", Separators::kCommas), ElementsAre("\"a\" b", "1"));
}

TEST(SplitCells, TakesWhatStandsInQuotesAsItIs) {
  EXPECT_THAT(cells_of("\"a b\" \"c,d\" \"e#f\""), ElementsAre("a b", "c,d", "e#f"));
  EXPECT_THAT(cells_of("\"a\"\"b\" 1"), ElementsAre("a\"\"b", "1"));
  EXPECT_THAT(cells_of("\"a\"b 1"), ElementsAre("\"a\"b", "1")) << "no quotes around all of it";
  EXPECT_THAT(cells_of("a\"b 1"), ElementsAre("a\"b", "1"));
}

TEST(SplitCells, AgreesWithPythonOnTablesThatPythonWrites) {
  const std::string table = run_python(
      "import csv, random, sys\n"
      "random.seed(5)\n"
      "out = csv.writer(sys.stdout, lineterminator='\\n')\n"
      "letters = 'ab ,#;.-+1'\n"
      "for n in range(2000):\n"
      "  row = [''.join(random.choices(letters, k=random.randrange(1, 6))).strip() or 'x' for k in range(4)]\n"
      "  out.writerow(['\\'' + cell for cell in row])\n");
  // What the csv module reads, cell by cell; # is a comment to us alone.
  const std::string expected = run_python(
      "import csv, sys\n"
      "for row in csv.reader(sys.stdin):\n"
      "  if not any('#' in cell for cell in row): print('|'.join(row))\n",
      table);
  std::string ours;
  for (const std::string& line : lines_of(table)) {
    if (line.find('#') != std::string::npos) continue;
    std::string row;
    for (const std::string& cell : cells_of(line, Separators::kCommas)) row += (row.empty() ? "" : "|") + cell;
    ours += row + '\n';
  }
  EXPECT_EQ(ours, expected);
  EXPECT_GT(lines_of(ours).size(), 100u);
}

TEST(SplitCells, PointsAtAByteOrQuotesThatSpoilTheLine) {
  const auto message = [](const std::string& text) -> std::string {
    try {
      cells_of(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kData);
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(message(std::string("1 \0 2", 5)),
            "points.txt, line 3: a NUL byte\n  1 \\x00 2\n    ^~~~ points are plain text in UTF-8");
  EXPECT_EQ(message(std::string("# \0", 3)),
            "points.txt, line 3: a NUL byte\n  # \\x00\n    ^~~~ points are plain text in UTF-8");
  EXPECT_EQ(message("1 \"2"), "points.txt, line 3: these quotes are never closed\n  1 \"2\n    ^ add \"");
  EXPECT_EQ(message("\"a\"\""), "points.txt, line 3: these quotes are never closed\n  \"a\"\"\n  ^ add \"");
}

TEST(PlaceOf, IsWhereTheCellStands) {
  const std::string file = "f", text = " 12, \"345\"";
  const FileLine line{file, 1, text};
  std::vector<std::string_view> cells;
  split_cells(line, Separators::kBlanksAndCommas, cells);
  EXPECT_EQ(place_of(cells[0], line).position, 1u);
  EXPECT_EQ(place_of(cells[0], line).length, 2u);
  EXPECT_EQ(place_of(cells[1], line).position, 6u);
  EXPECT_EQ(place_of(cells[1], line).length, 3u);
}

}  // namespace
}  // namespace gradfield::test
