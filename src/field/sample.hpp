// From points to values, block by block: by several threads where there is enough to do, always in order.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {

/// How many threads this process may well use.
int available_threads();

struct Threads {
  int count = 1;
  std::size_t block_points = 16 * kTileSize;  // what one thread is given at a time
};

/// What is done with the blocks of a source of points.
struct BlockWork {
  /// Makes the result of a block, in the slot given. Called by several threads at once, each time with another worker
  /// (0 to count - 1) and another slot (0 to slot_count(threads) - 1).
  std::function<void(std::size_t worker, std::size_t slot, PointSource& block)> make;
  /// Takes what `make` left in the slot. Called in the order of the blocks, one call at a time.
  std::function<void(std::size_t slot)> take;
};

/// Results that may wait for an earlier one: no more are held at a time, however many points there are.
std::size_t slot_count(const Threads& threads);

/// Works on all points. What fits a block, and a live source, starts no thread.
/// Errors: those of the points, after what was made of the points before; those of `make` and `take`, at once.
void sample(PointSource& points, const Threads& threads, const BlockWork& work);

/// A field held in memory, for pictures: arrays of one value a point, in the order of the points.
struct Field {
  std::vector<std::vector<double>> coordinates;  // one array a variable
  std::vector<double> f;
  std::vector<std::vector<double>> slopes;  // one array a variable

  std::size_t size() const { return f.size(); }
};

Field collect(PointSource& points, const Gradient& gradient, const Threads& threads = {});
/// Of all points of a grid.
Field collect(const Grid& grid, const Gradient& gradient);

/// Threads that share work that is no table of points, for as long as this lives. They leave signals to the first.
class Team {
 public:
  /// So many, or as many as this process can have.
  explicit Team(int threads);
  ~Team();

  std::size_t size() const;

  /// Calls work(worker, item) for each item below `items`, in any order, several at a time; workers are numbered below
  /// size(), and none does two at a time.
  void share(std::size_t items, const std::function<void(std::size_t worker, std::size_t item)>& work);

 private:
  struct Threading;
  std::size_t size_;
  std::unique_ptr<Threading> threading_;  // null: one alone
};

}  // namespace gradfield
