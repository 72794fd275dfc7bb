#include "program/passes/hoist.hpp"

#include <optional>
#include <string>
#include <utility>

#include "program/builder.hpp"

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

// One of the three programs while it grows: copies of the instructions that it is asked for, and of all they need.
class Part {
 public:
  Part(const Program& program, std::vector<std::string> variables)
      : instructions_(program.instructions()), builder_(std::move(variables)), copies_(instructions_.size()) {}

  /// Where the copy of an instruction stands, whose operands are copied already.
  NodeId copy(NodeId node) {
    if (!copies_[node]) {
      Instruction instruction = instructions_[node];
      for (std::size_t k = 0; k < arity_of(instruction); ++k)
        instruction.operands[k] = *copies_[instruction.operands[k]];
      copies_[node] = builder_.add(instruction);
    }
    return *copies_[node];
  }

  /// From now on the instruction is a variable of this part.
  void receive(NodeId node, std::uint32_t variable) { copies_[node] = builder_.variable(variable); }

  NodeId operator[](NodeId node) const { return *copies_[node]; }
  Program finish(const std::vector<NodeId>& outputs) const { return builder_.finish(outputs); }

 private:
  const std::vector<Instruction>& instructions_;
  ProgramBuilder builder_;
  std::vector<std::optional<NodeId>> copies_;
};

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
  const auto stage = [&](NodeId node) { return stage_of(sets[node]); };

  // What the last stage reads of the others: operands of its instructions, and outputs.
  std::vector<bool> is_read(instructions.size(), false);
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    for (std::size_t k = 0; stage(static_cast<NodeId>(i)) == Stage::kPoint && k < arity_of(instructions[i]); ++k) {
      is_read[instructions[i].operands[k]] = true;
    }
  }
  for (const NodeId output : program.outputs()) is_read[output] = true;

  Part column(program, program.variables()), row(program, program.variables());
  std::vector<NodeId> from_column, from_row;  // instructions that the last stage reads
  std::vector<NodeId> column_outputs, row_outputs;
  for (NodeId i = 0; i < instructions.size(); ++i) {
    if (is_constant(i)) {
      column.copy(i);
      row.copy(i);
    } else if (stage(i) == Stage::kColumn) {
      const NodeId copy = column.copy(i);
      if (!is_read[i]) continue;
      from_column.push_back(i);
      column_outputs.push_back(copy);
    } else if (stage(i) == Stage::kRow) {
      const NodeId copy = row.copy(i);
      if (!is_read[i]) continue;
      from_row.push_back(i);
      row_outputs.push_back(copy);
    }
  }

  Part point(program, numbered("hoisted", from_column.size() + from_row.size()));
  std::uint32_t variable = 0;
  for (const std::vector<NodeId>* received : {&from_column, &from_row}) {
    for (const NodeId node : *received) point.receive(node, variable++);
  }
  std::vector<NodeId> outputs;
  for (NodeId i = 0; i < instructions.size(); ++i) {
    if (is_constant(i) || stage(i) == Stage::kPoint) point.copy(i);
  }
  for (const NodeId output : program.outputs()) outputs.push_back(point[output]);
  return {column.finish(column_outputs), row.finish(row_outputs), point.finish(outputs)};
}

}  // namespace gradfield
