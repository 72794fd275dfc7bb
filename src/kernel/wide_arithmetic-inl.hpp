// Arithmetic, rounding, comparison and choice on vectors: lane by lane the operations of operation.cpp.
// Included by wide_blocks.cpp alone, once for each instruction set.
#if defined(GRADFIELD_KERNEL_WIDE_ARITHMETIC_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef GRADFIELD_KERNEL_WIDE_ARITHMETIC_INL_HPP
#undef GRADFIELD_KERNEL_WIDE_ARITHMETIC_INL_HPP
#else
#define GRADFIELD_KERNEL_WIDE_ARITHMETIC_INL_HPP
#endif

#include "kernel/wide_sleef-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

using M = hn::Mask<D>;

HWY_INLINE V all(double value) { return hn::Set(kDoubles, value); }
HWY_INLINE V nans() { return all(std::numeric_limits<double>::quiet_NaN()); }
HWY_INLINE V one_where(M condition) { return hn::IfThenElseZero(condition, all(1)); }
// hn::Ne is false of nan on some instruction sets; anything but 0 is true, nan too.
HWY_INLINE M is_true(V u) { return hn::Not(hn::Eq(u, hn::Zero(kDoubles))); }

HWY_INLINE V add(V a, V b) { return hn::Add(a, b); }
HWY_INLINE V subtract(V a, V b) { return hn::Sub(a, b); }
HWY_INLINE V multiply(V a, V b) { return hn::Mul(a, b); }
HWY_INLINE V divide(V a, V b) { return hn::Div(a, b); }
HWY_INLINE V negate(V u) { return hn::Neg(u); }
HWY_INLINE V square(V u) { return hn::Mul(u, u); }
HWY_INLINE V cube(V u) { return hn::Mul(hn::Mul(u, u), u); }
HWY_INLINE V fourth(V u) { return square(square(u)); }
HWY_INLINE V one_minus_square(V u) { return hn::Mul(hn::Sub(all(1), u), hn::Add(all(1), u)); }
HWY_INLINE V square_root(V u) { return hn::Sqrt(u); }
HWY_INLINE V absolute(V u) { return hn::Abs(u); }

HWY_INLINE V sign(V u) {
  const V v = hn::IfThenElse(hn::Eq(u, hn::Zero(kDoubles)), hn::Zero(kDoubles), hn::CopySign(all(1), u));
  return hn::IfThenElse(hn::IsNaN(u), u, v);
}

// A whole number next to u has the sign of u, or is 0; Highway's own zeros have not always that of u.
HWY_INLINE V floor(V u) { return hn::CopySign(hn::Floor(u), u); }
HWY_INLINE V ceiling(V u) { return hn::CopySign(hn::Ceil(u), u); }
HWY_INLINE V truncate(V u) { return hn::CopySign(hn::Trunc(u), u); }

HWY_INLINE V round_half_up(V u) {
  const V below = floor(u);
  return hn::IfThenElse(hn::Ge(hn::Sub(u, below), all(0.5)), hn::Add(below, all(1)), below);
}

HWY_INLINE M is_any_nan(V a, V b) { return hn::Or(hn::IsNaN(a), hn::IsNaN(b)); }
HWY_INLINE V minimum(V a, V b) { return hn::IfThenElse(is_any_nan(a, b), nans(), hn::IfThenElse(hn::Lt(b, a), b, a)); }
HWY_INLINE V maximum(V a, V b) { return hn::IfThenElse(is_any_nan(a, b), nans(), hn::IfThenElse(hn::Gt(b, a), b, a)); }

HWY_INLINE V less(V a, V b) { return one_where(hn::Lt(a, b)); }
HWY_INLINE V less_equal(V a, V b) { return one_where(hn::Le(a, b)); }
HWY_INLINE V greater(V a, V b) { return one_where(hn::Gt(a, b)); }
HWY_INLINE V greater_equal(V a, V b) { return one_where(hn::Ge(a, b)); }
HWY_INLINE V equal(V a, V b) { return one_where(hn::Eq(a, b)); }
HWY_INLINE V not_equal(V a, V b) { return one_where(hn::Not(hn::Eq(a, b))); }
HWY_INLINE V logical_and(V a, V b) { return one_where(hn::And(is_true(a), is_true(b))); }
HWY_INLINE V logical_or(V a, V b) { return one_where(hn::Or(is_true(a), is_true(b))); }
HWY_INLINE V kink(V v, V) { return v; }
HWY_INLINE V nan_where(V f, V u) { return hn::IfThenElse(hn::IsNaN(f), nans(), u); }
HWY_INLINE V select(V condition, V then, V otherwise) { return hn::IfThenElse(is_true(condition), then, otherwise); }

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
