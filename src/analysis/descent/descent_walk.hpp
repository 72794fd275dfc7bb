// The steps of a descent with a given rate, until something ends it.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "analysis/descent/descent.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

/// Looks at a path after its last step; its end is kIterations while it goes on. Returns whether it is good so far.
using DescentJudge = std::function<bool(const DescentPath& path)>;

/// The path from `start` with this rate, whatever that of `setup`; nothing as soon as `is_good`, where there is one,
/// says no.
///
/// Requires: as descend.
std::optional<DescentPath> walk_down(PointGradient& gradient, std::span<const double> start, const DescentSetup& setup,
                                     double rate, const DescentJudge& is_good = {});

}  // namespace gradfield
