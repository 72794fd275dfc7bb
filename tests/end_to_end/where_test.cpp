// Only the points at which a condition holds: in tables against awk's choice of rows, in pictures by what is drawn.
#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "plot/files/png_frames.hpp"
#include "support/commands.hpp"
#include "support/gif.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// The lines between "$name << EOD" and "EOD".
std::vector<std::string> block_of(const std::string& script, const std::string& name) {
  std::vector<std::string> block;
  bool is_inside = false;
  for (const std::string& line : lines_of(script)) {
    if (line == "EOD") is_inside = false;
    if (is_inside) block.push_back(line);
    if (line == name + " << EOD") is_inside = true;
  }
  return block;
}

std::vector<std::string> lines_with(const std::string& text, const std::string& front) {
  std::vector<std::string> found;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(front)) found.push_back(line);
  }
  return found;
}

TEST(Where, LeavesTheRowsThatAwkLeaves) {
  struct Row {
    Words words;
    std::string condition, for_awk;
  };
  for (const Row& row : {
           Row{{"x^2*y", "-n", "37"}, "x^2+y^2 < 4", "$1*$1+$2*$2 < 4"},
           {{"sqrt(x)*y", "-n", "41x17"}, "y >= x && x != 0", "$2 >= $1 && $1 != 0"},
           {{"sqrt(x)*y", "-n", "21"}, "x", "$1 != 0"},
           {{"sqrt(x)*y", "-n", "21"}, "sqrt(x)", "$1 > 0"},
           {{"t^2", "--vars", "t", "-n", "1001"}, "t > 1", "$1 > 1"},
           {{"a*b+c*d", "--vars", "a,b,c,d", "-n", "5"}, "a*d > b*c", "$1*$4 > $2*$3"},
           {{"x*y", "-n", "700", "--hessian", "--descent"}, "x == 3 || y == -3", "$1 == 3 || $2 == -3"},
       }) {
    Words words = row.words;
    const std::string table = run_silently(words).output;
    words.insert(words.end(), {"--where", row.condition});
    ProcessSetup setup;
    setup.input = table;
    const ProcessResult expected = run_program({"awk", "-F,", "NR == 1 || (" + row.for_awk + ")"}, setup);
    EXPECT_EQ(run_silently(words).output, expected.output) << row.condition;
    EXPECT_GT(lines_of(expected.output).size(), 5u) << row.condition;
    EXPECT_LT(expected.output.size(), table.size()) << row.condition;
  }
}

TEST(Where, MayUseConstantsAndStandsInAnyTable) {
  EXPECT_EQ(run_silently({"x*y", "-n", "3", "--where", "x > a", "-D", "a=1", "-f", "tsv", "--no-header"}).output,
            "3\t-3\t-9\t-3\t3\n3\t0\t0\t0\t3\n3\t3\t9\t3\t3\n");
  EXPECT_EQ(run_silently(
                {"x*y", "-n", "3", "--where", "-x*y > 0", "--method", "central", "--step", "1", "--columns", "df_dy,x"})
                .output,
            "df_dy,x\n3,3\n-3,-3\n");
}

TEST(Where, SaysWhatIsWrongWithTheConditionAndWhichTextIsMeant) {
  struct Row {
    std::string condition, message;
  };
  for (const Row& row : {
           Row{"x >", "--where: the expression ends too early\n  x >\n     ^ a value is missing here"},
           {"sinn(x) > 0", "--where: unknown function 'sinn'\n  sinn(x) > 0\n  ^~~~ did you mean 'sin'?"},
           {"x = 3",
            "--where: an expression assigns nothing\n  x = 3\n    ^ compare with ==; define a constant with -D "
            "NAME=VALUE"},
           {"", "--where: the condition is empty: give one such as \"x^2+y^2 < 4\""},
           {"  ", "--where: the condition is empty: give one such as \"x^2+y^2 < 4\""},
       }) {
    const TemporaryFolder folder;
    for (const Words& more : {Words{}, Words{"-o", folder / "a.csv"}, Words{"-o", folder / "a.gp"}}) {
      Words words{"x*y", "--where", row.condition};
      words.insert(words.end(), more.begin(), more.end());
      const ProcessResult result = run_gradfield(words);
      EXPECT_EQ(result.exit_code, 65) << result;
      EXPECT_EQ(result.messages, "gradfield: error: " + row.message + "\n");
      EXPECT_EQ(result.output, "");
    }
    EXPECT_THAT(folder.names(), testing::IsEmpty());
  }
  EXPECT_THAT(run_gradfield({"x", "--where", "z > 0"}).messages, HasSubstr("--where: unknown name 'z'"));
}

