#include "analysis/streams/walk.hpp"

#include <algorithm>
#include <array>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cmath>
#include <optional>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

namespace odeint = boost::numeric::odeint;

// The flow as somebody sees it who walks in one sense along it: `direction` is where he goes, and f rises before him.
Flow seen(Flow flow, int sense) {
  if (sense > 0) return flow;
  flow.direction = -flow.direction;
  flow.f = -flow.f;
  return flow;
}

// Whether f falls from one point to the next by more than rounding: 1e-12 of it, 4500 roundings, for the formula's own.
bool falls(const Flow& from, const Flow& to) {
  return to.f < from.f - 1e-12 * std::max(std::fabs(from.f), std::fabs(to.f));
}

// The largest t, to within `part`, up to which `holds` is true on that curve; it is at 0 and not at 1.
template <typename Condition>
double last_of(const StreamPoint& from, const StreamPoint& to, double part, Condition holds) {
  double low = 0, high = 1;
  while (high - low > part) {
    const double middle = (low + high) / 2;
    (holds(place_between(from, to, middle)) ? low : high) = middle;
  }
  return low;
}

// Odeint's own rule for the length of the next step, but without the C library's pow, whose last bits depend on the
// processor; and no step gets longer than the longest.
class Adjuster {
 public:
  explicit Adjuster(double longest) : longest_(longest) {}
  double decrease_step(double step, double error, int order) const {
    return step * std::max(0.9 * power(error, -1.0 / (order - 1)), 0.2);
  }
  double increase_step(double step, double error, int order) const {
    if (error >= 0.5) return step;
    const double factor = 0.9 * power(std::max(error, power(5, -order)), -1.0 / order);
    return std::min(longest_, step * factor);
  }
  bool check_step_size_limit(double step) const { return step <= longest_; }
  double get_max_dt() const { return longest_; }

 private:
  double longest_;
};

class Walker {
 public:
  Walker(StreamFlow& flow, int sense, const WalkPrecision& precision, const StreamPoint& seed)
      : flow_(flow),
        sense_(sense),
        precision_(precision),
        stepper_(Checker(precision.tolerance, 0), Adjuster(precision.longest_step)),
        here_{seed.place, seen(seed.flow, sense)},
        step_(precision.longest_step) {}

  const StreamPoint& here() const { return here_; }
  bool is_on_border() const { return is_on_border_; }
  StreamPoint at(const Point& place) { return {place, seen(flow_.at(place), sense_)}; }

  void go(const StreamPoint& there) {
    here_ = there;
    step_ = std::max(step_, precision_.least_step);
  }

  /// The next point, or none at the end of the line.
  std::optional<StreamPoint> next() {
    while (step_ >= precision_.least_step) {  // every failure shortens it
      const double tried = step_;
      const std::optional<StreamPoint> there = try_step();
      if (!there) continue;
      if (flow_.contains(there->place)) return there;
      // Beyond the border the flow is taken from the border, so such a step is good only inside. Where its curve
      // crosses the border is the length of the next try, until that ends within the least step of it.
      if (excess(there->place) <= precision_.least_step) return on_border(there->place);
      constexpr double kPart = 0x1p-20;
      const double t = last_of(here_, *there, kPart, [&](const Point& place) { return flow_.contains(place); });
      if (t * tried < precision_.least_step) return on_border(place_between(here_, *there, t + kPart));
      step_ = std::min(t * tried + precision_.least_step / 4, tried / 2 + t * tried / 2);
    }
    return across_kink();
  }

 private:
  using State = std::array<double, 2>;  // a place or a direction, as odeint knows them
  using Stepper = odeint::runge_kutta_dopri5<State>;
  using Checker = odeint::default_error_checker<double, Stepper::algebra_type, Stepper::operations_type>;

  static State state_of(const Point& point) { return {point.x, point.y}; }

  // One try of `step_`, which is made shorter where that fails.
  std::optional<StreamPoint> try_step() {
    bool runs = true;
    StreamPoint there = here_;
    const auto system = [&](const State& place, State& direction, double) {
      if (runs) there = at({place[0], place[1]});
      runs = runs && there.flow.runs;
      direction = state_of(runs ? there.flow.direction : here_.flow.direction);
    };
    const double tried = step_;
    double arc = 0;
    State place, direction;
    const bool precise = stepper_.try_step(system, state_of(here_.place), state_of(here_.flow.direction), arc, place,
                                           direction, step_) == odeint::success;
    there.place = {place[0], place[1]};
    if (precise && runs && leads_on(here_, there, kSharpestTurn)) return there;
    if (precise || !runs) step_ = tried / 2;
    return std::nullopt;
  }

  // No step however short succeeds: the flow jumps. A line goes on over a kink of f where the slope across the kink
  // keeps its sign; that shows when the step after it leads on too, not back. (Along the kink the slopes of both sides
  // are the same, so a line that crosses it turns by less than 90 degrees.)
  std::optional<StreamPoint> across_kink() {
    const StreamPoint beyond = leap(here_);
    if (!flow_.contains(beyond.place) || !leads_on(here_, beyond, 0)) return std::nullopt;
    const StreamPoint further = leap(beyond);
    return leads_on(beyond, further, 0.9) ? std::optional(beyond) : std::nullopt;
  }

  StreamPoint leap(const StreamPoint& from) { return at(from.place + 2 * precision_.least_step * from.flow.direction); }

