#include "analysis/descent/walk.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/descent/optimizers.hpp"
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

bool is_outside(std::span<const double> point, const Box& box) {
  for (std::size_t k = 0; k < point.size(); ++k) {
    if (!(point[k] >= box[k].low && point[k] <= box[k].high)) return true;
  }
  return false;
}

// The width may be more than the largest double.
double half_width(const Bounds& range) { return range.high / 2 - range.low / 2; }

class Walk {
 public:
  Walk(Objective& objective, std::span<const double> start, const DescentSetup& setup, double rate)
      : objective_(objective),
        setup_(setup),
        at_(start.begin(), start.end()),
        before_(at_),
        step_(at_.size()),
        state_(setup.optimizer->start(at_.size())) {
    path_.rate = rate;
    path_.coordinates.resize(at_.size());
    add_point();
    if (!is_finite_) end(DescentEnd::kNotDefined);
  }

  const DescentPath& path() const { return path_; }
  DescentPath take_path() && { return std::move(path_); }

  bool goes_on() {
    if (has_ended_) return false;
    setup_.optimizer->step({at_, {path_.f.back(), slopes_}, path_.steps(), path_.rate, objective_}, state_, step_);
    if (has_converged()) end(DescentEnd::kConverged);
    return !has_ended_ && path_.steps() < setup_.iterations;
  }

  void step() {
    std::swap(before_, at_);
    for (std::size_t k = 0; k < at_.size(); ++k) at_[k] = before_[k] + step_[k];
    if (at_ == before_) return end(DescentEnd::kStalled);
    const bool leaves = is_outside(at_, setup_.box);
    if (!leaves && setup_.keeps && !setup_.keeps(at_)) return end(DescentEnd::kConditionFails);
    add_point();
    if (leaves) {
      end(is_uphill() ? DescentEnd::kDiverged : DescentEnd::kLeftBox);
    } else if (!is_finite_) {
      end(is_uphill() ? DescentEnd::kDiverged : DescentEnd::kNotDefined);
    } else if (has_been_here()) {
      end(is_same_place() ? DescentEnd::kStalled : DescentEnd::kOscillates);
    }
  }

 private:
  void end(DescentEnd why) {
    path_.end = why;
    has_ended_ = true;
  }

  void add_point() {
    const PointValue value = objective_.at(at_);
    slopes_.assign(value.slopes.begin(), value.slopes.end());
    is_finite_ = is_finite(value);
    for (std::size_t k = 0; k < at_.size(); ++k) path_.coordinates[k].push_back(at_[k]);
    path_.f.push_back(value.f);
    path_.norms.push_back(length(slopes_.size(), [&](std::size_t k) { return slopes_[k]; }));
    largest_norm_ = std::max(largest_norm_, path_.norms.back());
  }

  bool has_converged() const {
    if (path_.norms.back() > kConvergedNorm * largest_norm_) return false;
    for (std::size_t k = 0; k < step_.size(); ++k) {
      if (std::fabs(step_[k]) / 2 > kConvergedStep * half_width(setup_.box[k])) return false;
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

  bool is_same_place() const {
    for (std::size_t k = 0; k < at_.size(); ++k) {
      if (std::fabs(at_[k] - before_[k]) / 2 > kSamePlace * half_width(setup_.box[k])) return false;
    }
    return true;
  }

  Objective& objective_;
  const DescentSetup& setup_;
  std::vector<double> at_, before_, slopes_, step_;  // the step is that to come
  OptimizerState state_;
  bool is_finite_ = false, has_ended_ = false;
  double largest_norm_ = 0;
  DescentPath path_;
};

}  // namespace

DescentPath descend(Objective& objective, std::span<const double> start, const DescentSetup& setup) {
  if (setup.rate) return *walk_down(objective, start, setup, *setup.rate);
  return setup.optimizer->with_default_rate(objective, start, setup);
}

std::optional<DescentPath> walk_down(Objective& objective, std::span<const double> start, const DescentSetup& setup,
                                     double rate, const DescentJudge& is_good) {
  Walk walk(objective, start, setup, rate);
  while (walk.goes_on()) {
    walk.step();
    if (is_good && !is_good(walk.path())) return std::nullopt;
  }
  return std::move(walk).take_path();
}

}  // namespace gradfield
