#include "analysis/descent/walk.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "analysis/descent/eigenvalues.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// The gradient has gone where it is so much smaller than the largest on the path, and the step so small a part of the
// box: a million more of them would not be seen, and beside a minimum f is above it by the square of the first number,
// less than doubles show.
constexpr double kConvergedNorm = 1e-8;
constexpr double kConvergedStep = 1e-12;

// Two points of this distance, in widths of the box, are one place.
constexpr double kSamePlace = 1e-9;

// Curvatures of that part of the largest may be none: what is left of a slope there says as much.
constexpr double kPlain = 1e-7;

// The places, up to the last, in which the largest curvature is looked for where a path overshoots.
constexpr std::size_t kLastPlaces = 16;

bool is_outside(std::span<const double> point, const Box& box) {
  for (std::size_t k = 0; k < point.size(); ++k) {
    if (!(point[k] >= box[k].low && point[k] <= box[k].high)) return true;
  }
  return false;
}

// The width may be more than the largest double.
double half_width(const Bounds& range) { return range.high / 2 - range.low / 2; }

// The place of x where the range and its mirror image follow each other for ever.
double mirrored(double x, const Bounds& range) {
  const double width = 2 * half_width(range);
  if (!(width > 0) || !std::isfinite(width) || !std::isfinite(x)) return std::clamp(x, range.low, range.high);
  const double gone = std::fabs(std::remainder(x - range.low, 2 * width));
  return std::clamp(range.low + gone, range.low, range.high);
}

class Walk {
 public:
  Walk(std::span<const double> start, const DescentSetup& setup, double rate)
      : setup_(setup),
        parameters_(parameters_of(*setup.optimizer, setup.parameters)),
        at_(start.begin(), start.end()),
        before_(at_),
        step_(at_.size()),
        pinned_(at_.size()),
        state_(setup.optimizer->start(at_.size())) {
    path_.rate = rate;
    path_.optimizer = setup.optimizer;
    path_.coordinates.resize(at_.size());
  }

  /// The point whose value it waits for.
  std::span<const double> awaited() const { return at_; }

  /// Goes on with that value. Returns whether it waits for the next; else it has ended, or the judge gave it up.
  bool see(Objective& objective, const PointValue& value, const DescentJudge& judge) {
    const bool is_start = path_.f.empty();
    arrive(value);
    if (!is_start && !pleases(judge)) return false;
    if (has_ended_ || !goes_on(objective)) return false;
    if (depart()) return true;
    pleases(judge);
    return false;
  }

  bool is_given_up() const { return is_given_up_; }
  const DescentPath& path() const { return path_; }

  /// The path, with what it has come to.
  DescentPath take_path(Objective& objective) {
    path_.ending = ending(objective);
    return std::move(path_);
  }

 private:
  void end(DescentEnd why) {
    path_.end = why;
    has_ended_ = true;
  }

  bool pleases(const DescentJudge& judge) {
    is_given_up_ = judge && !judge(path_);
    return !is_given_up_;
  }

  void arrive(const PointValue& value) {
    const bool is_start = path_.f.empty();
    slopes_.assign(value.slopes.begin(), value.slopes.end());
    const bool is_defined = is_finite(value);
    for (std::size_t k = 0; k < at_.size(); ++k) {
      pinned_[k] = setup_.box_rule == BoxRule::kProject && ((at_[k] <= setup_.box[k].low && slopes_[k] > 0) ||
                                                            (at_[k] >= setup_.box[k].high && slopes_[k] < 0));
      if (pinned_[k]) slopes_[k] = 0;
      path_.coordinates[k].push_back(at_[k]);
    }
    path_.f.push_back(value.f);
    path_.norms.push_back(length(slopes_.size(), [&](std::size_t k) { return slopes_[k]; }));
    largest_norm_ = std::max(largest_norm_, path_.norms.back());
    if (is_start) {
      if (!is_defined) end(DescentEnd::kNotDefined);
    } else if (is_outside(at_, setup_.box)) {
      end(is_uphill() ? DescentEnd::kDiverged : DescentEnd::kLeftBox);
    } else if (!is_defined) {
      end(is_uphill() ? DescentEnd::kDiverged : DescentEnd::kNotDefined);
    } else if (has_been_here()) {
      end(is_near(before_) ? DescentEnd::kStalled : DescentEnd::kOscillates);
    }
  }

