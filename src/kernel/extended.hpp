// Numbers with the precision of a double and an exponent of their own, which neither overflow nor underflow on the way:
// for the few points at which a program of doubles loses a slope that exists, as that of 1/(1+exp(-x)) at -800.
//
// The same bits on every processor: arithmetic of doubles on the mantissas, and the functions of mathematics.hpp.
#pragma once

#include "kernel/operation.hpp"

namespace gradfield {

/// mantissa * 2^exponent with 1 <= |mantissa| < 2; 0, infinities and nan have the exponent 0. The exponent is a whole
/// number, exact up to 2^53; a number whose exponent is beyond has no digits that mean anything, only a size.
struct Extended {
  double mantissa = 0;
  double exponent = 0;

  constexpr Extended() = default;
  /// The same number.
  Extended(double value);
  /// mantissa * 2^exponent of any mantissa. Infinite, or 0, where the exponent is infinite.
  Extended(double mantissa, double exponent);

  /// Rounded once: infinite above the range of doubles, denormal or 0 below it.
  double rounded() const;
  bool is_finite() const { return mantissa - mantissa == 0; }
  bool is_nan() const { return mantissa != mantissa; }
  /// 0, infinite or nan: its exponent says nothing.
  bool is_special() const { return mantissa == 0 || !is_finite(); }
};

Extended operator+(Extended a, Extended b);
Extended operator-(Extended a, Extended b);
Extended operator*(Extended a, Extended b);
/// Where the exponents of a and b are so large that their difference is rounding, nan.
Extended operator/(Extended a, Extended b);
Extended operator-(Extended a);
bool operator<(Extended a, Extended b);
bool operator==(Extended a, Extended b);
Extended absolute(Extended u);
Extended square_root(Extended u);

/// One operation on extended numbers: as accurate as that on doubles, wherever its result is. Reads as many operands as
/// the operation has.
using ExtendedValue = Extended (*)(const Extended* operands);

/// Null for the leaves. Requires: operation < kCount.
ExtendedValue extended_value(Operation operation);

}  // namespace gradfield
