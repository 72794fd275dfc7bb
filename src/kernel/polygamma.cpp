#include "kernel/polygamma.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "kernel/double_double.hpp"

namespace gradfield {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
// Beyond it, 1/x is nothing beside 1, not even in double-double arithmetic.
constexpr double kHuge = 0x1p110;

DoubleDouble power(DoubleDouble base, int exponent) {
  DoubleDouble result = exponent % 2 == 1 ? base : DoubleDouble{1};
  while ((exponent /= 2) > 0) {
    base = base * base;
    if (exponent % 2 == 1) result = result * base;
  }
  return result;
}

// Euler and Maclaurin: for s > 1
//   zeta(s, x) = sum over j >= 0 of (x+j)^-s = x^-s (x/(s-1) + 1/2 + tail(s, x)),
//   tail(s, x) = sum over k >= 1 of B_2k/(2k)! s(s+1)...(s+2k-2) x^(1-2k), B_2k Bernoulli's numbers.
// Ten terms: the eleventh, relative to x/(s-1), is 2 (s-1)s...(s+20) / (2 pi x)^22, below 2^-57 from x = s + 9 on.
double enough_for_tail(int s) { return s + 9.0; }

double tail(int s, double x) {
  constexpr std::array kOneOverWeights{12.0,
                                       -720.0,
                                       30240.0,
                                       -1209600.0,
                                       47900160.0,
                                       -1892437580.3183792,
                                       74724249600.0,
                                       -2950130727918.164,
                                       116467828143500.67,
                                       -4597978722407472.5};
  double sum = 0, rising = s / x, next = s + 1;
  for (const double one_over_weight : kOneOverWeights) {
    sum += rising / one_over_weight;
    rising *= next / x * ((next + 1) / x);
    next += 2;
  }
  return sum;
}

// x^s zeta(s, x), which neither overflows nor underflows. Requires: x > 0, s > 1.
DoubleDouble scaled_zeta(int s, DoubleDouble x) {
  DoubleDouble sum{0}, above = x;
  for (; above.high < enough_for_tail(s); above = above + DoubleDouble{1}) {
    const DoubleDouble term = power(x / above, s);
    if (term.high < 0x1p-110 * sum.high) return sum;  // and all the others are some 10 times as much at most
    sum = sum + term;
  }
  const DoubleDouble rest = above / DoubleDouble{s - 1.0} + exact_sum(0.5, tail(s, above.high));
  return sum + power(x / above, s) * rest;
}

// Near its positive root the Taylor series of digamma, elsewhere digamma(x) = digamma(x+1) - 1/x until
// log(x) - 1/(2x) - tail(1, x)/x is good. Requires: x >= 2^-60.
DoubleDouble digamma_above_zero(DoubleDouble x) {
  constexpr DoubleDouble kRoot{1.4616321449683622, 9.549995429965697e-17};
  constexpr DoubleDouble kSlope{0.9676722454476212, -3.387874303038943e-17};
  constexpr std::array kTaylor{-0.4427631689835921,  0.258499760955651,   -0.16394270544240652, 0.10782405069126237,
                               -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.022597648232218104};
  const DoubleDouble from_root = x - kRoot;
  if (std::fabs(from_root.high) < 0x1p-6) {
    double rest = 0;
    for (std::size_t k = kTaylor.size(); k-- > 0;) rest = (rest + kTaylor[k]) * from_root.high;
    return from_root * (kSlope + DoubleDouble{rest});
  }
  if (x.high > kHuge) return logarithm(x);
  DoubleDouble sum{0};
  for (; x.high < enough_for_tail(1); x = x + DoubleDouble{1}) sum = sum + DoubleDouble{1} / x;
  return logarithm(x) - (sum + exact_sum(0.5, tail(1, x.high)) / x);
}

// A place u below 0 as seen from the whole number next to it: t = u - (that number), |t| <= 1/2.
struct PlaceBelowZero {
  DoubleDouble distance, other_distance, reflected;  // |t|, 1 - |t|, 1 - u
  bool is_above;                                     // t > 0
};
PlaceBelowZero place_below_zero(double u) {
  const double t = u - std::round(u), distance = std::fabs(t);
  return {{distance}, exact_sum(1, -distance), exact_sum(1, -u), t > 0};
}

// Below 0: digamma(u) = digamma(1-u) - pi cot(pi t), and pi cot(pi t) = digamma(1-t) - digamma(t).
double digamma(double u) {
  if (std::fabs(u) < 0x1p-60) return -1 / u;  // and -0.577..., which is nothing beside it
  if (u > 0) return digamma_above_zero({u}).high;
  const PlaceBelowZero place = place_below_zero(u);
  const DoubleDouble cotangent = digamma_above_zero(place.other_distance) - digamma_above_zero(place.distance);
  const DoubleDouble reflected = digamma_above_zero(place.reflected);
  return (place.is_above ? reflected - cotangent : reflected + cotangent).high;
}

// (s-1)! scaled / t^s for t > 0, the powers of two kept apart until the end.
double unscaled(int s, double t, DoubleDouble scaled) {
  DoubleDouble product = scaled;
  int exponent = 0;
  for (int k = 2; k < s; ++k) {
    product = product * DoubleDouble{static_cast<double>(k)};
    int doublings = 0;
    std::frexp(product.high, &doublings);
    product = {std::ldexp(product.high, -doublings), std::ldexp(product.low, -doublings)};
    exponent += doublings;
  }
  int doublings = 0;
  double mantissa = std::frexp(t, &doublings);
  if (mantissa < 1 / std::numbers::sqrt2) {  // between the roots of 1/2 and 2 its powers stay in range longest
    mantissa *= 2;
    --doublings;
  }
  return std::ldexp((product / power({mantissa}, s)).high, exponent - doublings * s);
}

// (s-1)! zeta(s, u); of a huge u, zeta(s, u) is u^(1-s)/(s-1).
double sum_above_zero(int s, double u) {
  return u > kHuge ? unscaled(s - 1, u, {1}) : unscaled(s, u, scaled_zeta(s, {u}));
}

// (s-1)! times the sum over j >= 0 of (u+j)^-s for u < 0: the sum over all whole j without its part below u. For even s
// these are zeta(s, |t|) + zeta(s, 1-|t|) and zeta(s, 1-u); for odd s the terms below 0 are negative, and they are
// zeta(s, |t|) - zeta(s, 1-|t|), times the sign of t, and -zeta(s, 1-u). All of it times |t|^s.
double sum_below_zero(int s, double u) {
  const PlaceBelowZero place = place_below_zero(u);
  const auto part = [&](DoubleDouble x) { return power(place.distance / x, s) * scaled_zeta(s, x); };
  const DoubleDouble near = part(place.distance), far = part(place.other_distance), rest = part(place.reflected);
  if (s % 2 == 0) return unscaled(s, place.distance.high, near + far - rest);
  const DoubleDouble whole = place.is_above ? near - far : far - near;
  // Midway between whole numbers the rest alone is left, however small it is beside the others.
  if (whole.high == 0) return unscaled(s, place.reflected.high, scaled_zeta(s, place.reflected));
  return unscaled(s, place.distance.high, whole + rest);
}

}  // namespace

// n-th derivative of digamma: (-1)^(n+1) n! times the sum over j >= 0 of (u+j)^-(n+1).
double polygamma(double n, double u) {
  const bool is_order = n >= 0 && n <= kLargestPolygammaOrder && n == std::floor(n);
  const bool is_pole = u <= 0 && u == std::floor(u);  // -inf too
  if (!is_order || is_pole || std::isnan(u)) return kNan;
  if (std::isinf(u)) return n == 0 ? kInfinity : 0;
  if (n == 0) return digamma(u);
  const int s = static_cast<int>(n) + 1;
  const double sum = u > 0 ? sum_above_zero(s, u) : sum_below_zero(s, u);
  return s % 2 == 0 ? sum : -sum;
}

}  // namespace gradfield
