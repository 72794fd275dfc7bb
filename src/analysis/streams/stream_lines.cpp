// Chooses which lines are drawn, so that they are evenly spaced and long, and makes of them what is drawn.
#include "analysis/streams/stream_lines.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/streams/clearance.hpp"
#include "analysis/streams/flow.hpp"
#include "analysis/streams/heads.hpp"
#include "analysis/streams/seeds.hpp"
#include "analysis/streams/walk.hpp"

namespace gradfield {
namespace {

// How many points at the start of a line are a hook: a stub on the floor of a steep valley, at whose corner the line
// runs in from the side or out to it. Elsewhere the stub would be seen as a line of its own, with nothing at either
// end.
std::size_t hook_of(const std::vector<StreamPoint>& points, double spacing) {
  constexpr double kLongest = 1.2, kCorner = 0.15;  // in spacings: a stub, and the arc of its corner
  constexpr double kCosine = 0.5;                   // of 60 degrees
  std::size_t hook = 0, from = 0;
  std::vector<double> arcs{0};
  for (std::size_t i = 1; i < points.size(); ++i) {
    arcs.push_back(arcs.back() + distance(points[i - 1].place, points[i].place));
    if (arcs.back() > kLongest * spacing) break;
    while (arcs.back() - arcs[from] > kCorner * spacing) ++from;
    for (std::size_t k = from; k < i; ++k) {
      if (dot(points[k].flow.direction, points[i].flow.direction) < kCosine) hook = i;
    }
  }
  return hook;
}

// Cuts hooks off where the line ends beside another one: where it ends with the flow they belong to that place.
void cut_hooks(StreamCourse& course, double spacing) {
  std::vector<StreamPoint>& points = course.points;
  for (const bool has_end : {course.has_sink, course.has_source}) {
    std::ranges::reverse(points);
    const bool is_at_rest = points.front().flow.norm == 0;  // in a saddle
    if (has_end || is_at_rest) continue;
    points.erase(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(hook_of(points, spacing)));
  }
}

// The line of both walks from its seed.
StreamCourse joined(const StreamWalk& up, const StreamWalk& down) {
  StreamCourse course{{up.points.rbegin(), up.points.rend()}, up.is_complete, down.is_complete, up.breaks, down.breaks};
  course.points.insert(course.points.end(), down.points.begin() + 1, down.points.end());
  return course;
}

// The lines through these points of the data.
std::vector<StreamCourse> courses_through(StreamFlow& flow, const std::vector<Point>& points, double spacing) {
  const WalkPrecision precision = precision_for(spacing);
  const IsFree anywhere = [](const Point&, const Point&) { return true; };
  std::vector<StreamCourse> courses;
  for (const Point& data : points) {
    const Point place = flow.place(data);
    const StreamPoint seed{place, flow.at(place)};
    if (!seed.flow.runs) continue;
    courses.push_back(
        joined(walk_stream(flow, seed, -1, precision, anywhere), walk_stream(flow, seed, 1, precision, anywhere)));
    if (courses.back().points.size() < 2) courses.pop_back();
  }
  return courses;
}

class Placement {
 public:
  Placement(StreamFlow& flow, double spacing)
      : flow_(flow),
        spacing_(spacing),
        precision_(precision_for(spacing)),
        clearance_(flow, spacing),
        seeds_(flow, clearance_, spacing) {}

  std::vector<StreamCourse> run() {
    // Beyond the reach of one saddle's lines among each other, so that none is drawn for that part alone.
    seeds_.ask({});
    seeds_.propose_at_saddles();
    choose(1.5 * spacing_, false);
    // Seeds lie at the spacing from their line; where it bends they are a little nearer to its other points.
    seeds_.ask({0.95 * spacing_, 0.3 * spacing_});
    for (const StreamCourse& course : courses_) seeds_.propose_around(course, length(course.points));
    seeds_.propose_lattice(6 * spacing_);  // a few first: each of them is walked while there is nothing in its way
    choose(2 * spacing_, true);
    seeds_.propose_lattice(2 * spacing_);
    choose(2 * spacing_, true);
    // What is left are holes: shorter lines will do, and as near to others as half of a hole of 1.5 spacings.
    seeds_.ask({0.75 * spacing_, 0.2 * spacing_});
    seeds_.propose_lattice(spacing_ / 8);
    choose(0.9 * spacing_, false);
    return std::move(courses_);
  }

 private:
  // Takes the seeds by the length of their lines, down to `least_length`; where it `spreads`, what is beside a line
  // that was chosen is proposed next. Lines only get shorter by those that come before them, so one that still has its
  // length, or more than what the next one promises, is the longest. A seed beside a line in hand waits until that is
  // chosen, and then mostly has no room any more, or loses its length: most seeds are never walked.
  void choose(double least_length, bool spreads) {
    while (!seeds_.is_empty() && !flow_.is_spent()) {
      Seed seed = seeds_.take_best();
      const bool is_walked = seed.draft != kNoDraft;
      Draft draft = seeds_.take_draft(seed);
      if (!seeds_.is_welcome(seed)) {
        seeds_.release(draft);
        continue;
      }
      const IsFree free = clearance_.free_for(seed.origin);
      if (is_walked) {
        shorten(draft.up, free);
        shorten(draft.down, free);
      } else {
        if (seed.origin == SeedOrigin::kFree && seeds_.waits(seed)) continue;
        draft.up = walk_stream(flow_, seed.point, -1, precision_, free);
        draft.down = walk_stream(flow_, seed.point, 1, precision_, free);
        if (is_in_gap(draft.up) || is_in_gap(draft.down)) continue;
      }
      const double whole = length(draft.up.points) + length(draft.down.points);
      if (apparent_length(draft, whole) < least_length) {
        seeds_.release(draft);
        continue;
      }
      // What waited beside the part that is lost waits no more.
      if (whole + seed.continued < seed.promise - kSameLine * spacing_) seeds_.release(draft);
      seed.promise = whole + seed.continued;
      if (!seeds_.is_best(seed.promise)) {
        seeds_.put_back(seed, std::move(draft));
        continue;
      }
      StreamCourse course = course_of(draft, seed.origin);
      cut_hooks(course, spacing_);
      constexpr double kShortest = 0.5;  // in spacings
      if (length(course.points) >= kShortest * spacing_) {
        courses_.push_back(std::move(course));
        clearance_.add(courses_.back());
        if (spreads) seeds_.propose_around(courses_.back(), whole);
      }
      seeds_.release(draft);
    }
    seeds_.clear();
  }

