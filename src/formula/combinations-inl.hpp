// Functions that are made of operations. They are written so that value, slope and second slope keep their digits at
// every argument: where one form would cancel or overflow, a choice takes another, never one that makes a kink.
// Included by functions.cpp alone, whose rows name every one of them.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "program/term.hpp"

namespace gradfield {
namespace {

using enum Operation;

// Of all arguments, from the left.
Term fold(Operation operation, std::span<const Term> arguments) {
  Term result = arguments[0];
  for (const Term argument : arguments.subspan(1)) result = apply(operation, result, argument);
  return result;
}

Term average(std::span<const Term> arguments) {
  return fold(kAdd, arguments) / arguments[0].constant(static_cast<double>(arguments.size()));
}

// Angles

Term secant(std::span<const Term> arguments) { return 1 / apply(kCosine, arguments[0]); }
Term cosecant(std::span<const Term> arguments) { return 1 / apply(kSine, arguments[0]); }
Term cotangent(std::span<const Term> arguments) { return 1 / apply(kTangent, arguments[0]); }

Term degrees(std::span<const Term> arguments) { return 57.29577951308232 * arguments[0]; }     // 180/pi
Term radians(std::span<const Term> arguments) { return 0.017453292519943295 * arguments[0]; }  // pi/180

// sin(u)/u, whose slopes cancel, the more the nearer u is to 0: up to 1.5 its Taylor series, the sum of
// (-1)^k u^2k / (2k+1)!, by Horner's rule. At 1.5 the first term left out is below a rounding of the second slope.
Term sinc(std::span<const Term> arguments) {
  constexpr std::array kCoefficients = [] {
    std::array<double, 12> coefficients{1};
    double factorial = 1;
    for (int k = 1; k < 12; ++k) {
      factorial *= -2 * k * (2 * k + 1);
      coefficients[static_cast<std::size_t>(k)] = 1 / factorial;
    }
    return coefficients;
  }();
  const Term u = arguments[0], w = square(u);
  Term series = u.constant(kCoefficients.back());
  for (std::size_t k = kCoefficients.size() - 1; k-- > 0;) series = kCoefficients[k] + w * series;
  return select(apply(kLess, absolute(u), u.constant(1.5)), series, apply(kSine, u) / u);
}

// Hyperbolic functions

// Not 1/sinh(u): its slope has cosh(u)/sinh(u), which is inf/inf far out.
Term hyperbolic_cosecant(std::span<const Term> arguments) {
  return apply(kHyperbolicSecant, arguments[0]) / apply(kHyperbolicTangent, arguments[0]);
}

Term hyperbolic_cotangent(std::span<const Term> arguments) { return 1 / apply(kHyperbolicTangent, arguments[0]); }

// cosh(v) = 1/u: v = log((1+s)/u) with s = sqrt(1-u^2). Two logarithms that are never negative, so nothing cancels; in
// acosh(1/u) the rounding of 1/u would be all that is left near 1.
Term area_secant(std::span<const Term> arguments) {
  const Term u = arguments[0], root = square_root((1 - u) * (1 + u));
  return apply(kLogarithmOf1Plus, root) - apply(kLogarithm, u);
}

Term area_cosecant(std::span<const Term> arguments) { return apply(kAreaSine, 1 / arguments[0]); }

// tanh(v) = 1/u. Near 1 as log((|u|+1)/(|u|-1))/2, since the rounding of 1/u would be all that is left there. The kink
// of |u| is at 0, where v is nan.
Term area_cotangent(std::span<const Term> arguments) {
  const Term u = arguments[0], size = absolute(u);
  const Term near_one = 0.5 * (apply(kLogarithm, size + 1) - apply(kLogarithm, size - 1));
  return apply(kSign, u) * select(size > 2, apply(kAreaTangent, 1 / size), near_one);
}

// Exponentials and logarithms

template <int Base>
Term power_of(std::span<const Term> arguments) {
  return apply(kPower, arguments[0].constant(Base), arguments[0]);
}

// By logarithms to base 2, which are exact for powers of two; base 10 has one of its own.
Term logarithm_to_base(std::span<const Term> arguments) {
  const Term u = arguments[0], base = arguments[1];
  if (base.is_constant() && base.constant_value() == 10) return apply(kLogarithm10, u);
  return apply(kLogarithm2, u) / apply(kLogarithm2, base);
}

// log(1 + e^u). Requires: u <= 0, else e^u may overflow.
Term logarithm_of_1_plus_exponential(Term u) { return apply(kLogarithmOf1Plus, apply(kExponential, u)); }

Term softplus(std::span<const Term> arguments) {
  const Term u = arguments[0];
  return select(u > 0, u + logarithm_of_1_plus_exponential(-u), logarithm_of_1_plus_exponential(u));
}

// log(e^a + e^b) as the larger plus log(1 + e^-d), d being their distance; of two equal infinities, whose d is nan,
// that infinity.
Term logarithm_of_two(Term a, Term b) {
  const Term d = a - b;
  const Term sum = select(d > 0, a + logarithm_of_1_plus_exponential(-d), b + logarithm_of_1_plus_exponential(d));
  return select(apply(kEqual, d, d), sum, 0.5 * a + 0.5 * b);
}

Term logarithm_of_sum(std::span<const Term> arguments) {
  Term result = arguments[0];
  for (const Term argument : arguments.subspan(1)) result = logarithm_of_two(result, argument);
  return result;
}

// Whole numbers

// A comparison with nan is 0; a step of nan is nan.
Term step(std::span<const Term> arguments) {
  const Term u = arguments[0];
  return apply(kNanWhere, u, apply(kGreaterEqual, u, u.constant(0)));
}

// Of halves, the even one of the two whole numbers: one less than the upper one where that is odd.
Term round_half_even(std::span<const Term> arguments) {
  const Term u = arguments[0], up = apply(kRound, u);
  const Term is_half = up - u == 0.5, is_odd = apply(kNotEqual, apply(kRemainder, up, u.constant(2)), u.constant(0));
  return select(apply(kAnd, is_half, is_odd), up - 1, up);
}

Term heaviside(std::span<const Term> arguments) {
  return select(arguments[0] == 0, arguments[1], step(arguments.first(1)));
}

// u - w floor(u/w), of which the rounded quotient would lose digits: the remainder towards 0 is exact, and one w more
// where its sign is not that of w.
Term modulo(std::span<const Term> arguments) {
  const Term w = arguments[1], rest = apply(kRemainder, arguments[0], w);
  const Term is_opposite = apply(kLess, rest * apply(kSign, w), w.constant(0));
  return select(is_opposite, rest + w, rest);
}

Term digamma(std::span<const Term> arguments) { return apply(kPolygamma, arguments[0].constant(0), arguments[0]); }

// Bends

// e^800 and e^-800 are beyond the range of doubles: outside of it a function of e^u is, to the last bit, at its limits.
// The choice keeps infinities out of the middle.
Term between_limits(Term u, Term below, Term middle, Term above) {
  return select(u > 800, above, select(apply(kLess, u, u.constant(-800)), below, middle));
}

// Of |u| < 800. By tanh(u/2), whose second slope keeps its digits near 0; below -1, where 1 + tanh would cancel, as
// e^u / (1 + e^u).
Term sigmoid_within_limits(Term u) {
  const Term exponential = apply(kExponential, u);
  return select(apply(kLess, u, u.constant(-1)), exponential / (1 + exponential),
                0.5 + 0.5 * apply(kHyperbolicTangent, 0.5 * u));
}

Term sigmoid(std::span<const Term> arguments) {
  const Term u = arguments[0];
  return between_limits(u, u.constant(0), sigmoid_within_limits(u), u.constant(1));
}

Term silu(std::span<const Term> arguments) {
  const Term u = arguments[0];
  return between_limits(u, u.constant(0), u * sigmoid_within_limits(u), u);
}

// u times the share of the normal distribution below u, erfc(w)/2 with w = -u/sqrt(2). The rounding error of w would be
// one of w^2 roundings in the tail, so its first order is put in: erfc(w-d) = erfc(w) + 2/sqrt(pi) e^(-w^2) d, whose
// slope is, to first order again, that of erfc at w-d. d is what is left of w + u/sqrt(2), the product without
// rounding: 26 bits of u times 27 bits of the root. Requires: |u| < 1024, for which these are 26.
Term gelu_within_limits(Term u) {
  constexpr double kRoot = 0.7071067811865476, kHead = 0x1.6a09e68p-1, kTail = -2.799544089368687e-9;
  constexpr double kTwoOverRootOfPi = 1.1283791670955126, kUnit = 0x1p-16;
  const Term w = -kRoot * u, head = kUnit * apply(kRound, (1 / kUnit) * u);
  const Term d = (kHead * head + w) + kTail * head + kRoot * (u - head);
  const Term share = apply(kComplementaryError, w) + kTwoOverRootOfPi * (d * apply(kGaussian, w));
  return 0.5 * u * share;
}

Term gelu(std::span<const Term> arguments) {
  const Term u = arguments[0];
  return between_limits(u, u.constant(0), gelu_within_limits(u), u);
}

Term rectified(std::span<const Term> arguments) { return apply(kMaximum, arguments[0], arguments[0].constant(0)); }

// Three arguments

Term clamp(std::span<const Term> arguments) {
  return apply(kMinimum, apply(kMaximum, arguments[0], arguments[1]), arguments[2]);
}

// Exact at both ends, where a + (b-a) t is not: b-a is rounded.
Term mix(std::span<const Term> arguments) {
  const Term a = arguments[0], b = arguments[1], t = arguments[2];
  return (1 - t) * a + t * b;
}

}  // namespace
}  // namespace gradfield
