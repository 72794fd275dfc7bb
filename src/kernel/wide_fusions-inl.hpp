// The rows of kFusions on vectors.
// Included by wide_blocks.cpp alone, once for each instruction set.
#if defined(GRADFIELD_KERNEL_WIDE_FUSIONS_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef GRADFIELD_KERNEL_WIDE_FUSIONS_INL_HPP
#undef GRADFIELD_KERNEL_WIDE_FUSIONS_INL_HPP
#else
#define GRADFIELD_KERNEL_WIDE_FUSIONS_INL_HPP
#endif

#include "kernel/wide_arithmetic-inl.hpp"
#include "kernel/wide_loops-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

// The operations that rows are made of.
template <Operation kOperation>
V apply(V a, V b);
template <>
HWY_INLINE V apply<Operation::kAdd>(V a, V b) {
  return add(a, b);
}
template <>
HWY_INLINE V apply<Operation::kSubtract>(V a, V b) {
  return subtract(a, b);
}
template <>
HWY_INLINE V apply<Operation::kMultiply>(V a, V b) {
  return multiply(a, b);
}
template <>
HWY_INLINE V apply<Operation::kDivide>(V a, V b) {
  return divide(a, b);
}
template <>
HWY_INLINE V apply<Operation::kNanWhere>(V a, V b) {
  return nan_where(a, b);
}

template <std::size_t kRow>
HWY_INLINE V fused(V a, V b, V c) {
  constexpr Fusion kFusion = kFusions[kRow];
  if constexpr (kFusion.is_right) return apply<kFusion.outer>(a, apply<kFusion.inner>(b, c));
  return apply<kFusion.outer>(apply<kFusion.inner>(a, b), c);
}

template <std::size_t... kRow>
constexpr std::array<Block, sizeof...(kRow)> fused_blocks(std::index_sequence<kRow...>) {
  return {short_block<fused<kRow>, kFusionArity>...};
}

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
