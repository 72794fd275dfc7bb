// Pictures as people get them: the binary draws, and the files are read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "support/commands.hpp"
#include "support/fields.hpp"
#include "support/gif.hpp"
#include "support/png.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

Svg svg_of(std::vector<std::string> command) {
  command.insert(command.end(), {"-q", "-f", "svg"});
  const ProcessResult result = run_gradfield(command);
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  EXPECT_THAT(result.messages, IsEmpty());
  return read_svg(result.output);
}

std::string bytes_of(std::vector<std::string> command, const std::string& format) {
  command.insert(command.end(), {"-q", "-f", format});
  const ProcessResult result = run_gradfield(command);
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  return result.output;
}

unsigned big_endian(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(i));
  return value;
}

TEST(Pictures, ArePngFilesOfTheSizeAskedFor) {
  struct Row {
    std::vector<std::string> command;
    unsigned width, height;
  };
  for (const Row& row : {Row{{"x^2+y^2"}, 720, 660},
                         {{"x*y", "--size", "333x222"}, 333, 222},
                         {{"1/x", "--size", "100x100"}, 100, 100},
                         {{"x", "--size", "1500x400", "--color", "red"}, 1500, 400}}) {
    const std::string png = bytes_of(row.command, "png");
    EXPECT_THAT(png, StartsWith(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)));
    EXPECT_EQ(big_endian(png, 16), row.width) << row.command[0];
    EXPECT_EQ(big_endian(png, 20), row.height) << row.command[0];
    EXPECT_EQ(png.substr(png.size() - 8, 4), "IEND") << row.command[0];
  }
}

TEST(Pictures, HaveAsManyPixelsToTheInchAsAskedFor) {
  const std::string sharp = bytes_of({"x^2+y^2", "--size", "300x200", "--dpi", "192"}, "png");
  EXPECT_EQ(big_endian(sharp, 16), 600u);
  EXPECT_EQ(big_endian(sharp, 20), 400u);
  // 192 / 0.0254 m = 7559 to the metre, each way.
  for (const PngChunk& chunk : png_chunks(sharp)) {
    if (chunk.type == "pHYs") {
      EXPECT_EQ(chunk.data, std::string("\0\0\x1d\x87\0\0\x1d\x87\1", 9));
    }
  }
  EXPECT_THAT(sharp, HasSubstr("pHYs"));
  EXPECT_THAT(bytes_of({"x^2+y^2"}, "png"), Not(HasSubstr("pHYs")));
  EXPECT_EQ(read_gif(bytes_of({"x*y", "--size", "200x200", "--dpi", "48"}, "gif")).width, 100u);
  expect_error(run_gradfield({"x", "--dpi", "10", "-f", "png"}), 64,
               "--dpi 10: write pixels to the inch from 24 to 1200; 96 is the usual number");
  expect_error(run_gradfield({"x", "--dpi", "1200", "--size", "900x900", "-f", "png"}), 64,
               "--dpi 1200: a page of 900x900 has more than 10000 pixels each way then; it takes up to 1066");
}

TEST(Pictures, AreTheSameWithMorePixels) {
  // All that is scaled stands in the line that chooses the terminal.
  const auto lines = [](const std::vector<std::string>& more) {
    std::vector<std::string> command{"x^2-y^2", "--contour", "--path", "2,1", "-q", "-f", "gp"}, kept;
    command.insert(command.end(), more.begin(), more.end());
    for (const std::string& line : lines_of(run_gradfield(command).output)) {
      if (!line.starts_with("#") && line.find("set terminal") == std::string::npos) kept.push_back(line);
    }
    return kept;
  };
  EXPECT_EQ(lines({"--dpi", "288"}), lines({}));
  EXPECT_THAT(run_gradfield({"x", "--dpi", "288", "-f", "gp"}).output,
              HasSubstr("pngcairo size 2160,1980 font \"DejaVu Sans,12\" fontscale 3 linewidth 3 pointscale 3 "));
}

