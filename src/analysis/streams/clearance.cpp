#include "analysis/streams/clearance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

constexpr std::size_t kNoEnd = std::numeric_limits<std::size_t>::max();

// How near lines may come, in spacings.
constexpr double kNearest = 0.6;

}  // namespace

std::size_t Occupancy::add_end(const StreamPoint& point, double sense) {
  ends_.push_back({point.place, sense * point.flow.direction});
  return ends_.size() - 1;
}

void Occupancy::add(const StreamCourse& course) {
  const std::vector<StreamPoint>& points = course.points;
  const std::size_t source = course.has_source ? add_end(points.front(), -1) : kNoEnd;
  const std::size_t sink = course.has_sink ? add_end(points.back(), 1) : kNoEnd;
  const double whole = length(points);
  double arc = 0, since = spacing_;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point &from = points[i].place, &to = points[i + 1].place;
    const double step = distance(from, to);
    // A tenth of the spacing: beside the middle of two spots half a spacing away the line is 1 % nearer than they.
    const auto parts = static_cast<std::size_t>(step / (spacing_ / 10)) + 1;
    for (std::size_t part = i == 0 ? 0 : 1; part <= parts; ++part) {
      const double t = static_cast<double>(part) / static_cast<double>(parts);
      since += step / static_cast<double>(parts);
      // Steps may be far shorter, in a narrow valley.
      if (since < spacing_ / 20 && (part < parts || i + 2 < points.size())) continue;
      since = 0;
      const double from_source = arc + t * step, from_sink = whole - from_source;
      const std::size_t end = std::min(from_source, from_sink) > spacing_ ? kNoEnd
                              : from_source < from_sink                   ? source
                                                                          : sink;
      spots_.put({between(from, to, t), end});
    }
    arc += step;
  }
}

bool Occupancy::has_beside(const Point& place, const Point& direction, double limit) const {
  const auto is_beside = [&](const Spot& spot) {
    if (spot.end == kNoEnd) return true;
    const End& end = ends_[spot.end];
    // 32 degrees: opposite sides, not neighbours around a peak.
    return dot(place - end.place, end.outward) <= 0 || std::fabs(dot(direction, end.outward)) < 0.85;
  };
  return spots_.find_within(place, limit, is_beside) != nullptr;
}

IsFree Clearance::free_for(SeedOrigin origin) const {
  return [this, origin](const Point& place, const Point& direction) { return is_clear(place, direction, origin); };
}

bool Clearance::is_welcome(const Point& seed, const Point& direction, SeedOrigin origin, double apart) const {
  if (origin == SeedOrigin::kSaddle) return true;
  const bool has_room = origin == SeedOrigin::kBeyondEnd ? !occupancy_.has_beside(seed, direction, kNearest * spacing_)
                                                         : !occupancy_.has_within(seed, apart);
  return has_room && std::ranges::none_of(skeleton_.nodes,
                                          [&](const Node& node) { return distance(seed, node.place) < node.radius; });
}

bool Clearance::is_clear(const Point& place, const Point& direction, SeedOrigin origin) const {
  double limit = kNearest * spacing_;
  for (const Node& node : skeleton_.nodes) {
    const Point way = place - node.place;
    if (std::fabs(way.x) > spacing_ || std::fabs(way.y) > spacing_) continue;
    const double away = length(way);
    if (away < node.radius) return false;
    // Lines that run into a node come together: an angle of 45 degrees between two of them is room enough, so that six
    // or seven reach it. Lines that run around it keep their distance.
    const bool runs_in = std::fabs(dot(way, direction)) > 0.8 * away;
    if (runs_in) limit = std::min(limit, 0.77 * away);
  }
  for (const Saddle& saddle : skeleton_.saddles) {
    const double away = distance(place, saddle.place);
    if (away < 0.8 * kSaddleRadius * spacing_) return false;
    if (origin == SeedOrigin::kSaddle && away < spacing_) return true;
  }
  return !occupancy_.has_beside(place, direction, limit);
}

}  // namespace gradfield
