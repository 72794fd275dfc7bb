// The steps of a path down, until something ends it: as an optimiser takes them, within the bounds set to it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "analysis/descent/descent.hpp"
#include "analysis/descent/objective.hpp"
#include "program/bounds.hpp"

namespace gradfield {

struct DescentSetup {
  /// Where a path may go: finite ranges, one a variable. It ends with its first point outside.
  Box box;
  /// Whether a path may go through a point; it ends before the first where it may not. Empty: through all.
  std::function<bool(std::span<const double> point)> keeps = {};
  std::optional<double> rate = {};
  std::size_t iterations = kDefaultIterations;
  const Optimizer* optimizer = &default_optimizer();
};

/// The path down from `start`, with the optimiser's default rate where none is given. The rate is the same at every
/// step.
///
/// Non-finite: where f or a slope is not finite at the start, the path is that point.
/// Requires:   the start lies in the box, and is kept.
DescentPath descend(Objective& objective, std::span<const double> start, const DescentSetup& setup);

/// Looks at a path after its last step; its end is kIterations while it goes on. Returns whether it is good so far.
using DescentJudge = std::function<bool(const DescentPath& path)>;

/// The path from `start` with this rate, whatever that of `setup`; nothing as soon as `is_good`, where there is one,
/// says no.
///
/// Requires: as descend.
std::optional<DescentPath> walk_down(Objective& objective, std::span<const double> start, const DescentSetup& setup,
                                     double rate, const DescentJudge& is_good = {});

}  // namespace gradfield
