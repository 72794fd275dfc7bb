#include "analysis/streams/stream_walk.hpp"

#include <algorithm>
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
  flow.direction = {-flow.direction[0], -flow.direction[1]};
  flow.f = -flow.f;
  return flow;
}

double dot(const PagePoint& a, const PagePoint& b) { return a[0] * b[0] + a[1] * b[1]; }

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
  StreamPoint at(const PagePoint& place) { return {place, seen(flow_.at(place), sense_)}; }

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
      const double t = last_of(here_, *there, kPart, [&](const PagePoint& place) { return flow_.contains(place); });
      if (t * tried < precision_.least_step) return on_border(place_between(here_, *there, t + kPart));
      step_ = std::min(t * tried + precision_.least_step / 4, tried / 2 + t * tried / 2);
    }
    return across_kink();
  }

 private:
  using Stepper = odeint::runge_kutta_dopri5<PagePoint>;
  using Checker = odeint::default_error_checker<double, Stepper::algebra_type, Stepper::operations_type>;

  // One try of `step_`, which is made shorter where that fails.
  std::optional<StreamPoint> try_step() {
    bool runs = true;
    StreamPoint there = here_;
    const auto system = [&](const PagePoint& place, PagePoint& direction, double) {
      if (runs) there.flow = seen(flow_.at(place), sense_);
      runs = runs && there.flow.runs;
      direction = runs ? there.flow.direction : here_.flow.direction;
    };
    const double tried = step_;
    double arc = 0;
    PagePoint direction;
    const bool precise = stepper_.try_step(system, here_.place, here_.flow.direction, arc, there.place, direction,
                                           step_) == odeint::success;
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

  StreamPoint leap(const StreamPoint& from) {
    const double length = 2 * precision_.least_step;
    return at({from.place[0] + length * from.flow.direction[0], from.place[1] + length * from.flow.direction[1]});
  }

  static bool leads_on(const StreamPoint& from, const StreamPoint& to, double least_cosine) {
    return to.flow.runs && !falls(from.flow, to.flow) && dot(from.flow.direction, to.flow.direction) > least_cosine;
  }

  double excess(const PagePoint& place) const {
    return std::max(std::fabs(place[0]) - flow_.half()[0], std::fabs(place[1]) - flow_.half()[1]);
  }

  std::optional<StreamPoint> on_border(PagePoint place) {
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

}  // namespace

// The chord is as good as the arc for the length of the handles, since no step turns far. Upstream of both the handles
// point the other way, hence their sign.
PagePoint place_between(const StreamPoint& from, const StreamPoint& to, double t) {
  const PagePoint chord{to.place[0] - from.place[0], to.place[1] - from.place[1]};
  const double handle = std::copysign(page_length(chord) / 3, dot(chord, from.flow.direction));
  const double s = 1 - t;
  PagePoint place;
  for (std::size_t k = 0; k < 2; ++k) {
    place[k] = s * s * (s + 3 * t) * from.place[k] + t * t * (t + 3 * s) * to.place[k] +
               3 * s * t * handle * (s * from.flow.direction[k] - t * to.flow.direction[k]);
  }
  return place;
}

PagePoint last_free_place(const StreamPoint& from, const StreamPoint& to, const IsFree& is_free) {
  const double t =
      last_of(from, to, 1.0 / 64, [&](const PagePoint& place) { return is_free(place, from.flow.direction); });
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
  return walk;
}

}  // namespace gradfield
