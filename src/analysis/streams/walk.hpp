// Follows the flow from one place until it ends: at the border, a pole, a critical point, or beside another line.
#pragma once

#include <functional>
#include <vector>

#include "analysis/streams/flow.hpp"

namespace gradfield {

/// One point of a stream line.
struct StreamPoint {
  Point place;
  Flow flow;
};

/// How finely a line is followed, in page points.
struct WalkPrecision {
  double longest_step;  // also the largest distance of neighbouring points
  double least_step;    // nothing smaller is looked at: a line ends this close to a pole, an edge or a critical point
  double tolerance;     // error of one step; far below the least step, so that none of these hides in it
  std::size_t most_points;
  double break_gap;  // how far before a pole or a jump of f a line ends
};

/// In spacings: how far before a pole or a jump a line ends. On both sides of it that is a gap that is seen as one.
inline constexpr double kBreakGap = 0.18;

/// What lines of that spacing want.
WalkPrecision precision_for(double spacing);

struct StreamWalk {
  std::vector<StreamPoint> points;  // from the seed on, in the order of the walk
  bool is_complete = false;         // ends where the flow does, not at the border nor beside another line
  bool breaks = false;              // complete, and cut back from a pole or a jump
};

/// One line whole, with its points in the direction of the flow.
struct StreamCourse {
  std::vector<StreamPoint> points;
  bool has_source = false, has_sink = false;  // whether its first and its last point are where the flow itself ends
  bool breaks_at_source = false, breaks_at_sink = false;  // and whether they are cut back from a pole or a jump there
};

/// Length of a line on the page.
double length(const std::vector<StreamPoint>& points);

/// Whether there is room for a line at `place` that runs along `direction`.
using IsFree = std::function<bool(const Point& place, const Point& direction)>;

/// Walks from `seed`, where the flow runs, downstream (sense 1) or upstream (sense -1).
///
/// Method: the flow has unit speed on the page, so that time is arc length; Dormand & Prince's pair of order 5(4) with
/// step control (Boost.Odeint).
///
/// Ends: exactly on the border of the region; within a few `least_step` of where the flow no longer runs, of a jump
/// down of f (a pole or a branch cut: f rises along a stream line), and of a critical point or a kink that turns the
/// flow back; where `is_free` says no; after `most_points`. Where the flow ends at a pole of f or at a jump against the
/// sense of the walk, the walk is cut back by `break_gap`, so that the break is seen; of a shorter one its first point
/// is left. A kink, a critical point or the edge of a smooth f are no such breaks.
StreamWalk walk_stream(StreamFlow& flow, const StreamPoint& seed, int sense, const WalkPrecision& precision,
                       const IsFree& is_free);

/// The place at t in [0, 1] of the curve between two neighbouring points of a line: the cubic through both with their
/// directions.
Point place_between(const StreamPoint& from, const StreamPoint& to, double t);

/// Of the curve between two neighbouring points of a line, the last place that is free: t in [0,1), to within 1/64.
/// The first point is free, the second is not.
Point last_free_place(const StreamPoint& from, const StreamPoint& to, const IsFree& is_free);

}  // namespace gradfield
