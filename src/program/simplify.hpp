// Rewrites of single operations that leave the value of every formula as it is, but for rounding.
#pragma once

#include <optional>
#include <span>

#include "program/program.hpp"

namespace gradfield {

class ProgramBuilder;

/// A node equal to `operation` on `operands`, where a simpler one is known; not all operands are constants.
///
/// Never hides a nan or an infinity: 0*u, u-u and u/u stay, and so does u+0, which turns -0 into 0 (and the sign of
/// 1/(u+0) with it). What is left is exact to the bit, but for powers, which are within one rounding of u^c:
/// u^2, u^3, u^4 become products and u^-1 a quotient.
std::optional<NodeId> simplify(ProgramBuilder& builder, Operation operation, std::span<const NodeId> operands);

/// True where the node can be neither negative nor -0 (it may be nan): sums and products of squares, exponentials, ...
bool is_never_negative(const ProgramBuilder& builder, NodeId node);

}  // namespace gradfield
