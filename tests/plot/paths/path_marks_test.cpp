// What the key says of paths.
#include "plot/paths/path_marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/descent.hpp"
#include "support/markup.hpp"

namespace gradfield {
namespace {

using test::told;
using test::without_italics;
using testing::ElementsAre;

DescentPath path_of(std::size_t steps, DescentEnd end) {
  DescentPath path;
  path.f.assign(steps + 1, 0);
  path.end = end;
  return path;
}

std::vector<std::string> words_of(const std::vector<DescentPath>& paths) {
  std::vector<std::string> words;
  for (const KeyEntry& entry : path_key(told(paths), PictureStyle{})) words.push_back(without_italics(entry.words));
  return words;
}

TEST(PathKey, NamesAFewPathsAndCountsMany) {
  EXPECT_TRUE(words_of({}).empty());
  std::vector<DescentPath> paths{path_of(52, DescentEnd::kConverged), path_of(1, DescentEnd::kDiverged)};
  EXPECT_THAT(words_of(paths), ElementsAre("path 1: 52 steps", "path 2: 1 step, diverges", "start", "end"));
  paths.resize(9, path_of(7, DescentEnd::kLeftBox));
  EXPECT_THAT(words_of(paths), ElementsAre("9 paths: 1 to 52 steps, 7 leave the axes, 1 diverges", "start", "end"));
}

DescentPath slow_path(DescentEnd end, double norm) {
  DescentPath path = path_of(3, end);
  path.norms = {4, 3, 2, norm};
  return path;
}

TEST(PathKey, SaysOfAPathThatItHasNotComeToRest) {
  EXPECT_THAT(words_of({slow_path(DescentEnd::kIterations, 0.1875)}),
              ElementsAre("path 1: 3 steps, not at rest, |∇f| = 0.19", "start", "end, not at rest"));
  EXPECT_THAT(words_of({slow_path(DescentEnd::kOscillates, 2), slow_path(DescentEnd::kConverged, 1e-9)}),
              ElementsAre("path 1: 3 steps, to and fro", "path 2: 3 steps", "start", "end", "end, not at rest"));
  EXPECT_THAT(words_of({slow_path(DescentEnd::kConditionFails, 2)}),
              ElementsAre("path 1: 3 steps, leaves the region", "start", "end, not at rest"));
  // Steps below rounding: on flat ground that is rest, on a slope the rate is too small.
  EXPECT_THAT(words_of({slow_path(DescentEnd::kStalled, 1e-7)}), ElementsAre("path 1: 3 steps", "start", "end"));
  EXPECT_THAT(words_of({slow_path(DescentEnd::kStalled, 2)}),
              ElementsAre("path 1: 3 steps, not at rest, |∇f| = 2", "start", "end, not at rest"));
  std::vector<DescentPath> many(9, slow_path(DescentEnd::kIterations, 1e-5));
  EXPECT_THAT(words_of(many).front(), "9 paths: 3 to 3 steps, 9 are not at rest");
  PictureStyle curve;
  curve.variables = {"x"};
  EXPECT_EQ(without_italics(path_key(told({slow_path(DescentEnd::kIterations, 1e-5)}), curve)[0].words),
            "path 1: 3 steps, not at rest, |f′| = 10^{−5}");
}

TEST(EndPieces, AreOpenWhereAPathIsNotAtRest) {
  EXPECT_EQ(end_pieces(told({slow_path(DescentEnd::kConverged, 0)})[0]).size(), 1u);
  const auto open = end_pieces(told({slow_path(DescentEnd::kIterations, 1)})[0]);
  ASSERT_EQ(open.size(), 2u);
  EXPECT_FALSE(open[0].is_ground);
  EXPECT_TRUE(open[1].is_ground);
  EXPECT_GT(open[0].radius, open[1].radius);
}

TEST(PathKey, ExplainsTheMarkOfAnEndOnlyWhereThereIsOne) {
  EXPECT_THAT(words_of({path_of(3, DescentEnd::kLeftBox)}), ElementsAre("path 1: 3 steps, leaves the axes", "start"));
}

}  // namespace
}  // namespace gradfield