  // Whether the seed is nearer to a pole or a jump than a line may come.
  static bool is_in_gap(const StreamWalk& walk) { return walk.breaks && walk.points.size() == 1; }

  // A walk made earlier, up to where it is still free: the flow need not be followed again.
  void shorten(StreamWalk& walk, const IsFree& free) {
    std::vector<StreamPoint>& points = walk.points;
    const auto taken = std::find_if_not(points.begin() + 1, points.end(), [&](const StreamPoint& point) {
      return free(point.place, point.flow.direction);
    });
    if (taken == points.end()) return;
    const Point last = last_free_place(*(taken - 1), *taken, free);
    *taken = {last, flow_.at(last)};
    points.erase(taken + (taken->flow.runs ? 1 : 0), points.end());
    walk.is_complete = walk.breaks = false;
  }

  StreamCourse course_of(const Draft& draft, SeedOrigin origin) const {
    StreamCourse course = joined(draft.up, draft.down);
    if (origin == SeedOrigin::kSaddle) join_saddles(course.points);
    return course;
  }

  // A line of a saddle ends on the circle around it, and there are more such lines than one: they meet in the saddle.
  void join_saddles(std::vector<StreamPoint>& points) const {
    const auto home_of = [&](const StreamPoint& end) {
      return std::ranges::find_if(clearance_.saddles(), [&](const Saddle& saddle) {
        return distance(saddle.place, end.place) <= 1.01 * kSaddleRadius * spacing_;
      });
    };
    const auto none = clearance_.saddles().end();
    const auto source = home_of(points.front()), sink = home_of(points.back());
    if (source != none) points.insert(points.begin(), at_rest(source->place, points.front()));
    if (sink != none) points.push_back(at_rest(sink->place, points.back()));
  }

  static StreamPoint at_rest(const Point& saddle, StreamPoint next) {
    next.place = saddle;
    next.flow.norm = 0;
    return next;
  }

  // Length as it looks: what the border cuts off is seen to go on behind it.
  double apparent_length(const Draft& draft, double whole) const {
    for (const StreamWalk* half : {&draft.up, &draft.down}) {
      const Point& end = half->points.back().place;
      if (std::fabs(end.x) == flow_.half().x || std::fabs(end.y) == flow_.half().y) whole += 0.3 * spacing_;
    }
    return whole;
  }

  StreamFlow& flow_;
  double spacing_;
  WalkPrecision precision_;
  Clearance clearance_;
  Seeds seeds_;
  std::vector<StreamCourse> courses_;
};

// Leaves out points that nobody sees: in a narrow valley the steps are far shorter than what is drawn.
std::vector<StreamPoint> thinned(const std::vector<StreamPoint>& points, double least_distance) {
  const auto are_apart = [&](const StreamPoint& a, const StreamPoint& b) {
    return distance(a.place, b.place) >= least_distance;
  };
  std::vector<StreamPoint> kept{points.front()};
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    if (are_apart(points[i], kept.back()) && are_apart(points[i], points.back())) kept.push_back(points[i]);
  }
  kept.push_back(points.back());
  return kept;
}

// Puts points between those that are far apart, as on a straight line, so that whoever draws can tell the length of the
// gradient along the way.
std::vector<StreamPoint> filled(const std::vector<StreamPoint>& points, StreamFlow& flow) {
  constexpr double kFar = 8;  // points of the page
  std::vector<StreamPoint> all{points.front()};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point &from = points[i - 1].place, &to = points[i].place;
    const double parts = std::ceil(distance(from, to) / kFar);
    for (double part = 1; part < parts; ++part) {
      const Point place = between(from, to, part / parts);
      const Flow there = flow.at(place);
      if (there.runs) all.push_back({place, there});
    }
    all.push_back(points[i]);
  }
  return all;
}

}  // namespace

std::vector<StreamLine> stream_lines(PointGradient& gradient, const StreamRegion& region,
                                     const StreamSettings& settings) {
  StreamFlow flow(gradient, region, settings);
  const std::vector<StreamCourse> courses = settings.from.empty()
                                                ? Placement(flow, settings.spacing).run()
                                                : courses_through(flow, settings.from, settings.spacing);
  const std::vector<std::vector<StreamPoint>> heads = place_heads(courses, flow.half(), settings.spacing);
  std::vector<StreamLine> lines(courses.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const StreamPoint& point : filled(thinned(courses[i].points, settings.spacing / 50), flow)) {
      lines[i].points.push_back(flow.data(point.place));
      lines[i].norms.push_back(point.flow.norm);
    }
    for (const StreamPoint& head : heads[i]) {
      lines[i].heads.push_back({flow.data(head.place), head.flow.direction, head.flow.norm});
    }
  }
  return lines;
}

}  // namespace gradfield