TEST(Pictures, HaveNoBackgroundWhereNoneIsWanted) {
  // Colour type 6 of the header: with an alpha channel.
  EXPECT_EQ(bytes_of({"x*y", "--transparent"}, "png")[25], 6);
  EXPECT_EQ(bytes_of({"x*y"}, "png")[25], 2);
  EXPECT_THAT(bytes_of({"x*y", "--transparent", "--theme", "dark"}, "svg"), Not(HasSubstr("#11151c")));
  EXPECT_THAT(bytes_of({"x*y", "--theme", "dark"}, "svg"), HasSubstr("#11151c"));
  EXPECT_THAT(bytes_of({"x*y", "--transparent"}, "tex"), Not(HasSubstr("\n\\gpsetbgcolor{")));
  EXPECT_THAT(bytes_of({"x*y", "--transparent", "--theme", "dark", "-q"}, "html"), HasSubstr("#11151c"));
}

TEST(Pictures, KeepTheirKeyWhateverTheUserNumbers) {
  std::vector<std::string> command{"x*y", "-f", "svg"};
  for (const char* number : {"1", "2", "3", "9001"}) {
    command.insert(command.end(), {"--set", "set label " + std::string(number) + " 'mine" + number + "' at 0,0"});
  }
  const Svg svg = read_svg(run_gradfield(command).output);
  EXPECT_TRUE(svg.has_text("|∇f| = 4.24"));
  for (const char* number : {"1", "2", "3", "9001"}) EXPECT_TRUE(svg.has_text("mine" + std::string(number)));
  // Objects likewise: all of ours have numbers that no person gives.
  const std::string script =
      run_gradfield({"1/(x^2+y^2)", "--path", "1,1", "--color", "norm", "-q", "-f", "gp"}).output;
  int objects = 0;
  for (std::size_t at = 0; (at = script.find("\nset object ", at)) != std::string::npos; ++at, ++objects) {
    EXPECT_GT(std::stoi(script.substr(at + 12)), 1'000'000);
  }
  EXPECT_GE(objects, 3);
}

TEST(Pictures, ArePdfPagesOfTheSizeAskedForInInches) {
  const std::string page = bytes_of({"x^2+y^2", "--size", "6x6"}, "pdf");
  EXPECT_THAT(page, StartsWith("%PDF-"));
  EXPECT_THAT(page, AnyOf(HasSubstr("/MediaBox [ 0 0 432 432 ]"), HasSubstr("/MediaBox [0 0 432 432]")));
  EXPECT_THAT(page.substr(page.size() - 16), HasSubstr("%%EOF"));
  EXPECT_THAT(bytes_of({"x^2+y^2"}, "pdf"), HasSubstr("/MediaBox"));
}

TEST(Pictures, AreSvgFilesOfTheSizeAskedFor) {
  const Svg usual = svg_of({"x^2+y^2"});
  EXPECT_EQ(usual.width, 720);
  EXPECT_EQ(usual.height, 660);
  const Svg wide = svg_of({"x^2+y^2", "--size", "900x450"});
  EXPECT_EQ(wide.width, 900);
  EXPECT_EQ(wide.height, 450);
}

TEST(Pictures, HaveAnArrowForEachPointThatIsFinite) {
  struct Row {
    std::vector<std::string> command;
    std::size_t arrows;
  };
  for (const Row& row : {Row{{"x^2+y^2"}, 400},
                         {{"x^2+y^2", "-n", "5"}, 25},
                         {{"x", "-n", "3x7"}, 21},
                         {{"7"}, 400},
                         {{"0/0"}, 0},
                         {{"1/x", "--x", "-2:2:5", "--y", "-2:2:5"}, 20},
                         {{"log(x)", "-n", "4"}, 8},
                         {{"x*y", "--x", "1:1:1", "--y", "2:2:1"}, 1},
                         {{"x*y", "-n", "60"}, 3600}}) {
    EXPECT_EQ(svg_of(row.command).arrows.size(), row.arrows) << row.command[0] << " " << row.command.back();
  }
}

