#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "kernel/double_double.hpp"
#include "kernel/extended.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr DoubleDouble kLn2{0.6931471805599453, 2.3190468138462996e-17};
constexpr double kHalfPi = std::numbers::pi / 2;

using Operands = const Extended*;

// Whether a double of full precision is the same number.
bool is_double(Extended u) { return u.exponent >= -1022 && u.exponent <= 1023; }

bool is_tiny(Extended u) { return u.exponent < -500; }

// Whether a result has all the digits of a double, and did not leave the range on the way.
bool is_sound(double v) { return std::isnan(v) || (std::fabs(v) >= 0x1p-960 && std::fabs(v) < kInfinity); }

// A function by its kernel, where argument and result are doubles of full precision; else by what it comes to where the
// argument is tiny or large, or the result is.
template <Operation operation, Extended (*of_tiny)(Extended), Extended (*of_large)(Extended)>
Extended function(Operands operands) {
  const Extended u = operands[0];
  if (is_double(u)) {
    const double argument = u.rounded(), v = kernel_of(operation).value(&argument);
    if (is_sound(v) || u.is_special()) return v;
  }
  return is_tiny(u) ? of_tiny(u) : of_large(u);
}

// The same where a large argument makes nothing of its own: 0 and infinities that the kernel gives are true.
template <Operation operation, Extended (*of_tiny)(Extended), Extended (*of_huge)(Extended)>
Extended bounded_function(Operands operands) {
  const Extended u = operands[0];
  if (is_double(u) && !is_tiny(u)) {
    const double argument = u.rounded();
    return kernel_of(operation).value(&argument);
  }
  return function<operation, of_tiny, of_huge>(operands);
}

Extended itself(Extended u) { return u; }
Extended nowhere(Extended) { return kNan; }
template <int value>
Extended whole(Extended) {
  return value;
}

Extended signed_like(Extended u, Extended magnitude) { return u.mantissa < 0 ? -magnitude : magnitude; }

// e^u of u = high + low, |low| far below 1: 2^n times e^(u - n ln 2). What is beyond 2^53 has a size and no digits.
Extended exponential_of(DoubleDouble u) {
  constexpr double kMostExact = 0x1p53;
  const double doublings = std::rint(u.high / kLn2.high);
  if (std::fabs(doublings) > kMostExact) return {1, doublings};
  const DoubleDouble rest = u - DoubleDouble{doublings} * kLn2;
  const double v = exponential(rest.high);
  return {v + v * rest.low, doublings};
}

Extended exponential(Extended u) {
  if (!is_double(u)) return u.mantissa > 0 ? kInfinity : 0;
  return exponential_of({u.rounded()});
}

Extended half_exponential(Extended u) { return exponential(absolute(u)) * Extended(0.5); }
Extended hyperbolic_sine(Extended u) { return signed_like(u, half_exponential(u)); }
Extended hyperbolic_secant(Extended u) { return Extended(2) * exponential(-absolute(u)); }
Extended exponential_minus_1(Extended u) { return u.mantissa > 0 ? exponential(u) : Extended(-1); }

Extended gaussian(Extended u) {
  constexpr double kSquareIsDouble = 1e150;
  const double argument = absolute(u).rounded();
  return argument > kSquareIsDouble ? Extended(0) : exponential_of(-exact_product(argument, argument));
}

// erfc(u) = e^-u^2 / (u sqrt(pi)) (1 - s + 3 s^2 - 15 s^3 + ...) with s = 1/(2u^2) (Abramowitz & Stegun, 7.1.23): from
// 25 on eight terms.
Extended complementary_error(Extended u) {
  if (u.mantissa < 0) return 2;
  const double s = (Extended(0.5) / (u * u)).rounded();
  double sum = 1;
  for (int k = 8; k > 0; --k) sum = 1 - (2 * k - 1) * s * sum;
  return gaussian(u) / u * Extended(sum / std::sqrt(std::numbers::pi));
}

Extended error_of_tiny(Extended u) { return Extended(2 / std::sqrt(std::numbers::pi)) * u; }

