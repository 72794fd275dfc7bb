#include "formula/functions.hpp"

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
    {"sin", 1, "sine of an angle in radians", kSine},
    {"cos", 1, "cosine of an angle in radians", kCosine},
    {"tan", 1, "tangent of an angle in radians", kTangent},
    {"sec", 1, "secant, 1/cos(a)", kDivide, secant},
    {"csc", 1, "cosecant, 1/sin(a); inf at 0", kDivide, cosecant},
    {"cot", 1, "cotangent, 1/tan(a); inf at 0", kDivide, cotangent},
    {"asin", 1, "arc sine, in radians; nan outside [-1,1]", kArcSine},
    {"acos", 1, "arc cosine, in radians; nan outside [-1,1]", kArcCosine},
    {"atan", 1, "arc tangent, in radians", kArcTangent},
    {"atan2", 2, "atan2(y,x): angle of the point (x,y), in (-pi,pi]", kArcTangent2},
    {"deg", 1, "radians to degrees", kMultiply, degrees},
    {"rad", 1, "degrees to radians", kMultiply, radians},
    // Hyperbolic functions
    {"sinh", 1, "hyperbolic sine", kHyperbolicSine},
    {"cosh", 1, "hyperbolic cosine", kHyperbolicCosine},
    {"tanh", 1, "hyperbolic tangent", kHyperbolicTangent},
    {"asinh", 1, "inverse hyperbolic sine", kAreaSine},
    {"acosh", 1, "inverse hyperbolic cosine; nan below 1", kAreaCosine},
    {"atanh", 1, "inverse hyperbolic tangent; nan outside [-1,1]", kAreaTangent},
    // Exponentials and logarithms
    {"exp", 1, "e to the power of the argument", kExponential},
    {"expm1", 1, "exp(a)-1, exact near 0 too", kExponentialMinus1},
    {"gauss", 1, "exp(-a^2), exact for large a too", kGaussian},
    {"log", 1, "natural logarithm; nan below 0", kLogarithm},
    {"ln", 1, "natural logarithm; nan below 0", kLogarithm},
    {"log1p", 1, "log(1+a), exact near 0 too; nan below -1", kLogarithmOf1Plus},
    {"log2", 1, "logarithm to base 2; nan below 0", kLogarithm2},
    {"log10", 1, "logarithm to base 10; nan below 0", kLogarithm10},
    // Roots
    {"sqrt", 1, "square root; nan below 0", kSquareRoot},
    {"cbrt", 1, "cube root, also of negative numbers; slope inf at 0", kCubeRoot},
    {"hypot", 2, "sqrt(a^2+b^2) without overflow; slopes 0 at (0,0)", kHypotenuse},
    // Signs and whole numbers
    {"abs", 1, "absolute value; slope 0 at 0", kAbsolute},
    {"sign", 1, "-1, 0 or 1; slope 0", kSign},
    {"step", 1, "1 at 0 and above, 0 below; slope 0", kNanWhere, step},
    {"rint", 1, "nearest whole number, halves up; slope 0", kRound},
    {"floor", 1, "whole number at or below; slope 0", kFloor},
    {"ceil", 1, "whole number at or above; slope 0", kCeiling},
    {"trunc", 1, "whole number towards 0; slope 0", kTruncate},
    {"fmod", 2, "rest of a/b, with the sign of a; nan at b = 0", kRemainder},
    // Error and gamma functions
    {"erf", 1, "error function, 2/sqrt(pi) times the area of gauss", kErrorFunction},
    {"erfc", 1, "1-erf(a), exact for large a too", kComplementaryError},
    {"tgamma", 1, "gamma function; inf at 0, nan at -1, -2, ...", kGamma},
    {"lgamma", 1, "log(abs(tgamma(a))); inf at 0, -1, -2, ...", kLogarithmOfGamma},
    {"digamma", 1, "slope of lgamma; nan at 0, -1, -2, ...", kPolygamma, digamma},
    {"polygamma", 2, "a-th slope of digamma at b; a = 0, 1, ..., 1000", kPolygamma},
    // Several arguments
    {"min", kVariadic, "smallest argument; nan if any is nan", kMinimum, fold<kMinimum>},
    {"max", kVariadic, "largest argument; nan if any is nan", kMaximum, fold<kMaximum>},
    {"sum", kVariadic, "sum of the arguments", kAdd, sum},
    {"avg", kVariadic, "mean of the arguments", kAdd, average},
    {"given", 2, "b, but nan where a is nan", kNanWhere},
    // Operators: the help is the formula
    {"", 2, "a + b", kAdd},
    {"", 2, "a - b", kSubtract},
    {"", 2, "a * b", kMultiply},
    {"", 2, "a / b", kDivide},
    {"", 2, "a ^ b", kPower},
    {"", 1, "-a", kNegate},
    {"", 2, "a < b", kLess},
    {"", 2, "a <= b", kLessEqual},
    {"", 2, "a > b", kGreater},
    {"", 2, "a >= b", kGreaterEqual},
    {"", 2, "a == b", kEqual},
    {"", 2, "a != b", kNotEqual},
    {"", 2, "a && b", kAnd},
    {"", 2, "a || b", kOr},
    {"", 3, "c ? a : b", kSelect},
    {"", 1, "a^2", kSquare},
    {"", 1, "a^3", kCube},
    {"", 1, "a^4", kFourth},
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

Term call(const Function& function, std::span<const Term> arguments) {
  if (function.combination != nullptr) return function.combination(arguments);
  if (function.arity == 1) return apply(function.operation, arguments[0]);
  return apply(function.operation, arguments[0], arguments[1]);
}

}  // namespace gradfield