TEST(Pictures, HaveTheirArrowsWhereTheGradientSaysOnThePage) {
  struct Row {
    std::vector<std::string> options;
    Grid grid;
  };
  for (const char* formula : {"x^2+y^2", "sin(x)*cos(y)", "1/(x^2+y^2)", "x^y", "x*y"}) {
    for (const Row& row : {Row{{}, square()},
                           {{"--x", "0:9:10", "--y", "0:1:9"}, plane(0, 9, 10, 0, 1, 9)},
                           {{"--x", "-1e-9:1e-9:5", "--y", "-1e-9:1e-9:5"}, plane(-1e-9, 1e-9, 5, -1e-9, 1e-9, 5)}}) {
      std::vector<std::string> command{formula};
      command.insert(command.end(), row.options.begin(), row.options.end());
      const Svg svg = svg_of(command);
      const PlanePicture picture = picture_of(formula, row.grid);
      std::vector<std::vector<Point>> drawn, shortened;
      for (const Arrow& arrow : picture.arrows.list) {
        (arrow.rest.empty() ? drawn : shortened).push_back(arrow.outline);
        if (!arrow.rest.empty()) shortened.push_back(arrow.rest);
      }
      ASSERT_EQ(svg.arrows.size(), drawn.size()) << formula;
      ASSERT_EQ(svg.shortened.size(), shortened.size()) << formula;
      // An SVG has two decimals, and gnuplot rounds the margins and each corner to them: four half units at most.
      constexpr double kPixels = 0.03;
      const auto x_pixel = [&](double x) {
        return picture.page.x.begin + (x - picture.page.x.low) * picture.page.x.points_per_unit();
      };
      const auto y_pixel = [&](double y) {
        return picture.page.height - picture.page.y.begin - (y - picture.page.y.low) * picture.page.y.points_per_unit();
      };
      double worst = 0;
      const auto compare = [&](const std::vector<SvgPolygon>& polygons,
                               const std::vector<std::vector<Point>>& outlines) {
        for (std::size_t i = 0; i < polygons.size(); ++i) {
          ASSERT_EQ(polygons[i].corners.size(), outlines[i].size()) << formula << ", arrow " << i;
          for (std::size_t k = 0; k < outlines[i].size(); ++k) {
            worst = std::max({worst, std::fabs(polygons[i].corners[k].x - x_pixel(outlines[i][k].x)),
                              std::fabs(polygons[i].corners[k].y - y_pixel(outlines[i][k].y))});
          }
        }
      };
      compare(svg.arrows, drawn);
      compare(svg.shortened, shortened);
      EXPECT_LT(worst, kPixels) << formula;
    }
  }
}

TEST(Pictures, HaveOneColourAndNoBarWhereOneIsAskedFor) {
  const std::vector<std::pair<std::string, std::array<int, 3>>> colors{
      {"blue", {0, 0, 255}}, {"#1f77b4", {0x1f, 0x77, 0xb4}}, {"Black", {0, 0, 0}}};
  for (const auto& [name, color] : colors) {
    const Svg svg = svg_of({"x^2+y^2", "--color", name});
    for (const SvgPolygon& arrow : svg.arrows) ASSERT_EQ(arrow.fill, color) << name;
    EXPECT_EQ(svg.bar_steps, 0u) << name;
    EXPECT_FALSE(svg.has_text("|∇f|")) << name;
  }
}

TEST(Pictures, ColourTheArrowsByMagnitudeWithABarUnlessToldOtherwise) {
  const Svg svg = svg_of({"x^2+y^2"});
  std::set<std::array<int, 3>> fills;
  for (const SvgPolygon& arrow : svg.arrows) fills.insert(arrow.fill);
  EXPECT_GT(fills.size(), 20u);
  EXPECT_GT(svg.bar_steps, 50u);
  EXPECT_THAT(svg.texts, Contains("|∇f|"));
  const Svg by_value = svg_of({"x", "--color", "f", "-n", "9"});
  EXPECT_THAT(by_value.texts, Contains("f"));
  // Arrows of one column have one colour, and each column another.
  for (std::size_t i = 9; i < 81; ++i) EXPECT_EQ(by_value.arrows[i].fill, by_value.arrows[i % 9].fill) << i;
  EXPECT_NE(by_value.arrows[0].fill, by_value.arrows[1].fill);
}

