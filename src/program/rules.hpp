// What is known of every operation besides its value: one row each. The functions of the rows stand, each with its
// derivation, in the files that rules.cpp includes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "program/bounds.hpp"
#include "program/term.hpp"

namespace gradfield {

/// What a slope rule may use: v = operation(u[0], u[1], ...), and du[k], the slope of u[k].
struct RuleInput {
  Term v;
  std::array<Term, kLargestArity> u;
  std::array<Slope, kLargestArity> du;
};

/// The same with the slope of operand k alone: rules are linear in the slopes.
RuleInput only(const RuleInput& in, std::size_t k);

/// dv from u, du and v. Requires: a slope among du that is not the structural zero.
using SlopeRule = Slope (*)(const RuleInput&);

/// What an operation makes of operands between these bounds.
using BoundRule = InstructionBounds (*)(std::span<const Bounds> operands);

/// A node equal to the operation on `operands`, where a simpler one is known; not all operands are constants.
///
/// Never hides a nan or an infinity: 0*u, u-u and u/u stay, and so does u+0, which turns -0 into 0 (and the sign of
/// 1/(u+0) with it). What is left is exact to the bit, but for powers, which are within one rounding of u^c:
/// u^2, u^3, u^4 become products and u^-1 a quotient.
using SimplifyRule = std::optional<NodeId> (*)(ProgramBuilder& builder, std::span<const NodeId> operands);

/// A set of things that hold for an operation whatever its operands are.
enum class Trait : std::uint8_t {
  kNone = 0,
  kCommutative = 1,    // the result has the same bits when the two operands change places
  kExact = 2,          // only chooses, compares or turns around: no rounding of its own
  kUnderflows = 4,     // the result may be so small that it loses digits, and then is off by up to the least double
  kNotNegative = 8,    // neither negative nor -0 (it may be nan)
  kKeepsSign = 16,     // kNotNegative where all operands are, those that kFirstDecides apart
  kFirstDecides = 32,  // the first operand only decides: the result is one of the others, or nan
  kFewValues = 64,     // bounds that meet are the result, to the bit
};
constexpr Trait operator|(Trait a, Trait b) {
  return static_cast<Trait>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}

struct Rules {
  Operation operation;
  SlopeRule slope;
  BoundRule bound;
  Trait traits;
  SimplifyRule simplify = nullptr;  // null: nothing simpler is known
};

/// The row of an operation; that of a leaf has no slope and no bound. Requires: operation < kCount.
const Rules& rules_of(Operation operation);

/// Whether the operation has this one trait.
inline bool has(Operation operation, Trait trait) {
  return (rules_of(operation).traits | trait) == rules_of(operation).traits;
}

/// What the slope rule of the instruction at `place` is given in `builder`, where the instructions of `program` went to
/// `places` and have these slopes (those of its operands at least).
RuleInput rule_input(ProgramBuilder& builder, const Program& program, NodeId place, const std::vector<NodeId>& places,
                     const std::vector<Slope>& slopes);

}  // namespace gradfield
