#include "program/bounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "program/rules.hpp"

namespace gradfield {
namespace {

// The ends of what is rounded to the nearest double, a rounding further out; what cannot be negative stays so.
void round_outwards(Bounds& value, Operation operation, std::span<const Bounds> operands) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const bool is_positive =
      has(operation, Trait::kNotNegative) ||
      (has(operation, Trait::kKeepsSign) && std::ranges::all_of(operands, [](const Bounds& u) { return u.low >= 0; }));
  value.low = is_positive && value.low == 0 ? 0 : std::nextafter(value.low, -kInfinity);
  value.high = std::nextafter(value.high, kInfinity);
}

InstructionBounds bound_of(const Instruction& instruction, std::span<const Bounds> operands, BoundsOf values) {
  InstructionBounds result = rules_of(instruction.operation).bound(operands);
  if (values == BoundsOf::kFormula && !has(instruction.operation, Trait::kExact)) {
    round_outwards(result.value, instruction.operation, operands);
  }
  result.value.may_be_nan = result.makes_nan;
  for (std::size_t k = 0; k < operands.size(); ++k) {
    if (operands[k].may_be_nan && result.nan_paths[k] != NanPath::kNever) result.value.may_be_nan = true;
  }
  return result;
}

}  // namespace

std::vector<InstructionBounds> bound_values(const Program& program, const Box& box, BoundsOf values) {
  std::vector<InstructionBounds> bounds;
  bound_values(program, box, values, bounds);
  return bounds;
}

void bound_values(const Program& program, const Box& box, BoundsOf values, std::vector<InstructionBounds>& bounds) {
  bounds.clear();
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
      bounds.push_back(bound_of(instruction, std::span(operands).first(arity), values));
    }
  }
}

}  // namespace gradfield
