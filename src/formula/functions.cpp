#include "formula/functions.hpp"

#include <algorithm>
#include <iterator>

namespace gradfield {
namespace {

using enum Operation;

// Of all arguments, from the left.
Term fold(Operation operation, std::span<const Term> arguments) {
  Term result = arguments[0];
  for (const Term argument : arguments.subspan(1)) result = apply(operation, result, argument);
  return result;
}

Term average(std::span<const Term> arguments) {
  return fold(kAdd, arguments) / arguments[0].constant(static_cast<double>(arguments.size()));
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
    {"sec", 1, "secant, 1/cos(a)", secant},
    {"csc", 1, "cosecant, 1/sin(a); inf at 0", cosecant},
    {"cot", 1, "cotangent, 1/tan(a); inf at 0", cotangent},
    {"asin", 1, "arc sine, in radians; nan outside [-1,1]", kArcSine},
    {"acos", 1, "arc cosine, in radians; nan outside [-1,1]", kArcCosine},
    {"atan", 1, "arc tangent, in radians", kArcTangent},
    {"atan2", 2, "atan2(y,x): angle of the point (x,y), in (-pi,pi]", kArcTangent2},
    {"deg", 1, "radians to degrees", degrees},
    {"rad", 1, "degrees to radians", radians},
    // Hyperbolic functions
    {"sinh", 1, "hyperbolic sine", kHyperbolicSine},
    {"cosh", 1, "hyperbolic cosine", kHyperbolicCosine},
    {"tanh", 1, "hyperbolic tangent", kHyperbolicTangent},
    {"sech", 1, "hyperbolic secant, 1/cosh(a)", kHyperbolicSecant},
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
    {"abs", 1, "absolute value; slope 0 at 0, the mean of both sides", kAbsolute},
    {"sign", 1, "-1, 0 or 1; slope 0", kSign},
    {"step", 1, "1 at 0 and above, 0 below; slope 0", step},
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
    {"digamma", 1, "slope of lgamma; nan at 0, -1, -2, ...", digamma},
    {"polygamma", 2, "a-th slope of digamma at b; a = 0, 1, ..., 1000", kPolygamma},
    // Several arguments
    {"min", kVariadic, "smallest argument; nan if any is; mean slope at ties", kMinimum},
    {"max", kVariadic, "largest argument; nan if any is; mean slope at ties", kMaximum},
    {"sum", kVariadic, "sum of the arguments", kAdd},
    {"avg", kVariadic, "mean of the arguments", average},
    {"given", 2, "b, but nan where a is nan", kNanWhere},
};

using enum Tightness;

// Sums and products are not associative in doubles: a+(b+c) keeps its parentheses.
constexpr Operator kOperators[] = {
    {kSelect, "a ? b : c", kChoice, {kDisjunction, kDisjunction, kDisjunction}},
    {kOr, "a || b", kDisjunction, {kConjunction, kConjunction}},
    {kAnd, "a && b", kConjunction, {kComparison, kComparison}},
    {kLess, "a<b", kComparison, {kSum, kSum}},
    {kLessEqual, "a<=b", kComparison, {kSum, kSum}},
    {kGreater, "a>b", kComparison, {kSum, kSum}},
    {kGreaterEqual, "a>=b", kComparison, {kSum, kSum}},
    {kEqual, "a==b", kComparison, {kSum, kSum}},
    {kNotEqual, "a!=b", kComparison, {kSum, kSum}},
    {kAdd, "a+b", kSum, {kSum, kProduct}},
    {kSubtract, "a-b", kSum, {kSum, kProduct}},
    {kNegate, "-a", kSum, {kProduct}},  // never a second minus
    {kMultiply, "a*b", kProduct, {kProduct, kPowerOf}},
    {kOneMinusSquare, "(1-a)*(1+a)", kProduct, {kProduct, kProduct}},
    {kDivide, "a/b", kProduct, {kProduct, kPowerOf}},
    {kPower, "a^b", kPowerOf, {kAtom, kAtom}},
    {kSquare, "a^2", kPowerOf, {kAtom}},
    {kCube, "a^3", kPowerOf, {kAtom}},
    {kFourth, "a^4", kPowerOf, {kAtom}},
};

constexpr bool every_operation_can_be_written() {
  std::array<bool, kOperationCount> is_written{true, true};  // the leaves
  is_written[static_cast<std::size_t>(kKink)] = true;        // in no finished program
  for (const Function& row : kFunctions) {
    if (const auto* operation = std::get_if<Operation>(&row.meaning)) {
      is_written[static_cast<std::size_t>(*operation)] = true;
    }
  }
  for (const Operator& row : kOperators) is_written[static_cast<std::size_t>(row.operation)] = true;
  return std::ranges::count(is_written, false) == 0;
}
static_assert(every_operation_can_be_written());

}  // namespace

std::span<const Function> function_table() { return kFunctions; }

std::span<const Operator> operator_table() { return kOperators; }

const Function* find_function(std::string_view name) {
  const auto* const row = std::ranges::find(kFunctions, name, &Function::name);
  return row == std::end(kFunctions) ? nullptr : row;
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const Function& function : kFunctions) names.push_back(function.name);
  return names;
}

Term call(const Function& function, std::span<const Term> arguments) {
  if (const auto* combination = std::get_if<Combination>(&function.meaning)) return (*combination)(arguments);
  const Operation operation = std::get<Operation>(function.meaning);
  return function.arity == 1 ? apply(operation, arguments[0]) : fold(operation, arguments);
}

}  // namespace gradfield
