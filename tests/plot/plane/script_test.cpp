// The script: what stands in it, that it stands alone, and that nothing a person typed can act.
#include "plot/gnuplot/lettering.hpp"
#include "plot/plane/picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "plot/sheet/script.hpp"
#include "support/fields.hpp"
#include "support/png.hpp"
#include "support/process.hpp"
#include "support/rows.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::string script_of(const PlanePicture& picture, std::string_view terminal = "png") {
  std::ostringstream out;
  write_script(out, draw(picture), named(terminals(), terminal));
  return out.str();
}

/// The lines between `$name << EOD` and `EOD`.
std::vector<std::string> data_block(const std::string& script, const std::string& name) {
  std::vector<std::string> rows;
  bool inside = false;
  for (const std::string& line : lines_of(script)) {
    if (inside && line == "EOD") return rows;
    if (inside) rows.push_back(line);
    if (line == "$" + name + " << EOD") inside = true;
  }
  return rows;
}

/// What gnuplot prints for this string literal.
std::string printed_by_gnuplot(const std::string& literal) {
  ProcessSetup setup;
  setup.input = "set print \"-\"\nprint " + literal + "\n";
  const ProcessResult result = run_program({"gnuplot", "-d", "/dev/stdin"}, setup);
  EXPECT_EQ(result.exit_code, 0) << result;
  return result.output.substr(0, result.output.size() - 1);
}

TEST(Quoted, BringsEveryByteThroughGnuplot) {
  std::string every_byte;
  for (int byte = 1; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  EXPECT_TRUE(printed_by_gnuplot(gradfield::quoted(every_byte)) == every_byte);
  // Each byte also before a digit, which an escape might swallow, and at the ends.
  for (int byte = 1; byte < 256; byte += 16) {
    std::string text;
    for (int next = byte; next < std::min(byte + 16, 256); ++next)
      text += std::string(1, static_cast<char>(next)) + "7";
    EXPECT_EQ(printed_by_gnuplot(gradfield::quoted(text)), text) << "from byte " << byte;
  }
}

TEST(Quoted, IsPlainAsciiWithNoQuoteWithin) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string literal = gradfield::quoted(std::string(1, static_cast<char>(byte)));
    ASSERT_GE(literal.size(), 3u) << byte;
    EXPECT_EQ(literal.front(), '"') << byte;
    EXPECT_EQ(literal.back(), '"') << byte;
    for (const char c : literal.substr(1, literal.size() - 2)) {
      EXPECT_TRUE(c >= 0x20 && c < 0x7f && std::string_view("\"'`$@{}^&~%|").find(c) == std::string_view::npos)
          << "byte " << byte << " as " << literal;
    }
  }
  EXPECT_EQ(gradfield::quoted(""), "\"\"");
  EXPECT_EQ(gradfield::quoted("a\n7"), "\"a\\00127\"");
}

TEST(Script, StandsAloneAndDrawsTheSamePicture) {
  TemporaryFolder folder, elsewhere;
  ProcessSetup setup;
  setup.folder = folder.path();
  for (const std::vector<std::string>& command : {std::vector<std::string>{"x^2+y^2"},
                                                  {"1/(x^2+y^2)", "--color", "f"},
                                                  {"x*y", "--title", "it's \"so\" `ls`\n$x"},
                                                  {"log(x)", "--color", "blue", "--no-grid"},
                                                  {"0/0"},
                                                  {"x", "--size", "500x300", "--descent", "-n", "4"}}) {
    std::vector<std::string> to_script = command, to_picture = command;
    to_script.insert(to_script.end(), {"-q", "-o", "field.gp"});
    to_picture.insert(to_picture.end(), {"-q", "-o", "field.png"});
    ASSERT_EQ(run_gradfield(to_script, setup).exit_code, 0) << command[0];
    ASSERT_EQ(run_gradfield(to_picture, setup).exit_code, 0) << command[0];
    ProcessSetup other_folder;
    other_folder.folder = elsewhere.path();
    const ProcessResult drawn = run_program({"gnuplot", (folder / "field.gp").string()}, other_folder);
    EXPECT_EQ(drawn.exit_code, 0) << drawn.messages;
    EXPECT_THAT(drawn.messages, IsEmpty()) << command[0];
    EXPECT_TRUE(drawn_chunks(drawn.output) == drawn_chunks(read_file(folder / "field.png")))
        << command[0] << ": " << drawn.output.size() << " bytes";
  }
  EXPECT_THAT(elsewhere.names(), IsEmpty());
}

