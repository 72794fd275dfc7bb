// The operations a program is made of, as numbers: what each computes for one value. blocks.hpp has them for many.
// What an operation means as mathematics (its name, its slope) is told in expression/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gradfield {

enum class Operation : std::uint8_t {
  kConstant,  // leaves: nothing is computed
  kVariable,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kNegate,
  kSquare,  // u*u
  kCube,    // u*u*u
  kFourth,  // (u*u)*(u*u)
  kPower,
  kSquareRoot,
  kCubeRoot,
  kAbsolute,
  kSign,   // -1, 0, 1; nan of nan
  kRound,  // to whole numbers, halves up: floor(u + 1/2) without its rounding error
  kFloor,
  kCeiling,
  kTruncate,
  kRemainder,  // (a, b): a minus the whole multiple of b next to it towards 0; exact
  kMinimum,
  kMaximum,  // nan where any argument is nan; a tie takes the first
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kEqual,
  kNotEqual,
  kAnd,
  kOr,        // anything but 0 is true, nan too
  kSelect,    // (condition, then, else)
  kNanWhere,  // (f, u): nan where f is nan, else u
  kSine,
  kCosine,
  kTangent,
  kArcSine,
  kArcCosine,
  kArcTangent,
  kArcTangent2,
  kHyperbolicSine,
  kHyperbolicCosine,
  kHyperbolicTangent,
  kAreaSine,
  kAreaCosine,
  kAreaTangent,
  kExponential,
  kExponentialMinus1,
  kGaussian,  // exp(-u*u) without the rounding error of the square
  kLogarithm,
  kLogarithmOf1Plus,
  kLogarithm2,
  kLogarithm10,
  kHypotenuse,
  kErrorFunction,
  kComplementaryError,
  kGamma,
  kLogarithmOfGamma,
  kPolygamma,  // (order, u)
  kCount
};

inline constexpr std::size_t kOperationCount = static_cast<std::size_t>(Operation::kCount);
inline constexpr std::size_t kLargestArity = 3;

/// One operation as numbers.
struct Kernel {
  Operation operation;
  std::string_view name;  // for listings
  int arity;              // 0 to 3 operands
  /// Of one point; reads `arity` operands. Null for the leaves.
  double (*value)(const double* operands);
};

/// The row of an operation. Requires: operation < kCount.
const Kernel& kernel_of(Operation operation);

}  // namespace gradfield
