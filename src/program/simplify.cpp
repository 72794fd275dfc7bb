#include "program/simplify.hpp"

#include <cmath>

#include "program/builder.hpp"

namespace gradfield {
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

std::optional<NodeId> simplify_subtract(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[1], 0) && !std::signbit(b[u[1]].constant)) return u[0];  // u - 0 (u - -0 would turn -0 into 0)
  if (b[u[1]].operation == kNegate) return b.apply(kAdd, std::array{u[0], b[u[1]].operands[0]});
  if (const auto positive = turned_positive(b, u[1])) return b.apply(kAdd, std::array{u[0], *positive});
  return {};
}

std::optional<NodeId> simplify_add(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b[u[1]].operation == kNegate) return b.apply(kSubtract, std::array{u[0], b[u[1]].operands[0]});
  if (b[u[0]].operation == kNegate) return b.apply(kSubtract, std::array{u[1], b[u[0]].operands[0]});
  if (const auto positive = turned_positive(b, u[1])) return b.apply(kSubtract, std::array{u[0], *positive});
  return {};
}

std::optional<NodeId> simplify_multiply(ProgramBuilder& b, std::span<const NodeId> u) {
  for (const std::size_t k : {0u, 1u}) {
    if (b.is_constant(u[k], 1)) return u[1 - k];
    if (b.is_constant(u[k], -1)) return b.apply(kNegate, std::array{u[1 - k]});
  }
  return {};
}

std::optional<NodeId> simplify_divide(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[1], 1)) return u[0];
  if (b.is_constant(u[1], -1)) return b.apply(kNegate, std::array{u[0]});
  return {};
}

std::optional<NodeId> simplify_negate(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b[u[0]].operation == kNegate) return b[u[0]].operands[0];
  return {};
}

std::optional<NodeId> simplify_absolute(ProgramBuilder& b, std::span<const NodeId> u) {
  if (is_never_negative(b, u[0])) return u[0];
  if (b[u[0]].operation == kNegate) return b.apply(kAbsolute, std::array{b[u[0]].operands[0]});
  return {};
}

template <Operation Even>
std::optional<NodeId> simplify_even_power(ProgramBuilder& b, std::span<const NodeId> u) {
  const Operation inner = b[u[0]].operation;
  if (inner == kNegate || inner == kAbsolute) return b.apply(Even, std::array{b[u[0]].operands[0]});
  return {};
}

std::optional<NodeId> simplify_power(ProgramBuilder& b, std::span<const NodeId> u) {
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

std::optional<NodeId> simplify_select(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[0])) return b[u[0]].constant != 0 ? u[1] : u[2];
  if (u[1] == u[2]) return u[1];
  return {};
}

std::optional<NodeId> simplify_nan_where(ProgramBuilder& b, std::span<const NodeId> u) {
  if (b.is_constant(u[0])) return std::isnan(b[u[0]].constant) ? u[0] : u[1];
  if (u[0] == u[1]) return u[0];
  return {};
}

struct Rewrite {
  Operation operation;
  std::optional<NodeId> (*rewrite)(ProgramBuilder& b, std::span<const NodeId> operands);
};

constexpr Rewrite kRewrites[] = {
    {kAdd, simplify_add},
    {kSubtract, simplify_subtract},
    {kMultiply, simplify_multiply},
    {kDivide, simplify_divide},
    {kNegate, simplify_negate},
    {kAbsolute, simplify_absolute},
    {kSquare, simplify_even_power<kSquare>},
    {kFourth, simplify_even_power<kFourth>},
    {kPower, simplify_power},
    {kSelect, simplify_select},
    {kNanWhere, simplify_nan_where},
};

}  // namespace

std::optional<NodeId> simplify(ProgramBuilder& builder, Operation operation, std::span<const NodeId> operands) {
  for (const Rewrite& row : kRewrites) {
    if (row.operation == operation) return row.rewrite(builder, operands);
  }
  return {};
}

bool is_never_negative(const ProgramBuilder& builder, NodeId node) {
  // Few formulas are deeper than this before the answer is known; a long sum must not recurse without end.
  constexpr int kDeepest = 12;
  const auto known = [&](const auto& self, NodeId place, int depth) -> bool {
    const Instruction& instruction = builder[place];
    const auto operand = [&](std::size_t k) {
      return depth < kDeepest && self(self, instruction.operands[k], depth + 1);
    };
    switch (instruction.operation) {
      case kConstant:
        return !std::signbit(instruction.constant);
      case kSquare:
      case kFourth:
      case kAbsolute:
      case kExponential:
      case kHyperbolicCosine:
      case kHypotenuse:
      case kGaussian:
      case kComplementaryError:
      case kLess:
      case kLessEqual:
      case kGreater:
      case kGreaterEqual:
      case kEqual:
      case kNotEqual:
      case kAnd:
      case kOr:
        return true;
      case kSquareRoot:
        return operand(0);
      case kNanWhere:
        return operand(1);
      case kAdd:
      case kMultiply:
      case kDivide:
      case kMinimum:
      case kMaximum:
        return operand(0) && operand(1);
      case kSelect:
        return operand(1) && operand(2);
      default:
        return false;
    }
  };
  return known(known, node, 0);
}

}  // namespace gradfield
