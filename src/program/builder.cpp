#include "program/builder.hpp"

#include <bit>
#include <utility>

#include "program/simplify.hpp"

namespace gradfield {
namespace {

// Operations whose result has the same bits when the two operands change places.
bool is_commutative(Operation operation) {
  using enum Operation;
  return operation == kAdd || operation == kMultiply || operation == kEqual || operation == kNotEqual ||
         operation == kAnd || operation == kOr || operation == kHypotenuse;
}

}  // namespace

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

NodeId ProgramBuilder::find_or_add(const Instruction& instruction) {
  const auto [place, is_new] = places_.try_emplace(instruction, static_cast<NodeId>(instructions_.size()));
  if (is_new) instructions_.push_back(instruction);
  return place->second;
}

NodeId ProgramBuilder::constant(double value) { return find_or_add({Operation::kConstant, {}, value, 0}); }

NodeId ProgramBuilder::variable(std::uint32_t index) { return find_or_add({Operation::kVariable, {}, 0, index}); }

NodeId ProgramBuilder::apply(Operation operation, std::span<const NodeId> operands) {
  Instruction instruction{operation, {}, 0, 0};
  bool all_constant = true;
  for (std::size_t k = 0; k < operands.size(); ++k) {
    instruction.operands[k] = operands[k];
    all_constant = all_constant && is_constant(operands[k]);
  }
  if (all_constant) {
    std::array<double, kLargestArity> values{};
    for (std::size_t k = 0; k < operands.size(); ++k) values[k] = instructions_[operands[k]].constant;
    return constant(kernel_of(operation).value(values.data()));
  }
  if (const std::optional<NodeId> simpler = simplify(*this, operation, operands)) return *simpler;
  if (is_commutative(operation) && instruction.operands[0] > instruction.operands[1]) {
    std::swap(instruction.operands[0], instruction.operands[1]);
  }
  return find_or_add(instruction);
}

std::vector<NodeId> ProgramBuilder::insert(const Program& program) {
  std::vector<NodeId> places;
  places.reserve(program.instructions().size());
  for (const Instruction& instruction : program.instructions()) {
    if (instruction.operation == Operation::kConstant) {
      places.push_back(constant(instruction.constant));
    } else if (instruction.operation == Operation::kVariable) {
      places.push_back(variable(instruction.variable));
    } else {
      std::array<NodeId, kLargestArity> operands{};
      const std::size_t arity = arity_of(instruction);
      for (std::size_t k = 0; k < arity; ++k) operands[k] = places[instruction.operands[k]];
      places.push_back(apply(instruction.operation, std::span(operands).first(arity)));
    }
  }
  return places;
}

Program ProgramBuilder::finish(std::span<const NodeId> outputs) const {
  std::vector<bool> needed(instructions_.size(), false);
  for (const NodeId output : outputs) needed[output] = true;
  for (std::size_t i = instructions_.size(); i-- > 0;) {
    if (!needed[i]) continue;
    for (std::size_t k = 0; k < arity_of(instructions_[i]); ++k) needed[instructions_[i].operands[k]] = true;
  }
  std::vector<NodeId> places(instructions_.size(), 0);
  std::vector<Instruction> kept;
  for (std::size_t i = 0; i < instructions_.size(); ++i) {
    if (!needed[i]) continue;
    Instruction instruction = instructions_[i];
    for (std::size_t k = 0; k < arity_of(instruction); ++k) {
      instruction.operands[k] = places[instruction.operands[k]];
    }
    places[i] = static_cast<NodeId>(kept.size());
    kept.push_back(instruction);
  }
  std::vector<NodeId> results;
  for (const NodeId output : outputs) results.push_back(places[output]);
  return Program(variables_, std::move(kept), std::move(results));
}

}  // namespace gradfield
