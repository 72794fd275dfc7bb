#include "expression/functions.hpp"

#include "expression/slope_rules.hpp"

namespace gradfield {
namespace {

using enum Operation;

Term sum(std::span<const Term> arguments) {
  Term total = arguments[0];
  for (const Term argument : arguments.subspan(1)) total = total + argument;
  return total;
}

Term average(std::span<const Term> arguments) {
  return sum(arguments) / arguments[0].constant(static_cast<double>(arguments.size()));
}

template <Operation Fold>
Term fold(std::span<const Term> arguments) {
  Term result = arguments[0];
  for (const Term argument : arguments.subspan(1)) result = apply(Fold, result, argument);
  return result;
}

Term secant(std::span<const Term> arguments) { return 1 / apply(kCosine, arguments[0]); }
Term cosecant(std::span<const Term> arguments) { return 1 / apply(kSine, arguments[0]); }
Term cotangent(std::span<const Term> arguments) { return 1 / apply(kTangent, arguments[0]); }

Term degrees(std::span<const Term> arguments) { return 57.29577951308232 * arguments[0]; }     // 180/pi
Term radians(std::span<const Term> arguments) { return 0.017453292519943295 * arguments[0]; }  // pi/180

// A comparison with nan is 0; a step of nan is nan.
Term step(std::span<const Term> arguments) {
  const Term u = arguments[0];
  return apply(kNanWhere, u, apply(kGreaterEqual, u, u.constant(0)));
}

Term digamma(std::span<const Term> arguments) { return apply(kPolygamma, arguments[0].constant(0), arguments[0]); }

constexpr Function kFunctions[] = {
    // Angles
    {"sin", 1, "sine of an angle in radians", kSine, slope::sine},
    {"cos", 1, "cosine of an angle in radians", kCosine, slope::cosine},
    {"tan", 1, "tangent of an angle in radians", kTangent, slope::tangent},
    {"sec", 1, "secant, 1/cos(a)", kDivide, slope::divide, secant},
    {"csc", 1, "cosecant, 1/sin(a); inf at 0", kDivide, slope::divide, cosecant},
    {"cot", 1, "cotangent, 1/tan(a); inf at 0", kDivide, slope::divide, cotangent},
    {"asin", 1, "arc sine, in radians; nan outside [-1,1]", kArcSine, slope::arc_sine},
    {"acos", 1, "arc cosine, in radians; nan outside [-1,1]", kArcCosine, slope::arc_cosine},
    {"atan", 1, "arc tangent, in radians", kArcTangent, slope::arc_tangent},
    {"atan2", 2, "atan2(y,x): angle of the point (x,y), in (-pi,pi]", kArcTangent2, slope::arc_tangent2},
    {"deg", 1, "radians to degrees", kMultiply, slope::multiply, degrees},
    {"rad", 1, "degrees to radians", kMultiply, slope::multiply, radians},
    // Hyperbolic functions
    {"sinh", 1, "hyperbolic sine", kHyperbolicSine, slope::hyperbolic_sine},
    {"cosh", 1, "hyperbolic cosine", kHyperbolicCosine, slope::hyperbolic_cosine},
    {"tanh", 1, "hyperbolic tangent", kHyperbolicTangent, slope::hyperbolic_tangent},
    {"asinh", 1, "inverse hyperbolic sine", kAreaSine, slope::area_sine},
    {"acosh", 1, "inverse hyperbolic cosine; nan below 1", kAreaCosine, slope::area_cosine},
    {"atanh", 1, "inverse hyperbolic tangent; nan outside [-1,1]", kAreaTangent, slope::area_tangent},
    // Exponentials and logarithms
    {"exp", 1, "e to the power of the argument", kExponential, slope::exponential},
    {"expm1", 1, "exp(a)-1, exact near 0 too", kExponentialMinus1, slope::exponential_minus_1},
    {"gauss", 1, "exp(-a^2), exact for large a too", kGaussian, slope::gaussian},
    {"log", 1, "natural logarithm; nan below 0", kLogarithm, slope::logarithm},
    {"ln", 1, "natural logarithm; nan below 0", kLogarithm, slope::logarithm},
    {"log1p", 1, "log(1+a), exact near 0 too; nan below -1", kLogarithmOf1Plus, slope::logarithm_of_1_plus},
    {"log2", 1, "logarithm to base 2; nan below 0", kLogarithm2, slope::logarithm2},
    {"log10", 1, "logarithm to base 10; nan below 0", kLogarithm10, slope::logarithm10},
    // Roots
    {"sqrt", 1, "square root; nan below 0", kSquareRoot, slope::square_root},
    {"cbrt", 1, "cube root, also of negative numbers; slope inf at 0", kCubeRoot, slope::cube_root},
    {"hypot", 2, "sqrt(a^2+b^2) without overflow; slopes 0 at (0,0)", kHypotenuse, slope::hypotenuse},
    // Signs and whole numbers
    {"abs", 1, "absolute value; slope 0 at 0", kAbsolute, slope::absolute},
    {"sign", 1, "-1, 0 or 1; slope 0", kSign, nullptr},
    {"step", 1, "1 at 0 and above, 0 below; slope 0", kNanWhere, slope::nan_where, step},
    {"rint", 1, "nearest whole number, halves up; slope 0", kRound, nullptr},
    {"floor", 1, "whole number at or below; slope 0", kFloor, nullptr},
    {"ceil", 1, "whole number at or above; slope 0", kCeiling, nullptr},
    {"trunc", 1, "whole number towards 0; slope 0", kTruncate, nullptr},
    {"fmod", 2, "rest of a/b, with the sign of a; nan at b = 0", kRemainder, slope::remainder},
    // Error and gamma functions
    {"erf", 1, "error function, 2/sqrt(pi) times the area of gauss", kErrorFunction, slope::error_function},
    {"erfc", 1, "1-erf(a), exact for large a too", kComplementaryError, slope::complementary_error},
    {"tgamma", 1, "gamma function; inf at 0, nan at -1, -2, ...", kGamma, slope::gamma_function},
    {"lgamma", 1, "log(abs(tgamma(a))); inf at 0, -1, -2, ...", kLogarithmOfGamma, slope::logarithm_of_gamma},
    {"digamma", 1, "slope of lgamma; nan at 0, -1, -2, ...", kPolygamma, slope::polygamma, digamma},
    {"polygamma", 2, "a-th slope of digamma at b; a = 0, 1, ..., 1000", kPolygamma, slope::polygamma},
    // Several arguments
    {"min", kVariadic, "smallest argument; nan if any is nan", kMinimum, slope::minimum, fold<kMinimum>},
    {"max", kVariadic, "largest argument; nan if any is nan", kMaximum, slope::maximum, fold<kMaximum>},
    {"sum", kVariadic, "sum of the arguments", kAdd, slope::add, sum},
    {"avg", kVariadic, "mean of the arguments", kAdd, slope::add, average},
    {"given", 2, "b, but nan where a is nan", kNanWhere, slope::nan_where},
    // Operators: the help is the formula
    {"", 2, "a + b", kAdd, slope::add},
    {"", 2, "a - b", kSubtract, slope::subtract},
    {"", 2, "a * b", kMultiply, slope::multiply},
    {"", 2, "a / b", kDivide, slope::divide},
    {"", 2, "a ^ b", kPower, slope::power},
    {"", 1, "-a", kNegate, slope::negate},
    {"", 2, "a < b", kLess, nullptr},
    {"", 2, "a <= b", kLessEqual, nullptr},
    {"", 2, "a > b", kGreater, nullptr},
    {"", 2, "a >= b", kGreaterEqual, nullptr},
    {"", 2, "a == b", kEqual, nullptr},
    {"", 2, "a != b", kNotEqual, nullptr},
    {"", 2, "a && b", kAnd, nullptr},
    {"", 2, "a || b", kOr, nullptr},
    {"", 3, "c ? a : b", kSelect, slope::select},
    {"", 1, "a^2", kSquare, slope::square},
    {"", 1, "a^3", kCube, slope::cube},
    {"", 1, "a^4", kFourth, slope::fourth},
};

}  // namespace

std::span<const Function> function_table() { return kFunctions; }

const Function* find_function(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const Function& function : kFunctions) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const Function& function : kFunctions) {
    if (!function.name.empty()) names.push_back(function.name);
  }
  return names;
}

SlopeRule slope_rule_of(Operation operation) {
  for (const Function& function : kFunctions) {
    if (function.operation == operation) return function.slope;
  }
  return nullptr;
}

Term call(const Function& function, std::span<const Term> arguments) {
  if (function.combination != nullptr) return function.combination(arguments);
  if (function.arity == 1) return apply(function.operation, arguments[0]);
  return apply(function.operation, arguments[0], arguments[1]);
}

}  // namespace gradfield
