// GIF pictures, as giflib reads them back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "plot/files/png_frames.hpp"
#include "support/fake_gnuplot.hpp"
#include "support/gif.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::HasSubstr;

std::string drawn(std::vector<std::string> arguments, const std::string& format) {
  arguments.insert(arguments.end(), {"-q", "-f", format});
  const ProcessResult result = run_gradfield(arguments);
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  return result.output;
}

// How far the colours of two pictures are apart: the mean of the largest of the three channels, and the share of pixels
// where it is more than 48 of 255.
struct Apart {
  double mean, far;
};

Apart apart(const std::vector<std::uint32_t>& a, const Pixels& b) {
  double sum = 0, far = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Rgb color = rgb(a[i]);
    const int most = std::max({std::abs(color.red - b.colors[i].red), std::abs(color.green - b.colors[i].green),
                               std::abs(color.blue - b.colors[i].blue)});
    sum += most;
    far += most > 48;
  }
  return {sum / static_cast<double>(a.size()), far / static_cast<double>(a.size())};
}

TEST(Gif, OfAFieldIsOneStillPictureLikeThePng) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"x^2+y^2"},
                                                    {"sin(x)*y", "--heatmap", "--contour"},
                                                    {"x*y", "--theme", "dark"},
                                                    {"x^3-x"},
                                                    {"x*exp(-x^2-y^2)", "--stream"}}) {
    const Gif gif = read_gif(drawn(arguments, "gif"));
    const Pixels png = read_png(drawn(arguments, "png"));
    ASSERT_EQ(gif.frames.size(), 1u);
    EXPECT_FALSE(gif.repeats);
    EXPECT_EQ(gif.width, static_cast<int>(png.width));
    EXPECT_EQ(gif.height, static_cast<int>(png.height));
    EXPECT_EQ(rgb(gif.frames[0].pixels[0]), png.colors[0]) << "the background is as it was";
    // 255 colours for all: what smoothing makes of edges is off by a little.
    const Apart distance = apart(gif.frames[0].pixels, png);
    EXPECT_LT(distance.mean, 1) << arguments[0];
    EXPECT_LT(distance.far, 1e-3) << arguments[0];
  }
}

// The words over the axes tell the step of each frame: they stand in the rows between the title and these.
constexpr int kWordsBegin = 32, kWordsEnd = 52;

// What is painted anew, frame by frame, below those words.
std::vector<GifFrame> painted_below_words(const Gif& gif) {
  std::vector<GifFrame> painted(1);
  for (std::size_t i = 1; i < gif.frames.size(); ++i) {
    int left = gif.width, top = gif.height, right = 0, bottom = 0;
    for (int y = kWordsEnd; y < gif.height; ++y) {
      for (int x = 0; x < gif.width; ++x) {
        const auto pixel = static_cast<std::size_t>(y * gif.width + x);
        if (gif.frames[i].pixels[pixel] == gif.frames[i - 1].pixels[pixel]) continue;
        left = std::min(left, x), right = std::max(right, x);
        top = std::min(top, y), bottom = std::max(bottom, y);
      }
    }
    painted.push_back({left, top, right - left + 1, bottom - top + 1, gif.frames[i].hundredths, {}});
  }
  return painted;
}

// Without those words, which no still picture has.
Apart apart_from_still(const Gif& gif, Pixels png) {
  const std::vector<std::uint32_t>& last = gif.frames.back().pixels;
  bool has_words = false;
  for (int i = kWordsBegin * gif.width; i < kWordsEnd * gif.width; ++i) {
    const auto pixel = static_cast<std::size_t>(i);
    has_words |= !(rgb(last[pixel]) == png.colors[pixel]);
    png.colors[pixel] = rgb(last[pixel]);
  }
  EXPECT_TRUE(has_words);
  return apart(last, png);
}

TEST(Gif, OfAPathGrowsStepByStep) {
  // Half the way to 0 with each step, along a straight line: 1.5, 0.75, ... on a page of about 90 pixels a unit.
  const std::vector<std::string> arguments{"x^2+y^2", "--path=-2.5,2", "--rate", "0.25", "--no-key"};
  const Gif gif = read_gif(drawn(arguments, "gif"));
  EXPECT_TRUE(gif.repeats);
  ASSERT_GE(gif.frames.size(), 6u);
  ASSERT_LE(gif.frames.size(), 15u);
  // What is painted moves to the right and down, as the path does.
  const std::vector<GifFrame> painted = painted_below_words(gif);
  for (std::size_t i = 2; i + 1 < gif.frames.size(); ++i) {
    EXPECT_GE(painted[i].left, painted[i - 1].left) << i;
    EXPECT_GE(painted[i].top, painted[i - 1].top) << i;
    EXPECT_GE(gif.frames[i].hundredths, 5) << i;
  }
  EXPECT_GT(gif.frames.back().hundredths, 150) << "its end stays";
  EXPECT_GT(painted[1].width, 3 * painted[4].width / 2) << "steps grow shorter";
  // At the end it is the still picture.
  const Apart distance = apart_from_still(gif, read_png(drawn(arguments, "png")));
  EXPECT_LT(distance.mean, 1);
  EXPECT_LT(distance.far, 1e-3);
  // In the beginning there is no line: pixels in the path's colour are those of the ring and the point in it.
  const auto colored = [](const GifFrame& frame) {
    return std::ranges::count_if(frame.pixels, [](std::uint32_t pixel) {
      const Rgb color = rgb(pixel);
      return color.red > color.blue + 80;
    });
  };
  EXPECT_GT(colored(gif.frames[0]), 20);
  EXPECT_LT(colored(gif.frames[0]), 150);
  EXPECT_GT(colored(gif.frames.back()), 2 * colored(gif.frames[0]));
}

