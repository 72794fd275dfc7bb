// The operations on blocks of values, compiled once for each instruction set; the widest one this processor has is
// chosen at run time. Every set gives the bits of Kernel::value, so a result does not tell which machine made it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

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

/// result[i] from operands[0][i], operands[1][i], ... for i < count. `result` may be one of the operands; no pointer
/// needs an alignment. Any nan equals any nan: their bits may differ between instruction sets.
using Block = void (*)(const double* const* operands, double* result, std::size_t count);

/// Two results of one operand, which either result may overwrite; the results are distinct.
using PairBlock = void (*)(const double* operand, double* first, double* second, std::size_t count);

/// Columns to records, as a table holds them: records[i * column_count + k] = columns[k][i] for i < count, but every
/// nan is the quiet nan 0x7ff8000000000000, and -0 is 0. `records` does not overlap a column; no pointer needs an
/// alignment.
using Interleave = void (*)(const double* const* columns, std::size_t column_count, std::size_t count, double* records);

/// Whether all of `count` values are finite; the pointer needs no alignment.
using FinitenessTest = bool (*)(const double* values, std::size_t count);

/// The functions of one instruction set.
struct Blocks {
  /// By Operation; null for the leaves.
  std::array<Block, kOperationCount> of;
  /// By the rows of kFusions.
  std::array<Block, kFusions.size()> fused;
  /// The bits of kSine and kCosine, in little more than the time of one of them.
  PairBlock sine_and_cosine;
  Interleave interleave;
  FinitenessTest are_finite;
};

/// One row an instruction set.
struct InstructionSet {
  std::string_view name;
  bool (*is_supported)();  // by this processor
  const Blocks& (*blocks)();
};

/// The instruction sets that are compiled in, the narrowest first: `portable`, which every processor has; on x86-64
/// also ssse3, sse4, avx2 and avx512.
std::span<const InstructionSet> instruction_sets();

/// The set of that name; of the empty name, the last one that this processor supports.
/// Errors: kUsage where there is none of the name or this processor lacks it.
const InstructionSet& choose_instruction_set(std::string_view name);

/// The blocks of choose_instruction_set for the environment variable GRADFIELD_INSTRUCTION_SET, which exists for tests
/// and benchmarks; chosen at the first call. Errors: as there.
const Blocks& active_blocks();

}  // namespace gradfield
