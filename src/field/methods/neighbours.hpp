// What every difference method is made of: values of f around the points of a tile.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "program/program.hpp"

namespace gradfield {

/// Values of f at x + k*h around the points of a tile, for small whole k; each k evaluated when it is first asked for.
class Neighbours {
 public:
  static constexpr int kFarthest = 4;

  explicit Neighbours(const Program& f);

  /// From now on around the points of `tile` in one variable, with one step a point. Both must stay as they are while
  /// `at` is used.
  void place(const Tile& tile, std::size_t variable, std::span<const double> steps);

  /// Where f was evaluated, and what it was: x as it is after rounding. Arrays of the tile's size, valid until the next
  /// `place`. Non-finite: where x overflows, f is nan.
  struct Row {
    std::span<const double> x, f;
  };
  /// Requires: |k| <= kFarthest.
  Row at(int k);

 private:
  struct Samples {
    bool is_known = false;
    std::vector<double> x, f;
  };

  Evaluator evaluator_;
  Tile shifted_;
  const Tile* tile_ = nullptr;
  std::size_t variable_ = 0;
  std::span<const double> steps_;
  std::array<Samples, 2 * kFarthest + 1> samples_;
};

}  // namespace gradfield
