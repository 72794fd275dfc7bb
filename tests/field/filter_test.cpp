// The points that a condition keeps, against the same condition asked point by point.
#include "field/filter.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <limits>

#include "field/grid/grid.hpp"
#include "formula/compile.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

Program condition_of(const std::string& text) { return compile_expression(text, {{"x", "y"}, {}}); }

// (1, -1), (2, -2), ... in tiles of the sizes given; waits before each of them or not.
class Numbered : public PointSource {
 public:
  Numbered(std::vector<std::size_t> sizes, bool waits) : sizes_(std::move(sizes)), waits_(waits) {}

  std::size_t variables() const override { return 2; }
  bool next(Tile& tile) override {
    if (at_ == sizes_.size()) {
      tile.resize(0);
      return false;
    }
    tile.resize(sizes_[at_++]);
    for (std::size_t i = 0; i < tile.size(); ++i) {
      tile.mutable_coordinate(0)[i] = ++last_;
      tile.mutable_coordinate(1)[i] = -last_;
    }
    return true;
  }
  bool may_wait() const override { return waits_; }

 private:
  std::vector<std::size_t> sizes_;
  bool waits_;
  std::size_t at_ = 0;
  double last_ = 0;
};

// The points that come out, one after the other; each tile's size in `sizes`.
std::vector<std::pair<double, double>> all_of(PointSource& points, std::vector<std::size_t>* sizes = nullptr) {
  std::vector<std::pair<double, double>> out;
  Tile tile(points.variables());
  while (points.next(tile)) {
    if (sizes != nullptr) sizes->push_back(tile.size());
    for (std::size_t i = 0; i < tile.size(); ++i) out.emplace_back(tile.coordinate(0)[i], tile.coordinate(1)[i]);
  }
  EXPECT_EQ(tile.size(), 0u);
  return out;
}

TEST(FilteredPoints, AreThoseOfThePlainLoopInTheirOrder) {
  const Grid grid{{{"x", -3, 3, 61}, {"y", -1, 2, 47}}};
  struct Row {
    const char* text;
    std::function<bool(double, double)> holds;
  };
  for (const Row& row : {Row{"x^2+y^2 < 4", [](double x, double y) { return x * x + y * y < 4; }},
                         {"x", [](double x, double) { return x != 0; }},
                         {"y", [](double, double y) { return y != 0; }},
                         {"-x*y", [](double x, double y) { return x * y != 0; }},
                         {"sqrt(x) >= 0", [](double x, double) { return x >= 0; }},
                         {"sqrt(x)", [](double x, double) { return x > 0; }},  // nan below 0 is not true
                         {"x > 1 || y > 1", [](double x, double y) { return x > 1 || y > 1; }},
                         {"1", [](double, double) { return true; }},
                         {"0", [](double, double) { return false; }},
                         {"-0.0", [](double, double) { return false; }},
                         {"0/0", [](double, double) { return false; }},
                         {"1/0", [](double, double) { return true; }},
                         {"x == 3 && y == 2", [](double x, double y) { return x == 3 && y == 2; }}}) {
    std::vector<std::pair<double, double>> expected;
    for (std::size_t j = 0; j < grid.axes[1].count; ++j) {
      for (std::size_t i = 0; i < grid.axes[0].count; ++i) {
        const double x = grid.axes[0].point(i), y = grid.axes[1].point(j);
        if (row.holds(x, y)) expected.emplace_back(x, y);
      }
    }
    GridCursor cursor(grid);
    const Program condition = condition_of(row.text);
    FilteredPoints points(cursor, condition);
    EXPECT_EQ(all_of(points), expected) << row.text;
    EXPECT_EQ(points.seen(), 61u * 47) << row.text;
    EXPECT_EQ(points.kept(), expected.size()) << row.text;
  }
}

TEST(FilteredPoints, LeaveNoTileEmptyWhereNothingWaits) {
  Numbered numbers({kTileSize, kTileSize, 1, 10}, false);
  const Program condition = condition_of("x == 300 || x == 520");
  FilteredPoints points(numbers, condition);
  std::vector<std::size_t> sizes;
  EXPECT_THAT(all_of(points, &sizes), testing::ElementsAre(std::pair(300.0, -300.0), std::pair(520.0, -520.0)));
  EXPECT_THAT(sizes, testing::Each(1u));
}

TEST(FilteredPoints, GiveAnEmptyTileRatherThanWait) {
  Numbered numbers({3, 3, 3}, true);
  const Program condition = condition_of("x > 6");
  FilteredPoints points(numbers, condition);
  EXPECT_TRUE(points.may_wait());
  Tile tile(2);
  for (const std::size_t size : {0u, 0u, 3u}) {
    EXPECT_TRUE(points.next(tile));
    EXPECT_EQ(tile.size(), size);
  }
  EXPECT_FALSE(points.next(tile));
}

TEST(FilteredPoints, MayBeNanThemselves) {
  class One : public PointSource {
   public:
    std::size_t variables() const override { return 2; }
    bool next(Tile& tile) override {
      tile.resize(done_ ? 0 : 1);
      tile.mutable_coordinate(0)[0] = kNan;
      tile.mutable_coordinate(1)[0] = 1;
      return !std::exchange(done_, true);
    }

   private:
    bool done_ = false;
  };
  const auto kept = [](const char* text) {
    One point;
    const Program condition = condition_of(text);
    FilteredPoints points(point, condition);
    return all_of(points).size();
  };
  EXPECT_EQ(kept("x"), 0u);
  EXPECT_EQ(kept("x < 1"), 0u);
  EXPECT_EQ(kept("x != x"), 1u);
  EXPECT_EQ(kept("y"), 1u);
}

}  // namespace
}  // namespace gradfield::test
