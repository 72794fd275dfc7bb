#include "program/bounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "program/bound_rules.hpp"

namespace gradfield {
namespace {

using enum Operation;

bool has_infinity(const Bounds& u) { return std::isinf(u.low) || std::isinf(u.high); }

bool is_comparison(Operation operation) { return operation >= kLess && operation <= kOr; }

InstructionBounds bound_of(const Instruction& instruction, std::span<const Bounds> operands) {
  InstructionBounds result = bound_result(instruction.operation, operands);
  if (is_comparison(instruction.operation)) return result;
  if (instruction.operation == kSelect) {
    const bool then = !is_false(operands[0]) && operands[1].may_be_nan;
    const bool otherwise = !is_true(operands[0]) && operands[2].may_be_nan;
    result.value.may_be_nan = then || otherwise;
  } else {
    result.value.may_be_nan = result.makes_nan || std::ranges::any_of(operands, &Bounds::may_be_nan);
  }
  return result;
}

}  // namespace

std::vector<InstructionBounds> bound_values(const Program& program, const Box& box) {
  std::vector<InstructionBounds> bounds;
  bounds.reserve(program.instructions().size());
  for (const Instruction& instruction : program.instructions()) {
    if (instruction.operation == kVariable) {
      const Bounds& range = box[instruction.variable];
      bounds.push_back({range, range.may_be_nan});
    } else if (instruction.operation == kConstant) {
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

bool passes_nan_on(const Program& program, const std::vector<InstructionBounds>& bounds, NodeId place, std::size_t k) {
  const Instruction& instruction = program.instructions()[place];
  const auto operand = [&](std::size_t other) -> const Bounds& { return bounds[instruction.operands[other]].value; };
  if (is_comparison(instruction.operation) || instruction.operation == kSelect) return false;
  // C99: 1^nan and nan^0 are 1, and hypot(inf, nan) is inf.
  if (instruction.operation == kPower) return k == 0 ? is_true(operand(1)) : operand(0).low > 1 || operand(0).high < 1;
  if (instruction.operation == kHypotenuse) return !has_infinity(operand(1 - k));
  return true;
}

}  // namespace gradfield
