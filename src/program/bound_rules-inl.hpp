// How the bounds of an operation's result follow from those of its operands: one rule each.
// Included by rules.cpp alone, whose rows name every one of them.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <span>

#include "program/bounds.hpp"

namespace gradfield::bound {
namespace {

using enum Operation;
using enum NanPath;
using Operands = std::span<const Bounds>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool has_zero(const Bounds& u) { return u.low <= 0 && u.high >= 0; }
bool has_infinity(const Bounds& u) { return u.low == -kInfinity || u.high == kInfinity; }
bool is_whole(const Bounds& u) { return u.low == u.high && std::floor(u.low) == u.low && !u.may_be_nan; }

// Whether the range is true, or false, whatever the value: nan is true.
bool is_true(const Bounds& u) { return !has_zero(u); }
bool is_false(const Bounds& u) { return u.low == 0 && u.high == 0 && !u.may_be_nan; }

// The rules tell of operands that are not nan; bound_values adds the nans.
InstructionBounds between(double low, double high, bool makes_nan = false) { return {{low, high, false}, makes_nan}; }

// Functions of SLEEF are within one unit in the last place, and may fall by so much where they should rise: 8 units.
InstructionBounds widened(double low, double high, bool makes_nan = false) {
  constexpr double kUnits = 8 * 0x1p-52, kDenormals = 8 * std::numeric_limits<double>::denorm_min();
  if (std::isfinite(low)) low -= std::fabs(low) * kUnits + kDenormals;
  if (std::isfinite(high)) high += std::fabs(high) * kUnits + kDenormals;
  return between(low, high, makes_nan);
}

// The hull of some values; those that are nan (0*inf, inf-inf at a corner) stand for a limit that lies among the others
// or at 0.
InstructionBounds hull(std::initializer_list<double> values, bool makes_nan) {
  double low = kInfinity, high = -kInfinity;
  for (const double value : values) {
    const double known = std::isnan(value) ? 0 : value;
    low = std::min(low, known);
    high = std::max(high, known);
  }
  return between(low, high, makes_nan);
}

InstructionBounds add(Operands u) {
  const bool makes_nan =
      (u[0].high == kInfinity && u[1].low == -kInfinity) || (u[0].low == -kInfinity && u[1].high == kInfinity);
  const double low = u[0].low + u[1].low, high = u[0].high + u[1].high;
  return between(std::isnan(low) ? -kInfinity : low, std::isnan(high) ? kInfinity : high, makes_nan);
}

InstructionBounds negate(Operands u) { return between(-u[0].high, -u[0].low); }

InstructionBounds subtract(Operands u) {
  const std::array<Bounds, 2> terms{u[0], negate(u.subspan(1)).value};
  return add(terms);
}

InstructionBounds multiply(Operands u) {
  const bool makes_nan = (has_zero(u[0]) && has_infinity(u[1])) || (has_infinity(u[0]) && has_zero(u[1]));
  return hull({u[0].low * u[1].low, u[0].low * u[1].high, u[0].high * u[1].low, u[0].high * u[1].high}, makes_nan);
}

InstructionBounds divide(Operands u) {
  const bool makes_nan = (has_zero(u[0]) && has_zero(u[1])) || (has_infinity(u[0]) && has_infinity(u[1]));
  if (has_zero(u[1])) return between(-kInfinity, kInfinity, makes_nan);
  return hull({u[0].low / u[1].low, u[0].low / u[1].high, u[0].high / u[1].low, u[0].high / u[1].high}, makes_nan);
}

InstructionBounds absolute(Operands u) {
  const double a = std::fabs(u[0].low), b = std::fabs(u[0].high);
  return between(has_zero(u[0]) ? 0 : std::min(a, b), std::max(a, b));
}

template <Operation Power>
InstructionBounds even_power(Operands u) {
  const Bounds magnitude = absolute(u).value;
  const auto power = kernel_of(Power).value;
  return between(power(&magnitude.low), power(&magnitude.high));
}

// A function that rises everywhere, rounded correctly or not.
template <Operation Function>
InstructionBounds rising(Operands u) {
  const auto value = kernel_of(Function).value;
  return widened(value(&u[0].low), value(&u[0].high));
}

template <Operation Function>
InstructionBounds exactly_rising(Operands u) {
  const auto value = kernel_of(Function).value;
  return between(value(&u[0].low), value(&u[0].high));
}

// nan where the operand is outside of [from, to].
InstructionBounds defined_within(InstructionBounds result, const Bounds& u, double from, double to) {
  result.makes_nan = u.low < from || u.high > to;
  result.value.is_nan = u.high < from || u.low > to;
  return result;
}

// A function that rises on [from, to] and is nan outside.
template <Operation Function>
InstructionBounds rising_within(const Bounds& u, double from, double to) {
  const double low = std::clamp(u.low, from, to), high = std::clamp(u.high, from, to);
  const auto value = kernel_of(Function).value;
  return defined_within(widened(value(&low), value(&high)), u, from, to);
}

template <Operation Function>
InstructionBounds rising_above_zero(Operands u) {
  return rising_within<Function>(u[0], 0, kInfinity);
}

InstructionBounds square_root(Operands u) {
  const double low = std::max(u[0].low, 0.0), high = std::max(u[0].high, 0.0);
  return defined_within(between(std::sqrt(low), std::sqrt(high)), u[0], 0, kInfinity);
}

template <Operation Function>
InstructionBounds rising_within_one(Operands u) {
  return rising_within<Function>(u[0], -1, 1);
}

// A function that falls, on [from, to] and as far as the ends are: the ends change places.
template <Operation Function>
InstructionBounds falling_within(const Bounds& u, double from, double to) {
  const double low = std::clamp(u.low, from, to), high = std::clamp(u.high, from, to);
  const auto value = kernel_of(Function).value;
  return defined_within(widened(value(&high), value(&low)), u, from, to);
}

InstructionBounds kept_within(InstructionBounds result, double low, double high) {
  result.value.low = std::max(result.value.low, low);
  result.value.high = std::min(result.value.high, high);
  return result;
}

// A function of the magnitude that falls from 1 to 0.
template <Operation Function>
InstructionBounds bell(Operands u) {
  return kept_within(falling_within<Function>(absolute(u).value, 0, kInfinity), 0, 1);
}

InstructionBounds arc_cosine(Operands u) { return falling_within<kArcCosine>(u[0], -1, 1); }

InstructionBounds area_cosine(Operands u) { return rising_within<kAreaCosine>(u[0], 1, kInfinity); }

constexpr double kPi = 3.141592653589793;

// Whether one of the places first, first + period, ... and first - period, ... may lie in the range; where its ends are
// so far from 0 that this is not known to a billionth, always.
bool may_hold(const Bounds& u, double first, double period) {
  constexpr double kFar = 1e6, kDoubt = 1e-9;
  if (!(std::fabs(u.low) < kFar && std::fabs(u.high) < kFar)) return true;
  return std::ceil((u.low - kDoubt - first) / period) <= std::floor((u.high + kDoubt - first) / period);
}

// The ends, and 1 or -1 where the wave turns between them.
template <Operation Wave>
InstructionBounds wave(Operands u) {
  constexpr double kCrest = Wave == kSine ? kPi / 2 : 0;
  const auto value = kernel_of(Wave).value;
  const bool rises_to_1 = may_hold(u[0], kCrest, 2 * kPi), falls_to_1 = may_hold(u[0], kCrest + kPi, 2 * kPi);
  const double a = value(&u[0].low), b = value(&u[0].high);
  return kept_within(widened(falls_to_1 ? -1 : std::min(a, b), rises_to_1 ? 1 : std::max(a, b), has_infinity(u[0])), -1,
                     1);
}

InstructionBounds tangent(Operands u) {
  if (may_hold(u[0], kPi / 2, kPi)) return between(-kInfinity, kInfinity, has_infinity(u[0]));
  return rising<kTangent>(u);
}

// On a rectangle beside the origin that does not reach the cut, which is where x < 0 and y changes its sign, the angle
// is least and largest at corners.
InstructionBounds arc_tangent2(Operands u) {
  const Bounds &y = u[0], &x = u[1];
  if (has_zero(y) && x.low <= 0) return widened(-kPi, kPi);
  const auto corner = [](double up, double right) {
    const std::array<double, 2> operands{up, right};
    return kernel_of(kArcTangent2).value(operands.data());
  };
  const Bounds ends =
      hull({corner(y.low, x.low), corner(y.low, x.high), corner(y.high, x.low), corner(y.high, x.high)}, false).value;
  return widened(ends.low, ends.high);
}

InstructionBounds hyperbolic_cosine(Operands u) {
  const Bounds magnitude = absolute(u).value;
  return rising<kHyperbolicCosine>(std::span(&magnitude, 1));
}

// It falls as |u| rises.
InstructionBounds one_minus_square(Operands u) {
  const Bounds magnitude = absolute(u).value;
  const auto value = kernel_of(kOneMinusSquare).value;
  return widened(value(&magnitude.high), value(&magnitude.low));
}

InstructionBounds hypotenuse(Operands u) {
  const Bounds a = absolute(u).value, b = absolute(u.subspan(1)).value;
  const auto value = kernel_of(kHypotenuse).value;
  const std::array<double, 2> low{a.low, b.low}, high{a.high, b.high};
  InstructionBounds result = widened(value(low.data()), value(high.data()));
  result.value.low = std::max(result.value.low, 0.0);
  // C99: hypot(inf, nan) is inf.
  for (const std::size_t k : {0u, 1u}) result.nan_paths[k] = has_infinity(u[1 - k]) ? kSometimes : kAlways;
  return result;
}

InstructionBounds power_of_numbers(Operands u) {
  // Only a negative base with an exponent that is no whole number gives nan.
  const bool makes_nan = u[0].low < 0 && !is_whole(u[1]);
  const bool has_pole = has_zero(u[0]) && u[1].low < 0;  // -inf at -0 where the exponent is odd
  if (has_pole || makes_nan) {
    InstructionBounds anything = between(-kInfinity, kInfinity, makes_nan);
    anything.value.is_nan = u[0].high < 0 && std::ceil(u[1].low) > std::floor(u[1].high);
    return anything;
  }
  // The corners: the power of a positive base rises or falls in each operand alone, and a whole power in its base; an
  // even one in the magnitude of this.
  const std::array<Bounds, 2> magnitude{absolute(u).value, u[1]};
  if (u[0].low < 0 && std::fmod(u[1].low, 2) == 0) u = magnitude;
  const auto value = kernel_of(kPower).value;
  const auto corner = [&](double base, double exponent) {
    const std::array<double, 2> operands{base, exponent};
    return value(operands.data());
  };
  const Bounds ends = hull({corner(u[0].low, u[1].low), corner(u[0].low, u[1].high), corner(u[0].high, u[1].low),
                            corner(u[0].high, u[1].high)},
                           false)
                          .value;
  return widened(ends.low, ends.high);
}

InstructionBounds power(Operands u) {
  InstructionBounds result = power_of_numbers(u);
  // C99: 1^nan and nan^0 are 1.
  result.nan_paths[0] = is_true(u[1]) ? kAlways : kSometimes;
  result.nan_paths[1] = u[0].low > 1 || u[0].high < 1 ? kAlways : kSometimes;
  return result;
}

InstructionBounds remainder(Operands u) {
  const bool makes_nan = has_infinity(u[0]) || has_zero(u[1]);
  return between(std::min(u[0].low, 0.0), std::max(u[0].high, 0.0), makes_nan);
}

InstructionBounds complementary_error(Operands u) {
  return kept_within(falling_within<kComplementaryError>(u[0], -kInfinity, kInfinity), 0, 2);
}

InstructionBounds logarithm_of_1_plus(Operands u) { return rising_within<kLogarithmOf1Plus>(u[0], -1, kInfinity); }

// Near their roots these are known to an absolute error only.
InstructionBounds widened_near_0(double low, double high) {
  constexpr double kError = 0x1p-48;
  return widened(low - kError, high + kError);
}

// Right of 0 the gamma function falls to its one minimum, 0.8856 at 1.4616, and rises from there; its logarithm,
// -0.1215, with it (Abramowitz & Stegun, 6.1.1). Left of it: poles.
template <Operation Function>
InstructionBounds of_gamma(Operands u) {
  constexpr double kBefore = 1.4616, kBehind = 1.4617, kLeast = Function == kGamma ? 0.885 : -0.122;
  if (u[0].low <= 0) return between(-kInfinity, kInfinity, true);
  const auto value = kernel_of(Function).value;
  const double a = value(&u[0].low), b = value(&u[0].high);
  const bool turns = u[0].low < kBehind && u[0].high > kBefore;
  return widened_near_0(turns ? kLeast : std::min(a, b), std::max(a, b));
}

// Right of 0 psi and its derivatives of even order rise, those of odd order fall (Abramowitz & Stegun, 6.4.1).
InstructionBounds polygamma(Operands u) {
  constexpr double kHighestOrder = 1000;
  const bool has_order = is_whole(u[0]) && u[0].low >= 0 && u[0].low <= kHighestOrder;
  if (!has_order || u[1].low <= 0) return between(-kInfinity, kInfinity, true);
  const auto end = [&](double place) {
    const std::array<double, 2> operands{u[0].low, place};
    return kernel_of(kPolygamma).value(operands.data());
  };
  const auto [low, high] = std::minmax({end(u[1].low), end(u[1].high)});
  return widened_near_0(low, high);
}

InstructionBounds smaller(Operands u) { return between(std::min(u[0].low, u[1].low), std::min(u[0].high, u[1].high)); }
InstructionBounds larger(Operands u) { return between(std::max(u[0].low, u[1].low), std::max(u[0].high, u[1].high)); }

InstructionBounds truth(bool never, bool always) {
  return {{always ? 1.0 : 0.0, never ? 0.0 : 1.0, false}, false, {kNever, kNever, kNever}};
}

// Comparisons are 0 with nan (`!=` 1), so only one of the two answers is certain where an operand may be nan.
bool any_nan(Operands u) { return u[0].may_be_nan || u[1].may_be_nan; }
InstructionBounds less(Operands u) { return truth(u[0].low >= u[1].high, u[0].high < u[1].low && !any_nan(u)); }
InstructionBounds less_equal(Operands u) { return truth(u[0].low > u[1].high, u[0].high <= u[1].low && !any_nan(u)); }
InstructionBounds greater(Operands u) { return truth(u[0].high <= u[1].low, u[0].low > u[1].high && !any_nan(u)); }
InstructionBounds greater_equal(Operands u) {
  return truth(u[0].high < u[1].low, u[0].low >= u[1].high && !any_nan(u));
}
bool are_apart(Operands u) { return u[0].high < u[1].low || u[0].low > u[1].high; }
bool are_one(Operands u) { return u[0].low == u[0].high && u[1].low == u[0].low && u[1].high == u[0].low; }
InstructionBounds equal(Operands u) { return truth(are_apart(u), are_one(u) && !any_nan(u)); }
InstructionBounds not_equal(Operands u) { return truth(are_one(u) && !any_nan(u), are_apart(u)); }

InstructionBounds logical_and(Operands u) {
  return truth(is_false(u[0]) || is_false(u[1]), is_true(u[0]) && is_true(u[1]));
}
InstructionBounds logical_or(Operands u) {
  return truth(is_false(u[0]) && is_false(u[1]), is_true(u[0]) || is_true(u[1]));
}

InstructionBounds select(Operands u) {
  InstructionBounds result = between(std::min(u[1].low, u[2].low), std::max(u[1].high, u[2].high));
  if (is_true(u[0])) result = between(u[1].low, u[1].high);
  if (is_false(u[0])) result = between(u[2].low, u[2].high);
  result.nan_paths = {kNever, is_false(u[0]) ? kNever : kSometimes, is_true(u[0]) ? kNever : kSometimes};
  return result;
}

InstructionBounds first_operand(Operands u) { return between(u[0].low, u[0].high); }
InstructionBounds second_operand(Operands u) { return between(u[1].low, u[1].high); }

InstructionBounds sign(Operands u) {
  return between(u[0].low > 0 ? 1 : u[0].low == 0 ? 0 : -1, u[0].high < 0 ? -1 : u[0].high == 0 ? 0 : 1);
}

}  // namespace
}  // namespace gradfield::bound
