#include "program/differentiate.hpp"

#include <algorithm>

#include "program/rules.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

// The operations whose slope is a sum of one part an operand, each a factor times its slope.
bool has_parts(Operation operation) {
  using enum Operation;
  return operation == kMultiply || operation == kPower || operation == kArcTangent2 || operation == kHypotenuse;
}

// The slope where that of operand k alone is not the structural zero. Rules are linear in the slopes, so a choice
// against nothing, as that of max(u, 0), can stand outside of all factors: what does not depend on the variable has no
// slope, and an infinite factor cannot make a nan of it.
Slope slope_of_one(Operation operation, RuleInput in, std::size_t k) {
  const Instruction slope = (*in.v.builder)[in.du[k]->node];
  if (slope.operation == Operation::kSelect) {
    for (const std::size_t nothing : {1u, 2u}) {
      if (!in.v.builder->is_constant(slope.operands[nothing], 0)) continue;
      const Term condition{in.v.builder, slope.operands[0]};
      in.du[k] = Term{in.v.builder, slope.operands[3 - nothing]};
      const Slope inner = slope_of_one(operation, in, k);
      return nothing == 2 ? select(condition, inner, {}) : select(condition, {}, inner);
    }
  }
  return rules_of(operation).slope(in);
}

bool is_choice_against_nothing(Slope slope) {
  if (!slope) return false;
  const ProgramBuilder& builder = *slope->builder;
  const Instruction& choice = builder[slope->node];
  return choice.operation == Operation::kSelect &&
         (builder.is_constant(choice.operands[1], 0) || builder.is_constant(choice.operands[2], 0));
}

// Requires: a slope that is not the structural zero.
Slope slope_of(Operation operation, const RuleInput& in) {
  const auto slopes = std::ranges::count_if(in.du, [](const Slope& du) { return du.has_value(); });
  if (slopes == 1) {
    const auto k = static_cast<std::size_t>(
        std::ranges::find_if(in.du, [](const Slope& du) { return du.has_value(); }) - in.du.begin());
    return slope_of_one(operation, in, k);
  }
  if (!has_parts(operation) || std::ranges::none_of(in.du, is_choice_against_nothing)) {
    return rules_of(operation).slope(in);
  }
  Slope sum;
  for (std::size_t k = 0; k < kLargestArity; ++k) {
    if (in.du[k]) sum = sum + slope_of_one(operation, only(in, k), k);
  }
  return sum;
}

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
      slopes.push_back(is_constant ? Slope{} : slope_of(instruction.operation, in));
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

// f and its slopes, those at kinks marked as such.
Program with_slopes(const Program& f) {
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

// The same program without the marks.
Program without_kinks(const Program& program) {
  ProgramBuilder builder(program.variables());
  const std::vector<NodeId> places = transform(program.instructions(), [&](const Instruction& made, NodeId) {
    return made.operation == Operation::kKink ? made.operands[0] : builder.apply(made);
  });
  return builder.finish(moved(program.outputs(), places));
}

}  // namespace

Program differentiate(const Program& f) { return without_kinks(with_slopes(f)); }

Program differentiate_twice(const Program& f) {
  const Program first = with_slopes(f);
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
  return without_kinks(builder.finish(outputs));
}

}  // namespace gradfield