// log(m 2^e) of what is no double, or too small to be taken for one.
Extended logarithm(Extended u) {
  if (u.mantissa < 0) return kNan;
  return u.exponent * kLn2.high + gradfield::logarithm(u.mantissa);
}
Extended logarithm2(Extended u) { return u.mantissa < 0 ? kNan : u.exponent + gradfield::logarithm2(u.mantissa); }
Extended logarithm10(Extended u) {
  constexpr double kLog10Of2 = 0.30102999566398120;
  return u.mantissa < 0 ? kNan : u.exponent * kLog10Of2 + gradfield::logarithm10(u.mantissa);
}
Extended area_cosine(Extended u) { return logarithm(u) + Extended(kLn2.high); }
Extended area_sine(Extended u) { return signed_like(u, area_cosine(absolute(u))); }
Extended half_pi(Extended u) { return signed_like(u, kHalfPi); }
Extended sign_of(Extended u) { return u.mantissa < 0 ? -1 : 1; }

// Stirling: gamma(u) = e^((u - 1/2) log u - u) sqrt(2 pi) (1 + 1/(12u) + ...), log of the last factor 1/(12u) -
// 1/(360u^3) + 1/(1260u^5) (Abramowitz & Stegun, 6.1.40): from 100 on. Below 0 by reflection at 1/2.
Extended gamma_above(double u) {
  const double correction = (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / (u * u)) / (u * u)) / u;
  const DoubleDouble exponent =
      exact_sum(u, -0.5) * logarithm(DoubleDouble{u}) - DoubleDouble{u} + DoubleDouble{correction};
  return exponential_of(exponent) * Extended(std::sqrt(2 * std::numbers::pi));
}
Extended gamma_function(Extended u) {
  constexpr double kExponentIsDouble = 1e290;
  if (!is_double(u) || std::fabs(u.rounded()) > kExponentIsDouble) return u.mantissa > 0 ? kInfinity : kNan;
  const double argument = u.rounded();
  if (argument > 0) return gamma_above(argument);
  const double nearest = std::rint(argument);
  if (argument == nearest) return kNan;
  const double s = sine(std::numbers::pi * (argument - nearest)) * (std::fmod(nearest, 2) == 0 ? 1 : -1);
  return Extended(std::numbers::pi) / (Extended(s) * gamma_above(1 - argument));
}
Extended gamma_of_tiny(Extended u) { return Extended(1) / u; }

Extended logarithm_of_gamma(Operands u) {
  constexpr double kLeadingTermIsAll = 1e300;
  if (is_double(u[0]) && !(u[0].rounded() > kLeadingTermIsAll)) return gradfield::logarithm_of_gamma(u[0].rounded());
  if (is_tiny(u[0])) return -logarithm(absolute(u[0]));
  return u[0].mantissa > 0 ? u[0] * (logarithm(u[0]) - Extended(1)) : Extended(kNan);
}

// What polygamma is next to its pole at 0, (-1)^(n+1) n! / u^(n+1), and far out, (-1)^(n+1) (n-1)! / u^n with the next
// term (Abramowitz & Stegun, 6.4.11).
Extended polygamma(Operands u) {
  if (is_double(u[0]) && is_double(u[1])) {
    const std::array<double, 2> operands{u[0].rounded(), u[1].rounded()};
    const double v = kernel_of(Operation::kPolygamma).value(operands.data());
    if (is_sound(v)) return v;
  }
  const double order = u[0].rounded();
  constexpr double kLargestOrder = 1000;
  if (!(order >= 0 && order <= kLargestOrder && order == std::floor(order)) || u[1].is_special()) return kNan;
  const bool is_near = u[1].exponent < 0;
  if (order == 0) return is_near ? Extended(-1) / u[1] : logarithm(u[1]);
  if (!is_near && u[1].mantissa < 0) return kNan;
  Extended term = is_near ? Extended(1) / u[1] : Extended(1);
  for (double k = 1; k <= order; k += 1) term = term / u[1] * Extended(is_near || k < order ? k : 1);
  if (!is_near) term = term * (Extended(1) + Extended(order / 2) / u[1]);
  return std::fmod(order, 2) == 1 ? term : -term;
}

