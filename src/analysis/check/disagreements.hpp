// Disagreements of two gradients, and whether they have another reason than a wrong slope.
#pragma once

#include <memory>
#include <vector>

#include "analysis/check/irregular_points.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A point at which two gradients disagree.
struct Doubt {
  std::size_t place;               // in its tile
  std::vector<double> difference;  // of the two gradients
  double visible_way;              // how far from the point f must show it, in units of the variables
  bool is_reference_sure;          // differences say what the reference says
};

/// Tells which disagreements say nothing about the slopes of a method.
class Doubts {
 public:
  /// `method` and `settings`: of the gradient under test.
  Doubts(const Program& f, const Method& method, const MethodSettings& settings);

  /// For each doubt whether there is another reason:
  ///  - the gradients disagree otherwise beside the point, or not at all, and the reference is not sure either. So at
  ///    the border of two branches of `?:`, and where a slope follows what the digits of f do not show;
  ///  - f or a slope has a kink, jump, pole or gap within the reach of the method.
  std::vector<bool> explained(const std::vector<Doubt>& doubts, const Tile& tile, Gradient& gradient,
                              Gradient& reference);

 private:
  void look_beside(double part, const std::vector<Doubt>& doubts, Gradient& gradient, Gradient& reference);
  void look_within_reach(std::size_t variable);

  Method method_;
  MethodSettings settings_;
  RoughSpots rough_values_;
  std::vector<RoughSpots> rough_slopes_;  // one a variable
  Tile points_;                           // of the doubts, side by side
  std::vector<bool> is_explained_;
};

}  // namespace gradfield
