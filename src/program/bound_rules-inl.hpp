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

// A function that rises on [from, to] and is nan outside.
template <Operation Function>
InstructionBounds rising_within(const Bounds& u, double from, double to) {
  const double low = std::clamp(u.low, from, to), high = std::clamp(u.high, from, to);
  const auto value = kernel_of(Function).value;
  return widened(value(&low), value(&high), u.low < from || u.high > to);
}

template <Operation Function>
InstructionBounds rising_above_zero(Operands u) {
  return rising_within<Function>(u[0], 0, kInfinity);
}

InstructionBounds square_root(Operands u) {
  const double low = std::max(u[0].low, 0.0), high = std::max(u[0].high, 0.0);
  return between(std::sqrt(low), std::sqrt(high), u[0].low < 0);
}

template <Operation Function>
InstructionBounds rising_within_one(Operands u) {
  return rising_within<Function>(u[0], -1, 1);
}

InstructionBounds arc_cosine(Operands u) { return widened(0, 3.141592653589793, u[0].low < -1 || u[0].high > 1); }

InstructionBounds area_cosine(Operands u) { return rising_within<kAreaCosine>(u[0], 1, kInfinity); }

InstructionBounds wave(Operands u) { return widened(-1, 1, has_infinity(u[0])); }

InstructionBounds tangent(Operands u) { return between(-kInfinity, kInfinity, has_infinity(u[0])); }

InstructionBounds arc_tangent2(Operands) { return widened(-3.141592653589793, 3.141592653589793); }

InstructionBounds hyperbolic_cosine(Operands u) {
  const Bounds magnitude = absolute(u).value;
  return rising<kHyperbolicCosine>(std::span(&magnitude, 1));
}

InstructionBounds hyperbolic_secant(Operands) { return between(0, 1); }

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
  if (u[0].low < 0 || has_pole) return between(-kInfinity, kInfinity, makes_nan);
  // A positive base: the corners; the power rises or falls in each operand alone.
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

InstructionBounds gaussian(Operands) { return between(0, 1); }
InstructionBounds complementary_error(Operands) { return between(0, 2); }

InstructionBounds logarithm_of_1_plus(Operands u) { return rising_within<kLogarithmOf1Plus>(u[0], -1, kInfinity); }

// Right of 0 the gamma function has one minimum, 0.8856 at 1.4616, and its logarithm -0.1215 (Abramowitz & Stegun,
// 6.1.1). Left of it: poles.
InstructionBounds gamma_function(Operands u) {
  return between(u[0].low > 0 ? 0.88 : -kInfinity, kInfinity, u[0].low <= 0);
}
InstructionBounds logarithm_of_gamma(Operands u) {
  return between(u[0].low > 0 ? -0.13 : -kInfinity, kInfinity, u[0].low <= 0);
}
InstructionBounds polygamma(Operands u) {
  constexpr double kHighestOrder = 1000;
  const bool has_order = is_whole(u[0]) && u[0].low >= 0 && u[0].low <= kHighestOrder;
  return between(-kInfinity, kInfinity, !has_order || u[1].low <= 0);
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