// u^w = e^(w log u), of a negative u at whole w only.
Extended power(Operands operands) {
  const Extended u = operands[0], w = operands[1];
  if (is_double(u) && is_double(w)) {
    const double v = gradfield::power(u.rounded(), w.rounded());
    if (is_sound(v) || u.is_special() || w.is_special()) return v;
  }
  if (u.is_special() || w.is_special()) {
    return gradfield::power(u.is_special() ? u.mantissa : u.mantissa * (u.exponent < 0 ? 0.25 : 4),
                            w.is_special() ? w.mantissa : w.mantissa * (w.exponent < 0 ? 0.25 : 4));
  }
  const bool is_whole = w.exponent >= 53 || (is_double(w) && w.rounded() == std::floor(w.rounded()));
  if (u.mantissa < 0 && !is_whole) return kNan;
  const DoubleDouble log = DoubleDouble{u.exponent} * kLn2 + gradfield::logarithm(DoubleDouble{std::fabs(u.mantissa)});
  const Extended size = Extended(log.high) * w;
  constexpr double kProductIsDouble = 900;
  if (size.exponent > kProductIsDouble) return size.mantissa > 0 ? kInfinity : 0;
  const Extended v = exponential_of(log * DoubleDouble{w.rounded()});
  const bool is_odd = w.exponent < 53 && std::fmod(w.rounded(), 2) != 0;
  return u.mantissa < 0 && is_odd ? -v : v;
}

Extended hypotenuse(Operands operands) {
  Extended a = absolute(operands[0]), b = absolute(operands[1]);
  if (a.is_special() || b.is_special()) {
    if (a.is_finite() && b.is_finite()) return a + b;  // one is 0
    return gradfield::hypotenuse(a.mantissa, b.mantissa);
  }
  if (a < b) std::swap(a, b);
  constexpr double kNothing = 60;
  const double apart = a.exponent - b.exponent;
  if (apart > kNothing) return a;
  return {gradfield::hypotenuse(a.mantissa, std::ldexp(b.mantissa, -static_cast<int>(apart))), a.exponent};
}

Extended arc_tangent2(Operands operands) {
  const Extended u = operands[0], w = operands[1];
  if (u.is_special() || w.is_special()) return gradfield::arc_tangent2(u.mantissa, w.mantissa);
  constexpr double kRatioIsDouble = 900;
  const double apart = u.exponent - w.exponent;
  if (std::fabs(apart) <= kRatioIsDouble) {
    return gradfield::arc_tangent2(std::ldexp(u.mantissa, static_cast<int>(apart)), w.mantissa);
  }
  if (apart > 0) return half_pi(u);
  return w.mantissa > 0 ? u / w : signed_like(u, std::numbers::pi);
}

// Exact, as far as the quotient's digits go.
Extended remainder(Operands operands) {
  const Extended a = operands[0], b = operands[1];
  if (a.is_special() || b.is_special()) return std::fmod(a.mantissa, b.mantissa);
  if (absolute(a) < absolute(b)) return a;
  constexpr double kQuotientIsDouble = 1000;
  const double apart = a.exponent - b.exponent;
  if (apart > kQuotientIsDouble) return kNan;
  return {std::fmod(std::ldexp(a.mantissa, static_cast<int>(apart)), b.mantissa), b.exponent};
}

// Of whole numbers next to u: what is far from 1 is whole, or next to 0.
template <Operation operation>
Extended next_whole(Operands operands) {
  const Extended u = operands[0];
  if (u.is_special() || u.exponent >= 53) return u;
  const double argument = u.exponent < -1 ? std::copysign(0.25, u.mantissa) : u.rounded();
  return kernel_of(operation).value(&argument);
}

Extended cube_root(Operands operands) {
  const Extended u = operands[0];
  const double thirds = u.exponent - 3 * std::floor(u.exponent / 3);
  return {gradfield::cube_root(std::ldexp(u.mantissa, static_cast<int>(thirds))), (u.exponent - thirds) / 3};
}

bool is_any_nan(Operands u) { return u[0].is_nan() || u[1].is_nan(); }
bool is_true(Extended u) { return u.mantissa != 0; }

struct Row {
  Operation operation;
  ExtendedValue value;
};

using enum Operation;

