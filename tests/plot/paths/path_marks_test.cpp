// What the key says of paths.
#include "plot/paths/path_marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "analysis/descent/optimizers.hpp"
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

std::vector<DescentPath> race() {
  std::vector<DescentPath> paths = told({slow_path(DescentEnd::kConverged, 1e-9), path_of(1, DescentEnd::kDiverged)});
  paths[0].f = {5, 4, 3, 2};
  paths[1].f = {5, 40};
  paths[1].norms = {4, 12};
  paths[1].optimizer = find_optimizer("adam");
  for (DescentPath& path : paths) path.naming = {.by_number = false, .by_optimizer = true};
  return paths;
}

std::vector<std::string> words_of_race(const std::vector<DescentPath>& paths) {
  std::vector<std::string> words;
  for (const KeyEntry& entry : path_key(paths, PictureStyle{})) words.push_back(without_italics(entry.words));
  return words;
}

TEST(PathKey, TellsOfRacersStepsFAndTheGradientAndWhatTheyHaveComeTo) {
  std::vector<DescentPath> paths = race();
  EXPECT_THAT(words_of_race(paths), ElementsAre("gd: 3 steps, f = 2, |∇f| = 10^{−9}, a minimum",
                                                "adam: 1 step, f = 40, |∇f| = 12, diverges", "start", "end"));
  for (DescentPath& path : paths) path.naming = {.by_number = true, .by_optimizer = true, .by_rate = true};
  paths[0].rate = 0.5;
  EXPECT_THAT(words_of_race(paths)[0], testing::StartsWith("path 1, gd, rate 0.5: 3 steps"));
  for (DescentPath& path : paths) path.naming = {.by_optimizer = true, .is_crowd = true};
  EXPECT_THAT(words_of_race(paths), ElementsAre("gd: 1 path: 3 steps, 1 ends in a minimum",
                                                "adam: 1 path: 1 step, 1 diverges", "start", "end"));
  EXPECT_EQ(path_facts(paths), " There are 2 paths: 1 to 3 steps, 1 ends in a minimum, 1 diverges.");
}

TEST(StepMarks, HaveAsManyShapesAsThereAreOptimisers) {
  std::vector<DescentPath> paths(optimizers().size(), path_of(3, DescentEnd::kConverged));
  std::set<std::vector<std::pair<double, double>>> shapes;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    paths[k].look = k;
    paths[k].naming = {.by_optimizer = true};
    std::vector<std::pair<double, double>> shape;
    for (const Point corner : mark_shape(step_mark(paths[k]), 1)) shape.push_back({corner.x, corner.y});
    EXPECT_NEAR(shape.front().first, shape.back().first, 1e-12) << "closed";
    shapes.insert(shape);
  }
  EXPECT_EQ(shapes.size(), optimizers().size());
  EXPECT_EQ(step_mark(path_of(3, DescentEnd::kConverged)).radius, 1) << "a dot elsewhere";
}

TEST(StepWords, TellTheStepAndFThereOfAFewPaths) {
  const Page page;
  std::vector<DescentPath> paths = race();
  EXPECT_EQ(without_italics(step_words(paths, 2, {}, page).markup), "step 2, f = 3 (gd), 40 (adam)")
      << "the second has ended";
  EXPECT_EQ(without_italics(step_words({paths[0]}, 1, {}, page).markup), "step 1, f = 4");
  EXPECT_EQ(without_italics(step_words(std::vector(9, paths[0]), 1, {}, page).markup), "step 1");
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
