#include "analysis/streams/stream_room.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

StreamRoom::StreamRoom(StreamFlow& flow, double spacing)
    : spacing_(spacing), skeleton_(find_skeleton(flow, spacing)), places_(flow.half(), spacing) {}

IsFree StreamRoom::free_for(StreamOrigin origin) const {
  return
      [this, origin](const PagePoint& place, const PagePoint& direction) { return is_clear(place, direction, origin); };
}

bool StreamRoom::is_welcome(const PagePoint& seed, const PagePoint& direction, StreamOrigin origin,
                            double distance) const {
  if (origin == StreamOrigin::saddle) return true;
  const bool has_room = origin == StreamOrigin::beyond_end ? !places_.has_beside(seed, direction, kNearest * spacing_)
                                                           : !places_.has_within(seed, distance);
  return has_room && std::none_of(skeleton_.nodes.begin(), skeleton_.nodes.end(),
                                  [&](const Node& node) { return page_distance(seed, node.place) < node.radius; });
}

bool StreamRoom::is_clear(const PagePoint& place, const PagePoint& direction, StreamOrigin origin) const {
  double limit = kNearest * spacing_;
  for (const Node& node : skeleton_.nodes) {
    const PagePoint way{place[0] - node.place[0], place[1] - node.place[1]};
    if (std::fabs(way[0]) > spacing_ || std::fabs(way[1]) > spacing_) continue;
    const double away = page_length(way);
    if (away < node.radius) return false;
    // Lines that run into a node come together: an angle of 45 degrees between two of them is room enough, so that six
    // or seven reach it. Lines that run around it keep their distance.
    const bool runs_in = std::fabs(way[0] * direction[0] + way[1] * direction[1]) > 0.8 * away;
    if (runs_in) limit = std::min(limit, 0.77 * away);
  }
  for (const Saddle& saddle : skeleton_.saddles) {
    const double away = page_distance(place, saddle.place);
    if (away < 0.8 * kSaddleRadius * spacing_) return false;
    if (origin == StreamOrigin::saddle && away < spacing_) return true;
  }
  return !places_.has_beside(place, direction, limit);
}

}  // namespace gradfield
