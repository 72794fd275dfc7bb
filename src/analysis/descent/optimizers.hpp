// The optimisers: from where a path is, the step to where it goes next. One row each.
//
// An optimiser knows nothing of where a path may go, of how it is recorded and of why it ends: that is the walk's.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "analysis/descent/objective.hpp"

namespace gradfield {

struct DescentSetup;

/// Where a path is.
struct Place {
  std::span<const double> point;
  PointValue value;      // of f there, all of it finite
  std::size_t steps;     // that led there
  double rate;           // of the path
  Objective& objective;  // f elsewhere, and its Hessian; each look costs an evaluation
};

/// What an optimiser remembers from step to step: arrays of its own, such as a vector or the rows of a matrix one
/// behind the other. None where its step follows from the place alone.
using OptimizerState = std::vector<std::vector<double>>;

struct Optimizer {
  std::string_view name;
  std::string_view help;

  /// What it remembers at the start of a path of so many variables.
  OptimizerState (*start)(std::size_t variables);

  /// The step from this place, in units of the variables: `step`, one value a variable, is what is added to the point.
  /// Asked for at each place of a path once, in order.
  void (*step)(const Place& place, OptimizerState& state, std::span<double> step);

  /// The path where nobody says a rate: by a rule of default_rate.hpp, or of its own.
  DescentPath (*with_default_rate)(Objective& objective, std::span<const double> start, const DescentSetup& setup);
};

/// All optimisers; the first is the default.
std::span<const Optimizer> optimizers();

}  // namespace gradfield
