// f and its partial derivatives at the points of a tile, whatever the method.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "field/grid/tile.hpp"
#include "program/passes/hoist.hpp"

namespace gradfield {

/// f and its derivatives at the points of one tile: arrays of the tile's size.
struct GradientTile {
  std::span<const double> f;
  std::vector<std::span<const double>> slopes;        // one a variable, in units of f per unit of the variable
  std::vector<std::span<const double>> slope_errors;  // their estimated errors, where the method gives any; else empty
  std::vector<std::span<const double>> second;        // the Hessian's upper triangle by rows, where asked for
};

/// For each value of a GradientTile the variables it may depend on.
struct GradientVariables {
  VariableSet f;
  std::vector<VariableSet> slopes, second;
};

/// Evaluates f and its gradient tile by tile. One object a thread.
class Gradient {
 public:
  virtual ~Gradient() = default;

  /// The same gradient for another thread.
  virtual std::unique_ptr<Gradient> clone() const = 0;

  /// What its values depend on, to the bit; all variables, where a method has nothing better to say.
  virtual GradientVariables depends_on(std::size_t variables) const {
    return {kAllVariables, std::vector<VariableSet>(variables, kAllVariables),
            std::vector<VariableSet>(variables * (variables + 1) / 2, kAllVariables)};
  }

  /// The result is valid until the next call, and as long as `tile` is unchanged.
  /// Non-finite: where f is nan, the slope in every variable that f uses is nan; in any other variable it is 0.
  virtual const GradientTile& evaluate(const Tile& tile) = 0;
};

}  // namespace gradfield
