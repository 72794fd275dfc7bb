#include "program/bounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "program/rules.hpp"

namespace gradfield {
namespace {

InstructionBounds bound_of(const Instruction& instruction, std::span<const Bounds> operands) {
  InstructionBounds result = rules_of(instruction.operation).bound(operands);
  result.value.may_be_nan = result.makes_nan;
  for (std::size_t k = 0; k < operands.size(); ++k) {
    if (operands[k].may_be_nan && result.nan_paths[k] != NanPath::kNever) result.value.may_be_nan = true;
  }
  return result;
}

}  // namespace

std::vector<InstructionBounds> bound_values(const Program& program, const Box& box) {
  std::vector<InstructionBounds> bounds;
  bounds.reserve(program.instructions().size());
  for (const Instruction& instruction : program.instructions()) {
    if (instruction.operation == Operation::kVariable) {
      const Bounds& range = box[instruction.variable];
      bounds.push_back({range, range.may_be_nan});
    } else if (instruction.operation == Operation::kConstant) {
      const double value = instruction.constant;
      const bool is_nan = std::isnan(value);
      bounds.push_back({is_nan ? Bounds{} : Bounds{value, value, false}, is_nan});
    } else {
      std::array<Bounds, kLargestArity> operands;
      const std::size_t arity = std::min(arity_of(instruction), operands.size());
      for (std::size_t k = 0; k < arity; ++k) operands[k] = bounds[instruction.operands[k]].value;
      bounds.push_back(bound_of(instruction, std::span(operands).first(arity)));
    }
  }
  return bounds;
}

}  // namespace gradfield
