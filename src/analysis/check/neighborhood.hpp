// What f is like around the points of a tile, for judging how large an error of a slope is.
#pragma once

#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/method_settings.hpp"
#include "field/methods/neighbours.hpp"
#include "program/program.hpp"

namespace gradfield {

class Surroundings {
 public:
  /// `settings`: for the length on which f is taken to change; its step is not used.
  Surroundings(const Program& f, const MethodSettings& settings);

  void evaluate(const Tile& tile);

  // Of the points of the last tile; valid until the next `evaluate`.

  /// How steep f is: the largest slope over a tenth of the length, of the two sides of each variable the flatter one; 0
  /// beside values that are not finite. In units of f per unit of the variable, as large as slopes of f nearby.
  std::span<const double> steepness() const { return steepness_; }
  /// A bound of the rounding error of f, in units of f.
  std::span<const double> roundings() const { return roundings_; }
  /// The shortest length on which f is taken to change, of all variables.
  std::span<const double> lengths() const { return lengths_; }

 private:
  void look_along(std::size_t variable, const Tile& tile);

  Evaluator evaluator_;  // of f and the bound of its rounding error
  Neighbours neighbours_;
  MethodSettings settings_;
  std::vector<bool> used_;
  std::vector<double> steps_, steepness_, roundings_, lengths_;
};

}  // namespace gradfield
