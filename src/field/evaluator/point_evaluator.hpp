// Runs a program at one point: for what asks for one point after another, where loops over blocks have nothing to
// share.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "field/grid/tile.hpp"
#include "program/program.hpp"

namespace gradfield {

/// The values of an Evaluator of the same program, to the bit, one point at a time: operation by operation on single
/// numbers that stand side by side. Two to five times as fast as blocks of one value. One object a thread.
class PointEvaluator {
 public:
  explicit PointEvaluator(const Program& program);

  /// Computes every output at the first point of `tile`.
  ///
  /// Shapes:     `tile` has one array of coordinates for each variable of the program, and a point.
  /// Non-finite: as they come.
  void evaluate(const Tile& tile);

  /// The value of output `k`, valid until the next `evaluate`.
  std::span<const double> output(std::size_t k) const { return {&values_[outputs_[k]], 1}; }

 private:
  struct Step {
    double (*value)(const double*);  // null: the sine and the cosine of one operand
    std::size_t arity;
    std::array<NodeId, kLargestArity> operands;
    std::array<NodeId, 2> results;  // the second one of sine and cosine only
  };
  struct Input {
    std::size_t variable;
    NodeId place;
  };

  std::vector<double> values_;  // by instruction; those of constants stay
  std::vector<Input> inputs_;
  std::vector<Step> steps_;
  std::vector<NodeId> outputs_;
};

}  // namespace gradfield