  bool goes_on(Objective& objective) {
    setup_.optimizer->step(place(objective), state_, step_);
    if (has_converged()) end(DescentEnd::kConverged);
    return !has_ended_ && path_.steps() < setup_.iterations;
  }

  PathPlace place(Objective& objective) {
    return {at_,
            {path_.f.back(), slopes_},
            path_.steps(),
            path_.rate,
            parameters_,
            [&](std::span<double> point) {
              confine(point, setup_.box, setup_.box_rule);
              return objective.at(point);
            },
            [&] { return free_hessian(objective); }};
  }

  // Takes the step. Returns whether there is a point to look at.
  bool depart() {
    std::swap(before_, at_);
    for (std::size_t k = 0; k < at_.size(); ++k) at_[k] = before_[k] + step_[k];
    turn_velocities();
    confine(at_, setup_.box, setup_.box_rule);
    if (at_ == before_) {
      end(DescentEnd::kStalled);
    } else if (setup_.keeps && !is_outside(at_, setup_.box) && !setup_.keeps(at_)) {
      end(DescentEnd::kConditionFails);
    }
    if (has_ended_) at_ = before_;
    return !has_ended_;
  }

  // Of an odd number of reflections.
  void turn_velocities() {
    if (setup_.box_rule != BoxRule::kReflect) return;
    for (std::size_t k = 0; k < at_.size(); ++k) {
      const double width = 2 * half_width(setup_.box[k]);
      const double times = width > 0 ? std::floor((at_[k] - setup_.box[k].low) / width) : 0;
      if (std::fmod(times, 2) == 0) continue;
      for (std::size_t array = 0; array < setup_.optimizer->velocities; ++array) state_[array][k] *= -1;
    }
  }

  bool has_converged() const {
    if (setup_.until) return path_.norms.back() <= *setup_.until;
    if (path_.norms.back() > kConvergedNorm * largest_norm_) return false;
    for (std::size_t k = 0; k < step_.size(); ++k) {
      if (!pinned_[k] && std::fabs(step_[k]) / 2 > kConvergedStep * half_width(setup_.box[k])) return false;
    }
    return true;
  }

  // f is above that of the start; or it is not known, and was above it before, or the coordinates overflow.
  bool is_uphill() const {
    const double f = path_.f.back(), f_before = path_.f[path_.steps() - 1];
    return f > path_.f[0] || (!std::isfinite(f) && f_before > path_.f[0]) ||
           !std::ranges::all_of(at_, [](double x) { return std::isfinite(x); });
  }

  // Whether all to come is known; not where the optimiser remembers more than the place.
  bool has_been_here() const {
    const std::size_t steps = path_.steps();
    return steps >= 2 && state_.empty() && std::ranges::all_of(path_.coordinates, [&](const std::vector<double>& x) {
             return x[steps] == x[steps - 2];
           });
  }

  bool is_near(std::span<const double> point) const {
    for (std::size_t k = 0; k < at_.size(); ++k) {
      if (std::fabs(at_[k] - point[k]) / 2 > kSamePlace * half_width(setup_.box[k])) return false;
    }
    return true;
  }

  // An optimiser that remembers more may end up so too, if not to the last digit.
  bool swings() const {
    return !state_.empty() && path_.steps() >= 2 && !is_near(path_.point(path_.steps() - 1)) &&
           is_near(path_.point(path_.steps() - 2));
  }

  // Without what is pinned: there nothing moves.
  std::vector<double> free_hessian(Objective& objective) const {
    std::vector<double> hessian = objective.hessian(at_);
    for (std::size_t i = 0, place = 0; i < at_.size(); ++i) {
      for (std::size_t j = i; j < at_.size(); ++j, ++place) {
        if (pinned_[i] || pinned_[j]) hessian[place] = 0;
      }
    }
    return hessian;
  }

