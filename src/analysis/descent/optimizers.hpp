// The optimisers: from where a path is, the step to where it goes next. One row each.
//
// An optimiser knows nothing of where a path may go, of how it is recorded and of why it ends: that is the walk's.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/descent/default_rate.hpp"
#include "analysis/descent/descent.hpp"
#include "analysis/descent/objective.hpp"
#include "analysis/descent/parameters.hpp"

namespace gradfield {

/// Where a path is.
struct PathPlace {
  std::span<const double> point;
  PointValue value;   // of f there, all of it finite; no slope in a variable that is pinned
  std::size_t steps;  // that led there
  double rate;        // of the path
  const ParameterValues& parameters;

  /// f at another point, which is moved to where the path may go first. It costs an evaluation; valid until the next.
  std::function<PointValue(std::span<double> point)> look;
  /// The upper triangle of the Hessian here by rows; 0 where a variable is held or pinned to the border of the box.
  std::function<std::vector<double>()> hessian;
};

/// What an optimiser remembers from step to step: arrays of its own, such as a vector or the rows of a matrix one
/// behind the other. None where its step follows from the place alone.
using OptimizerState = std::vector<std::vector<double>>;

/// A parameter that an optimiser uses.
struct UsedParameter {
  Parameter parameter;
  double value;  // where none is given
};

struct Optimizer {
  std::string_view name;
  std::string_view help;
  std::string_view rate;    // what the rate is where none is given
  std::string_view source;  // of its convention
  std::span<const UsedParameter> parameters;

  /// What it remembers at the start of a path of so many variables.
  OptimizerState (*start)(std::size_t variables);
  std::size_t velocities;  // of these arrays, the first ones: they turn round where a path is reflected

  /// The step from this place, in units of the variables: `step`, one value a variable, is what is added to the point.
  /// Asked for at each place of a path once, in order.
  void (*step)(const PathPlace& place, OptimizerState& state, std::span<double> step);

  /// The rates to try where none is given.
  RateRule rates;

  /// The largest rate that brings a path to rest where no second derivative is larger; null where the rate does not
  /// depend on these.
  double (*stable_rate)(double largest_curvature, const ParameterValues& parameters);
};

/// All optimisers; the first is the default.
std::span<const Optimizer> optimizers();

/// The one of that name, or null.
const Optimizer* find_optimizer(std::string_view name);

/// The parameters of its steps.
ParameterValues parameters_of(const Optimizer& optimizer, const GivenParameters& given);

bool uses(const Optimizer& optimizer, Parameter parameter);

}  // namespace gradfield
