// The operations a program is made of, as numbers: what each computes for one value. blocks.hpp has them for many.
// What an operation means as mathematics (its slope, its bounds) is told in program/rules, its name in formula/.
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
  kKink,      // (v, u): v, a slope at a kink of u, which has no slope itself; in no finished program
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
  kHyperbolicSecant,
  kAreaSine,
  kAreaCosine,
  kAreaTangent,
  kOneMinusSquare,  // (1-u)*(1+u)
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

/// Whether nothing is computed: a constant or a variable.
constexpr bool is_leaf(Operation operation) { return operation <= Operation::kVariable; }

/// Whether a table has one row for each operation, in their order, with something in each of these columns (but for the
/// leaves, which have nothing there). For the static_assert of every such table.
template <typename Row, typename... Value>
constexpr bool is_complete(const std::array<Row, kOperationCount>& table, Value Row::*... column) {
  for (std::size_t i = 0; i < kOperationCount; ++i) {
    const Operation operation = table[i].operation;
    if (operation != static_cast<Operation>(i)) return false;
    if ((((table[i].*column == nullptr) != is_leaf(operation)) || ...)) return false;
  }
  return true;
}

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
