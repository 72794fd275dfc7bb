// Between which bounds every instruction of a program stays while the variables stay in a box: interval arithmetic,
// with the two things that matter here kept apart from it: whether a value may be nan, and whether an instruction may
// make a nan of values that are none.
#pragma once

#include <array>
#include <limits>
#include <span>
#include <vector>

#include "program/program.hpp"

namespace gradfield {

/// The values something may take, as computed in doubles: low <= value <= high, or nan where `may_be_nan`.
struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool may_be_nan = true;  // the default is any double
  bool is_nan = false;     // whatever the place in the box; the ends tell nothing then
};

/// One range a variable: where the points of a field lie.
using Box = std::vector<Bounds>;

/// Whether a nan of one operand makes the result nan.
enum class NanPath { kNever, kSometimes, kAlways };

/// The bounds of one instruction.
struct InstructionBounds {
  Bounds value;
  bool makes_nan = true;  // may be nan though no operand is
  std::array<NanPath, kLargestArity> nan_paths{NanPath::kAlways, NanPath::kAlways, NanPath::kAlways};  // by operand
};

/// What bounds hold for: what is computed in doubles, or the numbers that the formula means too, in which nothing is
/// rounded but its constants and the ends of the box.
enum class BoundsOf { kComputed, kFormula };

/// The bounds of every instruction.
///
/// Method: interval arithmetic (Moore, Kearfott & Cloud, "Introduction to Interval Analysis", SIAM 2009), each
/// operation on the ends of its operands. Sums, products, quotients and roots are rounded correctly, so rounding keeps
/// their order and the ends need no widening for what is computed; for the formula they are rounded outwards, and a
/// quotient, or a power, has no value at a pole. Those of other functions are widened by more than their error.
///
/// Requires: one range a variable of the program.
std::vector<InstructionBounds> bound_values(const Program& program, const Box& box,
                                            BoundsOf values = BoundsOf::kComputed);

/// Whether a program is smooth all over a box, where it is defined: no kink, no jump and no choice lies in it.
/// `bounds`: of its instructions, there.
bool is_smooth(const Program& program, std::span<const InstructionBounds> bounds);

/// The same into `bounds`, for many boxes.
void bound_values(const Program& program, const Box& box, BoundsOf values, std::vector<InstructionBounds>& bounds);

}  // namespace gradfield
