#include "expression/differentiate.hpp"

#include "expression/functions.hpp"

namespace gradfield {
namespace {

// The slope of one instruction in one variable, from the slopes of its operands.
Slope slope_of(ProgramBuilder& builder, const Instruction& instruction, NodeId place, std::uint32_t variable,
               const std::vector<Slope>& slopes, const std::vector<NodeId>& places) {
  if (instruction.operation == Operation::kConstant) return {};
  if (instruction.operation == Operation::kVariable) {
    if (instruction.variable != variable) return {};
    return Term{&builder, builder.constant(1)};
  }
  RuleInput in{{&builder, place}, {}, {}};
  bool any = false;
  const std::size_t arity = static_cast<std::size_t>(kernel_of(instruction.operation).arity);
  for (std::size_t k = 0; k < arity; ++k) {
    in.u[k] = {&builder, places[instruction.operands[k]]};
    in.du[k] = slopes[instruction.operands[k]];
    any = any || in.du[k];
  }
  const SlopeRule rule = slope_rule_of(instruction.operation);
  return any && rule != nullptr ? rule(in) : Slope{};
}

}  // namespace

Program differentiate(const Program& f) {
  ProgramBuilder builder(f.variables());
  const std::vector<NodeId> places = builder.insert(f);
  const NodeId value = places[f.outputs()[0]];
  const std::vector<bool> used = f.variables_used(0);
  std::vector<NodeId> outputs{value};
  for (std::uint32_t variable = 0; variable < f.variables().size(); ++variable) {
    std::vector<Slope> slopes;
    slopes.reserve(f.instructions().size());
    for (std::size_t i = 0; i < f.instructions().size(); ++i) {
      slopes.push_back(slope_of(builder, f.instructions()[i], places[i], variable, slopes, places));
    }
    const Term zero{&builder, builder.constant(0)};
    const Term partial = slopes[f.outputs()[0]].value_or(zero);
    outputs.push_back(used[variable] ? apply(Operation::kNanWhere, {&builder, value}, partial).node : zero.node);
  }
  return builder.finish(outputs);
}

}  // namespace gradfield
