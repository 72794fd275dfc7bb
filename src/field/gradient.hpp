// f and its partial derivatives at the points of a tile, whatever the method.
#pragma once

#include <span>
#include <vector>

#include "field/grid.hpp"

namespace gradfield {

/// f and gradient at the points of one tile: one array for f, one for each variable, all of the tile's size.
struct GradientTile {
  std::span<const double> f;
  std::vector<std::span<const double>> slopes;  // in units of f per unit of the variable
};

/// Evaluates f and its gradient tile by tile. One object a thread.
class Gradient {
 public:
  virtual ~Gradient() = default;

  /// The result is valid until the next call, and as long as `tile` is unchanged.
  /// Non-finite: where f is nan, the slope in every variable that f uses is nan; in any other variable it is 0.
  virtual const GradientTile& evaluate(const Tile& tile) = 0;
};

}  // namespace gradfield
