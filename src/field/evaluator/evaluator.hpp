// Runs a program on a tile of points: one loop a step, values in slots that are used again as soon as nothing needs
// them; and at one point after another, where loops have nothing to share.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "field/evaluator/steps.hpp"
#include "field/grid/tile.hpp"
#include "kernel/blocks.hpp"
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

/// Scratch space and order of work for one program. One Evaluator a thread.
class Evaluator {
 public:
  explicit Evaluator(const Program& program);

  /// Computes every output at every point of `tile`.
  ///
  /// Shapes:     `tile` has one array of coordinates for each variable of the program.
  /// Non-finite: a pole or a domain error gives nan or inf at that point alone.
  void evaluate(const Tile& tile);

  /// Values of output `k` at the points of the last tile; valid until the next `evaluate`.
  std::span<const double> output(std::size_t k) const;

  /// Slots in use, of kTileSize doubles each.
  std::size_t slot_count() const { return slot_count_; }

 private:
  // Takes the program as it is run.
  struct Cheaper {
    Program program;
  };
  explicit Evaluator(const Cheaper& cheaper);

  // Where an operand stands: a variable of the tile, or a slot of ours.
  struct Location {
    bool is_variable = false;
    std::size_t index = 0;
  };
  struct PlacedStep {
    Block block;
    PairBlock pair;  // in place of `block`, where not null
    std::size_t arity;
    std::array<Location, kLargestArity> operands;
    std::array<std::size_t, 2> results;  // slots
  };
  struct Free {
    void operator()(double* memory) const;
  };

  const double* at(Location location) const;
  double* slot(std::size_t index) const { return slots_.get() + index * kTileSize; }

  std::vector<PlacedStep> steps_;
  std::vector<Location> outputs_;
  std::size_t slot_count_ = 0;
  std::unique_ptr<double[], Free> slots_;
  const Tile* tile_ = nullptr;
  PointEvaluator single_;  // for tiles of one point
};

}  // namespace gradfield
