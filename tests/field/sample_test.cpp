// Blocks of points worked on by several threads: always in order, whatever happens on the way.
#include "field/sample.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "field/methods/methods.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {
namespace {

// The numbers 0, 1, ... count - 1, one to a tile; then an error, if there is to be one.
class Count : public PointSource {
 public:
  explicit Count(std::size_t count, bool fails = false, bool is_live = false)
      : count_(count), fails_(fails), is_live_(is_live) {}

  std::size_t variables() const override { return 1; }
  bool next(Tile& tile) override {
    tile.resize(0);
    if (at_ == count_ && fails_) throw std::runtime_error("no more");
    if (at_ == count_) return false;
    tile.mutable_coordinate(0)[0] = static_cast<double>(at_++);
    tile.resize(1);
    return true;
  }
  bool is_live() const override { return is_live_; }

 private:
  std::size_t count_, at_ = 0;
  bool fails_, is_live_;
};

// Gathers the points of each block, after a while that is longer for earlier blocks.
struct Gathered {
  explicit Gathered(const Threads& setup) : slots(slot_count(setup)) {}

  BlockWork work() {
    return {[this](std::size_t worker, std::size_t slot, PointSource& block) {
              {
                const std::scoped_lock lock(mutex);
                EXPECT_TRUE(busy.insert(worker).second) << "one worker at a time";
                workers.insert(worker);
                threads.insert(std::this_thread::get_id());
              }
              slots.at(slot).clear();
              Tile tile(1);
              while (block.next(tile)) slots[slot].push_back(tile.coordinate(0)[0]);
              std::this_thread::sleep_for(std::chrono::microseconds(static_cast<int>(slots[slot][0]) % 7 * 300));
              const std::scoped_lock lock(mutex);
              busy.erase(worker);
            },
            [this](std::size_t slot) { all.insert(all.end(), slots.at(slot).begin(), slots.at(slot).end()); }};
  }

  std::mutex mutex;
  std::set<std::size_t> busy, workers;
  std::set<std::thread::id> threads;
  std::vector<std::vector<double>> slots;
  std::vector<double> all;
};

std::vector<double> up_to(std::size_t count) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<double>(i));
  return numbers;
}

TEST(Sample, TakesBlocksInTheirOrderFromAnyNumberOfThreads) {
  std::size_t most_threads = 0;
  for (const int count : {1, 2, 3, 8}) {
    for (const std::size_t points : {0u, 1u, 9u, 10u, 11u, 1003u}) {
      const Threads threads{count, 10};
      Count source(points);
      Gathered gathered(threads);
      sample(source, threads, gathered.work());
      EXPECT_EQ(gathered.all, up_to(points)) << count << " threads";
      EXPECT_LE(gathered.threads.size(), static_cast<std::size_t>(count));
      most_threads = std::max(most_threads, gathered.threads.size());
    }
  }
  EXPECT_GE(most_threads, 2u) << "some of them are used";
}

TEST(Sample, StartsNoThreadForOneBlockOrALiveSource) {
  const Threads threads{8, 10};
  for (const bool is_live : {false, true}) {
    Count source(is_live ? 100 : 10, false, is_live);
    Gathered gathered(threads);
    sample(source, threads, gathered.work());
    EXPECT_EQ(gathered.all, up_to(is_live ? 100 : 10));
    EXPECT_THAT(gathered.threads, testing::ElementsAre(std::this_thread::get_id()));
  }
}

TEST(Sample, TakesAllPointsBeforeAFaultOfTheSource) {
  for (const int count : {1, 3}) {
    for (const std::size_t points : {10u, 20u, 200u}) {
      const Threads threads{count, 10};
      Count source(points, true);
      Gathered gathered(threads);
      EXPECT_THROW(sample(source, threads, gathered.work()), std::runtime_error);
      EXPECT_EQ(gathered.all, up_to(points)) << count;
    }
  }
}

TEST(Sample, EndsWithTheFaultOfWhoMakesOrTakes) {
  for (const int count : {1, 3}) {
    const Threads threads{count, 10};
    for (const bool in_make : {true, false}) {
      Count source(1'000'000'000);
      std::atomic<int> left{20};
      const auto fail = [&] {
        if (--left == 0) throw std::runtime_error("the disk is full");
      };
      const BlockWork work{[&](std::size_t, std::size_t, PointSource&) {
                             if (in_make) fail();
                           },
                           [&](std::size_t) {
                             if (!in_make) fail();
                           }};
      EXPECT_THROW(sample(source, threads, work), std::runtime_error) << count;
    }
  }
}

TEST(Collect, GivesTheSameFieldForAnyNumberOfThreads) {
  const Grid grid{{{"x", -3, 3, 301}, {"y", -2, 2, 97}}};
  const auto gradient = make_gradient(methods()[0], compile_expression("sin(x*y)+x", {{"x", "y"}, {}}), {});
  const Field one = collect(grid, *gradient);
  ASSERT_EQ(one.size(), 301u * 97);
  for (const int count : {2, 3, 8}) {
    GridCursor points(grid);
    const Field many = collect(points, *gradient, {count, 500});
    EXPECT_EQ(many.coordinates, one.coordinates);
    EXPECT_EQ(many.f, one.f);
    EXPECT_EQ(many.slopes, one.slopes);
  }
}

}  // namespace
}  // namespace gradfield::test