TEST(Where, IsAHeaderAndANoteWhereItHoldsNowhere) {
  const ProcessResult table = run_gradfield({"x*y", "--where", "x > 4"});
  EXPECT_EQ(table.exit_code, 0) << table;
  EXPECT_EQ(table.output, "x,y,f,df_dx,df_dy\n");
  EXPECT_EQ(table.messages, "gradfield: note: --where 'x > 4' holds at none of the points (400 were tried)\n");
  EXPECT_EQ(run_silently({"x*y", "--where", "0/0", "-q", "--no-header"}).output, "");
  ProcessSetup setup;
  setup.input = "1 2\n";
  const ProcessResult at = run_gradfield({"x*y", "--where", "x > 4", "--at", "-"}, setup);
  EXPECT_EQ(at.messages, "gradfield: note: --where 'x > 4' holds at none of the points (1 was tried)\n") << at;
  setup.input = "";
  const ProcessResult none = run_gradfield({"x*y", "--where", "x > 4", "--at", "-"}, setup);
  EXPECT_EQ(none.messages, "gradfield: note: there are no points in standard input\n") << none;
}

TEST(Where, DrawsNoPictureOfNothing) {
  const TemporaryFolder folder;
  write_file(folder / "old.png", "old");
  for (const Words& more : {Words{"-o", folder / "new.png"},
                            {"-o", folder / "old.png"},
                            {"-o", folder / "new.svg"},
                            {"-o", folder / "new.gp"},
                            {"-o", folder / "new.txt"},
                            {"-f", "png"},
                            {"-f", "gp"},
                            {"-f", "text"},
                            {"-f", "window"}}) {
    Words words{"x*y", "--where", "x > 4", "-n", "20"};
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(words) << result;
    EXPECT_EQ(result.output, "") << testing::PrintToString(words) << result;
    EXPECT_THAT(result.messages,
                testing::MatchesRegex(
                    "gradfield: note: --where 'x > 4' holds at none of the points \\([0-9]+ were tried\\)\n"));
  }
  EXPECT_THAT(folder.names(), testing::ElementsAre("old.png"));
  EXPECT_EQ(read_file(folder / "old.png"), "old");
  ProcessSetup terminal;
  terminal.terminal = true;
  EXPECT_THAT(run_gradfield({"x*y", "--where", "x > 4"}, terminal).output,
              testing::MatchesRegex(
                  "gradfield: note: --where 'x > 4' holds at none of the points \\([0-9]+ were tried\\)\r\n"));
}

TEST(Where, DrawsItsPointsOnTheAxesOfTheWholeGrid) {
  const Words words{"x^2+y^2", "-n", "21", "-f", "gp", "--color", "blue"};  // a colour bar would take its own room
  const std::string whole = run_silently(words).output;
  Words with = words;
  with.insert(with.end(), {"--where", "x^2+y^2 < 4 && x > 0"});
  const std::string part = run_silently(with).output;
  for (const std::string front : {"set xrange", "set yrange", "set lmargin", "set xtics", "set ytics"}) {
    EXPECT_EQ(lines_with(part, front), lines_with(whole, front));
    EXPECT_EQ(lines_with(part, front).size(), 1u) << front;
  }
  std::vector<std::string> points;
  for (const std::string& line : block_of(whole, "$field")) {
    std::istringstream numbers(line);
    double x = 0, y = 0;
    if (!(numbers >> x >> y) || (x * x + y * y < 4 && x > 0)) points.push_back(line);
  }
  EXPECT_EQ(block_of(part, "$field"), points);
  EXPECT_GT(points.size(), 50u);
}

TEST(Where, MeasuresArrowsAndColoursByThePointsThatAreLeft) {
  // The steepest of all is 2*sqrt(18) = 8.485, of those left 2*3 = 6; f is at most 18 and 9.
  const std::string whole = run_silently({"x^2+y^2", "-n", "7", "-f", "text"}).output;
  const std::string part = run_silently({"x^2+y^2", "-n", "7", "-f", "text", "--where", "x*y == 0"}).output;
  EXPECT_THAT(whole, HasSubstr("largest |∇f| = 8.485\n"));
  EXPECT_THAT(part, HasSubstr("largest |∇f| = 6\n"));
  EXPECT_EQ(lines_of(part).size(), lines_of(whole).size());
  EXPECT_THAT(part, HasSubstr("  2 ┤       ↑       │\n  1 ┤       ↑       │\n  0 ┤ ← ← ← · → → → │\n"));
  const std::string bar =
      run_silently({"x^2+y^2", "-n", "7", "-f", "gp", "--where", "x*y == 0", "--color", "f"}).output;
  ASSERT_EQ(lines_with(bar, "set cbtics").size(), 1u);
  EXPECT_THAT(lines_with(bar, "set cbtics")[0], testing::EndsWith("\"9\" 1)"));
}

