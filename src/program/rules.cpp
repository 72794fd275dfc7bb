#include "program/rules.hpp"

#include "program/bound_rules-inl.hpp"
#include "program/simplify_rules-inl.hpp"
#include "program/slope_rules-inl.hpp"

namespace gradfield {
namespace {

using enum Operation;
using enum Trait;

// What is 0 or 1, of nan too.
constexpr Trait kTruth = kExact | kNotNegative | kFewValues;

constexpr std::array<Rules, kOperationCount> kRules{{
    {kConstant, nullptr, nullptr, kExact},
    {kVariable, nullptr, nullptr, kExact},
    {kAdd, slope::add, bound::add, kCommutative | kKeepsSign, simplify::add},
    {kSubtract, slope::subtract, bound::subtract, kNone, simplify::subtract},
    {kMultiply, slope::multiply, bound::multiply, kCommutative | kKeepsSign | kUnderflows, simplify::multiply},
    {kDivide, slope::divide, bound::divide, kKeepsSign | kUnderflows, simplify::divide},
    {kNegate, slope::negate, bound::negate, kExact, simplify::negate},
    {kSquare, slope::square, bound::even_power<kSquare>, kNotNegative | kUnderflows, simplify::even_power<kSquare>},
    {kCube, slope::cube, bound::exactly_rising<kCube>, kUnderflows},
    {kFourth, slope::fourth, bound::even_power<kFourth>, kNotNegative | kUnderflows, simplify::even_power<kFourth>},
    {kPower, slope::power, bound::power, kUnderflows, simplify::power},
    {kSquareRoot, slope::square_root, bound::square_root, kKeepsSign},
    {kCubeRoot, slope::cube_root, bound::rising<kCubeRoot>, kNone},
    {kAbsolute, slope::absolute, bound::absolute, kExact | kNotNegative, simplify::absolute},
    {kSign, slope::zero, bound::sign, kExact | kFewValues},
    {kRound, slope::zero, bound::exactly_rising<kRound>, kExact},
    {kFloor, slope::zero, bound::exactly_rising<kFloor>, kExact},
    {kCeiling, slope::zero, bound::exactly_rising<kCeiling>, kExact},
    {kTruncate, slope::zero, bound::exactly_rising<kTruncate>, kExact},
    {kRemainder, slope::remainder, bound::remainder, kNone},
    {kMinimum, slope::chosen<kMinimum, kLess, kLessEqual>, bound::smaller, kExact | kKeepsSign, simplify::choice},
    {kMaximum, slope::chosen<kMaximum, kGreater, kGreaterEqual>, bound::larger, kExact | kKeepsSign, simplify::choice},
    {kLess, slope::zero, bound::less, kTruth},
    {kLessEqual, slope::zero, bound::less_equal, kTruth},
    {kGreater, slope::zero, bound::greater, kTruth},
    {kGreaterEqual, slope::zero, bound::greater_equal, kTruth},
    {kEqual, slope::zero, bound::equal, kTruth | kCommutative},
    {kNotEqual, slope::zero, bound::not_equal, kTruth | kCommutative},
    {kAnd, slope::zero, bound::logical_and, kTruth | kCommutative},
    {kOr, slope::zero, bound::logical_or, kTruth | kCommutative},
    {kSelect, slope::select, bound::select, kExact | kKeepsSign | kFirstDecides, simplify::select},
    {kNanWhere, slope::nan_where, bound::second_operand, kExact | kKeepsSign | kFirstDecides, simplify::nan_where},
    {kKink, slope::kink, bound::first_operand, kExact},
    {kSine, slope::sine, bound::wave<kSine>, kNone},
    {kCosine, slope::cosine, bound::wave<kCosine>, kNone},
    {kTangent, slope::tangent, bound::tangent, kNone},
    {kArcSine, slope::arc_sine, bound::rising_within_one<kArcSine>, kNone},
    {kArcCosine, slope::arc_cosine, bound::arc_cosine, kNone},
    {kArcTangent, slope::arc_tangent, bound::rising<kArcTangent>, kNone},
    {kArcTangent2, slope::arc_tangent2, bound::arc_tangent2, kNone},
    {kHyperbolicSine, slope::hyperbolic_sine, bound::rising<kHyperbolicSine>, kNone},
    {kHyperbolicCosine, slope::hyperbolic_cosine, bound::hyperbolic_cosine, kNotNegative},
    {kHyperbolicTangent, slope::hyperbolic_tangent, bound::rising<kHyperbolicTangent>, kNone},
    {kHyperbolicSecant, slope::hyperbolic_secant, bound::bell<kHyperbolicSecant>, kNotNegative | kUnderflows},
    {kAreaSine, slope::area_sine, bound::rising<kAreaSine>, kNone},
    {kAreaCosine, slope::area_cosine, bound::area_cosine, kNone},
    {kAreaTangent, slope::area_tangent, bound::rising_within_one<kAreaTangent>, kNone},
    {kOneMinusSquare, slope::one_minus_square, bound::one_minus_square, kNone},
    {kExponential, slope::exponential, bound::rising<kExponential>, kNotNegative | kUnderflows},
    {kExponentialMinus1, slope::exponential_minus_1, bound::rising<kExponentialMinus1>, kNone},
    {kGaussian, slope::gaussian, bound::bell<kGaussian>, kNotNegative},
    {kLogarithm, slope::logarithm, bound::rising_above_zero<kLogarithm>, kNone},
    {kLogarithmOf1Plus, slope::logarithm_of_1_plus, bound::logarithm_of_1_plus, kNone},
    {kLogarithm2, slope::logarithm2, bound::rising_above_zero<kLogarithm2>, kNone},
    {kLogarithm10, slope::logarithm10, bound::rising_above_zero<kLogarithm10>, kNone},
    {kHypotenuse, slope::hypotenuse, bound::hypotenuse, kCommutative | kNotNegative},
    {kErrorFunction, slope::error_function, bound::rising<kErrorFunction>, kNone},
    {kComplementaryError, slope::complementary_error, bound::complementary_error, kNotNegative},
    {kGamma, slope::gamma_function, bound::of_gamma<kGamma>, kNone},
    {kLogarithmOfGamma, slope::logarithm_of_gamma, bound::of_gamma<kLogarithmOfGamma>, kNone},
    {kPolygamma, slope::polygamma, bound::polygamma, kNone},
}};
static_assert(is_complete(kRules, &Rules::slope, &Rules::bound));

}  // namespace

const Rules& rules_of(Operation operation) { return kRules[static_cast<std::size_t>(operation)]; }

RuleInput only(const RuleInput& in, std::size_t k) {
  RuleInput one = in;
  one.du = {};
  one.du[k] = in.du[k];
  return one;
}

RuleInput rule_input(ProgramBuilder& builder, const Program& program, NodeId place, const std::vector<NodeId>& places,
                     const std::vector<Slope>& slopes) {
  const Instruction& instruction = program.instructions()[place];
  RuleInput in{{&builder, places[place]}, {}, {}};
  for (std::size_t k = 0; k < arity_of(instruction); ++k) {
    in.u[k] = {&builder, places[instruction.operands[k]]};
    in.du[k] = slopes[instruction.operands[k]];
  }
  return in;
}

}  // namespace gradfield
