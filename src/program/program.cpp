#include "program/program.hpp"

#include <charconv>

#include "program/transform.hpp"

namespace gradfield {

std::vector<bool> Program::variables_used(std::size_t output) const {
  const std::vector<bool> needed = reach(instructions_, std::span(outputs_).subspan(output, 1));
  std::vector<bool> used(variables_.size(), false);
  for (std::size_t i = 0; i < instructions_.size(); ++i) {
    if (needed[i] && instructions_[i].operation == Operation::kVariable) used[instructions_[i].variable] = true;
  }
  return used;
}

std::vector<int> Program::reader_counts() const {
  std::vector<int> counts(instructions_.size());
  for (const Instruction& instruction : instructions_) {
    for (std::size_t k = 0; k < arity_of(instruction); ++k) ++counts[instruction.operands[k]];
  }
  for (const NodeId output : outputs_) ++counts[output];
  return counts;
}

std::vector<double> Program::evaluate_at(const std::vector<double>& point) const {
  std::vector<double> values(instructions_.size());
  for (std::size_t i = 0; i < instructions_.size(); ++i) {
    const Instruction& instruction = instructions_[i];
    if (instruction.operation == Operation::kConstant) {
      values[i] = instruction.constant;
    } else if (instruction.operation == Operation::kVariable) {
      values[i] = point[instruction.variable];
    } else {
      std::array<double, kLargestArity> operands{};
      for (std::size_t k = 0; k < kLargestArity; ++k) operands[k] = values[instruction.operands[k]];
      values[i] = kernel_of(instruction.operation).value(operands.data());
    }
  }
  std::vector<double> results;
  for (const NodeId output : outputs_) results.push_back(values[output]);
  return results;
}

std::string Program::listing() const {
  std::string out;
  const auto put_number = [&](double value) {
    std::array<char, 32> digits;
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  };
  for (std::size_t i = 0; i < instructions_.size(); ++i) {
    const Instruction& instruction = instructions_[i];
    const Kernel& kernel = kernel_of(instruction.operation);
    out += "%" + std::to_string(i) + " = " + std::string(kernel.name);
    if (instruction.operation == Operation::kConstant) {
      out += ' ';
      put_number(instruction.constant);
    }
    if (instruction.operation == Operation::kVariable) out += " " + variables_[instruction.variable];
    for (int k = 0; k < kernel.arity; ++k) {
      out += " %" + std::to_string(instruction.operands[static_cast<std::size_t>(k)]);
    }
    out += '\n';
  }
  out += "result";
  for (const NodeId output : outputs_) out += " %" + std::to_string(output);
  return out + "\n";
}

}  // namespace gradfield
