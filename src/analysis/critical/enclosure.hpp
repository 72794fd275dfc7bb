// What is certain of a field in a whole box: whether its gradient can be zero there, and whether it is, once.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/critical/interval.hpp"
#include "program/bounds.hpp"
#include "program/program.hpp"

namespace gradfield {

using Region = std::vector<Interval>;  // one a variable

/// What is known of the zeros of a gradient in a region.
enum class Zeros {
  kNone,       // there is none
  kOne,        // exactly one, and it is one at which the Hessian is regular
  kAll,        // the gradient is zero everywhere
  kUndefined,  // nowhere is there a value of f
  kUnknown
};

/// The bounds of a field's derivatives. Statements are about the formula itself, whose constants are the doubles next
/// to those that were written: every rounding is outwards. One object a thread.
class Enclosure {
 public:
  /// `derivatives`: f, its first and its second derivatives (differentiate_twice). Must outlive this.
  explicit Enclosure(const Program& derivatives);

  /// Method: bounds of the slopes, as they are and by the mean value theorem from the middle; then Krawczyk's operator
  /// (Moore, Kearfott & Cloud, "Introduction to Interval Analysis", SIAM 2009, 8.2): where it maps the region into
  /// itself there is one zero. That and the mean value need a field that is smooth and defined all over the region.
  Zeros zeros_in(const Region& region);

  /// One step of Newton's method from `place`; false where the Hessian is singular, or there is no value.
  bool newton_step(std::span<const double> place, std::vector<double>& next);

  /// How many instructions are bounded for a region or a step.
  std::size_t effort() const { return program_.instructions().size(); }

 private:
  Interval slope(std::size_t k) const { return interval_of(1 + k); }
  Interval second(std::size_t row, std::size_t column) const;
  Interval interval_of(std::size_t output) const;
  void bound(const Region& region);
  void bound_at(std::span<const double> place);
  bool is_smooth_here() const;
  bool invert_middle();

  const Program& program_;
  std::size_t variables_;
  Box box_;
  std::vector<InstructionBounds> bounds_;
  std::vector<double> middle_, inverse_, work_;
  std::vector<Interval> slopes_, hessian_;
};

}  // namespace gradfield
