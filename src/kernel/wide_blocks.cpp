// The blocks of every instruction set: this source, and the parts it includes, are compiled once for each (Highway's
// foreach_target), in a namespace of their own.
//
// The headers of the standard library stand before the first part, so that nothing of them is compiled for a processor
// that is not there. Highway itself is headers only: its library would detect the processor, at the cost of 3 ms.
#include <array>
#include <cstddef>
#include <limits>
#include <utility>

#include "kernel/blocks.hpp"
#include "kernel/borders.hpp"
#include "kernel/double_double.hpp"
#include "kernel/mathematics.hpp"

// On x86-64 all of its instruction sets, plain ones (SCALAR) included whatever the compiler's flags, and without what
// has no use here: fused multiply-add, half floats, AES. Elsewhere the plain ones alone.
#if defined(__x86_64__)
#define HWY_COMPILE_ALL_ATTAINABLE
#define HWY_BROKEN_EMU128 1
#define HWY_DISABLE_BMI2_FMA
#define HWY_DISABLE_F16C
#define HWY_DISABLE_PCLMUL_AES
#else
#define HWY_COMPILE_ONLY_SCALAR
#endif

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernel/wide_blocks.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
//
#include "kernel/wide_arithmetic-inl.hpp"
#include "kernel/wide_fusions-inl.hpp"
#include "kernel/wide_interleave-inl.hpp"
#include "kernel/wide_loops-inl.hpp"
#include "kernel/wide_mathematics-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

struct BlockRow {
  Operation operation;
  Block block;
};

using enum Operation;

constexpr std::array<BlockRow, kOperationCount> kBlockRows{{
    {kConstant, nullptr},
    {kVariable, nullptr},
    {kAdd, short_block<add, 2>},
    {kSubtract, short_block<subtract, 2>},
    {kMultiply, short_block<multiply, 2>},
    {kDivide, short_block<divide, 2>},
    {kNegate, short_block<negate, 1>},
    {kSquare, short_block<square, 1>},
    {kCube, short_block<cube, 1>},
    {kFourth, short_block<fourth, 1>},
    {kPower, block<sleef_pow, 2>},
    {kSquareRoot, short_block<square_root, 1>},
    {kCubeRoot, block<sleef_cbrt, 1>},
    {kAbsolute, short_block<absolute, 1>},
    {kSign, short_block<sign, 1>},
    {kRound, short_block<round_half_up, 1>},
    {kFloor, short_block<floor, 1>},
    {kCeiling, short_block<ceiling, 1>},
    {kTruncate, short_block<truncate, 1>},
    {kRemainder, block_of_values<kRemainder, 2>},
    {kMinimum, short_block<minimum, 2>},
    {kMaximum, short_block<maximum, 2>},
    {kLess, short_block<less, 2>},
    {kLessEqual, short_block<less_equal, 2>},
    {kGreater, short_block<greater, 2>},
    {kGreaterEqual, short_block<greater_equal, 2>},
    {kEqual, short_block<equal, 2>},
    {kNotEqual, short_block<not_equal, 2>},
    {kAnd, short_block<logical_and, 2>},
    {kOr, short_block<logical_or, 2>},
    {kSelect, short_block<select, 3>},
    {kNanWhere, short_block<nan_where, 2>},
    {kKink, short_block<kink, 2>},
    {kSine, block<sine, 1>},
    {kCosine, block<cosine, 1>},
    {kTangent, block<tangent, 1>},
    {kArcSine, block<sleef_asin, 1>},
    {kArcCosine, block<sleef_acos, 1>},
    {kArcTangent, block<sleef_atan, 1>},
    {kArcTangent2, block<sleef_atan2, 2>},
    {kHyperbolicSine, block<hyperbolic_sine, 1>},
    {kHyperbolicCosine, block<hyperbolic_cosine, 1>},
    {kHyperbolicTangent, block<sleef_tanh, 1>},
    {kHyperbolicSecant, block<hyperbolic_secant, 1>},
    {kAreaSine, block<area_sine, 1>},
    {kAreaCosine, block<area_cosine, 1>},
    {kAreaTangent, block<sleef_atanh, 1>},
    {kOneMinusSquare, short_block<one_minus_square, 1>},
    {kExponential, block<exponential, 1>},
    {kExponentialMinus1, block<sleef_expm1, 1>},
    {kGaussian, block<gaussian, 1>},
    {kLogarithm, block<sleef_log, 1>},
    {kLogarithmOf1Plus, block<logarithm_of_1_plus, 1>},
    {kLogarithm2, block<sleef_log2, 1>},
    {kLogarithm10, block<sleef_log10, 1>},
    {kHypotenuse, block<sleef_hypot, 2>},
    {kErrorFunction, block<sleef_erf, 1>},
    {kComplementaryError, block<sleef_erfc, 1>},
    {kGamma, block<gamma_function, 1>},
    {kLogarithmOfGamma, block<sleef_lgamma, 1>},
    {kPolygamma, block_of_values<kPolygamma, 2>},
}};
static_assert(is_complete(kBlockRows, &BlockRow::block));

const Blocks& blocks() {
  static constexpr Blocks kBlocks = [] {
    Blocks table{};
    for (std::size_t i = 0; i < kOperationCount; ++i) table.of[i] = kBlockRows[i].block;
    table.fused = fused_blocks(std::make_index_sequence<kFusions.size()>());
    table.sine_and_cosine = pair_block<sine_and_cosine>;
    table.interleave = interleave;
    table.are_finite = are_finite;
    return table;
  }();
  return kBlocks;
}

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gradfield {

std::span<const InstructionSet> instruction_sets() {
  // What the compiler may use of a set, and so what the processor must have.
  static constexpr InstructionSet kSets[] = {
    {"portable", [] { return true; }, N_SCALAR::blocks},
#if defined(__x86_64__)
    {"ssse3", [] { return __builtin_cpu_supports("ssse3") != 0; }, N_SSSE3::blocks},
    {"sse4", [] { return __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("sse4.2"); }, N_SSE4::blocks},
    {"avx2", [] { return __builtin_cpu_supports("avx2") != 0; }, N_AVX2::blocks},
    {"avx512",
     [] {
       return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
              __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
     },
     N_AVX3::blocks},
#endif
  };
  return kSets;
}

}  // namespace gradfield
#endif  // HWY_ONCE
