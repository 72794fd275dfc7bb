// What the key says of paths.
#include "plot/paths/path_marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradfield {
namespace {

using testing::ElementsAre;

DescentPath path_of(std::size_t steps, DescentEnd end) {
  DescentPath path;
  path.f.assign(steps + 1, 0);
  path.end = end;
  return path;
}

std::vector<std::string> words_of(const std::vector<DescentPath>& paths) {
  std::vector<std::string> words;
  for (const KeyEntry& entry : path_key(paths, themes()[0])) words.push_back(entry.words);
  return words;
}

TEST(PathKey, NamesAFewPathsAndCountsMany) {
  EXPECT_TRUE(words_of({}).empty());
  std::vector<DescentPath> paths{path_of(52, DescentEnd::kConverged), path_of(1, DescentEnd::kDiverged)};
  EXPECT_THAT(words_of(paths), ElementsAre("path 1: 52 steps", "path 2: 1 step, diverges", "start", "end"));
  paths.resize(9, path_of(7, DescentEnd::kLeftBox));
  EXPECT_THAT(words_of(paths), ElementsAre("9 paths: 1 to 52 steps, 7 leave the axes, 1 diverges", "start", "end"));
}

TEST(PathKey, ExplainsTheMarkOfAnEndOnlyWhereThereIsOne) {
  EXPECT_THAT(words_of({path_of(3, DescentEnd::kLeftBox)}), ElementsAre("path 1: 3 steps, leaves the axes", "start"));
}

}  // namespace
}  // namespace gradfield
