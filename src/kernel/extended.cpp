#include "kernel/extended.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Exponents beyond it are rounded, and the mantissas of such numbers are not to be trusted.
constexpr double kExactExponent = 0x1p53;
// Of two such exponents a difference that is a smaller part of them is rounding, but where there is none: then they are
// those of one number, such as e^x beside 1 + e^x.
constexpr double kLeastDifference = 0x1p-20;

bool is_known(double exponent, double a, double b) {
  const double larger = std::max(std::fabs(a), std::fabs(b));
  return larger < kExactExponent || exponent == 0 || std::fabs(exponent) > larger * kLeastDifference;
}

}  // namespace

Extended::Extended(double value) : Extended(value, 0) {}

Extended::Extended(double any_mantissa, double any_exponent) {
  mantissa = any_mantissa;
  if (is_special()) return;
  int doublings = 0;
  mantissa = 2 * std::frexp(any_mantissa, &doublings);
  exponent = any_exponent + (doublings - 1);
  if (std::isfinite(exponent)) return;
  mantissa = std::copysign(exponent > 0 ? kInfinity : 0.0, mantissa);
  exponent = 0;
}

double Extended::rounded() const {
  constexpr double kFarBeyond = 2000;
  return std::ldexp(mantissa, static_cast<int>(std::clamp(exponent, -kFarBeyond, kFarBeyond)));
}

Extended operator-(Extended a) {
  a.mantissa = -a.mantissa;
  return a;
}

Extended operator+(Extended a, Extended b) {
  if (a.is_special() || b.is_special()) {
    if (a.is_finite() && b.is_finite())
      return a.mantissa == 0 && b.mantissa == 0 ? Extended(a.mantissa + b.mantissa) : a.mantissa == 0 ? b : a;
    return Extended(a.mantissa + b.mantissa);
  }
  if (a.exponent < b.exponent) std::swap(a, b);
  constexpr double kNothing = 120;  // bits apart: less than half a unit in the last place, whatever is done with it
  const double apart = a.exponent - b.exponent;
  if (apart > kNothing) return a;
  return {a.mantissa + std::ldexp(b.mantissa, -static_cast<int>(apart)), a.exponent};
}

Extended operator-(Extended a, Extended b) { return a + -b; }

Extended operator*(Extended a, Extended b) {
  const double exponent = a.exponent + b.exponent;
  if (!a.is_special() && !b.is_special() && !is_known(exponent, a.exponent, b.exponent)) return kNan;
  return {a.mantissa * b.mantissa, exponent};
}

Extended operator/(Extended a, Extended b) {
  const double exponent = a.exponent - b.exponent;
  if (!a.is_special() && !b.is_special() && !is_known(exponent, a.exponent, b.exponent)) return kNan;
  return {a.mantissa / b.mantissa, exponent};
}

bool operator<(Extended a, Extended b) {
  if (a.is_special() || b.is_special() || (a.mantissa < 0) != (b.mantissa < 0)) return a.mantissa < b.mantissa;
  if (a.exponent != b.exponent) return (a.exponent < b.exponent) == (a.mantissa > 0);
  return a.mantissa < b.mantissa;
}

bool operator==(Extended a, Extended b) { return a.mantissa == b.mantissa && a.exponent == b.exponent; }

Extended absolute(Extended u) {
  u.mantissa = std::fabs(u.mantissa);
  return u;
}

Extended square_root(Extended u) {
  const double odd = std::fmod(std::fabs(u.exponent), 2);
  return {std::sqrt(odd == 0 ? u.mantissa : 2 * u.mantissa), (u.exponent - odd) / 2};
}

}  // namespace gradfield
