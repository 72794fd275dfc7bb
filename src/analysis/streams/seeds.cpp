#include "analysis/streams/seeds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace gradfield {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::infinity();

}  // namespace

void Seeds::propose(const Point& place, double promise, SeedOrigin origin, double continued) {
  for (std::size_t k = 0; k < 2; ++k) {
    const double margin = std::min(rules_.margin, flow_.half()[k] / 2);
    if (!(std::fabs(place[k]) <= flow_.half()[k] - margin)) return;
  }
  if (origin == SeedOrigin::kFree && !clearance_.is_welcome(place, {}, origin, rules_.apart)) return;
  const StreamPoint point{place, flow_.at(place)};
  if (point.flow.runs) queue_.push({promise, order_++, point, origin, continued});
}

void Seeds::propose_at_saddles() {
  for (const Saddle& saddle : clearance_.saddles()) {
    for (const StreamPoint& way : saddle.ways) queue_.push({kUnknown, order_++, way, SeedOrigin::kSaddle});
  }
}

void Seeds::propose_around(const StreamCourse& course, double whole) {
  const std::vector<StreamPoint>& points = course.points;
  if (course.has_source) propose_beyond(points.front(), -1, course.breaks_at_source, whole);
  if (course.has_sink) propose_beyond(points.back(), 1, course.breaks_at_sink, whole);
  double since = spacing_ / 2;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) since += distance(points[i - 1].place, points[i].place);
    if (since < spacing_ && i + 1 < points.size()) continue;
    since = 0;
    const Point across = turned_left(points[i].flow.direction);
    for (const double side : {-spacing_, spacing_}) propose(points[i].place + side * across, whole);
  }
}

// On the other side of a cut, a pole or a peak the line should lead on: after a gap as wide there as here, with a
// little more for a seed that is just not too near.
void Seeds::propose_beyond(const StreamPoint& end, double sense, bool breaks, double whole) {
  const double step = sense * (breaks ? 2.05 * kBreakGap * spacing_ : 100 * precision_for(spacing_).least_step);
  propose(end.place + step * end.flow.direction, kUnknown, SeedOrigin::kBeyondEnd, whole);
}

void Seeds::propose_lattice(double pitch) {
  const double columns = std::ceil(2 * flow_.half().x / pitch), rows = std::ceil(2 * flow_.half().y / pitch);
  for (double j = 0.5; j < rows && !flow_.is_spent(); ++j) {
    for (double i = 0.5; i < columns; ++i) {
      propose({(2 * i / columns - 1) * flow_.half().x, (2 * j / rows - 1) * flow_.half().y}, kUnknown);
    }
  }
}

bool Seeds::is_welcome(const Seed& seed) const {
  return clearance_.is_welcome(seed.point.place, seed.point.flow.direction, seed.origin, rules_.apart);
}

Seed Seeds::take_best() {
  Seed best = queue_.top();
  queue_.pop();
  return best;
}

template <typename Visit>
void Seeds::for_each_spot(const Draft& draft, Visit visit) const {
  for (const StreamWalk* half : {&draft.up, &draft.down}) {
    const Point* last = nullptr;
    for (const StreamPoint& point : half->points) {
      // Where steps are short a spot for each would be many in one square; with these the reach is known to a fifth.
      if (last != nullptr && distance(point.place, *last) < kSameLine * spacing_ / 2) continue;
      visit(point.place);
      last = &point.place;
    }
  }
}

Draft Seeds::take_draft(Seed& seed) {
  if (seed.draft == kNoDraft) return {};
  const std::size_t number = std::exchange(seed.draft, kNoDraft);
  Draft draft = std::exchange(drafts_[number], {});
  unused_.push_back(number);
  for_each_spot(draft, [&](const Point& place) {
    spots_.take_away(place, [&](const Spot& spot) { return spot.draft == number; });
  });
  return draft;
}

void Seeds::put_back(Seed seed, Draft draft) {
  if (unused_.empty()) {
    unused_.push_back(drafts_.size());
    drafts_.emplace_back();
  }
  seed.draft = unused_.back();
  unused_.pop_back();
  for_each_spot(draft, [&](const Point& place) { spots_.put({place, seed.draft}); });
  drafts_[seed.draft] = std::move(draft);
  queue_.push(seed);
}

bool Seeds::waits(const Seed& seed) {
  const Spot* spot = spots_.find_within(seed.point.place, kSameLine * spacing_);
  if (spot == nullptr) return false;
  drafts_[spot->draft].waiting.push_back(seed);
  return true;
}

void Seeds::release(Draft& draft) {
  for (const Seed& seed : draft.waiting) queue_.push(seed);
  draft.waiting.clear();
}

}  // namespace gradfield
