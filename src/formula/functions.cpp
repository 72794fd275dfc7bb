#include "formula/functions.hpp"

#include <algorithm>
#include <iterator>

#include "formula/combinations-inl.hpp"

namespace gradfield {
namespace {

using enum Operation;

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
    {"sinc", 1, "sin(a)/a, 1 at 0; unnormalised: no factor pi", sinc, kYields},
    // Hyperbolic functions
    {"sinh", 1, "hyperbolic sine", kHyperbolicSine},
    {"cosh", 1, "hyperbolic cosine", kHyperbolicCosine},
    {"tanh", 1, "hyperbolic tangent", kHyperbolicTangent},
    {"sech", 1, "hyperbolic secant, 1/cosh(a)", kHyperbolicSecant, kYields},
    {"csch", 1, "hyperbolic cosecant, 1/sinh(a); inf at 0", hyperbolic_cosecant, kYields},
    {"coth", 1, "hyperbolic cotangent, 1/tanh(a); inf at 0", hyperbolic_cotangent, kYields},
    {"asinh", 1, "inverse hyperbolic sine", kAreaSine},
    {"acosh", 1, "inverse hyperbolic cosine; nan below 1", kAreaCosine},
    {"atanh", 1, "inverse hyperbolic tangent; nan outside [-1,1]", kAreaTangent},
    {"asech", 1, "inverse hyperbolic secant; nan outside [0,1]", area_secant, kYields},
    {"acsch", 1, "inverse hyperbolic cosecant; inf at 0", area_cosecant, kYields},
    {"acoth", 1, "inverse hyperbolic cotangent; nan inside (-1,1)", area_cotangent, kYields},
    // Exponentials and logarithms
    {"exp", 1, "e to the power of the argument", kExponential},
    {"expm1", 1, "exp(a)-1, exact near 0 too", kExponentialMinus1},
    {"exp2", 1, "2^a", power_of<2>, kYields},
    {"exp10", 1, "10^a", power_of<10>, kYields},
    {"gauss", 1, "exp(-a^2), exact for large a too", kGaussian},
    {"log", 1, "natural logarithm; nan below 0", kLogarithm},
    {"log", 2, "logarithm of a to base b; nan below 0", logarithm_to_base},
    {"ln", 1, "natural logarithm; nan below 0", kLogarithm},
    {"log1p", 1, "log(1+a), exact near 0 too; nan below -1", kLogarithmOf1Plus},
    {"log2", 1, "logarithm to base 2; nan below 0", kLogarithm2},
    {"log10", 1, "logarithm to base 10; nan below 0", kLogarithm10},
    {"logaddexp", kVariadic, "log(exp(a)+exp(b)+...) without overflow", logarithm_of_sum, kYields},
    // Powers and roots
    {"pow", 2, "a^b", kPower, kYields},
    {"square", 1, "a^2", kSquare, kYields},
    {"cube", 1, "a^3", kCube, kYields},
    {"sqrt", 1, "square root; nan below 0", kSquareRoot},
    {"cbrt", 1, "cube root, also of negative numbers; slope inf at 0", kCubeRoot},
    {"hypot", 2, "sqrt(a^2+b^2) without overflow; slopes 0 at (0,0)", kHypotenuse},
    // Signs and whole numbers
    {"abs", 1, "absolute value; slope 0 at 0", kAbsolute},
    {"sign", 1, "-1, 0 or 1; slope 0", kSign},
    {"step", 1, "1 at 0 and above, 0 below; slope 0", step},
    {"heaviside", 1, "the same as step(a)", step, kYields},
    {"heaviside", 2, "0 below 0, b at 0, 1 above; slope 0", heaviside, kYields},
    {"rint", 1, "nearest whole number, halves up; slope 0", kRound},
    {"roundeven", 1, "nearest whole number, halves to even; slope 0", round_half_even, kYields},
    {"floor", 1, "whole number at or below; slope 0", kFloor},
    {"ceil", 1, "whole number at or above; slope 0", kCeiling},
    {"trunc", 1, "whole number towards 0; slope 0", kTruncate},
    {"fmod", 2, "rest of a/b, with the sign of a; nan at b = 0", kRemainder},
    {"mod", 2, "rest of a/b, with the sign of b; nan at b = 0", modulo, kYields},
    // Error and gamma functions
    {"erf", 1, "error function, 2/sqrt(pi) times the area of gauss", kErrorFunction},
    {"erfc", 1, "1-erf(a), exact for large a too", kComplementaryError},
    {"tgamma", 1, "gamma function; inf at 0, nan at -1, -2, ...", kGamma},
    {"lgamma", 1, "log(abs(tgamma(a))); inf at 0, -1, -2, ...", kLogarithmOfGamma},
    {"digamma", 1, "slope of lgamma; nan at 0, -1, -2, ...", digamma},
    {"polygamma", 2, "a-th slope of digamma at b; a = 0, 1, ..., 1000", kPolygamma},
    // Bends, as of neural networks
    {"sigmoid", 1, "1/(1+exp(-a)) without overflow", sigmoid, kYields},
    {"softplus", 1, "log(1+exp(a)) without overflow", softplus, kYields},
    {"relu", 1, "max(a,0)", rectified, kYields},
    {"silu", 1, "a*sigmoid(a)", silu, kYields},
    {"gelu", 1, "a/2*erfc(-a/sqrt(2)): the exact one, not by tanh", gelu, kYields},
    // Several arguments
    {"min", kVariadic, "smallest argument; nan if any is; mean slope at ties", kMinimum},
    {"max", kVariadic, "largest argument; nan if any is; mean slope at ties", kMaximum},
    {"sum", kVariadic, "sum of the arguments", kAdd},
    {"avg", kVariadic, "mean of the arguments", average},
    {"given", 2, "b, but nan where a is nan", kNanWhere},
    {"clamp", 3, "a, but at least b and at most c: min(max(a,b),c)", clamp, kYields},
    {"mix", 3, "(1-c)*a+c*b: exactly a at c = 0, b at c = 1", mix, kYields},
    {"if", 3, "a ? b : c", kSelect, kYields},
};

constexpr Alias kAliases[] = {
    {"tg", "tan"},         {"cosec", "csc"},        {"cotan", "cot"},         {"ctg", "cot"},
    {"cotg", "cot"},       {"arcsin", "asin"},      {"arccos", "acos"},       {"arctan", "atan"},
    {"arctg", "atan"},     {"arctan2", "atan2"},    {"degrees", "deg"},       {"rad2deg", "deg"},
    {"radians", "rad"},    {"deg2rad", "rad"},      {"sh", "sinh"},           {"ch", "cosh"},
    {"th", "tanh"},        {"tgh", "tanh"},         {"cth", "coth"},          {"ctgh", "coth"},
    {"cotanh", "coth"},    {"cosech", "csch"},      {"arcsinh", "asinh"},     {"arsinh", "asinh"},
    {"argsinh", "asinh"},  {"arsh", "asinh"},       {"arccosh", "acosh"},     {"arcosh", "acosh"},
    {"argcosh", "acosh"},  {"arch", "acosh"},       {"arctanh", "atanh"},     {"artanh", "atanh"},
    {"argtanh", "atanh"},  {"arth", "atanh"},       {"arcsech", "asech"},     {"arsech", "asech"},
    {"arccsch", "acsch"},  {"arcsch", "acsch"},     {"arccoth", "acoth"},     {"arcoth", "acoth"},
    {"pow10", "exp10"},    {"lb", "log2"},          {"lg", "log10"},          {"logsumexp", "logaddexp"},
    {"power", "pow"},      {"absolute", "abs"},     {"fabs", "abs"},          {"sgn", "sign"},
    {"signum", "sign"},    {"unitstep", "step"},    {"round", "rint"},        {"ceiling", "ceil"},
    {"fix", "trunc"},      {"rem", "fmod"},         {"modulo", "mod"},        {"gamma", "tgamma"},
    {"gammaln", "lgamma"}, {"lngamma", "lgamma"},   {"loggamma", "lgamma"},   {"psi", "digamma"},
    {"expit", "sigmoid"},  {"logistic", "sigmoid"}, {"log1pexp", "softplus"}, {"swish", "silu"},
    {"minimum", "min"},    {"maximum", "max"},      {"average", "avg"},       {"mean", "avg"},
    {"clip", "clamp"},     {"lerp", "mix"},
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

std::span<const Alias> alias_table() { return kAliases; }

const Function* find_function(std::string_view name) {
  const auto* const alias = std::ranges::find(kAliases, name, &Alias::name);
  if (alias != std::end(kAliases)) name = alias->function;
  const auto* const row = std::ranges::find(kFunctions, name, &Function::name);
  return row == std::end(kFunctions) ? nullptr : row;
}

const Function* find_function(std::string_view name, const Names& names) {
  return names.has_value(name) ? nullptr : find_function(name);
}

const Function* with_arity(const Function& function, std::size_t count) {
  const auto takes = [&](const Function& row) {
    const bool fits = row.arity == kVariadic ? count >= 1 : row.arity == static_cast<int>(count);
    return fits && row.name == function.name;
  };
  const auto* const row = std::ranges::find_if(kFunctions, takes);
  return row == std::end(kFunctions) ? nullptr : row;
}

bool is_reserved(std::string_view name) {
  const auto* const row = std::ranges::find(kFunctions, name, &Function::name);
  return row != std::end(kFunctions) && !row->yields;
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const Function& function : kFunctions) {
    if (names.empty() || names.back() != function.name) names.push_back(function.name);
  }
  for (const Alias& alias : kAliases) names.push_back(alias.name);
  return names;
}

Term call(const Function& function, std::span<const Term> arguments) {
  const Function& row = *with_arity(function, arguments.size());
  if (const auto* combination = std::get_if<Combination>(&row.meaning)) return (*combination)(arguments);
  const Operation operation = std::get<Operation>(row.meaning);
  if (row.arity == 1) return apply(operation, arguments[0]);
  if (row.arity == 3) return apply(operation, arguments[0], arguments[1], arguments[2]);
  return fold(operation, arguments);
}

}  // namespace gradfield