TEST(Script, ExitsWith3WhereAWindowIsAskedForAndThereIsNoTerminalForIt) {
  // As if gnuplot listed these alone, whatever this one can do.
  std::string script = script_of(picture_of("x*y", square()));
  constexpr std::string_view kListed = "GPVAL_TERMINALS";
  for (std::size_t at = 0; (at = script.find(kListed, at)) != std::string::npos;) {
    script.replace(at, kListed.size(), "\" dumb png pngcairo svg \"");
  }
  ProcessSetup setup;
  setup.input = "window = 1\n" + script;
  const ProcessResult result = run_program({"gnuplot", "-d", "/dev/stdin"}, setup);
  EXPECT_EQ(result.exit_code, 3) << result.messages;
  EXPECT_THAT(result.output, IsEmpty());
}

TEST(Script, HoldsTheTableOfTheField) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{"x^2*y"},
                                                  {"1/x+log(y)", "-n", "5"},
                                                  {"u*sin(v)", "--vars", "u,v", "-n", "3x7"},
                                                  {"1/(x-y)", "-n", "4"}}) {
    std::vector<std::string> to_script = command, to_table = command;
    to_script.insert(to_script.end(), {"-q", "-f", "gp"});
    to_table.insert(to_table.end(), {"--csv"});
    std::vector<std::string> expected = lines_of(run_gradfield(to_table).output);
    for (std::string& line : expected) std::ranges::replace(line, ',', ' ');
    expected[0] = "# " + expected[0];
    EXPECT_EQ(data_block(run_gradfield(to_script).output, "field"), expected) << command[0];
  }
}

TEST(Script, DrawsTheGradientAlsoWithDescentAndSaysSo) {
  // The data block is the gradient whichever way the arrows point.
  const std::string up = run_gradfield({"x^2*y", "-f", "gp"}).output;
  const std::string down = run_gradfield({"x^2*y", "-f", "gp", "--descent"}).output;
  EXPECT_EQ(data_block(up, "field"), data_block(down, "field"));
  EXPECT_NE(data_block(up, "arrows"), data_block(down, "arrows"));
}

TEST(Script, IsTheSameBytesEachTimeAndInEveryLocale) {
  const std::vector<std::string> command{"x^2/3+y", "-f", "gp", "--xlabel", "größe"};
  const std::string reference = run_gradfield(command).output;
  EXPECT_THAT(reference, HasSubstr("plot $arrows"));
  for (const char* locale : {"C.UTF-8", "C", "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8", "nonsense"}) {
    ProcessSetup setup;
    setup.environment["LC_ALL"] = locale;
    setup.environment["LC_NUMERIC"] = locale;
    EXPECT_TRUE(run_gradfield(command, setup).output == reference) << locale;
  }
}

TEST(Script, HasAPartForEachArrowAndNoMore) {
  const PlanePicture picture = picture_of("1/x", plane(-2, 2, 5, -1, 1, 3));  // x = 0 is a pole
  const std::vector<std::string> rows = data_block(script_of(picture), "arrows");
  std::size_t arrows = 0;
  bool in_arrow = false;
  for (const std::string& row : rows) {
    if (!row.empty() && !in_arrow) ++arrows;
    in_arrow = !row.empty();
    EXPECT_THAT(row, Not(testing::ContainsRegex("[^-+0-9. e]")));
  }
  EXPECT_EQ(arrows, 12u);
  EXPECT_EQ(picture.arrows.not_finite, 3u);
}

/// `script` without what stands between quotes; fails where a quoted string does not end on its line.
std::string without_strings(const std::string& script) {
  std::string out;
  for (const std::string& line : lines_of(script)) {
    const bool is_comment = line.starts_with('#');
    bool quoted_now = false;
    for (const char c : line) {
      if (c == '"' && !is_comment)
        quoted_now = !quoted_now;
      else if (!quoted_now)
        out += c;
    }
    EXPECT_FALSE(quoted_now) << line;
    out += '\n';
  }
  return out;
}

