#include "analysis/streams/stream_ends.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "analysis/streams/stream_places.hpp"

namespace gradfield {
namespace {

// A place on the way back from the end of a walk, and the number of the point behind it.
struct WayBack {
  PagePoint place;
  std::size_t next;
};

std::optional<WayBack> way_back(const std::vector<StreamPoint>& points, double length) {
  for (std::size_t i = points.size(); i-- > 1;) {
    const double step = page_distance(points[i].place, points[i - 1].place);
    if (step >= length) return WayBack{place_between(points[i - 1], points[i], 1 - length / step), i};
    length -= step;
  }
  return std::nullopt;
}

}  // namespace

bool cut_before_break(StreamFlow& flow, StreamWalk& walk, int sense, double gap, const WalkPrecision& precision) {
  const StreamPoint& end = walk.points.back();
  // A walk ends a few of the least steps before the break.
  const double leap = 10 * sense * precision.least_step;
  const Flow beyond =
      flow.at({end.place[0] + leap * end.flow.direction[0], end.place[1] + leap * end.flow.direction[1]});
  const std::optional<WayBack> back = way_back(walk.points, gap);
  const Flow before = back ? flow.at(back->place) : walk.points.front().flow;
  const auto rise = [&](const Flow& from, const Flow& to) { return sense * (to.f - from.f); };
  // Beyond a kink or a peak f falls, but not at once below what it was a gap before.
  const bool jumps = beyond.runs && rise(before, beyond) < -1e-12 * std::fabs(before.f);  // 4500 roundings, of f's own
  // Towards a pole f rises ever faster: as much as a logarithm, by log(gap / least step) = 7 over the second half of
  // the gap and by log 2 = 0.7 over the first. To a kink the two are the same, to the edge of a square root 2.4 to 1.
  constexpr double kPole = 6;
  bool runs_off = false;
  if (const std::optional<WayBack> half = way_back(walk.points, std::min(gap, length(walk.points)) / 2)) {
    const Flow there = flow.at(half->place);
    runs_off = rise(there, end.flow) > kPole * std::fabs(rise(before, there));
  }
  if (!jumps && !runs_off) return false;
  if (!back) {
    walk.points.resize(1);
  } else {
    walk.points.resize(back->next);
    if (before.runs) walk.points.push_back({back->place, before});
  }
  return true;
}

}  // namespace gradfield
