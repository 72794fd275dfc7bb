#include "kernel/operation.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "kernel/mathematics.hpp"
#include "kernel/polygamma.hpp"

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double negate(double u) { return -u; }
double square(double u) { return u * u; }
double cube(double u) { return u * u * u; }
double fourth(double u) { return (u * u) * (u * u); }
double square_root(double u) { return std::sqrt(u); }
double one_minus_square(double u) { return (1 - u) * (1 + u); }
double absolute(double u) { return std::fabs(u); }
double sign(double u) { return u > 0 ? 1 : u < 0 ? -1 : u == 0 ? 0 : kNan; }
// floor(u + 0.5) would round twice: 0.49999999999999994 + 0.5 is 1, and so is 2^52 + 1 + 0.5 off by one.
double round_half_up(double u) {
  const double below = std::floor(u);
  return u - below >= 0.5 ? below + 1 : below;
}
// Exact, and so the same on every processor.
double floor(double u) { return std::floor(u); }
double ceiling(double u) { return std::ceil(u); }
double truncate(double u) { return std::trunc(u); }
double remainder(double a, double b) { return std::fmod(a, b); }

double add(double a, double b) { return a + b; }
double subtract(double a, double b) { return a - b; }
double multiply(double a, double b) { return a * b; }
double divide(double a, double b) { return a / b; }
double minimum(double a, double b) { return std::isnan(a) || std::isnan(b) ? kNan : b < a ? b : a; }
double maximum(double a, double b) { return std::isnan(a) || std::isnan(b) ? kNan : b > a ? b : a; }
double less(double a, double b) { return a < b; }
double less_equal(double a, double b) { return a <= b; }
double greater(double a, double b) { return a > b; }
double greater_equal(double a, double b) { return a >= b; }
double equal(double a, double b) { return a == b; }
double not_equal(double a, double b) { return a != b; }
double logical_and(double a, double b) { return a != 0 && b != 0; }
double logical_or(double a, double b) { return a != 0 || b != 0; }
double kink(double v, double) { return v; }
double nan_where(double f, double u) { return std::isnan(f) ? kNan : u; }

double select(double condition, double then, double otherwise) { return condition != 0 ? then : otherwise; }

template <double (*F)(double)>
constexpr Kernel unary(Operation operation, std::string_view name) {
  return {operation, name, 1, [](const double* u) { return F(u[0]); }};
}

template <double (*F)(double, double)>
constexpr Kernel binary(Operation operation, std::string_view name) {
  return {operation, name, 2, [](const double* u) { return F(u[0], u[1]); }};
}

template <double (*F)(double, double, double)>
constexpr Kernel ternary(Operation operation, std::string_view name) {
  return {operation, name, 3, [](const double* u) { return F(u[0], u[1], u[2]); }};
}

using enum Operation;

constexpr std::array<Kernel, kOperationCount> kKernels{{
    {kConstant, "constant", 0, nullptr},
    {kVariable, "variable", 0, nullptr},
    binary<add>(kAdd, "add"),
    binary<subtract>(kSubtract, "subtract"),
    binary<multiply>(kMultiply, "multiply"),
    binary<divide>(kDivide, "divide"),
    unary<negate>(kNegate, "negate"),
    unary<square>(kSquare, "square"),
    unary<cube>(kCube, "cube"),
    unary<fourth>(kFourth, "fourth"),
    binary<power>(kPower, "power"),
    unary<square_root>(kSquareRoot, "sqrt"),
    unary<cube_root>(kCubeRoot, "cbrt"),
    unary<absolute>(kAbsolute, "abs"),
    unary<sign>(kSign, "sign"),
    unary<round_half_up>(kRound, "rint"),
    unary<floor>(kFloor, "floor"),
    unary<ceiling>(kCeiling, "ceil"),
    unary<truncate>(kTruncate, "trunc"),
    binary<remainder>(kRemainder, "fmod"),
    binary<minimum>(kMinimum, "min"),
    binary<maximum>(kMaximum, "max"),
    binary<less>(kLess, "less"),
    binary<less_equal>(kLessEqual, "less_equal"),
    binary<greater>(kGreater, "greater"),
    binary<greater_equal>(kGreaterEqual, "greater_equal"),
    binary<equal>(kEqual, "equal"),
    binary<not_equal>(kNotEqual, "not_equal"),
    binary<logical_and>(kAnd, "and"),
    binary<logical_or>(kOr, "or"),
    ternary<select>(kSelect, "select"),
    binary<nan_where>(kNanWhere, "nan_where"),
    binary<kink>(kKink, "kink"),
    unary<sine>(kSine, "sin"),
    unary<cosine>(kCosine, "cos"),
    unary<tangent>(kTangent, "tan"),
    unary<arc_sine>(kArcSine, "asin"),
    unary<arc_cosine>(kArcCosine, "acos"),
    unary<arc_tangent>(kArcTangent, "atan"),
    binary<arc_tangent2>(kArcTangent2, "atan2"),
    unary<hyperbolic_sine>(kHyperbolicSine, "sinh"),
    unary<hyperbolic_cosine>(kHyperbolicCosine, "cosh"),
    unary<hyperbolic_tangent>(kHyperbolicTangent, "tanh"),
    unary<hyperbolic_secant>(kHyperbolicSecant, "sech"),
    unary<area_sine>(kAreaSine, "asinh"),
    unary<area_cosine>(kAreaCosine, "acosh"),
    unary<area_tangent>(kAreaTangent, "atanh"),
    unary<one_minus_square>(kOneMinusSquare, "one_minus_square"),
    unary<exponential>(kExponential, "exp"),
    unary<exponential_minus_1>(kExponentialMinus1, "expm1"),
    unary<gaussian>(kGaussian, "gauss"),
    unary<logarithm>(kLogarithm, "log"),
    unary<logarithm_of_1_plus>(kLogarithmOf1Plus, "log1p"),
    unary<logarithm2>(kLogarithm2, "log2"),
    unary<logarithm10>(kLogarithm10, "log10"),
    binary<hypotenuse>(kHypotenuse, "hypot"),
    unary<error_function>(kErrorFunction, "erf"),
    unary<complementary_error>(kComplementaryError, "erfc"),
    unary<gamma_function>(kGamma, "tgamma"),
    unary<logarithm_of_gamma>(kLogarithmOfGamma, "lgamma"),
    binary<polygamma>(kPolygamma, "polygamma"),
}};

static_assert(is_complete(kKernels, &Kernel::value));

}  // namespace

const Kernel& kernel_of(Operation operation) { return kKernels[static_cast<std::size_t>(operation)]; }

}  // namespace gradfield
