// What a stream line looks like where f breaks off: at a pole or a jump it ends before it, by a gap that is seen.
#pragma once

#include "analysis/streams/stream_walk.hpp"

namespace gradfield {

/// Cuts a walk that ends at a pole of f or at a jump against the walk's sense back by `gap`, and returns whether it
/// did; of a shorter walk its first point is left. A kink, a critical point or the edge of a smooth f are no such ends.
///
/// `sense`: of the walk, 1 or -1. Requires: a walk that is complete. Units: page points.
bool cut_before_break(StreamFlow& flow, StreamWalk& walk, int sense, double gap, const WalkPrecision& precision);

}  // namespace gradfield
