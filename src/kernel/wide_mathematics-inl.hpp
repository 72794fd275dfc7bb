// The functions of mathematics.cpp on vectors: SLEEF's function, and where a lane is outside the range in which SLEEF's
// is good, what mathematics.cpp takes there. Why, and where the borders are, is told there.
// Included by wide_blocks.cpp alone, once for each instruction set.
#if defined(GRADFIELD_KERNEL_WIDE_MATHEMATICS_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef GRADFIELD_KERNEL_WIDE_MATHEMATICS_INL_HPP
#undef GRADFIELD_KERNEL_WIDE_MATHEMATICS_INL_HPP
#else
#define GRADFIELD_KERNEL_WIDE_MATHEMATICS_INL_HPP
#endif

#include "kernel/wide_arithmetic-inl.hpp"
#include "kernel/wide_sleef-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

HWY_INLINE bool is_any(M lanes) { return !hn::AllFalse(kDoubles, lanes); }

// v with the lanes `which` replaced by F of the same lanes of u, one at a time: for what is rare.
template <double (*F)(double)>
HWY_INLINE V one_by_one(M which, V u, V v) {
  if (!is_any(which)) return v;
  HWY_ALIGN double arguments[kLanes];
  hn::Store(u, kDoubles, arguments);
  for (double& argument : arguments) argument = F(argument);
  return hn::IfThenElse(which, hn::Load(kDoubles, arguments), v);
}

HWY_INLINE void sine_and_cosine(V u, V& sine, V& cosine) {
  const RawPair pair = GRADFIELD_SLEEF(sincos, u10)(u.raw);
  sine = V{pair.x};
  cosine = V{pair.y};
}
HWY_INLINE V sine(V u) { return V{GRADFIELD_SLEEF(sincos, u10)(u.raw).x}; }
HWY_INLINE V cosine(V u) { return V{GRADFIELD_SLEEF(sincos, u10)(u.raw).y}; }
HWY_INLINE V tangent(V u) { return hn::IfThenElse(hn::Lt(hn::Abs(u), all(kTangentIsArgument)), u, sleef_tan(u)); }

HWY_INLINE V hyperbolic_sine(V u) {
  const V v = sleef_sinh(u);
  const M is_far = hn::Ge(hn::Abs(u), all(kExponentialNearsEnd));
  if (!is_any(is_far)) return v;
  const V root = sleef_exp(hn::Mul(hn::Abs(u), all(0.5)));
  return hn::IfThenElse(is_far, hn::CopySign(hn::Mul(hn::Mul(root, all(0.5)), root), u), v);
}
HWY_INLINE V hyperbolic_cosine(V u) {
  const V v = sleef_cosh(u);
  const M is_far = hn::Ge(hn::Abs(u), all(kExponentialNearsEnd));
  if (!is_any(is_far)) return v;
  const V root = sleef_exp(hn::Mul(hn::Abs(u), all(0.5)));
  return hn::IfThenElse(is_far, hn::Mul(hn::Mul(root, all(0.5)), root), v);
}

HWY_INLINE V hyperbolic_secant(V u) {
  const V v = hn::Div(all(1), sleef_cosh(u));
  const M is_far = hn::Ge(hn::Abs(u), all(kExponentialNearsEnd));
  if (!is_any(is_far)) return v;
  const V root = sleef_exp(hn::Neg(hn::Mul(hn::Abs(u), all(0.5))));
  return hn::IfThenElse(is_far, hn::Mul(hn::Mul(all(2), root), root), v);
}

HWY_INLINE V area_sine(V u) {
  const V magnitude = hn::Abs(u);
  const M is_far = hn::Gt(magnitude, all(kSquareOverflows));
  V v = sleef_asinh(magnitude);
  if (is_any(is_far)) v = hn::IfThenElse(is_far, hn::Add(sleef_log(magnitude), all(kLn2)), v);
  return hn::CopySign(v, u);
}
HWY_INLINE V area_cosine(V u) {
  const M is_far = hn::Gt(u, all(kSquareOverflows));
  const V v = sleef_acosh(u);
  return is_any(is_far) ? hn::IfThenElse(is_far, hn::Add(sleef_log(u), all(kLn2)), v) : v;
}

HWY_INLINE V exponential(V u) {
  const M is_far = hn::Gt(u, all(kExponentialNearsEnd));
  const V v = sleef_exp(u);
  return is_any(is_far) ? hn::IfThenElse(is_far, sleef_expm1(u), v) : v;
}
HWY_INLINE V logarithm_of_1_plus(V u) {
  const M is_far = hn::Gt(u, all(kOneIsNothing));
  V v = sleef_log1p(u);
  if (is_any(is_far)) v = hn::IfThenElse(is_far, sleef_log(u), v);
  return hn::IfThenElse(hn::Lt(hn::Abs(u), all(kLogarithmIsArgument)), u, v);
}

// The square and its rounding error by Dekker's product, as exact_product(u, u) of double_double.hpp has them.
HWY_INLINE V gaussian(V u) {
  const V shifted = hn::Mul(u, all(kDekkerSplit));
  const V high = hn::Sub(shifted, hn::Sub(shifted, u)), low = hn::Sub(u, high);
  const V rounded = hn::Mul(u, u), cross = hn::Mul(high, low);
  const V error = hn::Add(hn::Add(hn::Add(hn::Sub(hn::Mul(high, high), rounded), cross), cross), hn::Mul(low, low));
  const V v = sleef_exp(hn::Neg(rounded));
  const V corrected = hn::Sub(v, hn::Mul(v, error));
  return hn::IfThenElse(hn::Gt(hn::Abs(u), all(kGaussianIsZero)), hn::Zero(kDoubles), corrected);
}

HWY_INLINE V gamma_function(V u) {
  const M is_edge = hn::Or(hn::Lt(u, all(kGammaLosesDigits)),
                           hn::And(hn::Gt(u, all(kGammaNearsEnd)), hn::Lt(u, all(kGammaIsInfinite))));
  return one_by_one<gradfield::gamma_function>(is_edge, u, sleef_tgamma(u));
}

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