TEST(Gif, ShowsWhereAPathIsAlsoWhereItLeaves) {
  // One step, out of the axes: a disc in the ring first, then a line without an end.
  const Gif gif = read_gif(drawn({"x+y", "--path", "2,2", "--rate", "100", "--no-key"}, "gif"));
  ASSERT_EQ(gif.frames.size(), 2u);
  const auto colored = [](const GifFrame& frame) {
    return std::ranges::count_if(frame.pixels,
                                 [](std::uint32_t pixel) { return rgb(pixel).red > rgb(pixel).blue + 80; });
  };
  // The ring, of radius 5 and width 1.8, is 57 pixels large; the disc, of radius 3.4, 36.
  EXPECT_NEAR(static_cast<double>(colored(gif.frames[0])), 57 + 36, 25);
  EXPECT_GT(colored(gif.frames[1]), 500);
}

TEST(Gif, OfAPathOnACurveGrowsToo) {
  const std::vector<std::string> arguments{"x^2", "--vars", "x", "--path", "2.5", "--rate", "0.2"};
  const Gif gif = read_gif(drawn(arguments, "gif"));
  EXPECT_TRUE(gif.repeats);
  ASSERT_GE(gif.frames.size(), 5u);
  // From the right down to the left, by 0.6 of what is left each time.
  const std::vector<GifFrame> painted = painted_below_words(gif);
  for (std::size_t i = 2; i < 5; ++i) {
    EXPECT_LT(painted[i].left, painted[i - 1].left) << i;
    EXPECT_GT(painted[i].top, painted[i - 1].top) << i;
  }
  const Apart distance = apart_from_still(gif, read_png(drawn(arguments, "png")));
  EXPECT_LT(distance.mean, 1);
  EXPECT_LT(distance.far, 1e-3);
}

TEST(Gif, OfSpaceTurnsOnce) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"x*exp(-x^2-y^2)", "--surface", "--size", "300x280"},
        {"x*y+z", "--vars", "x,y,z", "-n", "4", "--size", "300x280"}}) {
    const Gif gif = read_gif(drawn(arguments, "gif"));
    EXPECT_TRUE(gif.repeats);
    ASSERT_EQ(gif.frames.size(), 40u);
    EXPECT_THAT(gif.frames, Each(Field(&GifFrame::hundredths, 10)));
    std::set<std::vector<std::uint32_t>> views;
    for (const GifFrame& frame : gif.frames) views.insert(frame.pixels);
    EXPECT_EQ(views.size(), 40u) << "each seen from another side";
    // Nothing leaves the page: its border is background throughout.
    for (const GifFrame& frame : gif.frames) {
      for (int row = 0; row < gif.height; ++row) {
        EXPECT_EQ(frame.pixels[static_cast<std::size_t>(row * gif.width)], 0xffffffu);
        EXPECT_EQ(frame.pixels[static_cast<std::size_t>(row * gif.width + gif.width - 1)], 0xffffffu);
      }
    }
  }
}

TEST(Gif, OfSpaceGrowsItsPathsWhileItTurns) {
  // A path straight down is as long from every side: only its steps make it longer.
  const Gif gif = read_gif(drawn(
      {"z^2", "--vars", "x,y,z", "-n", "3", "--path", "0,0,2.9", "--rate", "0.03", "--iterations", "30", "--no-key"},
      "gif"));
  ASSERT_EQ(gif.frames.size(), 40u);
  std::vector<std::ptrdiff_t> colored;
  for (const GifFrame& frame : gif.frames) {
    colored.push_back(
        std::ranges::count_if(frame.pixels, [](std::uint32_t pixel) { return rgb(pixel).red > rgb(pixel).blue + 80; }));
  }
  constexpr std::ptrdiff_t kSmoothing = 30;  // what the pixels' borders make of a disc, in pixels
  for (std::size_t k = 1; k < colored.size(); ++k) EXPECT_GT(colored[k], colored[k - 1] - kSmoothing) << k;
  EXPECT_GT(colored[15], colored[0] + 2 * kSmoothing);
  EXPECT_GT(colored[31], colored[15] + 2 * kSmoothing);
  EXPECT_NEAR(static_cast<double>(colored[39]), static_cast<double>(colored[31]), kSmoothing);
}

TEST(Gif, TellsItsRecipeInAComment) {
  const Gif gif = read_gif(drawn({"x^2+y^2", "--title", "Größe"}, "gif"));
  ASSERT_EQ(gif.comments.size(), 1u);
  EXPECT_THAT(gif.comments[0], HasSubstr("gradfield 'x^2+y^2' --title "));
}

TEST(Gif, IsNotWrittenWhereFramesAreMissing) {
  // A gnuplot that draws one frame of many and says that all is well.
  const std::string frame = drawn({"x"}, "png");
  TemporaryFolder folder;
  write_file(folder / "frame.png", frame);
  const FakeGnuplot fake("/bin/cat > /dev/null; exec /bin/cat frame.png");
  const ProcessResult result =
      run_gradfield({"x^2+y^2", "--path", "1,2", "-q", "-o", "p.gif"}, fake.setup(folder.path()));
  EXPECT_EQ(result.exit_code, 69) << result;
  EXPECT_THAT(result.messages, HasSubstr("gnuplot drew 1 of "));
  EXPECT_THAT(folder.names(), ::testing::ElementsAre("frame.png"));
}

}  // namespace
}  // namespace gradfield::test
