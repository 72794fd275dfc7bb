// SLEEF's functions on one vector of the instruction set being compiled. sleef.h declares those of the sets that the
// compiler's flags name; a source compiled for several sets declares them itself.
// Included by wide_blocks.cpp alone, once for each instruction set.
#if defined(GRADFIELD_KERNEL_WIDE_SLEEF_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef GRADFIELD_KERNEL_WIDE_SLEEF_INL_HPP
#undef GRADFIELD_KERNEL_WIDE_SLEEF_INL_HPP
#else
#define GRADFIELD_KERNEL_WIDE_SLEEF_INL_HPP
#endif

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// A full vector of doubles; of the portable set, a single one.
using D = hn::ScalableTag<double>;
using V = hn::Vec<D>;
constexpr D kDoubles;
constexpr std::size_t kLanes = hn::MaxLanes(D());

// `cinz`: without fused multiply-add, and each lane as if it were alone.
#undef GRADFIELD_SLEEF
#if HWY_TARGET == HWY_SCALAR
using Raw = double;
#define GRADFIELD_SLEEF(name, accuracy) Sleef_cinz_##name##d1_##accuracy##purec
#elif HWY_TARGET == HWY_SSSE3
using Raw = __m128d;
#define GRADFIELD_SLEEF(name, accuracy) Sleef_cinz_##name##d2_##accuracy##sse2
#elif HWY_TARGET == HWY_SSE4
using Raw = __m128d;
#define GRADFIELD_SLEEF(name, accuracy) Sleef_cinz_##name##d2_##accuracy##sse4
#elif HWY_TARGET == HWY_AVX2
using Raw = __m256d;
#define GRADFIELD_SLEEF(name, accuracy) Sleef_cinz_##name##d4_##accuracy##avx
#elif HWY_TARGET == HWY_AVX3
using Raw = __m512d;
#define GRADFIELD_SLEEF(name, accuracy) Sleef_cinz_##name##d8_##accuracy##avx512fnofma
#endif

// SLEEF's own type of two results has these members in this order.
struct RawPair {
  Raw x, y;
};

#undef GRADFIELD_SLEEF_UNARY
#define GRADFIELD_SLEEF_UNARY(name, accuracy)          \
  extern "C" Raw GRADFIELD_SLEEF(name, accuracy)(Raw); \
  HWY_INLINE V sleef_##name(V u) { return V{GRADFIELD_SLEEF(name, accuracy)(u.raw)}; }

#undef GRADFIELD_SLEEF_BINARY
#define GRADFIELD_SLEEF_BINARY(name, accuracy)              \
  extern "C" Raw GRADFIELD_SLEEF(name, accuracy)(Raw, Raw); \
  HWY_INLINE V sleef_##name(V a, V b) { return V{GRADFIELD_SLEEF(name, accuracy)(a.raw, b.raw)}; }

GRADFIELD_SLEEF_UNARY(tan, u10)
GRADFIELD_SLEEF_UNARY(asin, u10)
GRADFIELD_SLEEF_UNARY(acos, u10)
GRADFIELD_SLEEF_UNARY(atan, u10)
GRADFIELD_SLEEF_UNARY(sinh, u10)
GRADFIELD_SLEEF_UNARY(cosh, u10)
GRADFIELD_SLEEF_UNARY(tanh, u10)
GRADFIELD_SLEEF_UNARY(asinh, u10)
GRADFIELD_SLEEF_UNARY(acosh, u10)
GRADFIELD_SLEEF_UNARY(atanh, u10)
GRADFIELD_SLEEF_UNARY(exp, u10)
GRADFIELD_SLEEF_UNARY(expm1, u10)
GRADFIELD_SLEEF_UNARY(log, u10)
GRADFIELD_SLEEF_UNARY(log2, u10)
GRADFIELD_SLEEF_UNARY(log10, u10)
GRADFIELD_SLEEF_UNARY(log1p, u10)
GRADFIELD_SLEEF_UNARY(cbrt, u10)
GRADFIELD_SLEEF_UNARY(erf, u10)
GRADFIELD_SLEEF_UNARY(erfc, u15)
GRADFIELD_SLEEF_UNARY(tgamma, u10)
GRADFIELD_SLEEF_UNARY(lgamma, u10)
GRADFIELD_SLEEF_BINARY(atan2, u10)
GRADFIELD_SLEEF_BINARY(pow, u10)
GRADFIELD_SLEEF_BINARY(hypot, u05)
extern "C" RawPair GRADFIELD_SLEEF(sincos, u10)(Raw);

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
