// The steps of paths until something ends them: as an optimiser takes them, within the bounds set to it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "analysis/descent/objective.hpp"
#include "analysis/descent/optimizers.hpp"
#include "program/bounds.hpp"

namespace gradfield {

struct DescentSetup {
  /// Where a path may go: finite ranges, one a variable.
  Box box;
  /// Whether a path may go through a point; it ends before the first where it may not. Empty: through all.
  std::function<bool(std::span<const double> point)> keeps = {};
  std::optional<double> rate = {};
  std::size_t iterations = kDefaultIterations;
  const Optimizer* optimizer = &default_optimizer();
  GivenParameters parameters = {};
  std::optional<double> until = {};
  BoxRule box_rule = BoxRule::kLeave;
  bool wants_curvatures = false;
};

/// A path to be walked.
struct Departure {
  std::span<const double> start;
  const DescentSetup* setup;
};

/// The paths, each with its optimiser's default rate where none is given; the rate is the same at every step. They go
/// side by side: f is evaluated at the points of all at once.
///
/// f and Hessians are the objective's, so of a path that climbs negative.
/// Non-finite: where f or a slope is not finite at a start, the path is that point.
/// Requires:   the starts lie in the box, and are kept.
std::vector<DescentPath> descend_together(Objective& objective, std::span<const Departure> departures);

/// One of them.
DescentPath descend(Objective& objective, std::span<const double> start, const DescentSetup& setup);

/// Moves a point to where a path may go.
void confine(std::span<double> point, const Box& box, BoxRule rule);

}  // namespace gradfield
