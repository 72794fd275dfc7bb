// The slope rule of every operation, each with its derivation and what happens at the edge.
// v is the value, u[0] = u, u[1] = w its operands, du and dw their slopes. Source of the plain derivatives: Abramowitz
// & Stegun, "Handbook of Mathematical Functions", 3.3, 4.2, 4.4, 4.6, 6.3, 6.4, 7.1. They are written so that large and
// small arguments neither overflow nor cancel, and with operations that have slope rules themselves: the Hessian is the
// same again.
// Included by rules.cpp alone, whose rows name every one of them.
#pragma once

#include <limits>

#include "program/rules.hpp"

namespace gradfield::slope {
namespace {

using enum Operation;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLn2 = 0.6931471805599453;
constexpr double kLn10 = 2.302585092994046;
constexpr double kTwoOverRootOfPi = 1.1283791670955126;

// Of comparisons and of whole numbers: constant but for jumps.
Slope zero(const RuleInput&) { return {}; }

Slope add(const RuleInput& in) { return in.du[0] + in.du[1]; }

Slope subtract(const RuleInput& in) { return in.du[0] - in.du[1]; }

// v = u w: dv = w du + u dw. Where dw = w g, as that of an exponential is, u dw is v g: v is there already, and g often
// depends on fewer variables.
Slope multiply(const RuleInput& in) {
  const auto part = [&](std::size_t k) -> Slope {
    if (const Slope logarithmic = quotient_by_factor(in.du[k], in.u[k])) return in.v * logarithmic;
    return in.u[1 - k] * in.du[k];
  };
  return part(0) + part(1);
}

// v = u/w: v w = u, so dv w + v dw = du and dv = (du - v dw)/w. The square of w is never formed; where u is constant,
// -v (dw/w) keeps the product v dw within the range too.
Slope divide(const RuleInput& in) {
  if (!in.du[0]) return -(in.v * (in.du[1] / in.u[1]));
  return (in.du[0] - in.v * in.du[1]) / in.u[1];
}

Slope negate(const RuleInput& in) { return -in.du[0]; }

Slope square(const RuleInput& in) { return 2 * in.u[0] * in.du[0]; }

Slope cube(const RuleInput& in) { return 3 * gradfield::square(in.u[0]) * in.du[0]; }

Slope fourth(const RuleInput& in) { return 4 * apply(kCube, in.u[0]) * in.du[0]; }

// In u the power rule, w u^(w-1) du, which is w v g where du = u g, as that of an exponential is, and w v (du/u) where
// the exponent is negative: u^(w-1) could vanish where du is large. Where w is 0, v is 1 whatever u is.
Slope power_of_base(const RuleInput& in) {
  const auto [u, w] = std::pair(in.u[0], in.u[1]);
  if (const Slope logarithmic = quotient_by_factor(in.du[0], u)) return (w * in.v) * logarithmic;
  if (w.is_constant() && w.constant_value() < 0) return (w * in.v) * (in.du[0] / u);
  const Term factor = w * apply(kPower, u, w - 1);
  return (w.is_constant() ? factor : select(w == 0, w.constant(0), factor)) * in.du[0];
}

// v = u^w: in u see above. In w: v = e^(w log u), so v log(u) dw; at u = 0 that is 0 * -inf where
// w > 0, though v = 0 all around: 0; where w = 0 there is no slope (0^0 = 1, 0^w = 0 beside it): nan.
// u < 0 gives log(u) = nan: u^w is defined at whole w only and has no slope.
Slope power(const RuleInput& in) {
  const auto [u, w] = std::pair(in.u[0], in.u[1]);
  const Slope from_base = in.du[0] ? power_of_base(in) : Slope{};
  if (!in.du[1]) return from_base;
  const Term at_zero = select(w > 0, w.constant(0), select(w == 0, w.constant(kNan), w.constant(-kInfinity)));
  const Term factor = select(u == 0, at_zero, in.v * apply(kLogarithm, u));
  return from_base + factor * in.du[1];
}

// v = sqrt(u): v v = u, so 2 v dv = du and dv = (du/2) / v; no second root, and halving is exact.
// u = +0 and -0 (where v = -0) give +inf, the true one-sided limit.
Slope square_root(const RuleInput& in) { return in.v.constant(0.5) * in.du[0] / gradfield::absolute(in.v); }

// v = cbrt(u): v v v = u, so 3 v^2 dv = du. +inf at 0 and -0.
Slope cube_root(const RuleInput& in) { return in.v.constant(1.0 / 3) / gradfield::square(in.v) * in.du[0]; }

// At a kink the symmetric derivative stands, the mean of the slopes at both sides, and has no slope itself.

// 0 at the kink, between -1 and 1.
Slope absolute(const RuleInput& in) {
  const Term u = in.u[0];
  return select(u == 0, apply(kKink, u.constant(0), u), apply(kSign, u)) * in.du[0];
}

// How many arguments are as large as the chosen one, where several were joined two at a time.
Term tied_arguments(Operation choice, Operation beats, Term u) {
  const Instruction instruction = (*u.builder)[u.node];
  if (instruction.operation != choice) return u.constant(1);
  const Term a{u.builder, instruction.operands[0]}, b{u.builder, instruction.operands[1]};
  const Term of_a = tied_arguments(choice, beats, a), of_b = tied_arguments(choice, beats, b);
  return select(apply(beats, a, b), of_a, select(apply(beats, b, a), of_b, of_a + of_b));
}

// The slope of the argument taken; at a tie the mean of those of all tied arguments. Where one of both has none, what
// it is taken for is flat ground: a choice against nothing, which the rules of what is made of it keep apart.
template <Operation choice, Operation beats, Operation beats_or_ties>
Slope chosen(const RuleInput& in) {
  const std::array share{tied_arguments(choice, beats, in.u[0]), tied_arguments(choice, beats, in.u[1])};
  const Term all = share[0] + share[1], is_tie = apply(kEqual, in.u[0], in.u[1]);
  const Term difference = in.u[0] - in.u[1];
  if (in.du[0] && in.du[1]) {
    const Slope mean = (share[0] * in.du[0] + share[1] * in.du[1]) / all;
    return gradfield::select(is_tie, apply(kKink, *mean, difference),
                             gradfield::select(apply(beats, in.u[1], in.u[0]), in.du[1], in.du[0]));
  }
  const std::size_t k = in.du[0] ? 0 : 1;
  const Term part = select(is_tie, apply(kKink, share[k] / all, difference), all.constant(1));
  return gradfield::select(apply(beats_or_ties, in.u[k], in.u[1 - k]), part * in.du[k], {});
}

// No slope: its operand is one at a kink.
Slope kink(const RuleInput& in) { return in.v.constant(kNan); }

// v = u - q w with the whole number q = trunc(u/w), which is constant but for jumps: dv = du - q dw. Here q is (u-v)/w,
// rounded: trunc(u/w) would be one too large where u/w rounds up to a whole number.
Slope remainder(const RuleInput& in) {
  if (!in.du[1]) return in.du[0];
  return in.du[0] - apply(kRound, (in.u[0] - in.v) / in.u[1]) * in.du[1];
}

Slope select(const RuleInput& in) { return gradfield::select(in.u[0], in.du[1], in.du[2]); }

Slope nan_where(const RuleInput& in) {
  if (!in.du[1]) return {};
  return apply(kNanWhere, in.u[0], *in.du[1]);
}

Slope sine(const RuleInput& in) { return apply(kCosine, in.u[0]) * in.du[0]; }

Slope cosine(const RuleInput& in) { return -(apply(kSine, in.u[0]) * in.du[0]); }

Slope tangent(const RuleInput& in) { return (1 + gradfield::square(in.v)) * in.du[0]; }

// 1/sqrt(1 - u^2); +inf at both ends.
Slope arc_sine(const RuleInput& in) { return 1 / gradfield::square_root(apply(kOneMinusSquare, in.u[0])) * in.du[0]; }

Slope arc_cosine(const RuleInput& in) { return -arc_sine(in); }

// 1/(1 + u^2) by r = hypot(u, 1), divided by twice: the square would overflow at 1e154, where du may be as large.
Slope arc_tangent(const RuleInput& in) {
  const Term r = apply(kHypotenuse, in.u[0], in.u[0].constant(1));
  return in.du[0] / r / r;
}

// v = atan2(u, w), the angle of the point (w, u): dv = (w du - u dw) / r^2 with r = hypot(u, w). Divided by r twice,
// so that the square is never formed; at the origin 0/0 = nan: the angle has no slope there.
Slope arc_tangent2(const RuleInput& in) {
  const Term r = apply(kHypotenuse, in.u[0], in.u[1]);
  return (in.u[1] / r) * (in.du[0] / r) - (in.u[0] / r) * (in.du[1] / r);
}

Slope hyperbolic_sine(const RuleInput& in) { return apply(kHyperbolicCosine, in.u[0]) * in.du[0]; }

Slope hyperbolic_cosine(const RuleInput& in) { return apply(kHyperbolicSine, in.u[0]) * in.du[0]; }

// sech(u)^2, not 1 - v^2, which cancels: at u = 20 nothing of it would be left.
Slope hyperbolic_tangent(const RuleInput& in) {
  return gradfield::square(apply(kHyperbolicSecant, in.u[0])) * in.du[0];
}

// -sech(u) tanh(u): as a quotient of sinh and cosh^2 it would be inf/inf beyond 710.
Slope hyperbolic_secant(const RuleInput& in) { return -(in.v * apply(kHyperbolicTangent, in.u[0]) * in.du[0]); }

// 1/sqrt(u^2 + 1), by hypot: the square would overflow at 1e154.
Slope area_sine(const RuleInput& in) { return 1 / apply(kHypotenuse, in.u[0], in.u[0].constant(1)) * in.du[0]; }

// 1/sqrt(u^2 - 1) as 1/(sqrt(u-1) sqrt(u+1)): no cancellation at 1, no overflow; +inf at 1.
Slope area_cosine(const RuleInput& in) {
  const Term u = in.u[0];
  return 1 / (gradfield::square_root(u - 1) * gradfield::square_root(u + 1)) * in.du[0];
}

// 1/(1 - u^2); +inf at both ends.
Slope area_tangent(const RuleInput& in) { return 1 / apply(kOneMinusSquare, in.u[0]) * in.du[0]; }

// v = (1 - u)(1 + u) = 1 - u^2.
Slope one_minus_square(const RuleInput& in) { return -2 * in.u[0] * in.du[0]; }

Slope exponential(const RuleInput& in) { return in.v * in.du[0]; }

// Not v + 1, which cancels far below 0.
Slope exponential_minus_1(const RuleInput& in) { return apply(kExponential, in.u[0]) * in.du[0]; }

// 1/|u|: +inf at -0 as at 0. (For u < 0 the value is nan, and so is the slope of the whole.)
Slope logarithm(const RuleInput& in) { return in.du[0] / gradfield::absolute(in.u[0]); }

Slope logarithm2(const RuleInput& in) { return in.u[0].constant(1 / kLn2) * logarithm(in); }

Slope logarithm10(const RuleInput& in) { return in.u[0].constant(1 / kLn10) * logarithm(in); }

// +inf at -1.
Slope logarithm_of_1_plus(const RuleInput& in) { return in.du[0] / (1 + in.u[0]); }

// v = hypot(u, w): v v = u u + w w, so dv = (u/v) du + (w/v) dw; 0 at the tip of the cone, which is a kink.
Slope hypotenuse(const RuleInput& in) {
  const Term at_tip = in.v == 0;
  const auto share = [&](Term u) { return select(at_tip, apply(kKink, u.constant(0), in.v), u / in.v); };
  return (in.du[0] ? share(in.u[0]) * in.du[0] : Slope{}) + (in.du[1] ? share(in.u[1]) * in.du[1] : Slope{});
}

// v = exp(-u^2): dv = -2 u v du.
Slope gaussian(const RuleInput& in) { return -2 * (in.u[0] * in.v) * in.du[0]; }

// v = 2/sqrt(pi) times the integral of exp(-t^2) from 0 to u. As kGaussian, not as exp(-(u*u)): the rounding of u*u is
// an error of u^2 units in the last place of its exponential, hundreds of them where erfc still counts.
Slope error_function(const RuleInput& in) {
  return in.u[0].constant(kTwoOverRootOfPi) * (apply(kGaussian, in.u[0]) * in.du[0]);
}

Slope complementary_error(const RuleInput& in) { return -error_function(in); }

Term digamma_of(Term u) { return apply(kPolygamma, u.constant(0), u); }

// v = gamma(u): (log v)' = digamma(u) = polygamma(0, u), so dv = v digamma(u) du. digamma is nan at the poles.
Slope gamma_function(const RuleInput& in) { return in.v * (digamma_of(in.u[0]) * in.du[0]); }

Slope logarithm_of_gamma(const RuleInput& in) { return digamma_of(in.u[0]) * in.du[0]; }

// v = polygamma(n, u), the n-th derivative of digamma. It is defined at whole n only and has no slope in n, as u^n has
// none at u < 0.
Slope polygamma(const RuleInput& in) {
  const Slope from_order = in.u[0].constant(kNan) * in.du[0];
  return from_order + apply(kPolygamma, in.u[0] + 1, in.u[1]) * in.du[1];
}

}  // namespace
}  // namespace gradfield::slope