  // Of the variables that move: there are eigenvalues of 0 for each of the others, which say nothing of f.
  std::vector<double> free_curvatures(Objective& objective) const {
    const std::vector<double> all = free_hessian(objective);
    const auto moves = [&](std::size_t k) { return !pinned_[k] && setup_.box[k].low < setup_.box[k].high; };
    std::vector<double> free;
    std::size_t size = 0;
    for (std::size_t i = 0, place = 0; i < at_.size(); ++i) {
      size += moves(i);
      for (std::size_t j = i; j < at_.size(); ++j, ++place) {
        if (moves(i) && moves(j)) free.push_back(all[place]);
      }
    }
    return eigensystem(free, size).values;
  }

  // Whether a path that could go no further, as beside a kink, is on a slope after all. A step of 1/curvature lowers f
  // by |g|^2/(2 curvature): that would be seen in f, or as a part of the box.
  bool falls_further(std::span<const double> curvatures) const {
    constexpr double kSeenInF = 1e-8, kSeenInBox = 1e-4;  // of f, and of how far it has fallen; rounding leaves 1e-16
    if (curvatures.empty()) return false;
    const double bend = std::max(std::fabs(curvatures.front()), std::fabs(curvatures.back()));
    if (!(bend > 0)) return false;
    const double f = path_.f.back(), norm = path_.norms.back(), step = norm / bend;
    double widest = 0;
    for (const Bounds& range : setup_.box) widest = std::max(widest, half_width(range));
    return step / 2 > kSeenInBox * widest ||
           norm * step / 2 > kSeenInF * std::max(std::fabs(f), std::fabs(path_.f[0] - f));
  }

  Outcome resting_place(std::span<const double> curvatures) const {
    if (curvatures.empty()) return Outcome::kMinimum;  // at a corner, and pressed into it
    const double least = curvatures.front(), largest = curvatures.back();
    if (std::isnan(least)) return Outcome::kKink;
    const double plain = kPlain * std::max(std::fabs(least), std::fabs(largest));
    if (least > plain) return Outcome::kMinimum;
    if (largest < -plain) return Outcome::kMaximum;
    return least < -plain && largest > plain ? Outcome::kSaddle : Outcome::kFlat;
  }

  // Two over the largest curvature, or what else the optimiser says, at the last places but one.
  double stable_rate(Objective& objective) {
    const std::vector<double> last = at_;
    const std::size_t steps = path_.steps(), first = steps - std::min(steps, kLastPlaces);
    double largest = 0;
    for (std::size_t step = first; step < steps; ++step) {
      at_ = path_.point(step);
      const std::vector<double> curvatures = free_curvatures(objective);
      if (!curvatures.empty() && std::isfinite(curvatures.back())) largest = std::max(largest, curvatures.back());
    }
    at_ = last;
    return largest > 0 ? setup_.optimizer->stable_rate(largest, parameters_) : std::nan("");
  }

  Ending ending(Objective& objective) {
    Ending ending;
    ending.outcome = path_.end == DescentEnd::kIterations && swings() ? Outcome::kToAndFro : outcome_of(path_);
    bool is_rest = row_of(ending.outcome).is_rest;
    if (is_rest || setup_.wants_curvatures) {
      const std::vector<double> curvatures = free_curvatures(objective);
      if (is_rest) ending.outcome = resting_place(curvatures);
      // Where no step was found, however steep the start was.
      if (is_rest && !setup_.until && falls_further(curvatures)) {
        ending.outcome = Outcome::kNotAtRest;
        path_.end = DescentEnd::kStalled;
      }
      if (!curvatures.empty()) {
        ending.least_curvature = curvatures.front();
        ending.largest_curvature = curvatures.back();
      }
    }
    is_rest = row_of(ending.outcome).is_rest;
    ending.is_on_border = is_rest && std::ranges::find(pinned_, true) != pinned_.end();
    const bool has_risen = path_.steps() > 0 && path_.f.back() > path_.f[path_.steps() - 1];
    const bool overshoots = ending.outcome == Outcome::kDiverges || ending.outcome == Outcome::kToAndFro ||
                            (ending.outcome == Outcome::kNotAtRest && has_risen);
    if (overshoots && setup_.optimizer->stable_rate != nullptr) ending.stable_rate = stable_rate(objective);
    return ending;
  }

