#include "field/steps.hpp"

#include <unordered_map>
#include <utility>

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

}  // namespace

std::vector<Step> steps_of(const Program& program, const Blocks& blocks) {
  const std::vector<Instruction>& instructions = program.instructions();
  const std::unordered_map<NodeId, NodeId> partner = partners(instructions);
  std::vector<Step> steps;
  for (NodeId place = 0; place < instructions.size(); ++place) {
    const Instruction& instruction = instructions[place];
    Step step;
    step.arity = static_cast<std::size_t>(kernel_of(instruction.operation).arity);
    if (step.arity == 0) continue;
    step.operands = instruction.operands;
    step.results[0] = place;
    if (const auto other = partner.find(place); other == partner.end()) {
      step.block = blocks.of[static_cast<std::size_t>(instruction.operation)];
    } else {
      if (other->second < place) continue;  // made with the first of them
      step.pair = blocks.sine_and_cosine;
      step.results[1] = other->second;
      if (instruction.operation == kCosine) std::swap(step.results[0], step.results[1]);
    }
    steps.push_back(step);
  }
  return steps;
}

}  // namespace gradfield
