// Points read from text: what is understood, in which order it comes out, and what is said about the rest.
#include "table/points/points.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <cmath>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Point = std::vector<double>;

struct Reading {
  std::vector<Point> points;
  std::vector<std::string> notes;
  std::string error;  // without the name of the file
};

Reading read_points(const std::string& text, const std::vector<std::string>& variables = {"x", "y"}) {
  const TemporaryFolder folder;
  write_file(folder / "points", text);
  Reading reading;
  PointReader reader(Input::file(folder / "points"), variables,
                     [&](const std::string& note) { reading.notes.push_back(note); });
  const std::string front = (folder / "points").string() + ", ";
  Tile tile(variables.size());
  try {
    while (reader.next(tile)) {
      for (std::size_t i = 0; i < tile.size(); ++i) {
        Point point;
        for (std::size_t k = 0; k < variables.size(); ++k) point.push_back(tile.coordinate(k)[i]);
        reading.points.push_back(point);
      }
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kData);
    EXPECT_THAT(error.what(), testing::StartsWith(front));
    reading.error = std::string(error.what()).substr(front.size());
    EXPECT_THROW(reader.next(tile), Error) << "nothing comes after the fault";
    EXPECT_EQ(tile.size(), 0u);
  }
  EXPECT_EQ(reader.count(), reading.points.size());
  for (std::string& note : reading.notes) {
    EXPECT_THAT(note, testing::StartsWith((folder / "points").string() + ": "));
    note = note.substr((folder / "points").string().size() + 2);
  }
  return reading;
}

void expect_points(const std::string& text, const std::vector<Point>& points,
                   const std::vector<std::string>& variables = {"x", "y"}) {
  const Reading reading = read_points(text, variables);
  EXPECT_EQ(reading.points, points) << text;
  EXPECT_EQ(reading.error, "") << text;
  EXPECT_THAT(reading.notes, IsEmpty()) << text;
}

void expect_error(const std::string& text, const std::string& error,
                  const std::vector<std::string>& variables = {"x", "y"}) {
  const Reading reading = read_points(text, variables);
  EXPECT_EQ(reading.error, error) << text;
}

