#include "field/evaluator/steps.hpp"

#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "program/rules.hpp"

namespace gradfield {
namespace {

using enum Operation;

// The other one of the sine and the cosine of an operand, for those operands of which the program has both.
std::unordered_map<NodeId, NodeId> partners(const std::vector<Instruction>& instructions) {
  std::unordered_map<NodeId, NodeId> sines, cosines, partner;
  for (NodeId place = 0; place < instructions.size(); ++place) {
    const NodeId operand = instructions[place].operands[0];
    if (instructions[place].operation == kSine) sines[operand] = place;
    if (instructions[place].operation == kCosine) cosines[operand] = place;
  }
  for (const auto& [operand, sine] : sines) {
    if (const auto cosine = cosines.find(operand); cosine != cosines.end()) {
      partner[sine] = cosine->second;
      partner[cosine->second] = sine;
    }
  }
  return partner;
}

// Which instructions become part of the step of their only reader.
class Fusing {
 public:
  explicit Fusing(const Program& program)
      : instructions_(program.instructions()),
        readers_(program.reader_counts()),
        is_inner_(instructions_.size()),
        chosen_(instructions_.size()) {
    // From the results on: an instruction that is part of another's step has no part itself.
    for (std::size_t place = instructions_.size(); place-- > 0;) {
      if (is_inner_[place]) continue;
      chosen_[place] = choice(instructions_[place]);
      if (chosen_[place]) is_inner_[instructions_[place].operands[chosen_[place]->side]] = true;
    }
  }

  bool is_inner(NodeId place) const { return is_inner_[place]; }

  /// Makes `step` the fused one of this instruction; false where there is none.
  bool fill(NodeId place, const Blocks& blocks, Step& step) const {
    if (!chosen_[place]) return false;
    const auto [row, side] = *chosen_[place];
    const NodeId other = instructions_[place].operands[1 - side];
    const Instruction& inner = instructions_[instructions_[place].operands[side]];
    // A square is the product of its operand with itself.
    const NodeId a = inner.operands[0], b = inner.operands[inner.operation == kSquare ? 0 : 1];
    step.block = blocks.fused[row];
    step.arity = kFusionArity;
    step.operands = kFusions[row].is_right ? std::array{other, a, b} : std::array{a, b, other};
    return true;
  }

 private:
  struct Choice {
    std::size_t row;   // of kFusions
    std::size_t side;  // the operand that is the inner operation
  };

  // Of the operands that can be the inner operation, one that has no inner operation itself where there is such: so a
  // long sum of products becomes one step a product.
  std::optional<Choice> choice(const Instruction& outer) const {
    std::optional<Choice> best;
    for (const Choice& possible : choices(outer)) {
      const Instruction& inner = instructions_[outer.operands[possible.side]];
      if (choices(inner).empty()) return possible;
      if (!best) best = possible;
    }
    return best;
  }

  std::vector<Choice> choices(const Instruction& outer) const {
    const bool is_commutative = has(outer.operation, Trait::kCommutative);
    std::vector<Choice> found;
    for (std::size_t row = 0; row < kFusions.size(); ++row) {
      if (kFusions[row].outer != outer.operation) continue;
      for (const std::size_t side : {0u, 1u}) {
        const bool is_in_place = is_commutative || (side == 1) == kFusions[row].is_right;
        if (is_in_place && can_be_inner(outer.operands[side], kFusions[row].inner)) found.push_back({row, side});
      }
    }
    return found;
  }

  bool can_be_inner(NodeId place, Operation inner) const {
    const Operation operation = instructions_[place].operation;
    return readers_[place] == 1 && (operation == inner || (operation == kSquare && inner == kMultiply));
  }

  const std::vector<Instruction>& instructions_;
  std::vector<int> readers_;
  std::vector<bool> is_inner_;
  std::vector<std::optional<Choice>> chosen_;
};

}  // namespace

std::vector<Step> steps_of(const Program& program, const Blocks& blocks) {
  const std::vector<Instruction>& instructions = program.instructions();
  const std::unordered_map<NodeId, NodeId> partner = partners(instructions);
  const Fusing fusing(program);
  std::vector<Step> steps;
  for (NodeId place = 0; place < instructions.size(); ++place) {
    const Instruction& instruction = instructions[place];
    Step step;
    step.arity = arity_of(instruction);
    if (step.arity == 0 || fusing.is_inner(place)) continue;
    step.operands = instruction.operands;
    step.results[0] = place;
    if (const auto other = partner.find(place); other != partner.end()) {
      if (other->second < place) continue;  // made with the first of them
      step.pair = blocks.sine_and_cosine;
      step.results[1] = other->second;
      if (instruction.operation == kCosine) std::swap(step.results[0], step.results[1]);
    } else if (!fusing.fill(place, blocks, step)) {
      step.block = blocks.of[static_cast<std::size_t>(instruction.operation)];
    }
    steps.push_back(step);
  }
  return steps;
}

}  // namespace gradfield
