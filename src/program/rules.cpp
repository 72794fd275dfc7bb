#include "program/rules.hpp"

#include "program/slope_rules.hpp"

namespace gradfield {
namespace {

using enum Operation;

struct Rules {
  Operation operation;
  SlopeRule slope;  // null: 0 everywhere
};

constexpr std::array<Rules, kOperationCount> kRules{{
    {kConstant, nullptr},
    {kVariable, nullptr},
    {kAdd, slope::add},
    {kSubtract, slope::subtract},
    {kMultiply, slope::multiply},
    {kDivide, slope::divide},
    {kNegate, slope::negate},
    {kSquare, slope::square},
    {kCube, slope::cube},
    {kFourth, slope::fourth},
    {kPower, slope::power},
    {kSquareRoot, slope::square_root},
    {kCubeRoot, slope::cube_root},
    {kAbsolute, slope::absolute},
    {kSign, nullptr},
    {kRound, nullptr},
    {kFloor, nullptr},
    {kCeiling, nullptr},
    {kTruncate, nullptr},
    {kRemainder, slope::remainder},
    {kMinimum, slope::minimum},
    {kMaximum, slope::maximum},
    {kLess, nullptr},
    {kLessEqual, nullptr},
    {kGreater, nullptr},
    {kGreaterEqual, nullptr},
    {kEqual, nullptr},
    {kNotEqual, nullptr},
    {kAnd, nullptr},
    {kOr, nullptr},
    {kSelect, slope::select},
    {kNanWhere, slope::nan_where},
    {kSine, slope::sine},
    {kCosine, slope::cosine},
    {kTangent, slope::tangent},
    {kArcSine, slope::arc_sine},
    {kArcCosine, slope::arc_cosine},
    {kArcTangent, slope::arc_tangent},
    {kArcTangent2, slope::arc_tangent2},
    {kHyperbolicSine, slope::hyperbolic_sine},
    {kHyperbolicCosine, slope::hyperbolic_cosine},
    {kHyperbolicTangent, slope::hyperbolic_tangent},
    {kAreaSine, slope::area_sine},
    {kAreaCosine, slope::area_cosine},
    {kAreaTangent, slope::area_tangent},
    {kExponential, slope::exponential},
    {kExponentialMinus1, slope::exponential_minus_1},
    {kGaussian, slope::gaussian},
    {kLogarithm, slope::logarithm},
    {kLogarithmOf1Plus, slope::logarithm_of_1_plus},
    {kLogarithm2, slope::logarithm2},
    {kLogarithm10, slope::logarithm10},
    {kHypotenuse, slope::hypotenuse},
    {kErrorFunction, slope::error_function},
    {kComplementaryError, slope::complementary_error},
    {kGamma, slope::gamma_function},
    {kLogarithmOfGamma, slope::logarithm_of_gamma},
    {kPolygamma, slope::polygamma},
}};

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    if (kRules[i].operation != static_cast<Operation>(i)) return false;
  }
  return true;
}
static_assert(rows_stand_in_order(), "kRules is indexed by Operation");

}  // namespace

SlopeRule slope_rule_of(Operation operation) { return kRules[static_cast<std::size_t>(operation)].slope; }

}  // namespace gradfield