TEST(PointReader, ReadsTheVariablesInTheirOrderWithoutAHeader) {
  expect_points("1 2\n3,4\n5, 6\n7\t8\n", {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
  expect_points("1\n2\n", {{1}, {2}}, {"t"});
  expect_points("1 2 3 4", {{1, 2, 3, 4}}, {"a", "b", "c", "d"});
}

TEST(PointReader, LeavesOutBlankLinesAndComments) {
  expect_points("# x y\n\n1 2 # here\r\n   \n\t#3 4\n5 6#\n\n", {{1, 2}, {5, 6}});
  expect_points("", {});
  expect_points("\n# nothing\n", {});
}

TEST(PointReader, ReadsNanAndInfinities) {
  const Reading reading = read_points("nan inf\n-Infinity,+NaN\n");
  EXPECT_EQ(reading.error, "");
  ASSERT_EQ(reading.points.size(), 2u);
  EXPECT_TRUE(std::isnan(reading.points[0][0]) && std::isnan(reading.points[1][1]));
  EXPECT_EQ(reading.points[0][1], HUGE_VAL);
  EXPECT_EQ(reading.points[1][0], -HUGE_VAL);
}

TEST(PointReader, FindsTheColumnsThatAHeaderNames) {
  for (const std::string header : {"y,x", "y x", " y\t, x # these", "\"y\",\"x\"", "\xEF\xBB\xBFy,x", "# a\n\ny,x"}) {
    expect_points(header + "\n1,2\n3 4\n", {{2, 1}, {4, 3}});
  }
  expect_points("x,y\n", {});
  expect_points("t\n5\n", {{5}}, {"t"});
}

TEST(PointReader, LeavesColumnsThatAreNoVariablesUnreadAndSaysSo) {
  const Reading ours = read_points("x,y,f,df_dx,df_dy\n1,2,nan,inf,-\n3,4,,,\n");
  EXPECT_THAT(ours.points, ElementsAre(Point{1, 2}, Point{3, 4}));
  EXPECT_THAT(ours.notes, ElementsAre("no variables, and so not read: 'f', 'df_dx' and 'df_dy'"));
  const Reading theirs = read_points(",city name,y,x\n0,New York,1,2\n1,\"Rio, Brasil\",3,4\n");
  EXPECT_THAT(theirs.points, ElementsAre(Point{2, 1}, Point{4, 3}));
  EXPECT_THAT(theirs.notes, ElementsAre("no variables, and so not read: '' and 'city name'"));
  const Reading blanks = read_points("id x y\nA 1 2\n7 3 4\n");
  EXPECT_THAT(blanks.points, ElementsAre(Point{1, 2}, Point{3, 4}));
  EXPECT_THAT(blanks.notes, ElementsAre("no variables, and so not read: 'id'"));
  std::string many = "x,y";
  for (int n = 0; n < 1000; ++n) many += ",\x1b" + std::to_string(n);
  const Reading wide = read_points(many + "\n");
  ASSERT_EQ(wide.notes.size(), 1u);
  EXPECT_LT(wide.notes[0].size(), 1000u);
  EXPECT_THAT(wide.notes[0], testing::AllOf(testing::HasSubstr("'\\x1b0'"), testing::Not(testing::HasSubstr("\x1b"))));
}

TEST(PointReader, SaysWhatAHeaderLacks) {
  expect_error("X,Y\n1,2\n", "line 1: there is no column 'x'\n  X,Y\n  ^ did you mean 'x'?");
  expect_error("# c\nx,Y\n", "line 2: there is no column 'y'\n  x,Y\n    ^ did you mean 'y'?");
  expect_error("x,lenght\n", "line 1: there is no column 'length'\n  x,lenght\n    ^~~~~~ did you mean 'length'?",
               {"x", "length"});
  expect_error("x,z\n",
               "line 1: there is no column 'y'\n  x,z\n  ^~~ name the columns x and y, or choose variables "
               "with --vars");
  expect_error("a b\n",
               "line 1: this is neither a point nor a header that names x and y\n  a b\n  ^~~ write numbers, "
               "or name the columns x and y");
  expect_error("x;y\n1;2\n",
               "line 1: this is neither a point nor a header that names x and y\n  x;y\n  ^~~ separate "
               "columns by blanks or commas");
  expect_error("x,y,x\n", "line 1: the column 'x' stands twice\n  x,y,x\n      ^ rename or delete one");
}

TEST(PointReader, SaysWhichNumberIsNone) {
  const std::string cure = " write a number such as -1.5e3, nan or inf";
  expect_error("1 2\n3 four\n5 6\n", "line 2: 'four' is no number\n  3 four\n    ^~~~" + cure);
  expect_error("1 .\n", "line 1: '.' is no number\n  1 .\n    ^" + cure);
  expect_error("x,y\nx,y\n", "line 2: 'x' is no number\n  x,y\n  ^" + cure);
  expect_error("1 2\n\x1b[31m 2\n", "line 2: '\\x1b[31m' is no number\n  \\x1b[31m 2\n  ^~~~~~~~" + cure);
  expect_error("1 0x10\n", "line 1: '0x10' is no number\n  1 0x10\n    ^~~~ write it in decimal");
  expect_error("1 \u22122\n", "line 1: '\u22122' is no number\n  1 \u22122\n    ^~ write - for the minus");
  expect_error("1 -1e400\n",
               "line 1: the number '-1e400' is too large\n  1 -1e400\n    ^~~~~~ the largest double is "
               "1.7976931348623157e308");
  expect_error("1,\n", "line 1: the value of y is missing\n  1,\n    ^ write a number, or nan");
  expect_error(",1\n", "line 1: the value of x is missing\n  ,1\n  ^ write a number, or nan");
}

TEST(PointReader, SaysWhereALineHasTooManyOrTooFewValues) {
  expect_error("1 2\n3\n", "line 2: 1 value in place of 2\n  3\n   ^ the variables are x and y");
  expect_error("1 2 3\n", "line 1: 3 values in place of 2\n  1 2 3\n      ^ the variables are x and y");
  expect_error("1 2\n", "line 1: 2 values in place of 1\n  1 2\n    ^ the variable is t", {"t"});
  expect_error("x,y,f\n1,2\n", "line 2: 2 values in place of 3\n  1,2\n     ^ the header has 3 columns");
  expect_error("1,2,\n", "line 1: 3 values in place of 2\n  1,2,\n      ^ delete the comma at the end");
  expect_error("1;2\n", "line 1: 1 value in place of 2\n  1;2\n     ^ separate values by blanks or commas");
  for (const std::string line : {"1,5 2,5", "1,5\t2"}) {
    EXPECT_THAT(read_points(line).error, testing::EndsWith("^ a decimal comma? write a point: 1.5")) << line;
  }
  EXPECT_THAT(read_points("1,5\n", {"t"}).error, testing::EndsWith("^ a decimal comma? write a point: 1.5"));
  EXPECT_THAT(read_points("1, 2, 3\n").error, testing::EndsWith("the variables are x and y"));
}

TEST(PointReader, ShowsAtMost72ColumnsOfALongLine) {
  const Reading reading = read_points(std::string(500, '1') + "e-400 " + std::string(100000, 'x') + "\n");
  for (const std::string& line : lines_of(reading.error)) EXPECT_LE(line.size(), 72u + 2 + 60) << "the line and a cure";
  EXPECT_LT(reading.error.size(), 400u);
}

TEST(PointReader, GivesAllPointsBeforeAFault) {
  std::string text;
  std::vector<Point> points;
  for (const std::size_t count : {1u, 255u, 256u, 257u, 512u, 1000u}) {  // about the ends of tiles
    while (points.size() < count) {
      points.push_back({static_cast<double>(points.size()), 7});
      text += std::to_string(points.size() - 1) + " 7\n";
    }
    const Reading reading = read_points(text + "oops\n1 2\n");
    EXPECT_EQ(reading.points, points);
    EXPECT_THAT(reading.error, testing::StartsWith("line " + std::to_string(count + 1) + ": 1 value in place of 2\n"));
  }
}

TEST(PointReader, FillsItsTilesFromAFile) {
  const TemporaryFolder folder;
  std::string text;
  for (int n = 0; n < 2000; ++n) text += "1 2\n";
  write_file(folder / "points", text);
  PointReader reader(Input::file(folder / "points"), {"x", "y"}, nullptr);
  EXPECT_FALSE(reader.may_wait()) << "nothing has been read that should go out first";
  Tile tile(2);
  for (int n = 0; n < 7; ++n) {
    ASSERT_TRUE(reader.next(tile));
    EXPECT_EQ(tile.size(), kTileSize);
    EXPECT_FALSE(reader.may_wait());
  }
  ASSERT_TRUE(reader.next(tile));
  EXPECT_EQ(tile.size(), 2000 - 7 * kTileSize);
  EXPECT_FALSE(reader.next(tile));
}

TEST(PointReader, AnswersWhatAPipeHoldsBeforeItReadsOn) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  PointReader reader(Input::file("/dev/fd/" + std::to_string(ends[0])), {"x", "y"}, nullptr);
  EXPECT_TRUE(reader.may_wait());
  Tile tile(2);
  for (const std::string text : {"1 2\n", "3 4\n5", " 6\n", "7 8\n9 10\n1"}) {
    ASSERT_EQ(write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ASSERT_TRUE(reader.next(tile));
    EXPECT_EQ(tile.size(), text[0] == '7' ? 2u : 1u);
    EXPECT_TRUE(reader.may_wait());
  }
  EXPECT_EQ(tile.coordinate(1)[1], 10);
  close(ends[1]);
  EXPECT_TRUE(reader.next(tile)) << "time for the rows before a fault to go out";
  EXPECT_EQ(tile.size(), 0u);
  EXPECT_TRUE(reader.may_wait());
  EXPECT_THROW(reader.next(tile), Error) << "the 1 at the end is no point";
  close(ends[0]);
}

}  // namespace
}  // namespace gradfield::test
