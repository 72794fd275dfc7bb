// Builds programs: equal subexpressions become one instruction, constants are folded, and what the simplify rules know
// is applied on the way, so that neither compile nor differentiate has to clean up after itself.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "program/program.hpp"

namespace gradfield {

class ProgramBuilder {
 public:
  explicit ProgramBuilder(std::vector<std::string> variables) : variables_(std::move(variables)) {}

  NodeId constant(double value) { return add({Operation::kConstant, {}, value, 0}); }
  NodeId variable(std::uint32_t index) { return add({Operation::kVariable, {}, 0, index}); }
  /// The result of `operation` on `operands` (as many as its arity): an existing node where one has that value
  /// already, a constant where all operands are, else a new instruction.
  NodeId apply(Operation operation, std::span<const NodeId> operands);
  /// The same for the operation of an instruction, or a leaf as it stands.
  NodeId apply(const Instruction& instruction);

  /// An instruction as it stands, neither simplified nor folded; an existing node where there is the same.
  NodeId add(const Instruction& instruction);

  const Instruction& operator[](NodeId node) const { return instructions_[node]; }
  bool is_constant(NodeId node) const { return instructions_[node].operation == Operation::kConstant; }
  bool is_constant(NodeId node, double value) const {
    return is_constant(node) && instructions_[node].constant == value;
  }
  /// True where the node can be neither negative nor -0 (it may be nan): sums and products of squares, exponentials,
  /// ...
  bool is_never_negative(NodeId node) const;

  /// Copies a whole program into this builder (same variables) and returns where each of its instructions went.
  std::vector<NodeId> insert(const Program& program);

  /// The program of these results, without the instructions that none of them uses.
  Program finish(std::span<const NodeId> outputs) const;

 private:
  struct InstructionHash {
    std::size_t operator()(const Instruction& instruction) const;
  };
  struct InstructionEqual {
    bool operator()(const Instruction& a, const Instruction& b) const;
  };

  std::vector<std::string> variables_;
  std::vector<Instruction> instructions_;
  std::unordered_map<Instruction, NodeId, InstructionHash, InstructionEqual> places_;
};

}  // namespace gradfield