TEST(Where, CountsThePointsThatAreLeft) {
  const ProcessResult result = run_gradfield({"1/x", "-n", "5", "--where", "y > 0", "-f", "gp"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.messages, "gradfield: note: 2 of 10 points are not finite and have no arrow\n")
      << "of two rows of five";
  const ProcessResult text = run_gradfield({"1/x", "-n", "5", "--where", "y > 0", "-f", "text"});
  EXPECT_EQ(text.messages, result.messages);
  EXPECT_EQ(run_gradfield({"1/x", "-n", "5", "--where", "x != 0", "-f", "gp"}).messages, "");
}

TEST(Where, DrawsAPictureWithItsArrowsAlone) {
  const TemporaryFolder folder;
  const auto polygons = [&](const Words& more) {
    Words words{"x^2+y^2+20*x+20*y", "-n", "10", "--color", "#123456", "-o", folder / "a.svg"};
    words.insert(words.end(), more.begin(), more.end());
    run_silently(words);
    const std::string svg = read_file(folder / "a.svg");
    std::size_t count = 0;
    for (std::size_t at = 0; (at = svg.find("<polygon", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  const std::size_t whole = polygons({}), half = polygons({"--where", "x < 0"});
  EXPECT_EQ(whole - half, 50u) << "of a hundred arrows";
}

// A straight border rises steadily from column to column of a picture's pixels, not by whole ones.
TEST(Where, EndsAHeatMapInACurveNotInStairs) {
  const TemporaryFolder folder;
  for (const char* format : {"png", "gif"}) {
    for (const Words& more : {Words{}, {"--theme", "dark"}, {"--dpi", "150"}}) {
      if (std::string(format) == "gif" && !more.empty()) continue;  // of few colours, and like its own PNG
      const std::string file = folder / ("a." + std::string(format));
      Words words{"1", "-n", "2", "--where", "y < x/3", "--heatmap", "-q", "-o", file};
      words.insert(words.end(), more.begin(), more.end());
      run_silently(words);
      const std::string bytes = read_file(file);
      std::size_t width = 0;
      std::vector<Rgb> colors;
      if (std::string(format) == "png") {
        Pixels pixels = read_png(bytes);
        width = pixels.width;
        colors = std::move(pixels.colors);
      } else {
        const Gif gif = read_gif(bytes);
        width = static_cast<std::size_t>(gif.width);
        for (const std::uint32_t color : gif.frames.back().pixels) colors.push_back(rgb(color));
      }
      // In the middle half of the page there is nothing but the border.
      const std::size_t height = colors.size() / width;
      const Rgb above = colors[height * 3 / 10 * width + width / 2],
                below = colors[height * 6 / 10 * width + width / 2];
      std::vector<double> rises;
      double before = 0;
      for (std::size_t column = width * 3 / 10; column < width * 6 / 10; ++column) {
        double covered = 0;
        for (std::size_t row = height * 3 / 10; row < height * 6 / 10; ++row) {
          const Rgb color = colors[row * width + column];
          covered += static_cast<double>(color.red - above.red) / (below.red - above.red);
        }
        if (before > 0) rises.push_back(covered - before);
        before = covered;
      }
      const double mean = std::accumulate(rises.begin(), rises.end(), 0.0) / static_cast<double>(rises.size());
      EXPECT_NEAR(mean, 1.0 / 3, 0.01) << format;
      std::size_t far = 0;
      for (const double rise : rises) far += std::fabs(rise - mean) > 0.2 ? 1 : 0;
      // In stairs two of three columns do not rise at all, and the third by a whole pixel.
      EXPECT_LT(far, rises.size() / 20) << format;
    }
  }
}

TEST(Where, NeedsNoMemoryForWhatItLeavesOut) {
  ProcessSetup setup;
  setup.output_to = "/dev/null";
  const ProcessResult small = run_silently({"x*y", "-n", "100", "--csv", "--where", "x > 2.99"}, setup);
  const ProcessResult large = run_silently({"x*y", "-n", "2000", "--csv", "--where", "x > 2.99"}, setup);
  // Held in memory, the coordinates of all points alone were 64 MB.
  EXPECT_LT(large.peak_memory_kib, small.peak_memory_kib + 4096);
}

}  // namespace
}  // namespace gradfield::test
