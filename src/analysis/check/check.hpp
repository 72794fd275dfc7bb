// Compares two gradients of one formula point by point, and knows where no comparison means anything.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "program/program.hpp"

namespace gradfield {

/// What is checked, and how closely.
struct CheckSetup {
  const Program& f;
  /// The method under test and its settings: how far it looks, and the length on which f is taken to change.
  const Method& method;
  const MethodSettings& settings;
  /// The largest disagreement allowed, as a part of the gradient's length.
  double tolerance = 1e-6;
  bool second = false;  // whether the second derivatives are to be checked too, which are exact whatever the method
};

struct CheckResult {
  std::uint64_t compared = 0;
  std::uint64_t beyond = 0;    // of those compared: with a disagreement above the tolerance
  std::uint64_t left_out = 0;  // at kinks, jumps, poles and gaps of f
  double worst = 0;            // the largest disagreement among those compared
  std::vector<double> where;   // its point; empty where nothing was compared
};

/// Of the slopes, and of the second derivatives where they are checked: of these each point counts once a slope.
struct CheckResults {
  CheckResult slopes;
  std::optional<CheckResult> second;
};

/// Compares `gradient`, by the method under test, with `reference`, or with Richardson's extrapolation of differences
/// where that is null. Richardson's slopes and their errors are taken at each point in any case.
///
/// The disagreement is |g - g'| / (L + E/T), which is at most T exactly where |g - g'| <= T L + E.
///  - L is the length of the longer gradient, or how steep f is nearby where that is more: where a gradient is 0, no
///    error is small beside it;
///  - E is the error that the differences have at their best: Richardson's own, and what roundings of f cost the method
///    at its default step.
///
/// Left out are points
///  - where f or a slope is not finite;
///  - where Richardson is not sure of three digits: at kinks, jumps, poles and gaps, and where f turns faster than its
///    digits can show;
///  - where the disagreement has another reason than a wrong slope (Doubts::explained).
///
/// Second derivatives are compared likewise, with Richardson's extrapolation of differences of the exact slopes.
///
/// Holds one tile at a time, however many points there are.
CheckResults check_gradient(const CheckSetup& setup, PointSource& points, Gradient& gradient, Gradient* reference);

}  // namespace gradfield
