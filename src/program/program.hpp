// A formula as straight-line code: a list of instructions, each using earlier ones, and which of them are the results.
// Made by ProgramBuilder, immutable afterwards; what the evaluator runs and differentiate transforms.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "kernel/operation.hpp"

namespace gradfield {

/// The place of an instruction in its program.
using NodeId = std::uint32_t;

struct Instruction {
  Operation operation = Operation::kConstant;
  std::array<NodeId, kLargestArity> operands{};  // the first `arity` count; all smaller than this one's own place
  double constant = 0;                           // of kConstant
  std::uint32_t variable = 0;                    // of kVariable: index into Program::variables
};

/// How many operands count.
inline std::size_t arity_of(const Instruction& instruction) {
  return static_cast<std::size_t>(kernel_of(instruction.operation).arity);
}

/// Straight-line code of one or more results in named variables. Every instruction is reachable from a result, and no
/// two compute the same.
class Program {
 public:
  Program(std::vector<std::string> variables, std::vector<Instruction> instructions, std::vector<NodeId> outputs)
      : variables_(std::move(variables)), instructions_(std::move(instructions)), outputs_(std::move(outputs)) {}

  const std::vector<std::string>& variables() const { return variables_; }
  const std::vector<Instruction>& instructions() const { return instructions_; }
  const std::vector<NodeId>& outputs() const { return outputs_; }

  /// Whether output `output` uses each variable: one flag a variable.
  std::vector<bool> variables_used(std::size_t output) const;

  /// For each instruction how often it is read: as an operand, and as an output.
  std::vector<int> reader_counts() const;

  /// Value of every output at one point: `point` has one value a variable. For constants and tests; grids go through
  /// the Evaluator.
  std::vector<double> evaluate_at(const std::vector<double>& point) const;

  /// One instruction a line, for tests and people: "%2 = add %0 %1".
  std::string listing() const;

 private:
  std::vector<std::string> variables_;
  std::vector<Instruction> instructions_;
  std::vector<NodeId> outputs_;
};

}  // namespace gradfield
