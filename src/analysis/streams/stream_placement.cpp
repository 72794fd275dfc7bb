#include "analysis/streams/stream_placement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

#include "analysis/streams/stream_drafts.hpp"
#include "analysis/streams/stream_ends.hpp"
#include "analysis/streams/stream_room.hpp"

namespace gradfield {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::infinity();

// In spacings. In a valley 2500 times as steep across as along, Rosenbrock's, an error across it turns the direction a
// thousandfold (per page point); three of these then turn it by a degree.
constexpr double kStepError = 3e-7;

// In spacings: the line of a seed that is so near to another line is taken to be that one, until that proves wrong.
// A quarter leaves holes of 0.9 spacings beside a cut; 0.15 walks a seventh more.
constexpr double kSameLine = 0.2;

// In spacings: how far before a pole or a jump a line ends. On both sides of it that is a gap that is seen as one.
constexpr double kBreakGap = 0.18;

class Placement {
 public:
  Placement(StreamFlow& flow, double spacing, std::size_t most_evaluations)
      : flow_(flow),
        spacing_(spacing),
        most_evaluations_(most_evaluations),
        precision_{spacing / 4, spacing / 10000, spacing * kStepError, 20000},
        drafts_(flow.half(), kSameLine * spacing),
        room_(flow, spacing) {}

  std::vector<StreamCourse> run() {
    // Beyond the reach of one saddle's lines among each other, so that none is drawn for that part alone.
    rules_ = {0, 1.5 * spacing_, 0, false};
    propose_saddles();
    choose();
    // Candidates lie at the spacing from their line; where it bends they are a little nearer to its other points.
    rules_ = {0.95 * spacing_, 2 * spacing_, 0.3 * spacing_, true};
    for (const StreamCourse& course : courses_) propose_around(course, length(course.points));
    propose_lattice(6 * spacing_);  // a few first: each of them is walked while there is nothing in its way
    choose();
    propose_lattice(2 * spacing_);
    choose();
    // What is left are holes: shorter lines will do, and as near to others as half of a hole of 1.5 spacings.
    rules_ = {0.75 * spacing_, 0.9 * spacing_, 0.2 * spacing_, false};
    propose_lattice(spacing_ / 8);
    choose();
    return std::move(courses_);
  }

 private:
  // What is asked of a draft.
  struct Rules {
    double distance;  // of the seed from other lines
    double length;
    double margin;  // of the seed from the border: a line along the border would only double it
    bool spreads;   // whether its neighbours become candidates
  };

  bool is_welcome(const PagePoint& seed, const PagePoint& direction, StreamOrigin origin) const {
    return room_.is_welcome(seed, direction, origin, rules_.distance);
  }

  void propose(const PagePoint& seed, double promise, StreamOrigin origin = StreamOrigin::free, double continued = 0) {
    for (std::size_t k = 0; k < 2; ++k) {
      const double margin = std::min(rules_.margin, flow_.half()[k] / 2);
      if (!(std::fabs(seed[k]) <= flow_.half()[k] - margin)) return;
    }
    if (origin == StreamOrigin::free && !is_welcome(seed, {}, origin)) return;
    const StreamPoint point{seed, flow_.at(seed)};
    if (point.flow.runs) queue_.push({promise, order_++, point, origin, continued});
  }

  void propose_saddles() {
    for (const Saddle& saddle : room_.saddles()) {
      for (const StreamPoint& way : saddle.ways) queue_.push({kUnknown, order_++, way, StreamOrigin::saddle});
    }
  }

  void propose_lattice(double pitch) {
    const double columns = std::ceil(2 * flow_.half()[0] / pitch), rows = std::ceil(2 * flow_.half()[1] / pitch);
    for (double j = 0.5; j < rows && flow_.evaluations() < most_evaluations_; ++j) {
      for (double i = 0.5; i < columns; ++i) {
        propose({(2 * i / columns - 1) * flow_.half()[0], (2 * j / rows - 1) * flow_.half()[1]}, kUnknown);
      }
    }
  }

  void propose_around(const StreamCourse& course, double whole) {
    const std::vector<StreamPoint>& points = course.points;
    if (course.has_source) propose_beyond(points.front(), -1, course.breaks_at_source, whole);
    if (course.has_sink) propose_beyond(points.back(), 1, course.breaks_at_sink, whole);
    double since = spacing_ / 2;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (i > 0) since += page_distance(points[i - 1].place, points[i].place);
      if (since < spacing_ && i + 1 < points.size()) continue;
      since = 0;
      const auto& [place, flow] = points[i];
      for (const double side : {-spacing_, spacing_}) {
        propose({place[0] - side * flow.direction[1], place[1] + side * flow.direction[0]}, whole);
      }
    }
  }

  // On the other side of a cut, a pole or a peak the line should lead on: after a gap as wide there as here, with a
  // little more for a seed that is just not too near.
  void propose_beyond(const StreamPoint& end, double sense, bool breaks, double whole) {
    const double step = sense * (breaks ? 2.05 * kBreakGap * spacing_ : 100 * precision_.least_step);
    propose({end.place[0] + step * end.flow.direction[0], end.place[1] + step * end.flow.direction[1]}, kUnknown,
            StreamOrigin::beyond_end, whole);
  }

