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

// Where a divisor, or the base of a negative power, reaches 0 from one side there is no value at 0 itself, and beside
// it all have one sign.
void keep_off_pole(Operation operation, std::array<Bounds, kLargestArity>& operands) {
  constexpr double kLeast = std::numeric_limits<double>::denorm_min();
  const bool has_pole = operation == Operation::kDivide || (operation == Operation::kPower && operands[1].high < 0);
  if (!has_pole) return;
  Bounds& u = operands[operation == Operation::kDivide ? 1 : 0];
  if (u.low == 0 && u.high > 0) u.low = kLeast;
  if (u.high == 0 && u.low < 0) u.high = -kLeast;
}

InstructionBounds bound_of(const Instruction& instruction, std::span<const Bounds> operands, BoundsOf values) {
  std::array<Bounds, kLargestArity> beside_poles;
  if (values == BoundsOf::kFormula) {
    std::ranges::copy(operands, beside_poles.begin());
    keep_off_pole(instruction.operation, beside_poles);
    operands = std::span(beside_poles).first(operands.size());
  }
  InstructionBounds result = rules_of(instruction.operation).bound(operands);
  if (values == BoundsOf::kFormula && !has(instruction.operation, Trait::kExact)) {
    round_outwards(result.value, instruction.operation, operands);
  }
  result.value.may_be_nan = result.makes_nan;
  for (std::size_t k = 0; k < operands.size(); ++k) {
    if (operands[k].may_be_nan && result.nan_paths[k] != NanPath::kNever) result.value.may_be_nan = true;
    if (operands[k].is_nan && result.nan_paths[k] == NanPath::kAlways) result.value.is_nan = true;
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

bool is_smooth(const Program& program, std::span<const InstructionBounds> bounds) {
  const std::vector<Instruction>& instructions = program.instructions();
  for (std::size_t place = 0; place < instructions.size(); ++place) {
    const Instruction& instruction = instructions[place];
    const auto operand = [&](std::size_t k) -> const Bounds& { return bounds[instruction.operands[k]].value; };
    const Bounds& value = bounds[place].value;
    switch (instruction.operation) {
      case Operation::kConstant:
      case Operation::kVariable:
      case Operation::kNegate:
      case Operation::kNanWhere:
      case Operation::kKink:
        continue;
      case Operation::kAbsolute:
        if (operand(0).low <= 0 && operand(0).high >= 0) return false;
        continue;
      case Operation::kMinimum:
      case Operation::kMaximum:
        if (operand(0).low <= operand(1).high && operand(1).low <= operand(0).high) return false;
        continue;
      case Operation::kSelect:
        if (operand(0).low <= 0 && operand(0).high >= 0 && operand(0).low < operand(0).high) return false;
        continue;
      case Operation::kRemainder:
        return false;
      default:
        // What else is exact is a truth or a whole number, and jumps where it is not one all over.
        if (has(instruction.operation, Trait::kExact) && value.low < value.high) return false;
    }
  }
  return true;
}

}  // namespace gradfield
