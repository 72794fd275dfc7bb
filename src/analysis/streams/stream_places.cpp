#include "analysis/streams/stream_places.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

constexpr std::size_t kNoEnd = std::numeric_limits<std::size_t>::max();

}  // namespace

double length(const std::vector<StreamPoint>& points) {
  double sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i) sum += page_distance(points[i - 1].place, points[i].place);
  return sum;
}

StreamPlaces::StreamPlaces(const PagePoint& half, double spacing) : spacing_(spacing), spots_(half, spacing / 2) {}

std::size_t StreamPlaces::add_end(const StreamPoint& point, double sense) {
  ends_.push_back({point.place, {sense * point.flow.direction[0], sense * point.flow.direction[1]}});
  return ends_.size() - 1;
}

void StreamPlaces::add(const PagePoint& place) { spots_.put({place, kNoEnd}); }

void StreamPlaces::add(const StreamCourse& course) {
  const std::vector<StreamPoint>& points = course.points;
  const std::size_t source = course.has_source ? add_end(points.front(), -1) : kNoEnd;
  const std::size_t sink = course.has_sink ? add_end(points.back(), 1) : kNoEnd;
  const double whole = length(points);
  double arc = 0, since = spacing_;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const PagePoint &from = points[i].place, &to = points[i + 1].place;
    const double step = page_distance(from, to);
    // A tenth of the spacing: beside the middle of two spots half a spacing away the line is 1 % nearer than they.
    const auto parts = static_cast<std::size_t>(step / (spacing_ / 10)) + 1;
    for (std::size_t part = i == 0 ? 0 : 1; part <= parts; ++part) {
      const double t = static_cast<double>(part) / static_cast<double>(parts);
      since += step / static_cast<double>(parts);
      // Steps may be far shorter, in a narrow valley.
      if (since < spacing_ / 20 && (part < parts || i + 2 < points.size())) continue;
      since = 0;
      const PagePoint place{from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])};
      const double from_source = arc + t * step, from_sink = whole - from_source;
      const std::size_t end = std::min(from_source, from_sink) > spacing_ ? kNoEnd
                              : from_source < from_sink                   ? source
                                                                          : sink;
      spots_.put({place, end});
    }
    arc += step;
  }
}

bool StreamPlaces::has_within(const PagePoint& place, double limit) const {
  return spots_.find_within(place, limit, [](const Spot&) { return true; }) != nullptr;
}

bool StreamPlaces::has_beside(const PagePoint& place, const PagePoint& direction, double limit) const {
  const auto is_beside = [&](const Spot& spot) {
    if (spot.end == kNoEnd) return true;
    const End& end = ends_[spot.end];
    const double beyond = (place[0] - end.place[0]) * end.outward[0] + (place[1] - end.place[1]) * end.outward[1];
    const double cosine = direction[0] * end.outward[0] + direction[1] * end.outward[1];
    return beyond <= 0 || std::fabs(cosine) < 0.85;  // 32 degrees: opposite sides, not neighbours around a peak
  };
  return spots_.find_within(place, limit, is_beside) != nullptr;
}

}  // namespace gradfield
