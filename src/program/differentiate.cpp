#include "program/differentiate.hpp"

#include "program/rules.hpp"

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
  const std::size_t arity = arity_of(instruction);
  for (std::size_t k = 0; k < arity; ++k) {
    in.u[k] = {&builder, places[instruction.operands[k]]};
    in.du[k] = slopes[instruction.operands[k]];
    any = any || in.du[k];
  }
  const SlopeRule rule = slope_rule_of(instruction.operation);
  return any && rule != nullptr ? rule(in) : Slope{};
}

// The slope of every instruction of `program` in one variable; `places` tells where they are in the builder.
std::vector<Slope> slopes_in(ProgramBuilder& builder, const Program& program, std::uint32_t variable,
                             const std::vector<NodeId>& places) {
  std::vector<Slope> slopes;
  slopes.reserve(program.instructions().size());
  for (std::size_t i = 0; i < program.instructions().size(); ++i) {
    slopes.push_back(slope_of(builder, program.instructions()[i], places[i], variable, slopes, places));
  }
  return slopes;
}

// The slope of `value` as it stands among the results: nan where the value is, 0 in a variable that f does not use.
NodeId result_of(ProgramBuilder& builder, NodeId value, Slope slope, bool uses_variable) {
  const Term zero{&builder, builder.constant(0)};
  if (!uses_variable) return zero.node;
  return apply(Operation::kNanWhere, {&builder, value}, slope.value_or(zero)).node;
}

}  // namespace

Program differentiate(const Program& f) {
  ProgramBuilder builder(f.variables());
  const std::vector<NodeId> places = builder.insert(f);
  const NodeId value = places[f.outputs()[0]];
  const std::vector<bool> used = f.variables_used(0);
  std::vector<NodeId> outputs{value};
  for (std::uint32_t variable = 0; variable < f.variables().size(); ++variable) {
    const std::vector<Slope> slopes = slopes_in(builder, f, variable, places);
    outputs.push_back(result_of(builder, value, slopes[f.outputs()[0]], used[variable]));
  }
  return builder.finish(outputs);
}

Program differentiate_twice(const Program& f) {
  const Program first = differentiate(f);
  const std::size_t count = f.variables().size();
  ProgramBuilder builder(f.variables());
  const std::vector<NodeId> places = builder.insert(first);
  const std::vector<bool> used = f.variables_used(0);
  std::vector<NodeId> outputs;
  for (const NodeId output : first.outputs()) outputs.push_back(places[output]);
  std::vector<std::vector<NodeId>> rows(count);  // of the upper triangle
  for (std::uint32_t column = 0; column < count; ++column) {
    const std::vector<Slope> slopes = slopes_in(builder, first, column, places);
    for (std::size_t row = 0; row <= column; ++row) {
      const Slope slope = slopes[first.outputs()[1 + row]];
      rows[row].push_back(result_of(builder, outputs[1 + row], slope, used[row] && used[column]));
    }
  }
  for (const std::vector<NodeId>& row : rows) outputs.insert(outputs.end(), row.begin(), row.end());
  return builder.finish(outputs);
}

}  // namespace gradfield