TEST(Pictures, ShowTitleAndLabels) {
  const Svg named = svg_of({"x*y", "--title", "A plain title", "--xlabel", "distance / m", "--ylabel", "height / m"});
  EXPECT_THAT(named.texts, AllOf(Contains("A plain title"), Contains("distance / m"), Contains("height / m"),
                                 Not(Contains("x")), Not(Contains("y"))));
  const Svg usual = svg_of({"u^2*v", "--vars", "u,v"});
  EXPECT_THAT(usual.texts, AllOf(Contains("u"), Contains("v"), Contains(HasSubstr("f(u, v) = u2"))));
  const Svg untitled = svg_of({"x*y", "--title", ""});
  EXPECT_THAT(untitled.texts, Not(Contains(HasSubstr("∇f, "))));
}

TEST(Pictures, HaveTicLabelsAtBothAxes) {
  const Svg svg = svg_of({"x", "--x", "0:10", "--y", "-3:3", "--color", "blue"});
  EXPECT_THAT(svg.texts, AllOf(Contains("10"), Contains("−3"), Contains("0")));
}

TEST(Pictures, HaveGridLinesUnlessToldOtherwise) {
  constexpr const char* kGridColor = "rgb(228,228,228)";
  EXPECT_THAT(svg_of({"x*y"}).line_colors, Contains(kGridColor));
  EXPECT_THAT(svg_of({"x*y", "--no-grid"}).line_colors, Not(Contains(kGridColor)));
}

TEST(Pictures, DifferWithDescentOnlyInTheirArrowsAndTitle) {
  const Svg up = svg_of({"x+2*y"}), down = svg_of({"x+2*y", "--descent"});
  ASSERT_EQ(up.arrows.size(), down.arrows.size());
  for (std::size_t i = 0; i < up.arrows.size(); ++i) {
    // Half a turn about the grid point: the middles of corner and turned corner coincide, for all corners.
    const Point first{up.arrows[i].corners[0].x + down.arrows[i].corners[0].x,
                      up.arrows[i].corners[0].y + down.arrows[i].corners[0].y};
    for (std::size_t k = 0; k < up.arrows[i].corners.size(); ++k) {
      EXPECT_NEAR(up.arrows[i].corners[k].x + down.arrows[i].corners[k].x, first.x, 0.05);
      EXPECT_NEAR(up.arrows[i].corners[k].y + down.arrows[i].corners[k].y, first.y, 0.05);
    }
  }
  EXPECT_THAT(down.texts, Contains(StartsWith("−∇f")));
}

TEST(Pictures, AreDrawnWithANoteWhereSomethingIsLeftOut) {
  const auto notes = [](const std::vector<std::string>& command) {
    std::vector<std::string> words = command;
    words.insert(words.end(), {"-f", "svg"});
    const ProcessResult result = run_gradfield(words);
    EXPECT_EQ(result.exit_code, 0) << result.messages;
    return lines_of(result.messages);
  };
  EXPECT_THAT(notes({"x^2+y^2"}), IsEmpty());
  EXPECT_THAT(notes({"1/x", "--x", "-2:2:5", "--y", "-2:2:5"}),
              ElementsAre("gradfield: note: 5 of 25 points are not finite and have no arrow"));
  EXPECT_THAT(notes({"1/(x^2+y^2)", "-n", "5"}),
              Contains("gradfield: note: 1 of 25 points is not finite and has no arrow"));
  EXPECT_THAT(notes({"1/(x^2+y^2)"}), ElementsAre(HasSubstr("drawn shortened")));
  EXPECT_THAT(notes({"x*y", "--x", "0:9", "--y", "0:1"}), ElementsAre(HasSubstr("unequal scales")));
}

TEST(Pictures, TakeTheirFormatFromTheExtensionWhateverItsCase) {
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  for (const auto& [name, start] : {std::pair{"a.png", "\x89PNG"},
                                    {"a.PNG", "\x89PNG"},
                                    {"a.svg", "<?xml"},
                                    {"a.pdf", "%PDF"},
                                    {"a.eps", "%!PS-Adobe-3.0 EPSF-3.0"},
                                    {"a.html", "<!DOCTYPE html>"},
                                    {"a.tex", "% pdflatex"},
                                    {"a.gp", "# The gradient"},
                                    {"a.txt", " "}}) {
    const ProcessResult result = run_gradfield({"x*y", "-o", name}, setup);
    EXPECT_EQ(result.exit_code, 0) << name << "\n" << result;
    EXPECT_THAT(read_file(folder / name), StartsWith(start)) << name;
  }
}

