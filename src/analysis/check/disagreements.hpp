// Disagreements of two gradients, and whether they have another reason than a wrong slope: a kink, jump, pole or gap.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "field/methods/neighbours.hpp"
#include "program/program.hpp"

namespace gradfield {

/// The program of one output of `program` alone.
Program output_of(const Program& program, std::size_t output);

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
