// f and its gradient at one point at a time, for what walks a field on its own way: paths and stream lines.
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {

/// f and its slopes at one point.
struct PointValue {
  double f;
  std::span<const double> slopes;  // one a variable, in units of f per unit of the variable
};

class PointGradient {
 public:
  /// `variables`: coordinates of a point. Works on a clone of `gradient`.
  PointGradient(const Gradient& gradient, std::size_t variables);

  /// Makes the slopes 0 in the variables that are to stay as they are: one flag a variable.
  void hold(std::vector<bool> held) { held_ = std::move(held); }

  /// The slopes are valid until the next call. Non-finite values come as they are.
  PointValue at(std::span<const double> point);

 private:
  std::unique_ptr<Gradient> gradient_;
  Tile tile_;
  std::vector<double> slopes_;
  std::vector<bool> held_;  // empty: none
};

/// Whether f and every slope are finite.
bool is_finite(const PointValue& value);

}  // namespace gradfield