  const DescentSetup& setup_;
  const ParameterValues parameters_;
  std::vector<double> at_, before_, slopes_, step_;  // the step is that to come
  std::vector<bool> pinned_;                         // to the border, where the gradient points out
  OptimizerState state_;
  bool has_ended_ = false, is_given_up_ = false;
  double largest_norm_ = 0;
  DescentPath path_;
};

// Walks until a rate is found that will do.
class Walker {
 public:
  Walker(Objective& objective, const Departure& departure)
      : departure_(departure),
        search_(departure.setup->optimizer->rates, departure.setup->rate, objective, departure.start,
                departure.setup->box) {
    begin();
  }

  bool is_on_its_way() const { return walk_ != nullptr; }
  std::span<const double> awaited() const { return walk_->awaited(); }
  DescentPath& path() { return path_; }

  void see(Objective& objective, const PointValue& value) {
    if (walk_->see(objective, value, search_.judge())) return;
    if (!search_.takes(walk_->is_given_up() ? nullptr : &walk_->path())) return begin();
    path_ = walk_->take_path(objective);
    walk_.reset();
  }

 private:
  void begin() { walk_ = std::make_unique<Walk>(departure_.start, *departure_.setup, search_.rate()); }

  Departure departure_;
  RateSearch search_;
  std::unique_ptr<Walk> walk_;
  DescentPath path_;
};

}  // namespace

void confine(std::span<double> point, const Box& box, BoxRule rule) {
  if (rule == BoxRule::kLeave) return;
  for (std::size_t k = 0; k < point.size(); ++k) {
    if (point[k] >= box[k].low && point[k] <= box[k].high) continue;
    point[k] = rule == BoxRule::kReflect ? mirrored(point[k], box[k]) : std::clamp(point[k], box[k].low, box[k].high);
  }
}

std::vector<DescentPath> descend_together(Objective& objective, std::span<const Departure> departures) {
  std::vector<Walker> walkers;
  walkers.reserve(departures.size());
  for (const Departure& departure : departures) walkers.emplace_back(objective, departure);
  std::vector<Walker*> on_their_way;
  for (Walker& walker : walkers) on_their_way.push_back(&walker);
  const std::size_t variables = departures.empty() ? 0 : departures[0].start.size();
  Tile tile(variables);
  std::vector<double> slopes(variables * kTileSize), values(kTileSize);
  while (!on_their_way.empty()) {
    for (std::size_t first = 0; first < on_their_way.size(); first += kTileSize) {
      const std::size_t count = std::min(kTileSize, on_their_way.size() - first);
      tile.resize(count);
      for (std::size_t k = 0; k < variables; ++k) {
        double* const coordinate = tile.mutable_coordinate(k);
        for (std::size_t i = 0; i < count; ++i) coordinate[i] = on_their_way[first + i]->awaited()[k];
      }
      objective.look(tile);
      // Taken down first: an optimiser may look elsewhere.
      for (std::size_t i = 0; i < count; ++i) {
        const PointValue value = objective.value(i);
        values[i] = value.f;
        std::ranges::copy(value.slopes, slopes.begin() + static_cast<std::ptrdiff_t>(i * variables));
      }
      for (std::size_t i = 0; i < count; ++i) {
        on_their_way[first + i]->see(objective, {values[i], {&slopes[i * variables], variables}});
      }
    }
    std::erase_if(on_their_way, [](const Walker* walker) { return !walker->is_on_its_way(); });
  }
  std::vector<DescentPath> paths;
  for (Walker& walker : walkers) paths.push_back(std::move(walker.path()));
  return paths;
}

DescentPath descend(Objective& objective, std::span<const double> start, const DescentSetup& setup) {
  const Departure departure{start, &setup};
  return std::move(descend_together(objective, {&departure, 1})[0]);
}

}  // namespace gradfield
