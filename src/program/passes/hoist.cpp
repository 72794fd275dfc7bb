#include "program/passes/hoist.hpp"

#include <string>
#include <utility>

#include "program/builder.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

// For each instruction the variables it depends on.
std::vector<VariableSet> variables_of(const Program& program) {
  const auto& instructions = program.instructions();
  std::vector<VariableSet> sets(instructions.size(), 0);
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    if (instructions[i].operation == Operation::kVariable) sets[i] = VariableSet{1} << instructions[i].variable;
    for (std::size_t k = 0; k < arity_of(instructions[i]); ++k) sets[i] |= sets[instructions[i].operands[k]];
  }
  return sets;
}

enum class Stage { kColumn, kRow, kPoint };

Stage stage_of(VariableSet variables) {
  if ((variables & ~kFirstVariable) == 0) return Stage::kColumn;
  return (variables & kFirstVariable) == 0 ? Stage::kRow : Stage::kPoint;
}

std::vector<std::string> numbered(const std::string& name, std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(name + std::to_string(i));
  return names;
}

}  // namespace

std::vector<VariableSet> variables_of_outputs(const Program& program) {
  const std::vector<VariableSet> sets = variables_of(program);
  std::vector<VariableSet> result;
  for (const NodeId output : program.outputs()) result.push_back(sets[output]);
  return result;
}

HoistedProgram hoist(const Program& program) {
  const auto& instructions = program.instructions();
  const std::vector<VariableSet> sets = variables_of(program);
  const auto is_constant = [&](NodeId node) { return instructions[node].operation == Operation::kConstant; };
  const auto is_in = [&](NodeId node, Stage stage) { return is_constant(node) || stage_of(sets[node]) == stage; };

  // What the last stage reads of the others: operands of its instructions, and outputs.
  std::vector<bool> is_read(instructions.size(), false);
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    if (stage_of(sets[i]) != Stage::kPoint) continue;
    for (std::size_t k = 0; k < arity_of(instructions[i]); ++k) is_read[instructions[i].operands[k]] = true;
  }
  for (const NodeId output : program.outputs()) is_read[output] = true;

  std::vector<std::uint32_t> received(instructions.size());  // which variable of the last stage each of these is
  std::uint32_t count = 0;
  const auto part = [&](Stage stage) {
    ProgramBuilder builder(program.variables());
    std::vector<NodeId> outputs;
    transform(instructions, [&](const Instruction& instruction, NodeId node) {
      if (!is_in(node, stage)) return NodeId{0};  // which no instruction of the stage has as an operand
      const NodeId copy = builder.add(instruction);
      if (is_read[node] && !is_constant(node)) {
        outputs.push_back(copy);
        received[node] = count++;
      }
      return copy;
    });
    return builder.finish(outputs);
  };
  Program column = part(Stage::kColumn), row = part(Stage::kRow);

  ProgramBuilder point(numbered("hoisted", count));
  const std::vector<NodeId> places = transform(instructions, [&](const Instruction& instruction, NodeId node) {
    return is_in(node, Stage::kPoint) ? point.add(instruction) : point.variable(received[node]);
  });
  return {std::move(column), std::move(row), point.finish(moved(program.outputs(), places))};
}

}  // namespace gradfield
