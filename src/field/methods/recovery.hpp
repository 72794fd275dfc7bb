// Slopes that are not finite though they exist: found again point by point.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "kernel/extended.hpp"
#include "program/passes/hoist.hpp"
#include "program/program.hpp"

namespace gradfield {

/// Looks at single points of f and its derivatives again. One object a thread.
///
/// Method: where a step over- or underflows on the way, as the exponential in 1/(1+exp(-x)) at -800, the same program
/// runs on Extended numbers. Where it meets 0*inf even so, as in x*sqrt(x) at 0, the derivative is its limit, if f is
/// continuous there and all points next to it where f is defined come to the same. Where f is flat in a variable all
/// around, the slope is 0. What is left is nan or infinite, as it was.
///
/// What becomes of a derivative follows from the variables alone that its formula has, and from f being no number.
class Recovery {
 public:
  /// Of first derivatives, or of second ones too.
  Recovery(const Program& f, bool second);

  /// Shapes: `point` has one value a variable; `derivatives` the slopes, then with second ones the upper triangle of
  /// the Hessian by rows. Finite ones stay, and all where f is nan.
  void recover(std::span<const double> point, std::span<double> derivatives);

 private:
  // A derivative, a slope or a slope of a slope.
  struct Derivative {
    NodeId place;                 // in derivatives_, before it is made nan where f is
    VariableSet variables;        // that it depends on
    std::vector<std::size_t> by;  // the variables of the slope, one or two
  };

  void evaluate(const std::vector<Extended>& point);
  double value_of_f(std::span<const double> point);
  std::vector<double> representative(std::span<const double> point, VariableSet variables);
  // What a derivative that is nan in arithmetic of any range comes to: its limit, or 0 on flat ground; else nan.
  double beyond_arithmetic(const Derivative& derivative, std::span<const double> point);
  Extended without_noise(Extended mixed, const std::vector<std::size_t>& by) const;
  double limit(const Derivative& derivative, const std::vector<double>& point);
  bool is_flat(const std::vector<double>& point, std::size_t variable);

  PointEvaluator f_;
  Tile point_;  // of one point, for f_
  Program derivatives_;
  VariableSet variables_of_f_ = 0;
  std::vector<Derivative> wanted_;
  std::vector<Extended> values_;  // by instruction
};

}  // namespace gradfield
