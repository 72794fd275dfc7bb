// The slope rule of every operation, each with its derivation and what happens at the edge.
// v is the value, u[0] = u, u[1] = w its operands, du and dw their slopes. Source of the plain derivatives: Abramowitz
// & Stegun, "Handbook of Mathematical Functions", 3.3, 4.2, 4.4, 4.6, 6.3, 6.4, 7.1. They are written so that large and
// small arguments neither overflow nor cancel, and with operations that have slope rules themselves: the Hessian is the
// same again.
#pragma once

#include "program/rules.hpp"

namespace gradfield::slope {

Slope add(const RuleInput&);
Slope subtract(const RuleInput&);
Slope multiply(const RuleInput&);
Slope divide(const RuleInput&);
Slope negate(const RuleInput&);
Slope square(const RuleInput&);
Slope cube(const RuleInput&);
Slope fourth(const RuleInput&);
Slope power(const RuleInput&);
Slope square_root(const RuleInput&);
Slope cube_root(const RuleInput&);
Slope absolute(const RuleInput&);
Slope minimum(const RuleInput&);
Slope maximum(const RuleInput&);
Slope remainder(const RuleInput&);
Slope select(const RuleInput&);
Slope nan_where(const RuleInput&);
Slope sine(const RuleInput&);
Slope cosine(const RuleInput&);
Slope tangent(const RuleInput&);
Slope arc_sine(const RuleInput&);
Slope arc_cosine(const RuleInput&);
Slope arc_tangent(const RuleInput&);
Slope arc_tangent2(const RuleInput&);
Slope hyperbolic_sine(const RuleInput&);
Slope hyperbolic_cosine(const RuleInput&);
Slope hyperbolic_tangent(const RuleInput&);
Slope area_sine(const RuleInput&);
Slope area_cosine(const RuleInput&);
Slope area_tangent(const RuleInput&);
Slope exponential(const RuleInput&);
Slope exponential_minus_1(const RuleInput&);
Slope logarithm(const RuleInput&);
Slope logarithm2(const RuleInput&);
Slope logarithm10(const RuleInput&);
Slope logarithm_of_1_plus(const RuleInput&);
Slope hypotenuse(const RuleInput&);
Slope gaussian(const RuleInput&);
Slope error_function(const RuleInput&);
Slope complementary_error(const RuleInput&);
Slope gamma_function(const RuleInput&);
Slope logarithm_of_gamma(const RuleInput&);
Slope polygamma(const RuleInput&);

}  // namespace gradfield::slope
