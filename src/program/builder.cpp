#include "program/builder.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "program/rules.hpp"
#include "program/transform.hpp"

namespace gradfield {

std::size_t ProgramBuilder::InstructionHash::operator()(const Instruction& instruction) const {
  std::uint64_t hash = static_cast<std::uint64_t>(instruction.operation) + 1;
  const auto mix = [&](std::uint64_t part) { hash = (std::rotl(hash, 23) ^ part) * 0x9E3779B97F4A7C15u; };
  for (const NodeId operand : instruction.operands) mix(operand);
  mix(std::bit_cast<std::uint64_t>(instruction.constant));
  mix(instruction.variable);
  return static_cast<std::size_t>(hash ^ (hash >> 32));
}

// Constants by their bits: 0 and -0 differ, and a nan equals itself.
bool ProgramBuilder::InstructionEqual::operator()(const Instruction& a, const Instruction& b) const {
  return a.operation == b.operation && a.operands == b.operands && a.variable == b.variable &&
         std::bit_cast<std::uint64_t>(a.constant) == std::bit_cast<std::uint64_t>(b.constant);
}

NodeId ProgramBuilder::add(const Instruction& instruction) {
  const auto [place, is_new] = places_.try_emplace(instruction, static_cast<NodeId>(instructions_.size()));
  if (is_new) instructions_.push_back(instruction);
  return place->second;
}

NodeId ProgramBuilder::apply(Operation operation, std::span<const NodeId> operands) {
  const auto is_known = [this](NodeId node) { return is_constant(node); };
  if (std::ranges::all_of(operands, is_known)) {
    std::array<double, kLargestArity> values{};
    for (std::size_t k = 0; k < operands.size(); ++k) values[k] = instructions_[operands[k]].constant;
    return constant(kernel_of(operation).value(values.data()));
  }
  if (const SimplifyRule simplify = rules_of(operation).simplify) {
    if (const std::optional<NodeId> simpler = simplify(*this, operands)) return *simpler;
  }
  Instruction instruction{operation, {}, 0, 0};
  std::ranges::copy(operands, instruction.operands.begin());
  if (has(operation, Trait::kCommutative) && operands[0] > operands[1]) {
    std::swap(instruction.operands[0], instruction.operands[1]);
  }
  return add(instruction);
}

NodeId ProgramBuilder::apply(const Instruction& instruction) {
  if (is_leaf(instruction.operation)) return add(instruction);
  return apply(instruction.operation, std::span(instruction.operands).first(arity_of(instruction)));
}

bool ProgramBuilder::is_never_negative(NodeId node) const {
  // Few formulas are deeper than this before the answer is known; a long sum must not recurse without end.
  constexpr int kDeepest = 12;
  const auto known = [&](const auto& self, NodeId place, int depth) -> bool {
    const Instruction& instruction = instructions_[place];
    const Operation operation = instruction.operation;
    if (operation == Operation::kConstant) return !std::signbit(instruction.constant);
    if (has(operation, Trait::kNotNegative)) return true;
    if (!has(operation, Trait::kKeepsSign) || depth == kDeepest) return false;
    const std::span operands(instruction.operands.begin() + (has(operation, Trait::kFirstDecides) ? 1 : 0),
                             instruction.operands.begin() + arity_of(instruction));
    return std::ranges::all_of(operands, [&](NodeId operand) { return self(self, operand, depth + 1); });
  };
  return known(known, node, 0);
}

std::vector<NodeId> ProgramBuilder::insert(const Program& program) {
  return transform(program.instructions(), [this](const Instruction& made, NodeId) { return apply(made); });
}

Program ProgramBuilder::finish(std::span<const NodeId> outputs) const {
  const std::vector<bool> is_needed = reach(instructions_, outputs);
  std::vector<Instruction> kept;
  const std::vector<NodeId> places = transform(instructions_, [&](const Instruction& instruction, NodeId place) {
    if (is_needed[place]) kept.push_back(instruction);
    return static_cast<NodeId>(kept.size()) - 1;  // of what is not needed nobody asks
  });
  return Program(variables_, std::move(kept), moved(outputs, places));
}

}  // namespace gradfield
