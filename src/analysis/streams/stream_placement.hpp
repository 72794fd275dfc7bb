// Chooses which stream lines are drawn, so that they are evenly spaced and long.
#pragma once

#include <vector>

#include "analysis/streams/stream_places.hpp"

namespace gradfield {

/// Stream lines of about this spacing (page points), those chosen first in front; none nearer than kNearest spacings to
/// another (see StreamRoom) but around critical points.
///
/// Method: the lines of the saddles first, then always the longest line that any candidate gives (as Mebarki, Alliez &
/// Devillers, "Farthest point seeding", 2005, put length first); candidates lie beside the lines so far at the spacing
/// (Jobard & Lefer, "Creating evenly-spaced streamlines of arbitrary density", 1997), beyond the ends of the flow, and
/// on lattices for what these do not reach. A line ends where it comes too near to another. Candidates that lie on a
/// line in hand wait until it is chosen or given up, so that in all about three times as much is walked as is drawn.
///
/// Calls of the flow are bounded by `most_evaluations` and the walk in hand.
std::vector<StreamCourse> place_streams(StreamFlow& flow, double spacing, std::size_t most_evaluations);

}  // namespace gradfield
