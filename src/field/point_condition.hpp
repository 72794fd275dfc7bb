// Whether a condition holds at one point at a time.
#pragma once

#include <cmath>
#include <span>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "program/program.hpp"

namespace gradfield {

class PointCondition {
 public:
  /// Requires: `condition` has one output.
  explicit PointCondition(const Program& condition) : evaluator_(condition), tile_(condition.variables().size()) {
    tile_.resize(1);
  }

  /// Whether its value there is neither 0 nor nan.
  bool holds(std::span<const double> point) {
    for (std::size_t k = 0; k < point.size(); ++k) tile_.mutable_coordinate(k)[0] = point[k];
    evaluator_.evaluate(tile_);
    const double value = evaluator_.output(0)[0];
    return value != 0 && !std::isnan(value);
  }

 private:
  Evaluator evaluator_;
  Tile tile_;
};

}  // namespace gradfield
