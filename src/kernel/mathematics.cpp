#include "kernel/mathematics.hpp"

#include <sleef.h>

#include <cmath>
#include <limits>

namespace gradfield {
namespace {
constexpr double kLn2 = 0.6931471805599453;
// Below: sqrt of the largest double. Above it SLEEF's asinh and acosh square to infinity.
constexpr double kSquareOverflows = 1.3e154;
}  // namespace

double sine(double u) { return Sleef_cinz_sind1_u10purec(u); }
double cosine(double u) { return Sleef_cinz_cosd1_u10purec(u); }
double tangent(double u) { return Sleef_cinz_tand1_u10purec(u); }
double arc_sine(double u) { return Sleef_cinz_asind1_u10purec(u); }
double arc_cosine(double u) { return Sleef_cinz_acosd1_u10purec(u); }
double arc_tangent(double u) { return Sleef_cinz_atand1_u10purec(u); }
double arc_tangent2(double y, double x) { return Sleef_cinz_atan2d1_u10purec(y, x); }

// sinh and cosh are e^|u|/2 to the last bit from |u| = 20 on; SLEEF overflows at 710, the true value at 710.47:
// (e^(|u|/2))^2 / 2, with the halving between the factors, reaches the end of the range.
double hyperbolic_sine(double u) {
  if (!(std::fabs(u) >= 709)) return Sleef_cinz_sinhd1_u10purec(u);
  const double root = Sleef_cinz_expd1_u10purec(std::fabs(u) / 2);
  return std::copysign(root / 2 * root, u);
}
double hyperbolic_cosine(double u) {
  if (!(std::fabs(u) >= 709)) return Sleef_cinz_coshd1_u10purec(u);
  const double root = Sleef_cinz_expd1_u10purec(std::fabs(u) / 2);
  return root / 2 * root;
}
double hyperbolic_tangent(double u) { return Sleef_cinz_tanhd1_u10purec(u); }

// asinh(u) = sign(u) log(2|u|) and acosh(u) = log(2u) to the last bit for |u| > 1e16. SLEEF's asinh is odd but for the
// last bit; that of |u| with the sign of u is odd.
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

double exponential(double u) { return Sleef_cinz_expd1_u10purec(u); }
double logarithm(double u) { return Sleef_cinz_logd1_u10purec(u); }
double logarithm2(double u) { return Sleef_cinz_log2d1_u10purec(u); }
double logarithm10(double u) { return Sleef_cinz_log10d1_u10purec(u); }
double power(double base, double exponent) { return Sleef_cinz_powd1_u10purec(base, exponent); }
double hypotenuse(double a, double b) { return Sleef_cinz_hypotd1_u05purec(a, b); }

}  // namespace gradfield
