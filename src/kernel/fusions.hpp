// Pairs of operations that one loop computes: the value between them stays in a register, and each operation is rounded
// as it would be alone.
#pragma once

#include <array>
#include <cstddef>

#include "kernel/operation.hpp"

namespace gradfield {

/// outer(inner(a, b), c), or outer(a, inner(b, c)) where the inner operation stands right.
struct Fusion {
  Operation outer, inner;
  bool is_right = false;
};

inline constexpr std::size_t kFusionArity = 3;

/// The rows there are; where the operands of `outer` may change places, the inner operation stands left. Chosen by
/// measurement: rows of three operations, such as a*b - c*d, save no time beside these.
inline constexpr std::array kFusions{
    Fusion{Operation::kAdd, Operation::kAdd},
    Fusion{Operation::kAdd, Operation::kSubtract},
    Fusion{Operation::kAdd, Operation::kMultiply},
    Fusion{Operation::kSubtract, Operation::kAdd},
    Fusion{Operation::kSubtract, Operation::kAdd, true},
    Fusion{Operation::kSubtract, Operation::kSubtract},
    Fusion{Operation::kSubtract, Operation::kSubtract, true},
    Fusion{Operation::kSubtract, Operation::kMultiply},
    Fusion{Operation::kSubtract, Operation::kMultiply, true},
    Fusion{Operation::kMultiply, Operation::kAdd},
    Fusion{Operation::kMultiply, Operation::kSubtract},
    Fusion{Operation::kMultiply, Operation::kMultiply},
    Fusion{Operation::kDivide, Operation::kAdd},
    Fusion{Operation::kDivide, Operation::kAdd, true},
    Fusion{Operation::kDivide, Operation::kSubtract},
    Fusion{Operation::kDivide, Operation::kSubtract, true},
    Fusion{Operation::kDivide, Operation::kMultiply},
    Fusion{Operation::kDivide, Operation::kMultiply, true},
    Fusion{Operation::kNanWhere, Operation::kAdd, true},
    Fusion{Operation::kNanWhere, Operation::kSubtract, true},
    Fusion{Operation::kNanWhere, Operation::kMultiply, true},
};

}  // namespace gradfield
