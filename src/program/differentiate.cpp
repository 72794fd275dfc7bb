#include "program/differentiate.hpp"

#include <algorithm>

#include "program/rules.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

// The slope of every instruction of `program` in one variable; `places` tells where they are in the builder.
std::vector<Slope> slopes_in(ProgramBuilder& builder, const Program& program, std::uint32_t variable,
                             const std::vector<NodeId>& places) {
  std::vector<Slope> slopes;
  for (NodeId place = 0; place < places.size(); ++place) {
    const Instruction& instruction = program.instructions()[place];
    const RuleInput in = rule_input(builder, program, place, places, slopes);
    const bool is_constant = std::ranges::none_of(in.du, [](const Slope& du) { return du.has_value(); });
    if (instruction.operation == Operation::kVariable && instruction.variable == variable) {
      slopes.push_back(in.v.constant(1));
    } else {
      slopes.push_back(is_constant ? Slope{} : rules_of(instruction.operation).slope(in));
    }
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
  std::vector<NodeId> outputs = moved(first.outputs(), places);
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