constexpr std::array<Row, kOperationCount> kRows{{
    {kConstant, nullptr},
    {kVariable, nullptr},
    {kAdd, [](Operands u) { return u[0] + u[1]; }},
    {kSubtract, [](Operands u) { return u[0] - u[1]; }},
    {kMultiply, [](Operands u) { return u[0] * u[1]; }},
    {kDivide, [](Operands u) { return u[0] / u[1]; }},
    {kNegate, [](Operands u) { return -u[0]; }},
    {kSquare, [](Operands u) { return u[0] * u[0]; }},
    {kCube, [](Operands u) { return u[0] * u[0] * u[0]; }},
    {kFourth, [](Operands u) { return (u[0] * u[0]) * (u[0] * u[0]); }},
    {kPower, power},
    {kSquareRoot, [](Operands u) { return square_root(u[0]); }},
    {kCubeRoot, cube_root},
    {kAbsolute, [](Operands u) { return absolute(u[0]); }},
    {kSign, [](Operands u) { return u[0].is_special() && !std::isinf(u[0].mantissa) ? u[0] : sign_of(u[0]); }},
    {kRound, next_whole<kRound>},
    {kFloor, next_whole<kFloor>},
    {kCeiling, next_whole<kCeiling>},
    {kTruncate, next_whole<kTruncate>},
    {kRemainder, remainder},
    {kMinimum, [](Operands u) { return is_any_nan(u) ? Extended(kNan)
                                       : u[1] < u[0] ? u[1]
                                                     : u[0]; }},
    {kMaximum, [](Operands u) { return is_any_nan(u) ? Extended(kNan)
                                       : u[0] < u[1] ? u[1]
                                                     : u[0]; }},
    {kLess, [](Operands u) -> Extended { return u[0] < u[1]; }},
    {kLessEqual, [](Operands u) -> Extended { return u[0] < u[1] || u[0] == u[1]; }},
    {kGreater, [](Operands u) -> Extended { return u[1] < u[0]; }},
    {kGreaterEqual, [](Operands u) -> Extended { return u[1] < u[0] || u[0] == u[1]; }},
    {kEqual, [](Operands u) -> Extended { return u[0] == u[1]; }},
    {kNotEqual, [](Operands u) -> Extended { return !(u[0] == u[1]); }},
    {kAnd, [](Operands u) -> Extended { return is_true(u[0]) && is_true(u[1]); }},
    {kOr, [](Operands u) -> Extended { return is_true(u[0]) || is_true(u[1]); }},
    {kSelect, [](Operands u) { return is_true(u[0]) ? u[1] : u[2]; }},
    {kNanWhere, [](Operands u) { return u[0].is_nan() ? u[0] : u[1]; }},
    {kKink, [](Operands u) { return u[0]; }},
    {kSine, bounded_function<kSine, itself, nowhere>},
    {kCosine, bounded_function<kCosine, whole<1>, nowhere>},
    {kTangent, bounded_function<kTangent, itself, nowhere>},
    {kArcSine, bounded_function<kArcSine, itself, nowhere>},
    {kArcCosine, bounded_function<kArcCosine, [](Extended) -> Extended { return kHalfPi; }, nowhere>},
    {kArcTangent, bounded_function<kArcTangent, itself, half_pi>},
    {kArcTangent2, arc_tangent2},
    {kHyperbolicSine, function<kHyperbolicSine, itself, hyperbolic_sine>},
    {kHyperbolicCosine, function<kHyperbolicCosine, whole<1>, half_exponential>},
    {kHyperbolicTangent, bounded_function<kHyperbolicTangent, itself, sign_of>},
    {kHyperbolicSecant, function<kHyperbolicSecant, whole<1>, hyperbolic_secant>},
    {kAreaSine, bounded_function<kAreaSine, itself, area_sine>},
    {kAreaCosine, bounded_function<kAreaCosine, nowhere, area_cosine>},
    {kAreaTangent, bounded_function<kAreaTangent, itself, nowhere>},
    {kOneMinusSquare, [](Operands u) { return (Extended(1) - u[0]) * (Extended(1) + u[0]); }},
    {kExponential, function<kExponential, whole<1>, exponential>},
    {kExponentialMinus1, function<kExponentialMinus1, itself, exponential_minus_1>},
    {kGaussian, function<kGaussian, whole<1>, gaussian>},
    {kLogarithm, bounded_function<kLogarithm, logarithm, logarithm>},
    {kLogarithmOf1Plus, bounded_function<kLogarithmOf1Plus, itself, logarithm>},
    {kLogarithm2, bounded_function<kLogarithm2, logarithm2, logarithm2>},
    {kLogarithm10, bounded_function<kLogarithm10, logarithm10, logarithm10>},
    {kHypotenuse, hypotenuse},
    {kErrorFunction, bounded_function<kErrorFunction, error_of_tiny, sign_of>},
    {kComplementaryError, function<kComplementaryError, whole<1>, complementary_error>},
    {kGamma, function<kGamma, gamma_of_tiny, gamma_function>},
    {kLogarithmOfGamma, logarithm_of_gamma},
    {kPolygamma, polygamma},
}};
static_assert(is_complete(kRows, &Row::value));

}  // namespace

ExtendedValue extended_value(Operation operation) { return kRows[static_cast<std::size_t>(operation)].value; }

}  // namespace gradfield
