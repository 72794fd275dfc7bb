// Where f takes a level on short stretches of the plane: the edges of the cells that contour lines pass.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {

/// f and its slopes at a point of the plane.
struct Sample {
  std::array<double, 2> point;
  double f;
  std::array<double, 2> slopes;
};

/// How far f may be from its true value at a sample, by the roundings of its coordinates and of f beside `level`.
double rounding_of(const Sample& sample, double level);

/// A stretch between two samples on different sides of a level, and where f takes the level there.
struct Crossing {
  Sample from, to;
  bool starts_above;     // `from` is on the side above; where both are at the level the crossing is the one above
  Sample at;             // where f takes the level, if it does
  bool is_real = false;  // f takes the level: it does not jump over it, and has no pole
};

/// Evaluates f for contour lines, many points at a time.
class LevelCrossings {
 public:
  /// Works on a clone of `gradient`. Requires: two variables.
  explicit LevelCrossings(const Gradient& gradient);

  /// f and slopes at the points of `samples`.
  void evaluate(std::span<Sample> samples);

  /// Finds `at` and `is_real` of each crossing.
  ///
  /// Method: Newton's, held between the ends by bisection, with f itself, so that the error is a rounding of f. A pole
  /// shows by values that grow as the stretch shrinks, a jump by values that stay apart: neither is a crossing. Nor is
  /// a change of f where its slopes say that it is flat: a step, or noise of roundings.
  void find(std::span<Crossing> crossings, double level);

  /// Moves samples along their gradient to where f takes the level, less than a fifth of a cell (of `cell`, its width
  /// and height). What would move further gets a value f that is nan. Requires: evaluated samples.
  void settle(std::span<Sample> samples, std::array<double, 2> cell, double level);

 private:
  std::unique_ptr<Gradient> gradient_;
  Tile tile_;
};

}  // namespace gradfield
