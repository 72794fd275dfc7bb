// Arithmetic of about 106 bits: a number as the unevaluated sum of two doubles, for the few places where the roundings
// of doubles would pile up or cancel. Plain additions and products only, so the same bits on every processor.
//
// Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971);
// D. E. Knuth, "The Art of Computer Programming", vol. 2, 4.2.2. The products split their factors at 27 bits: factors
// and results above 2^995 overflow.
#pragma once

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

}  // namespace gradfield
