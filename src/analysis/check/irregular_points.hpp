// Finds kinks, jumps, poles and gaps beside points.
#pragma once

#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/neighbours.hpp"
#include "program/program.hpp"

namespace gradfield {

/// Looks for the roughest place of f on a line through a point, and tells whether f is smooth there.
///
/// Method: of three neighbouring second differences of f it follows the largest, each time with about half the width.
/// Where f is smooth they fall with the square of the width, at a kink with the width, at a jump or a pole not at all.
class RoughSpots {
 public:
  explicit RoughSpots(const Program& f);

  /// For each point whether f is anything but smooth, as far as roundings let it show, from x-reach to x+reach in that
  /// variable, ends included. Valid until the next call.
  const std::vector<bool>& near(const Tile& tile, std::size_t variable, std::span<const double> reach);

 private:
  void shrink(std::size_t variable);

  Evaluator evaluator_;  // of f and the bound of its rounding error
  Neighbours neighbours_;
  Tile middles_;  // of the stretches looked at
  std::vector<double> quarters_, bounds_, bends_, noises_;
  std::vector<bool> is_rough_;
};

}  // namespace gradfield
