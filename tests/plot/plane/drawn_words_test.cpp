// Words as gnuplot set them: their places are read back from the SVG.
#include <gtest/gtest.h>

#include <algorithm>

#include "plot/files/png_frames.hpp"
#include "support/peaks.hpp"
#include "support/process.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

const SvgText& find(const Svg& svg, const std::string& start) {
  const auto found =
      std::ranges::find_if(svg.places, [&](const SvgText& text) { return text.words.starts_with(start); });
  if (found == svg.places.end()) throw std::runtime_error("no text begins with " + start);
  return *found;
}

TEST(DrawnWords, BelowTheAxisDoNotTouchEachOther) {
  for (const char* size : {"720x660", "440x400", "300x200", "1500x1200"}) {
    const ProcessResult drawn =
        run_gradfield({"x*y", "-q", "-f", "svg", "--size", size, "--theme", "dark", "--xlabel", "Log"});
    ASSERT_EQ(drawn.exit_code, 0) << drawn;
    const Svg svg = read_svg(drawn.output);
    const SvgText &tic = find(svg, "0"), &label = find(svg, "Log"), &key = find(svg, "|∇f| =");
    double lowest_tic = 0;
    for (const SvgText& text : svg.places) {
      if (text.words == tic.words) lowest_tic = std::max(lowest_tic, text.at.y);  // that of the x axis
    }
    // Of DejaVu Sans, in ems: capitals are 0.73 high, g goes down by 0.21, the bars of |∇f| by 0.24.
    EXPECT_GT(label.at.y - 0.73 * label.size, lowest_tic) << size;
    EXPECT_GT(key.at.y - 0.76 * key.size, label.at.y + 0.21 * label.size) << size;
    EXPECT_LT(key.at.y + 0.24 * key.size, svg.height) << size;
  }
}

// How many bands of rows there are in the upper rows of a picture in which something is drawn.
std::size_t bands(const Pixels& picture, std::size_t rows) {
  std::size_t count = 0;
  bool was_drawn = false;
  for (std::size_t j = 0; j < rows; ++j) {
    const auto row = picture.colors.begin() + static_cast<std::ptrdiff_t>(j * picture.width);
    const bool is_drawn =
        std::any_of(row, row + static_cast<std::ptrdiff_t>(picture.width), [](const Rgb& c) { return c.green < 200; });
    count += is_drawn && !was_drawn;
    was_drawn = is_drawn;
  }
  return count;
}

// Exponents of one line stay below the brackets and the letters that go down of the line above.
TEST(DrawnWords, OfATitleHaveTheirLinesApart) {
  for (const char* look : {"--contour", "--surface"}) {
    const ProcessResult drawn = run_gradfield({kPeaks, look, "-q", "-f", "png"});
    ASSERT_EQ(drawn.exit_code, 0) << drawn;
    const Pixels picture = read_png(drawn.output);
    EXPECT_EQ(bands(picture, 55), 2u) << look;
  }
}

}  // namespace
}  // namespace gradfield::test
