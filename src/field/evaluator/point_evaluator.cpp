#include "field/evaluator/point_evaluator.hpp"

#include <unordered_map>
#include <utility>

#include "kernel/mathematics.hpp"

namespace gradfield {

PointEvaluator::PointEvaluator(const Program& program)
    : values_(program.instructions().size()), outputs_(program.outputs()) {
  const std::vector<Instruction>& instructions = program.instructions();
  std::unordered_map<NodeId, std::size_t> round_steps;  // by operand: its step of a sine or a cosine
  for (NodeId place = 0; place < instructions.size(); ++place) {
    const Instruction& instruction = instructions[place];
    const Kernel& kernel = kernel_of(instruction.operation);
    if (instruction.operation == Operation::kConstant) values_[place] = instruction.constant;
    if (instruction.operation == Operation::kVariable) inputs_.push_back({instruction.variable, place});
    if (kernel.arity == 0) continue;
    if (instruction.operation == Operation::kSine || instruction.operation == Operation::kCosine) {
      const auto [first, is_first] = round_steps.try_emplace(instruction.operands[0], steps_.size());
      if (!is_first) {
        // Kernels compute both anyway.
        Step& both = steps_[first->second];
        both.value = nullptr;
        both.results[1] = place;
        if (instruction.operation == Operation::kSine) std::swap(both.results[0], both.results[1]);
        continue;
      }
    }
    steps_.push_back({kernel.value, arity_of(instruction), instruction.operands, {place, place}});
  }
}

void PointEvaluator::evaluate(const Tile& tile) {
  double* const values = values_.data();
  for (const Input& input : inputs_) values[input.place] = tile.coordinate(input.variable)[0];
  for (const Step& step : steps_) {
    if (step.value == nullptr) {
      sine_and_cosine(values[step.operands[0]], values[step.results[0]], values[step.results[1]]);
      continue;
    }
    // Operands that do not count are the instruction 0: reading them costs less than asking.
    const double operands[kLargestArity] = {values[step.operands[0]], values[step.operands[1]],
                                            values[step.operands[2]]};
    values[step.results[0]] = step.value(operands);
  }
}

}  // namespace gradfield
