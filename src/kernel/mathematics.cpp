#include "kernel/mathematics.hpp"

#include <sleef.h>

#include <cmath>
#include <limits>

#include "kernel/borders.hpp"
#include "kernel/double_double.hpp"

namespace gradfield {

// Of SLEEF's function of both, whose last bits are not always those of its single functions: so a sine is the same
// whether or not the cosine is wanted too, and both together cost little more than one.
double sine(double u) { return Sleef_cinz_sincosd1_u10purec(u).x; }
double cosine(double u) { return Sleef_cinz_sincosd1_u10purec(u).y; }
void sine_and_cosine(double u, double& s, double& c) {
  const auto pair = Sleef_cinz_sincosd1_u10purec(u);
  s = pair.x;
  c = pair.y;
}
// tan(u) = u (1 + u^2/3 + ...) is u there; SLEEF's is 0 of the smallest denormal.
double tangent(double u) { return std::fabs(u) < kTangentIsArgument ? u : Sleef_cinz_tand1_u10purec(u); }
double arc_sine(double u) { return Sleef_cinz_asind1_u10purec(u); }
double arc_cosine(double u) { return Sleef_cinz_acosd1_u10purec(u); }
double arc_tangent(double u) { return Sleef_cinz_atand1_u10purec(u); }
double arc_tangent2(double y, double x) { return Sleef_cinz_atan2d1_u10purec(y, x); }

// sinh and cosh are e^|u|/2 to the last bit from |u| = 20 on; SLEEF overflows at 710, the true value at 710.47:
// (e^(|u|/2))^2 / 2, with the halving between the factors, reaches the end of the range.
double hyperbolic_sine(double u) {
  if (!(std::fabs(u) >= kExponentialNearsEnd)) return Sleef_cinz_sinhd1_u10purec(u);
  const double root = Sleef_cinz_expd1_u10purec(std::fabs(u) / 2);
  return std::copysign(root / 2 * root, u);
}
double hyperbolic_cosine(double u) {
  if (!(std::fabs(u) >= kExponentialNearsEnd)) return Sleef_cinz_coshd1_u10purec(u);
  const double root = Sleef_cinz_expd1_u10purec(std::fabs(u) / 2);
  return root / 2 * root;
}
// sech is 2 e^-|u| to the last bit where cosh is e^|u|/2; as a square it is rounded to a denormal once.
double hyperbolic_secant(double u) {
  if (!(std::fabs(u) >= kExponentialNearsEnd)) return 1 / Sleef_cinz_coshd1_u10purec(u);
  const double root = Sleef_cinz_expd1_u10purec(-std::fabs(u) / 2);
  return 2 * root * root;
}
double hyperbolic_tangent(double u) { return Sleef_cinz_tanhd1_u10purec(u); }

// asinh(u) = sign(u) log(2|u|) and acosh(u) = log(2u) to the last bit for |u| > 1e16. SLEEF's square |u| and so are
// infinite beyond 1.34e154. SLEEF's asinh is odd but for the last bit; that of |u| with the sign of u is odd.
double area_sine(double u) {
  const double magnitude = std::fabs(u);
  const double v = magnitude > kSquareOverflows ? Sleef_cinz_logd1_u10purec(magnitude) + kLn2
                                                : Sleef_cinz_asinhd1_u10purec(magnitude);
  return std::copysign(v, u);
}
double area_cosine(double u) {
  if (!(u > kSquareOverflows)) return Sleef_cinz_acoshd1_u10purec(u);
  return Sleef_cinz_logd1_u10purec(u) + kLn2;
}
double area_tangent(double u) { return Sleef_cinz_atanhd1_u10purec(u); }

// SLEEF's exp overflows at 709.7827111, the true value at 709.7827129, as SLEEF's expm1 does; from 38 on the two
// functions have the same double.
double exponential(double u) {
  return u > kExponentialNearsEnd ? Sleef_cinz_expm1d1_u10purec(u) : Sleef_cinz_expd1_u10purec(u);
}
double exponential_minus_1(double u) { return Sleef_cinz_expm1d1_u10purec(u); }
double logarithm(double u) { return Sleef_cinz_logd1_u10purec(u); }
double logarithm2(double u) { return Sleef_cinz_log2d1_u10purec(u); }
double logarithm10(double u) { return Sleef_cinz_log10d1_u10purec(u); }

// SLEEF's log1p is infinite from 1e307 on, where 1 + u is u, and 0 of the smallest denormals, where log(1+u) = u -
// u^2/2 is u.
double logarithm_of_1_plus(double u) {
  if (std::fabs(u) < kLogarithmIsArgument) return u;
  return u > kOneIsNothing ? logarithm(u) : Sleef_cinz_log1pd1_u10purec(u);
}

double power(double base, double exponent) { return Sleef_cinz_powd1_u10purec(base, exponent); }
double cube_root(double u) { return Sleef_cinz_cbrtd1_u10purec(u); }
double hypotenuse(double a, double b) { return Sleef_cinz_hypotd1_u05purec(a, b); }
double error_function(double u) { return Sleef_cinz_erfd1_u10purec(u); }
double complementary_error(double u) { return Sleef_cinz_erfcd1_u15purec(u); }

// u^2 = h + l without rounding, and e^-(h+l) = e^-h (1 - l), for l is below 1e-13. From 27.3 on it is 0.
double gaussian(double u) {
  if (std::fabs(u) > kGaussianIsZero) return 0;
  const DoubleDouble square = exact_product(u, u);
  const double v = exponential(-square.high);
  return v - v * square.low;
}

namespace {

// SLEEF's tgamma loses digits below -170. There gamma(u) = gamma(u+m) / (u (u+1) ... (u+m-1)), with u+m just above -170
// and all the factors exact; the quotient is taken 2^200 times as large, so that it is rounded to a denormal last.
// Below -185 gamma is 0 everywhere, -0 between an odd number and the even one above it.
double gamma_far_below_zero(double u) {
  if (u == std::floor(u)) return std::numeric_limits<double>::quiet_NaN();
  if (u < -185) return std::fmod(std::floor(u), 2) == 0 ? 0.0 : -0.0;
  DoubleDouble product{1};
  for (; u < kGammaLosesDigits; ++u) product = product * DoubleDouble{u};
  const DoubleDouble enlarged{std::ldexp(Sleef_cinz_tgammad1_u10purec(u), 200)};
  return std::ldexp((enlarged / product).high, -200);
}

}  // namespace

// SLEEF's tgamma overflows one double early, at 171.62437695630272: there gamma(u) = (u-1) gamma(u-1).
double gamma_function(double u) {
  if (u < kGammaLosesDigits) return gamma_far_below_zero(u);
  if (u > kGammaNearsEnd && u < kGammaIsInfinite) return (u - 1) * Sleef_cinz_tgammad1_u10purec(u - 1);
  return Sleef_cinz_tgammad1_u10purec(u);
}
double logarithm_of_gamma(double u) { return Sleef_cinz_lgammad1_u10purec(u); }

}  // namespace gradfield
