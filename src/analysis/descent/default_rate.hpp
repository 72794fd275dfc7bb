// The rate of descent where nobody says one: rules for the rows of optimisers.
//
// Each takes the largest of a few rates with which the whole path is sound, tried in falling order, of two significant
// digits so that it can be given again. The first is 0.4/curvature: on a bowl each step leaves 0.6 of the way along the
// most curved direction, so that steps are seen, and curvature may grow fivefold before they overshoot; where that
// would step over more than a quarter of the box, or says nothing, it goes by the box. Each next is half as large.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/descent/walk.hpp"

namespace gradfield {

/// For steps against the gradient. A path is sound where every step fulfils Armijo's condition: f falls by a quarter,
/// at least, of what the slope promises (Nocedal & Wright, "Numerical Optimization", 2nd ed., ch. 3). Of functions that
/// no constant rate brings to rest (kinks, jumps) it is the path of little rise.
///
/// Requires: as descend.
DescentPath path_of_sufficient_fall(Objective& objective, std::span<const double> start, const DescentSetup& setup);

/// For any steps. A path is sound where f never rises above its lowest value by more than a tenth of how far it has
/// fallen.
///
/// Requires: as descend.
DescentPath path_of_little_rise(Objective& objective, std::span<const double> start, const DescentSetup& setup);

}  // namespace gradfield