TEST(Picture, IsAskedForInVainWhereARangeCannotBeDrawn) {
  for (const std::string range : {"-1e308:1e308", "0:1e-305", "1:1.0000000000000002:2", "1e9:1.0000000001e9"}) {
    const ProcessResult result = run_gradfield({"x+y", "--x", range, "-f", "svg"});
    EXPECT_EQ(result.exit_code, 64) << range << result;
    EXPECT_THAT(result.messages, AllOf(StartsWith("gradfield: error: x from "), HasSubstr(" a range for a picture")));
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_EQ(run_gradfield({"x+y", "--x", range, "--csv"}).exit_code, 0) << "a table takes " << range;
  }
}

TEST(Picture, OfALargeOrSmallRangeIsWhole) {
  for (const std::string range : {"-1e306:1e306", "-1e-290:1e-290", "1e9:1e9+1", "0:1e-200"}) {
    const Svg svg = svg_of({"x+y", "--x", range, "--y", range, "-n", "4"});
    EXPECT_EQ(svg.arrows.size(), 16u) << range;
  }
}

TEST(Picture, IsNotBegunWhereItsFolderOrGnuplotIsMissing) {
  // A field of a million points takes seconds; the notes about it would come first.
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  const ProcessResult no_folder = run_gradfield({"sqrt(x)", "-o", "missing/field.png"}, setup);
  EXPECT_EQ(no_folder.exit_code, 73) << no_folder;
  EXPECT_THAT(no_folder.messages, Not(HasSubstr("note"))) << "the work was done all the same";
  setup.environment["PATH"] = folder.path().string();
  const ProcessResult no_gnuplot = run_gradfield({"sqrt(x)", "-o", "field.png"}, setup);
  EXPECT_EQ(no_gnuplot.exit_code, 69) << no_gnuplot;
  EXPECT_THAT(no_gnuplot.messages, Not(HasSubstr("note"))) << "the work was done all the same";
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Picture, NeverGoesToATerminalAsBytes) {
  ProcessSetup setup;
  setup.terminal = true;
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"x", "-f", "png"},
                                             {"x", "-f", "pdf", "-o", "-"},
                                             {"x", "-f", "png", "-o", "/dev/stdout"},
                                             {"x", "-f", "png", "-o", "/dev/tty"}}) {
    const ProcessResult result = run_gradfield(command, setup);
    EXPECT_THAT(result.exit_code, testing::AnyOf(64, 73)) << testing::PrintToString(command);
    EXPECT_THAT(result.output, AllOf(HasSubstr("error"), Not(HasSubstr("PNG\r")))) << testing::PrintToString(command);
  }
}

TEST(Picture, HasSmallerTypeOnASmallPageAndNoTicUponAnother) {
  const Svg small = svg_of({"x^2+y^2", "-n", "20", "--size", "200x200"});
  const Svg large = svg_of({"x^2+y^2", "-n", "20"});
  EXPECT_GE(small.texts.size(), 10u) << "tics of both axes and of the bar, labels and a title";
  EXPECT_EQ(small.arrows.size(), large.arrows.size());
}

TEST(Picture, CountsAGradientWhoseLengthOverflowsAsOneWithoutAnArrow) {
  // Both slopes are 1.5e308; their length is 2.1e308, beyond the largest double.
  for (const std::string format : {"text", "svg"}) {
    const ProcessResult result =
        run_gradfield({"1.5e308*x+1.5e308*y", "--x", "0:0.5:2", "--y", "0:0.5:2", "-f", format});
    EXPECT_EQ(result.messages, "gradfield: note: 4 of 4 points are not finite and have no arrow\n") << format << result;
  }
}

}  // namespace
}  // namespace gradfield::test
