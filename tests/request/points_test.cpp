// The points of a request: those of its grid, of a part of it, of a file, and of them those that --where keeps.
#include "request/points.hpp"

#include <gmock/gmock.h>

#include "support/process.hpp"
#include "support/requests.hpp"

namespace gradfield::test {
namespace {

using Words = std::vector<std::string>;

struct Outcome {
  std::size_t given = 0;  // points that came
  bool has_any = false;   // as it is said at the end
  std::optional<double> total, tried;
};

Outcome points_of(const Words& words) {
  const Asked asked(words);
  Points points(asked.request(), asked.request().domain.grid);
  Outcome outcome{0, false, points.total(), {}};
  Tile tile(asked.request().names.variables.size());
  while (points.source().next(tile)) outcome.given += tile.size();
  outcome.has_any = points.note_if_none();
  outcome.tried = points.tried();
  return outcome;
}

TEST(Points, AreThoseOfGridPartFileAndCondition) {
  const TemporaryFolder folder;
  write_file(folder / "three.txt", "1 2\n-3 4\n5 6\n");
  write_file(folder / "none.txt", "# nothing\n");
  struct Row {
    Words words;
    std::size_t given;
    bool has_any;
    std::optional<double> total, tried;
  };
  for (const Row& row : {
           Row{{"x", "--csv", "-n", "4"}, 16, true, 16, {}},
           {{"x", "--csv", "-n", "4x6"}, 24, true, 24, {}},
           {{"x", "--csv", "-n", "4", "--part", "2/4"}, 4, true, 4, {}},
           {{"x", "--csv", "-n", "4", "--where", "x > 0"}, 8, true, 16, 16},
           {{"x", "--csv", "-n", "4", "--where", "x > 9"}, 0, false, 16, 16},
           {{"x", "--csv", "-n", "2", "--part", "1/9", "--where", "x > -9"}, 0, false, 4.0 / 9, 0},
           {{"x", "--at", folder / "three.txt"}, 3, true, {}, {}},
           {{"x", "--at", folder / "three.txt", "--where", "x > 0"}, 2, true, {}, 3},
           {{"x", "--at", folder / "none.txt"}, 0, false, {}, {}},
       }) {
    const Outcome outcome = points_of(row.words);
    EXPECT_EQ(outcome.given, row.given) << testing::PrintToString(row.words);
    EXPECT_EQ(outcome.has_any, row.has_any) << testing::PrintToString(row.words);
    EXPECT_EQ(outcome.total, row.total) << testing::PrintToString(row.words);
    EXPECT_EQ(outcome.tried, row.tried) << testing::PrintToString(row.words);
  }
}

TEST(Points, OfAFileThatIsNotThereAreRefused) {
  EXPECT_EQ(refusal_of([] {
              points_of({"x", "--at", "/nowhere"});
            }),
            "of another kind: cannot read '/nowhere': No such file or directory");
}

TEST(Condition, IsReadWithItsOwnNameInErrors) {
  const auto refusal = [](const std::string& condition) {
    return refusal_of([&] { Asked({"x", "--csv", "--where", condition}); });
  };
  EXPECT_EQ(refusal(" "), "of another kind: --where: the condition is empty: give one such as \"x^2+y^2 < 4\"");
  EXPECT_THAT(
      refusal("q > 1"),
      testing::StartsWith("of another kind: --where: unknown name 'q'\n  q > 1\n  ^ the variables are x and y"));
  EXPECT_EQ(refusal("x > 1"), "accepted");
}

}  // namespace
}  // namespace gradfield::test