  // Takes the seeds by the length of their lines. Lines only get shorter by those that come before them, so one that
  // still has its length, or more than what the next one promises, is the longest. A seed beside a line in hand waits
  // until that is chosen, and then mostly has no room any more, or loses its length: most seeds are never walked.
  void choose() {
    while (!queue_.empty() && flow_.evaluations() < most_evaluations_) {
      StreamSeed seed = queue_.top();
      queue_.pop();
      const bool is_walked = seed.draft != kNoDraft;
      StreamDraft draft;
      if (is_walked) draft = drafts_.take(std::exchange(seed.draft, kNoDraft));
      if (!is_welcome(seed.point.place, seed.point.flow.direction, seed.origin)) {
        release(draft);
        continue;
      }
      const IsFree free = room_.free_for(seed.origin);
      if (is_walked) {
        shorten(draft.up, free);
        shorten(draft.down, free);
      } else {
        if (seed.origin == StreamOrigin::free && drafts_.take_in(seed)) continue;
        draft.up = walk(seed.point, -1, free);
        draft.down = walk(seed.point, 1, free);
        if (is_in_gap(draft.up) || is_in_gap(draft.down)) continue;
      }
      const double whole = length(draft.up.points) + length(draft.down.points);
      if (apparent_length(draft, whole) < rules_.length) {
        release(draft);
        continue;
      }
      // What waited beside the part that is lost waits no more.
      if (whole + seed.continued < seed.promise - kSameLine * spacing_) release(draft);
      seed.promise = whole + seed.continued;
      if (!queue_.empty() && seed.promise < queue_.top().promise) {
        seed.draft = drafts_.put(std::move(draft));
        queue_.push(seed);
        continue;
      }
      keep(draft, seed.origin, whole);
      release(draft);
    }
    queue_ = {};
  }

  StreamWalk walk(const StreamPoint& seed, int sense, const IsFree& free) {
    StreamWalk walk = walk_stream(flow_, seed, sense, precision_, free);
    if (walk.is_complete) walk.breaks = cut_before_break(flow_, walk, sense, kBreakGap * spacing_, precision_);
    return walk;
  }

  // Whether the seed is nearer to a pole or a jump than a line may come.
  static bool is_in_gap(const StreamWalk& walk) { return walk.breaks && walk.points.size() == 1; }

  void release(StreamDraft& draft) {
    for (const StreamSeed& seed : draft.waiting) queue_.push(seed);
    draft.waiting.clear();
  }

  // A walk made earlier, up to where it is still free: the flow need not be followed again.
  void shorten(StreamWalk& walk, const IsFree& free) {
    std::vector<StreamPoint>& points = walk.points;
    const auto taken = std::find_if_not(points.begin() + 1, points.end(), [&](const StreamPoint& point) {
      return free(point.place, point.flow.direction);
    });
    if (taken == points.end()) return;
    const PagePoint last = last_free_place(*(taken - 1), *taken, free);
    *taken = {last, flow_.at(last)};
    points.erase(taken + (taken->flow.runs ? 1 : 0), points.end());
    walk.is_complete = walk.breaks = false;
  }

  void keep(const StreamDraft& draft, StreamOrigin origin, double whole) {
    StreamCourse course;
    course.points.assign(draft.up.points.rbegin(), draft.up.points.rend());
    course.points.insert(course.points.end(), draft.down.points.begin() + 1, draft.down.points.end());
    if (origin == StreamOrigin::saddle) join_saddle(course.points);
    course.has_source = draft.up.is_complete;
    course.has_sink = draft.down.is_complete;
    course.breaks_at_source = draft.up.breaks;
    course.breaks_at_sink = draft.down.breaks;
    room_.add(course);
    if (rules_.spreads) propose_around(course, whole);
    courses_.push_back(std::move(course));
  }

  // A line of a saddle ends on the circle around it, and there are more such lines than one: they meet in the saddle.
  void join_saddle(std::vector<StreamPoint>& points) const {
    const auto is_home = [&](const PagePoint& place) {
      return
          [&](const Saddle& saddle) { return page_distance(saddle.place, place) <= 1.01 * kSaddleRadius * spacing_; };
    };
    const std::vector<Saddle>& saddles = room_.saddles();
    const auto source = std::find_if(saddles.begin(), saddles.end(), is_home(points.front().place));
    if (source != saddles.end()) points.insert(points.begin(), at_rest(source->place, points.front()));
    const auto sink = std::find_if(saddles.begin(), saddles.end(), is_home(points.back().place));
    if (sink != saddles.end()) points.push_back(at_rest(sink->place, points.back()));
  }

  static StreamPoint at_rest(const PagePoint& saddle, StreamPoint next) {
    next.place = saddle;
    next.flow.norm = 0;
    return next;
  }

  // Length as it looks: what the border cuts off is seen to go on behind it.
  double apparent_length(const StreamDraft& draft, double whole) const {
    for (const StreamWalk* half : {&draft.up, &draft.down}) {
      const PagePoint& end = half->points.back().place;
      if (std::fabs(end[0]) == flow_.half()[0] || std::fabs(end[1]) == flow_.half()[1]) whole += 0.3 * spacing_;
    }
    return whole;
  }

  StreamFlow& flow_;
  double spacing_;
  std::size_t most_evaluations_;
  WalkPrecision precision_;
  StreamDrafts drafts_;
  StreamRoom room_;
  Rules rules_{};
  std::priority_queue<StreamSeed, std::vector<StreamSeed>, PromisesLess> queue_;
  std::size_t order_ = 0;
  std::vector<StreamCourse> courses_;
};

}  // namespace

std::vector<StreamCourse> place_streams(StreamFlow& flow, double spacing, std::size_t most_evaluations) {
  return Placement(flow, spacing, most_evaluations).run();
}

}  // namespace gradfield
