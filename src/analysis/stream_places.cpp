#include "analysis/stream_places.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kNoEnd = std::numeric_limits<std::size_t>::max();

double distance(const PagePoint& a, const PagePoint& b) { return hypotenuse(a[0] - b[0], a[1] - b[1]); }

}  // namespace

double length(const std::vector<StreamPoint>& points) {
  double sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i) sum += distance(points[i - 1].place, points[i].place);
  return sum;
}

StreamPlaces::StreamPlaces(const PagePoint& half, double spacing) : half_(half), spacing_(spacing) {
  for (std::size_t k = 0; k < 2; ++k) counts_[k] = static_cast<std::size_t>(2 * half[k] / spacing) + 1;
  cells_.resize(counts_[0] * counts_[1]);
}

std::size_t StreamPlaces::cell(double place, std::size_t axis) const {
  const double cells = std::max(0.0, (place + half_[axis]) / spacing_);
  return std::min(static_cast<std::size_t>(cells), counts_[axis] - 1);
}

std::size_t StreamPlaces::add_end(const StreamPoint& point, double sense) {
  ends_.push_back({point.place, {sense * point.flow.direction[0], sense * point.flow.direction[1]}});
  return ends_.size() - 1;
}

void StreamPlaces::put(const Spot& spot) {
  cells_[cell(spot.place[1], 1) * counts_[0] + cell(spot.place[0], 0)].push_back(spot);
}

void StreamPlaces::add(const PagePoint& place) { put({place, kNoEnd}); }

void StreamPlaces::add(const StreamCourse& course) {
  const std::vector<StreamPoint>& points = course.points;
  const std::size_t source = course.has_source ? add_end(points.front(), -1) : kNoEnd;
  const std::size_t sink = course.has_sink ? add_end(points.back(), 1) : kNoEnd;
  const double whole = length(points);
  double arc = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const PagePoint &from = points[i].place, &to = points[i + 1].place;
    const double step = distance(from, to);
    // A tenth of the spacing: beside the middle of two spots half a spacing away the line is 1 % nearer than they.
    const auto parts = static_cast<std::size_t>(step / (spacing_ / 10)) + 1;
    for (std::size_t part = 0; part <= parts; ++part) {
      const double t = static_cast<double>(part) / static_cast<double>(parts);
      const PagePoint place{from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])};
      const double from_source = arc + t * step, from_sink = whole - from_source;
      const std::size_t end = std::min(from_source, from_sink) > spacing_ ? kNoEnd
                              : from_source < from_sink                   ? source
                                                                          : sink;
      put({place, end});
    }
    arc += step;
  }
}

template <typename Judge>
bool StreamPlaces::any_within(const PagePoint& place, double limit, Judge judge) const {
  const std::size_t i = cell(place[0], 0), j = cell(place[1], 1);
  for (std::size_t row = j - std::min<std::size_t>(j, 1); row <= std::min(j + 1, counts_[1] - 1); ++row) {
    for (std::size_t column = i - std::min<std::size_t>(i, 1); column <= std::min(i + 1, counts_[0] - 1); ++column) {
      for (const Spot& spot : cells_[row * counts_[0] + column]) {
        const double dx = spot.place[0] - place[0], dy = spot.place[1] - place[1];
        if (dx * dx + dy * dy < limit * limit && judge(spot)) return true;
      }
    }
  }
  return false;
}

bool StreamPlaces::has_within(const PagePoint& place, double limit) const {
  return any_within(place, limit, [](const Spot&) { return true; });
}

bool StreamPlaces::has_beside(const PagePoint& place, const PagePoint& direction, double limit) const {
  return any_within(place, limit, [&](const Spot& spot) {
    if (spot.end == kNoEnd) return true;
    const End& end = ends_[spot.end];
    const double beyond = (place[0] - end.place[0]) * end.outward[0] + (place[1] - end.place[1]) * end.outward[1];
    const double cosine = direction[0] * end.outward[0] + direction[1] * end.outward[1];
    return beyond <= 0 || std::fabs(cosine) < 0.85;  // 32 degrees: opposite sides, not neighbours around a peak
  });
}

}  // namespace gradfield
