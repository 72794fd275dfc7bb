// What the simplify rules of rules.hpp know: one for each operation of which a simpler form is known.
// Included by rules.cpp alone, whose rows name every one of them.
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "program/builder.hpp"

namespace gradfield::simplify {
namespace {

using enum Operation;

// |c| * u where the node is c * u with a negative constant c.
std::optional<NodeId> turned_positive(ProgramBuilder& b, NodeId node) {
  const Instruction instruction = b[node];
  if (instruction.operation != kMultiply) return {};
  for (const std::size_t k : {0u, 1u}) {
    const NodeId factor = instruction.operands[k];
    if (!b.is_constant(factor) || !(b[factor].constant < 0)) continue;
    return b.apply(kMultiply, std::array{b.constant(-b[factor].constant), instruction.operands[1 - k]});
  }
  return {};
}

std::optional<NodeId> subtract(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[1], 0) && !std::signbit(b[u[1]].constant)) return u[0];  // u - 0 (u - -0 would turn -0 into 0)
  if (b[u[1]].operation == kNegate) return b.apply(kAdd, std::array{u[0], b[u[1]].operands[0]});
  if (const auto positive = turned_positive(b, u[1])) return b.apply(kAdd, std::array{u[0], *positive});
  return {};
}

std::optional<NodeId> add(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b[u[1]].operation == kNegate) return b.apply(kSubtract, std::array{u[0], b[u[1]].operands[0]});
  if (b[u[0]].operation == kNegate) return b.apply(kSubtract, std::array{u[1], b[u[0]].operands[0]});
  if (const auto positive = turned_positive(b, u[1])) return b.apply(kSubtract, std::array{u[0], *positive});
  return {};
}

std::optional<NodeId> multiply(ProgramBuilder& b, std::span<const NodeId> u) {
  for (const std::size_t k : {0u, 1u}) {
    if (b.is_constant(u[k], 1)) return u[1 - k];
    if (b.is_constant(u[k], -1)) return b.apply(kNegate, std::array{u[1 - k]});
  }
  for (const std::size_t k : {0u, 1u}) {
    const Instruction minus = b[u[k]], plus = b[u[1 - k]];
    if (minus.operation != kSubtract || !b.is_constant(minus.operands[0], 1) || plus.operation != kAdd) continue;
    for (const std::size_t one : {0u, 1u}) {
      if (b.is_constant(plus.operands[one], 1) && plus.operands[1 - one] == minus.operands[1]) {
        return b.apply(kOneMinusSquare, std::array{minus.operands[1]});
      }
    }
  }
  return {};
}

std::optional<NodeId> divide(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[1], 1)) return u[0];
  if (b.is_constant(u[1], -1)) return b.apply(kNegate, std::array{u[0]});
  return {};
}

std::optional<NodeId> negate(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b[u[0]].operation == kNegate) return b[u[0]].operands[0];
  return {};
}

std::optional<NodeId> absolute(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_never_negative(u[0])) return u[0];
  if (b[u[0]].operation == kNegate) return b.apply(kAbsolute, std::array{b[u[0]].operands[0]});
  return {};
}

// The smaller or the larger one of two that are one.
std::optional<NodeId> choice(ProgramBuilder&, std::span<const NodeId> u) {
  return u[0] == u[1] ? std::optional(u[0]) : std::nullopt;
}

template <Operation Even>
std::optional<NodeId> even_power(ProgramBuilder& b, std::span<const NodeId> u) {
  const Operation inner = b[u[0]].operation;
  if (inner == kNegate || inner == kAbsolute) return b.apply(Even, std::array{b[u[0]].operands[0]});
  return {};
}

std::optional<NodeId> power(ProgramBuilder& b, std::span<const NodeId> u) {
  if (!b.is_constant(u[1])) return {};
  const double exponent = b[u[1]].constant;
  if (exponent == 0) return b.constant(1);  // C99: also of nan and infinity
  if (exponent == 1) return u[0];
  if (exponent == 2) return b.apply(kSquare, u.first(1));
  if (exponent == 3) return b.apply(kCube, u.first(1));
  if (exponent == 4) return b.apply(kFourth, u.first(1));
  if (exponent == -1) return b.apply(kDivide, std::array{b.constant(1), u[0]});
  return {};
}

// u == 0 ? 0 : sign(u)
bool is_sign_but_for_zero(ProgramBuilder& b, std::span<const NodeId> u) {
  const Instruction condition = b[u[0]], otherwise = b[u[2]];
  if (otherwise.operation != kSign || condition.operation != kEqual || !b.is_constant(u[1], 0)) return false;
  const auto& [left, right, none] = condition.operands;
  const NodeId of = otherwise.operands[0];
  return (left == of && b.is_constant(right, 0)) || (right == of && b.is_constant(left, 0));
}

std::optional<NodeId> select(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[0])) return b[u[0]].constant != 0 ? u[1] : u[2];
  if (u[1] == u[2]) return u[1];
  if (is_sign_but_for_zero(b, u)) return u[2];
  return {};
}

std::optional<NodeId> nan_where(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[0])) return std::isnan(b[u[0]].constant) ? u[0] : u[1];
  if (u[0] == u[1]) return u[0];
  return {};
}

}  // namespace
}  // namespace gradfield::simplify