TEST(Script, IsTheSameOutsideItsStringsWhateverIsTyped) {
  PictureStyle plain;
  plain.title = plain.x_label = plain.y_label = "plain words";
  const std::string reference = without_strings(script_of(picture_of("x*y", square(3), plain)));
  for (const std::string text : {"\"", "'", "\\", "`touch pwned`", "$(touch pwned)", "\"; system \"touch pwned\"; \"",
                                 "a\n!touch pwned", "@x", "\\\n", "EOD", "\nEOD\n!touch pwned\n", "%s%n",
                                 "\x1b]0;x\x07", "\xff\xc3", "größe", "{/:Bold x}", "x^{2}_&{y}~z"}) {
    PictureStyle style;
    style.title = style.x_label = text;
    const std::string three = text + text + text;
    style.y_label = three + three + three;  // long enough to be turned, as the plain one
    PlanePicture picture = picture_of("x*y", square(3), style);
    // Room for the title's lines is layout; all else is to be the same.
    const PlanePicture model = picture_of("x*y", square(3), plain);
    picture.page.x = model.page.x;
    picture.page.y = model.page.y;
    picture.page.bar_begin = model.page.bar_begin;
    picture.page.bar_end = model.page.bar_end;
    picture.page.key_top = model.page.key_top;
    picture.page.title.font_size = model.page.title.font_size;
    for (Caption Page::*label : {&Page::x_label, &Page::y_label}) {
      (picture.page.*label).font_size = (model.page.*label).font_size;
      (picture.page.*label).lines = (model.page.*label).lines;
    }
    picture.arrows = model.arrows;
    picture.key = model.key;
    EXPECT_EQ(without_strings(script_of(picture)), reference) << testing::PrintToString(text);
  }
}

TEST(Script, IsAsciiThroughout) {
  for (const char* title : {"größe \xff\x01 ∇f", "plain"}) {
    for (const Terminal& terminal : terminals()) {
      PictureStyle style;
      style.title = style.x_label = style.y_label = title;
      for (const char c : script_of(picture_of("sqrt(x)*pi", square(3), style), terminal.name)) {
        ASSERT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7f)) << terminal.name << ": byte " << static_cast<int>(c);
      }
    }
  }
}

TEST(Script, NamesTheFormulaInAComment) {
  EXPECT_THAT(script_of(picture_of("x^2+y^2", square(3))),
              StartsWith("# The gradient field of f = x^2+y^2, written by gradfield.\n"));
  // Line breaks, which would end the comment, and what gnuplot might not read do not come through.
  PictureStyle style;
  PlanePicture picture = picture_of("x", square(3), style);
  picture.style.expression = "\nx² +\r\n\u2003π√2 y\n";
  const std::vector<std::string> lines = lines_of(script_of(picture));
  EXPECT_EQ(lines[0], "# The gradient field of f = x^2 + pi sqrt(2) y, written by gradfield.");
  EXPECT_THAT(lines[1], testing::MatchesRegex("# *gnuplot .*"));
}

TEST(Script, HasNoColourBarWhereNothingVaries) {
  PictureStyle blue;
  blue.color_by = ColorBy::kOneColor;
  blue.color = {0, 0, 255};
  EXPECT_THAT(script_of(picture_of("x*y", square(3), blue)), AllOf(HasSubstr("unset colorbox"), HasSubstr("#0000ff")));
  EXPECT_THAT(script_of(picture_of("7", square(3))), HasSubstr("unset colorbox"));
  EXPECT_THAT(script_of(picture_of("sqrt(-1)", square(3))),
              AllOf(HasSubstr("unset colorbox"), Not(HasSubstr("plot $arrows"))));
  PictureStyle by_value;
  by_value.color_by = ColorBy::kValue;
  EXPECT_THAT(script_of(picture_of("7", square(3), by_value)), HasSubstr("unset colorbox"));
  EXPECT_THAT(script_of(picture_of("x", square(3), by_value)), HasSubstr("set cbtics"));
}

// A fixed count of significant digits would lay all corners of an arrow on one point here.
TEST(Script, KeepsShapesFarFromTheOrigin) {
  for (const double place : {0.0, 1e3, 1e6, 1e9}) {
    const PlanePicture picture = picture_of("x+y", plane(place, place + 1, 5, place, place + 1, 5));
    const std::vector<std::string> rows = data_block(script_of(picture), "arrows");
    std::size_t row = 0;
    double worst = 0;  // in cells
    for (const Arrow& arrow : picture.arrows.list) {
      for (const Point corner : arrow.outline) {
        std::istringstream numbers(rows.at(row++));
        double x = 0, y = 0;
        numbers >> x >> y;
        worst = std::max(
            {worst, std::fabs(x - corner.x) / picture.page.x.cell, std::fabs(y - corner.y) / picture.page.y.cell});
      }
      ++row;  // the blank line
    }
    EXPECT_LT(worst, 1e-3) << "around " << place;  // a thousandth of a cell is less than a tenth of a pixel
  }
}

}  // namespace
}  // namespace gradfield::test
