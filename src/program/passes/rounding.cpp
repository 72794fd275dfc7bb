#include "program/passes/rounding.hpp"

#include <algorithm>
#include <limits>

#include "program/rules.hpp"

namespace gradfield {
namespace {

using enum Operation;

// Operations that only choose, compare or turn around. So do those without a slope.
constexpr Operation kWithoutRounding[] = {kNegate, kAbsolute, kMinimum, kMaximum, kSelect, kNanWhere};

// Operations whose result may be so small that it loses digits, and then is off by up to the least double.
constexpr Operation kUnderflowing[] = {kMultiply, kDivide, kSquare, kCube, kFourth, kPower, kExponential};
constexpr double kLeast = std::numeric_limits<double>::denorm_min();

// Half a unit in the last place of a value near 1: what a correct rounding costs at most.
constexpr double kUnitRoundoff = 0x1p-53;

// The bound of one instruction from those of its operands; the structural zero where there is no error.
Slope bound_of(const RuleInput& operands, const std::array<Slope, kLargestArity>& bounds, Operation operation) {
  const SlopeRule rule = slope_rule_of(operation);
  if (rule == nullptr) return {};
  Slope sum;
  for (std::size_t k = 0; k < kLargestArity; ++k) {
    if (!bounds[k]) continue;
    RuleInput one = operands;
    one.du[k] = bounds[k];
    // The slopes are taken one by one, so that errors of opposite signs do not cancel.
    if (const Slope passed_on = rule(one)) sum = sum + absolute(*passed_on);
  }
  if (std::ranges::count(kWithoutRounding, operation) > 0) return sum;
  const Term size = absolute(operands.v);
  sum = sum + kUnitRoundoff * size;
  if (std::ranges::count(kUnderflowing, operation) == 0) return sum;
  return sum + apply(kMinimum, size, size.constant(kLeast));  // 0 stays 0
}

}  // namespace

Program with_rounding_error(const Program& f) {
  ProgramBuilder builder(f.variables());
  const std::vector<NodeId> places = builder.insert(f);
  std::vector<Slope> bounds;
  for (std::size_t i = 0; i < f.instructions().size(); ++i) {
    const Instruction& instruction = f.instructions()[i];
    RuleInput operands{{&builder, places[i]}, {}, {}};
    std::array<Slope, kLargestArity> of_operands;
    const std::size_t arity = arity_of(instruction);
    for (std::size_t k = 0; k < arity; ++k) {
      operands.u[k] = {&builder, places[instruction.operands[k]]};
      of_operands[k] = bounds[instruction.operands[k]];
    }
    bounds.push_back(arity > 0 ? bound_of(operands, of_operands, instruction.operation) : Slope{});
  }
  const NodeId value = f.outputs()[0];
  const Slope bound = bounds[value];
  const std::array outputs{places[value], bound ? bound->node : builder.constant(0)};
  return builder.finish(outputs);
}

}  // namespace gradfield
