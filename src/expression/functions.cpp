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

constexpr Function kFunctions[] = {
    {"sin", 1, "sine of an angle in radians", kSine, slope::sine},
    {"cos", 1, "cosine of an angle in radians", kCosine, slope::cosine},
    {"tan", 1, "tangent of an angle in radians", kTangent, slope::tangent},
    {"asin", 1, "arc sine, in radians; nan outside [-1,1]", kArcSine, slope::arc_sine},
    {"acos", 1, "arc cosine, in radians; nan outside [-1,1]", kArcCosine, slope::arc_cosine},
    {"atan", 1, "arc tangent, in radians", kArcTangent, slope::arc_tangent},
    {"atan2", 2, "atan2(y,x): angle of the point (x,y), in (-pi,pi]", kArcTangent2, slope::arc_tangent2},
    {"sinh", 1, "hyperbolic sine", kHyperbolicSine, slope::hyperbolic_sine},
    {"cosh", 1, "hyperbolic cosine", kHyperbolicCosine, slope::hyperbolic_cosine},
    {"tanh", 1, "hyperbolic tangent", kHyperbolicTangent, slope::hyperbolic_tangent},
    {"asinh", 1, "inverse hyperbolic sine", kAreaSine, slope::area_sine},
    {"acosh", 1, "inverse hyperbolic cosine; nan below 1", kAreaCosine, slope::area_cosine},
    {"atanh", 1, "inverse hyperbolic tangent; nan outside [-1,1]", kAreaTangent, slope::area_tangent},
    {"exp", 1, "e to the power of the argument", kExponential, slope::exponential},
    {"log", 1, "natural logarithm; nan below 0", kLogarithm, slope::logarithm},
    {"ln", 1, "natural logarithm; nan below 0", kLogarithm, slope::logarithm},
    {"log2", 1, "logarithm to base 2; nan below 0", kLogarithm2, slope::logarithm2},
    {"log10", 1, "logarithm to base 10; nan below 0", kLogarithm10, slope::logarithm10},
    {"sqrt", 1, "square root; nan below 0", kSquareRoot, slope::square_root},
    {"abs", 1, "absolute value; slope 0 at 0", kAbsolute, slope::absolute},
    {"sign", 1, "-1, 0 or 1; slope 0", kSign, nullptr},
    {"rint", 1, "nearest whole number, halves up; slope 0", kRound, nullptr},
    {"min", kVariadic, "smallest argument; nan if any is nan", kMinimum, slope::minimum, fold<kMinimum>},
    {"max", kVariadic, "largest argument; nan if any is nan", kMaximum, slope::maximum, fold<kMaximum>},
    {"sum", kVariadic, "sum of the arguments", kAdd, slope::add, sum},
    {"avg", kVariadic, "mean of the arguments", kAdd, slope::add, average},
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
    {"", 2, "nan where a is nan, else b", kNanWhere, slope::nan_where},
    {"", 2, "sqrt(a^2 + b^2) without overflow", kHypotenuse, slope::hypotenuse},
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
