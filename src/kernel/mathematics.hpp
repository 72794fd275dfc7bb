// Mathematical functions of one value, with the same bits on every processor.
//
// Source: SLEEF 3.5.1, the `cinz` functions (no fused multiply-add), at most 1.7 units in the last place (sinh and
// cosh 2.5 near 709), with our own branch where SLEEF leaves the range (each stated at its definition). Not glibc's:
// its last bits differ between processors. Non-finite arguments follow C99 Annex F. No errno, no floating-point traps.
#pragma once

#include <cstddef>

namespace gradfield {

double sine(double u);
double cosine(double u);
/// Both, in the time of one of them.
void sine_and_cosine(double u, double& s, double& c);
double tangent(double u);
double arc_sine(double u);
double arc_cosine(double u);
double arc_tangent(double u);
double arc_tangent2(double y, double x);
double hyperbolic_sine(double u);
double hyperbolic_cosine(double u);
double hyperbolic_tangent(double u);
/// 1/cosh(u), denormal where cosh overflows.
double hyperbolic_secant(double u);
double area_sine(double u);
double area_cosine(double u);
double area_tangent(double u);
double exponential(double u);
double exponential_minus_1(double u);
double logarithm(double u);
double logarithm2(double u);
double logarithm10(double u);
double logarithm_of_1_plus(double u);
double power(double base, double exponent);
double cube_root(double u);
double hypotenuse(double a, double b);
double error_function(double u);
double complementary_error(double u);
/// exp(-u^2), as good where u^2 is large and its rounding would show.
double gaussian(double u);
/// The gamma function: +-inf at +-0, nan at negative whole numbers.
double gamma_function(double u);
/// log |gamma(u)|: +inf at 0 and at negative whole numbers. Next to its zeros, which lie below -2, off by up to 1e-17.
double logarithm_of_gamma(double u);

/// Length of the vector whose k-th of `count` components is component(k). No square of it overflows.
template <typename Component>
double length(std::size_t count, Component component) {
  double sum = 0;
  for (std::size_t k = 0; k < count; ++k) sum = hypotenuse(sum, component(k));
  return sum;
}

}  // namespace gradfield