  static bool leads_on(const StreamPoint& from, const StreamPoint& to, double least_cosine) {
    return to.flow.runs && !falls(from.flow, to.flow) && dot(from.flow.direction, to.flow.direction) > least_cosine;
  }

  double excess(const Point& place) const {
    return std::max(std::fabs(place[0]) - flow_.half()[0], std::fabs(place[1]) - flow_.half()[1]);
  }

  std::optional<StreamPoint> on_border(Point place) {
    for (std::size_t k = 0; k < 2; ++k) place[k] = std::clamp(place[k], -flow_.half()[k], flow_.half()[k]);
    const StreamPoint end = at(place);
    is_on_border_ = true;
    return end.flow.runs ? std::optional(end) : std::nullopt;
  }

  // A step that turns by more than 60 degrees hides a critical point or a kink, whatever its error looks like.
  static constexpr double kSharpestTurn = 0.5;

  StreamFlow& flow_;
  int sense_;
  WalkPrecision precision_;
  odeint::controlled_runge_kutta<Stepper, Checker, Adjuster> stepper_;
  StreamPoint here_;
  double step_;
  bool is_on_border_ = false;
};

// A place on the way back from the end of a walk, and the number of the point behind it.
struct WayBack {
  Point place;
  std::size_t next;
};

std::optional<WayBack> way_back(const std::vector<StreamPoint>& points, double way) {
  for (std::size_t i = points.size(); i-- > 1;) {
    const double step = distance(points[i].place, points[i - 1].place);
    if (step >= way) return WayBack{place_between(points[i - 1], points[i], 1 - way / step), i};
    way -= step;
  }
  return std::nullopt;
}

// Cuts a walk that is complete and ends at a pole of f or at a jump against its sense back by the gap, and returns
// whether it did.
bool cut_before_break(StreamFlow& flow, StreamWalk& walk, int sense, const WalkPrecision& precision) {
  const StreamPoint& end = walk.points.back();
  // A walk ends a few of the least steps before the break.
  const double leap = 10 * sense * precision.least_step;
  const Flow beyond = flow.at(end.place + leap * end.flow.direction);
  const std::optional<WayBack> back = way_back(walk.points, precision.break_gap);
  const Flow before = back ? flow.at(back->place) : walk.points.front().flow;
  const auto rise = [&](const Flow& from, const Flow& to) { return sense * (to.f - from.f); };
  // Beyond a kink or a peak f falls, but not at once below what it was a gap before.
  const bool jumps = beyond.runs && rise(before, beyond) < -1e-12 * std::fabs(before.f);  // 4500 roundings, of f's own
  // Towards a pole f rises ever faster: as much as a logarithm, by log(gap / least step) = 7 over the second half of
  // the gap and by log 2 = 0.7 over the first. To a kink the two are the same, to the edge of a square root 2.4 to 1.
  constexpr double kPole = 6;
  bool runs_off = false;
  if (const std::optional<WayBack> half =
          way_back(walk.points, std::min(precision.break_gap, length(walk.points)) / 2)) {
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

}  // namespace

WalkPrecision precision_for(double spacing) {
  // In spacings. In a valley 2500 times as steep across as along, Rosenbrock's, an error across it turns the direction
  // a thousandfold (per page point); three of these then turn it by a degree.
  constexpr double kStepError = 3e-7;
  return {spacing / 4, spacing / 10000, spacing * kStepError, 20000, kBreakGap * spacing};
}

double length(const std::vector<StreamPoint>& points) {
  double sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i) sum += distance(points[i - 1].place, points[i].place);
  return sum;
}

// The chord is as good as the arc for the length of the handles, since no step turns far. Upstream of both the handles
// point the other way, hence their sign.
Point place_between(const StreamPoint& from, const StreamPoint& to, double t) {
  const Point chord = to.place - from.place;
  const double handle = std::copysign(length(chord) / 3, dot(chord, from.flow.direction));
  const double s = 1 - t;
  Point place;
  for (std::size_t k = 0; k < 2; ++k) {
    place[k] = s * s * (s + 3 * t) * from.place[k] + t * t * (t + 3 * s) * to.place[k] +
               3 * s * t * handle * (s * from.flow.direction[k] - t * to.flow.direction[k]);
  }
  return place;
}

Point last_free_place(const StreamPoint& from, const StreamPoint& to, const IsFree& is_free) {
  const double t = last_of(from, to, 1.0 / 64, [&](const Point& place) { return is_free(place, from.flow.direction); });
  return place_between(from, to, t);
}

StreamWalk walk_stream(StreamFlow& flow, const StreamPoint& seed, int sense, const WalkPrecision& precision,
                       const IsFree& is_free) {
  Walker walker(flow, sense, precision, seed);
  StreamWalk walk{{seed}};
  while (walk.points.size() < precision.most_points && !walker.is_on_border()) {
    const std::optional<StreamPoint> there = walker.next();
    if (!there) {
      walk.is_complete = !walker.is_on_border();
      break;
    }
    if (!is_free(there->place, there->flow.direction)) {
      const StreamPoint last = walker.at(last_free_place(walker.here(), *there, is_free));
      if (last.flow.runs) walk.points.push_back({last.place, seen(last.flow, sense)});
      break;
    }
    walk.points.push_back({there->place, seen(there->flow, sense)});
    walker.go(*there);
  }
  if (walk.is_complete) walk.breaks = cut_before_break(flow, walk, sense, precision);
  return walk;
}

}  // namespace gradfield
