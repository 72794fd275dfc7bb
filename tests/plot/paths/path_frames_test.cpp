#include "plot/paths/path_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradfield::test {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

// A page of 600 points across 6 units.
Page page() {
  Page page;
  for (Scale* scale : {&page.x, &page.y}) {
    scale->low = -3;
    scale->high = 3;
    scale->begin = 0;
    scale->end = 600;
  }
  return page;
}

PathLine path(const std::vector<double>& xs) {
  PathLine line{{}, rgb(0)};
  for (const double x : xs) line.points.push_back({x, 0});
  return line;
}

TEST(PathFrames, ShowEachStepThatIsSeen) {
  const PathLines paths{path({3, 2, 1.5, 1.25, 1.24})};
  EXPECT_THAT(growing_frames(paths, page()), ElementsAre(0, 1, 2, 3, 4));
}

TEST(PathFrames, LetStepsShareAFrameThatNobodyWouldSee) {
  // A tenth of a point each: seven of them are seen.
  std::vector<double> xs;
  for (int i = 0; i <= 21; ++i) xs.push_back(i * 0.001);
  const PathLines paths{path(xs)};
  const std::vector<std::size_t> frames = growing_frames(paths, page());
  EXPECT_LE(frames.size(), 5u);
  EXPECT_EQ(frames.front(), 0u);
  EXPECT_EQ(frames.back(), 21u);
}

TEST(PathFrames, FollowTheLongestOfSeveralPaths) {
  const PathLines paths{path({3, 2}), path({0, 1, 2, 3})};
  EXPECT_THAT(growing_frames(paths, page()), ElementsAre(0, 1, 2, 3));
}

TEST(PathFrames, AreFewAlsoWherePathsAreLong) {
  std::vector<double> zigzag;
  for (int i = 0; i < 10'000; ++i) zigzag.push_back(i % 2 == 0 ? -2.9 : 2.9);
  const PathLines paths{path(zigzag)};
  const std::vector<std::size_t> frames = growing_frames(paths, page());
  EXPECT_LE(frames.size(), 73u);
  EXPECT_GE(frames.size(), 50u);
  EXPECT_EQ(frames.back(), 9'999u);
  EXPECT_TRUE(std::ranges::is_sorted(frames, std::less_equal<>()));
}

TEST(PathFrames, OfAPathThatStaysAreOne) {
  const PathLines paths{path({1})};
  EXPECT_THAT(growing_frames(paths, page()), ElementsAre(0));
  EXPECT_EQ(growing_seconds(1).size(), 1u);
}

TEST(PathFrames, ShowPathsThatFlyOff) {
  const PathLines paths{path({1, 2, 1e300, -1e308})};
  EXPECT_EQ(growing_frames(paths, page()).back(), 3u);
}

TEST(PathFrames, LastSomeSecondsTogether) {
  for (const std::size_t count : {2u, 5u, 20u, 73u}) {
    const std::vector<double> seconds = growing_seconds(count);
    double sum = 0;
    for (const double part : seconds) sum += part;
    EXPECT_GT(sum, 3) << count;
    EXPECT_LT(sum, 11) << count;
    EXPECT_THAT(seconds, Each(::testing::Ge(0.05))) << "browsers slow faster frames down to 0.1 s";
  }
}

}  // namespace
}  // namespace gradfield::test
