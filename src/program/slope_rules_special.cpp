// The slope rules of the error functions and the gamma functions.
#include <limits>

#include "program/slope_rules.hpp"

namespace gradfield::slope {
namespace {

using enum Operation;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kTwoOverRootOfPi = 1.1283791670955126;

Term digamma_of(Term u) { return apply(kPolygamma, u.constant(0), u); }

}  // namespace

// v = exp(-u^2): dv = -2 u v du.
Slope gaussian(const RuleInput& in) { return -2 * (in.u[0] * in.v) * in.du[0]; }

// v = 2/sqrt(pi) times the integral of exp(-t^2) from 0 to u. As kGaussian, not as exp(-(u*u)): the rounding of u*u is
// an error of u^2 units in the last place of its exponential, hundreds of them where erfc still counts.
Slope error_function(const RuleInput& in) {
  return in.u[0].constant(kTwoOverRootOfPi) * (apply(kGaussian, in.u[0]) * in.du[0]);
}

Slope complementary_error(const RuleInput& in) { return -error_function(in); }

// v = gamma(u): (log v)' = digamma(u) = polygamma(0, u), so dv = v digamma(u) du. digamma is nan at the poles.
Slope gamma_function(const RuleInput& in) { return in.v * (digamma_of(in.u[0]) * in.du[0]); }

Slope logarithm_of_gamma(const RuleInput& in) { return digamma_of(in.u[0]) * in.du[0]; }

// v = polygamma(n, u), the n-th derivative of digamma. It is defined at whole n only and has no slope in n, as u^n has
// none at u < 0.
Slope polygamma(const RuleInput& in) {
  const Slope from_order = in.u[0].constant(kNan) * in.du[0];
  return from_order + apply(kPolygamma, in.u[0] + 1, in.u[1]) * in.du[1];
}

}  // namespace gradfield::slope
