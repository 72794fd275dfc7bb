// Arithmetic of about 106 bits: a number as the unevaluated sum of two doubles, for the few places where the roundings
// of doubles would pile up or cancel. Plain additions and products only, so the same bits on every processor.
//
// Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971);
// D. E. Knuth, "The Art of Computer Programming", vol. 2, 4.2.2. The products split their factors at 27 bits: factors
// and results above 2^995 overflow.
#pragma once

#include <cmath>

namespace gradfield {

// Times it, less what that adds: the upper 26 bits of a double (Dekker).
inline constexpr double kDekkerSplit = 0x1p27 + 1;

struct DoubleDouble {
  double high;     // the double nearest to the number
  double low = 0;  // the rest, at most half a unit in the last place of `high`
};

/// a + b exactly.
constexpr DoubleDouble exact_sum(double a, double b) {
  const double sum = a + b, part_of_b = sum - a;
  return {sum, (a - (sum - part_of_b)) + (b - part_of_b)};
}

/// a * b exactly, but for underflow.
constexpr DoubleDouble exact_product(double a, double b) {
  const double a_high = a * kDekkerSplit - (a * kDekkerSplit - a), a_low = a - a_high;
  const double b_high = b * kDekkerSplit - (b * kDekkerSplit - b), b_low = b - b_high;
  const double product = a * b;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

constexpr DoubleDouble operator-(DoubleDouble a) { return {-a.high, -a.low}; }

constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble highs = exact_sum(a.high, b.high), lows = exact_sum(a.low, b.low);
  const DoubleDouble sum = exact_sum(highs.high, highs.low + lows.high);
  return exact_sum(sum.high, sum.low + lows.low);
}

constexpr DoubleDouble operator-(DoubleDouble a, DoubleDouble b) { return a + -b; }

constexpr DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble highs = exact_product(a.high, b.high);
  return exact_sum(highs.high, highs.low + (a.high * b.low + a.low * b.high));
}

/// By one step of long division: the first quotient leaves a rest, the rest gives the second.
constexpr DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double first = a.high / b.high;
  const DoubleDouble rest = a - b * DoubleDouble{first};
  return exact_sum(first, rest.high / b.high);
}

/// The natural logarithm of a normal x, off by less than 1e-18 or 2^-60 of itself: x = 2^k m with 3/4 <= m < 3/2, and
/// log m = 2 atanh(s) = 2 (s + s^3/3 + s^5/5 + ...) with s = (m-1)/(m+1), |s| <= 1/5.
inline DoubleDouble logarithm(DoubleDouble x) {
  constexpr DoubleDouble kLogarithmOf2{0.6931471805599453, 2.3190468138462996e-17};
  constexpr int kLastPower = 25;  // the next term, s^27/27, is below 6e-21
  int exponent = 0;
  if (std::frexp(x.high, &exponent) < 0.75) --exponent;
  const DoubleDouble m{std::ldexp(x.high, -exponent), std::ldexp(x.low, -exponent)};
  const DoubleDouble s = (m - DoubleDouble{1}) / (m + DoubleDouble{1});
  const double square = s.high * s.high;
  double rest = 0;
  for (int power = kLastPower; power > 1; power -= 2) rest = (rest + 1.0 / power) * square;
  return DoubleDouble{static_cast<double>(exponent)} * kLogarithmOf2 +
         DoubleDouble{2} * (s + DoubleDouble{s.high * rest});
}

}  // namespace gradfield
