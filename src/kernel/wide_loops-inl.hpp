// Loops over blocks: an operation on vectors becomes one on arrays of any length.
// Included by wide_blocks.cpp alone, once for each instruction set.
#if defined(GRADFIELD_KERNEL_WIDE_LOOPS_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef GRADFIELD_KERNEL_WIDE_LOOPS_INL_HPP
#undef GRADFIELD_KERNEL_WIDE_LOOPS_INL_HPP
#else
#define GRADFIELD_KERNEL_WIDE_LOOPS_INL_HPP
#endif

#include "kernel/wide_sleef-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

// The `count` values at `values`, and copies of the first in the lanes behind them, so that no lane has an argument
// that the caller has not. Nothing behind the values is read. Requires: 0 < count < kLanes.
HWY_INLINE V load_rest(const double* values, std::size_t count) {
  HWY_ALIGN double lanes[kLanes];
  for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = values[i < count ? i : 0];
  return hn::Load(kDoubles, lanes);
}

HWY_INLINE void store_rest(V v, double* values, std::size_t count) {
  HWY_ALIGN double lanes[kLanes];
  hn::Store(v, kDoubles, lanes);
  for (std::size_t i = 0; i < count; ++i) values[i] = lanes[i];
}

// F of the vectors at `i` of each operand.
template <auto F, std::size_t... K>
HWY_INLINE V at(const double* const* u, std::size_t i, std::index_sequence<K...>) {
  return F(hn::LoadU(kDoubles, u[K] + i)...);
}

template <auto F, std::size_t... K>
HWY_INLINE V at_rest(const double* const* u, std::size_t i, std::size_t count, std::index_sequence<K...>) {
  return F(load_rest(u[K] + i, count)...);
}

/// A Block of a function of `Arity` vectors. `Turn` of them are made in one turn of the loop.
template <auto F, std::size_t Arity, std::size_t Turn = 1>
void block(const double* const* operands, double* result, std::size_t count) {
  constexpr std::make_index_sequence<Arity> kOperands;
  const double* u[Arity];
  for (std::size_t k = 0; k < Arity; ++k) u[k] = operands[k];
  std::size_t i = 0;
  for (; i + Turn * kLanes <= count; i += Turn * kLanes) {
    V v[Turn];
    for (std::size_t k = 0; k < Turn; ++k) v[k] = at<F>(u, i + k * kLanes, kOperands);
    for (std::size_t k = 0; k < Turn; ++k) hn::StoreU(v[k], kDoubles, result + i + k * kLanes);
  }
  for (; Turn > 1 && i + kLanes <= count; i += kLanes) hn::StoreU(at<F>(u, i, kOperands), kDoubles, result + i);
  if (i < count) store_rest(at_rest<F>(u, i, count - i, kOperands), result + i, count - i);
}

/// A Block of few machine instructions: two vectors a turn, or the loop itself would take the time.
template <auto F, std::size_t Arity>
constexpr Block short_block = block<F, Arity, 2>;

/// A Block of an operation that has no wide form: one value at a time.
template <Operation kOperation, std::size_t Arity>
void block_of_values(const double* const* operands, double* result, std::size_t count) {
  const auto value = kernel_of(kOperation).value;
  for (std::size_t i = 0; i < count; ++i) {
    double point[Arity];
    for (std::size_t k = 0; k < Arity; ++k) point[k] = operands[k][i];
    result[i] = value(point);
  }
}

/// A PairBlock of a function that sets two vectors.
template <void (*F)(V u, V& first, V& second)>
void pair_block(const double* operand, double* first, double* second, std::size_t count) {
  V v, w;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    F(hn::LoadU(kDoubles, operand + i), v, w);
    hn::StoreU(v, kDoubles, first + i);
    hn::StoreU(w, kDoubles, second + i);
  }
  if (i < count) {
    F(load_rest(operand + i, count - i), v, w);
    store_rest(v, first + i, count - i);
    store_rest(w, second + i, count - i);
  }
}

/// A FinitenessTest: u - u is 0 of what is finite, else nan, and a nan stays in a sum.
inline bool are_finite(const double* values, std::size_t count) {
  V first = hn::Zero(kDoubles), second = first;
  std::size_t i = 0;
  for (; i + 2 * kLanes <= count; i += 2 * kLanes) {
    const V u = hn::LoadU(kDoubles, values + i), w = hn::LoadU(kDoubles, values + i + kLanes);
    first = hn::Add(first, hn::Sub(u, u));
    second = hn::Add(second, hn::Sub(w, w));
  }
  for (; i < count; i += kLanes) {
    const V u = i + kLanes <= count ? hn::LoadU(kDoubles, values + i) : load_rest(values + i, count - i);
    first = hn::Add(first, hn::Sub(u, u));
  }
  return hn::AllFalse(kDoubles, hn::IsNaN(hn::Add(first, second)));
}

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
