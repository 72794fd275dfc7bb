#include "analysis/descent/line_search.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradfield {
namespace {

// A step less than 2^-60 of the direction changes no coordinate that is not next to 0.
constexpr int kMostHalvings = 60;

// Trials of Wolfe's search: twenty doublings lead out of any box, forty halvings to the rounding.
constexpr int kMostDoublings = 20, kMostZooms = 40;

double product(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
  return sum;
}

// f on the way: at t times the direction.
struct Trial {
  double t = 0, f = 0, slope = 0;  // the slope is df/dt
  bool falls_enough = false;
};

class Line {
 public:
  Line(const PathPlace& place, std::span<const double> direction) : place_(place), direction_(direction) {
    there_.resize(direction.size());
  }

  Trial at(double t) {
    for (std::size_t k = 0; k < there_.size(); ++k) there_[k] = place_.point[k] + t * direction_[k];
    const PointValue value = place_.look(there_);
    // By the way that is really gone: the point may have been moved.
    double promised = 0;
    for (std::size_t k = 0; k < there_.size(); ++k) promised += place_.value.slopes[k] * (there_[k] - place_.point[k]);
    // Where rounding hides the fall, by what is left of the slope.
    const double f = place_.value.f;
    const bool is_lower = value.f < f || (value.f == f && product(value.slopes, value.slopes) <
                                                              product(place_.value.slopes, place_.value.slopes));
    return {t, value.f, product(value.slopes, direction_),
            promised < 0 && is_finite(value) && is_lower && value.f <= f + kArmijo * promised};
  }

  void take(const Trial& trial, std::span<double> step) {
    std::ranges::fill(step, 0);
    if (!trial.falls_enough) return;
    at(trial.t);
    for (std::size_t k = 0; k < step.size(); ++k) step[k] = there_[k] - place_.point[k];
  }

 private:
  const PathPlace& place_;
  std::span<const double> direction_;
  std::vector<double> there_;
};

}  // namespace

void backtrack(const PathPlace& place, std::span<const double> direction, std::span<double> step) {
  Line line(place, direction);
  Trial trial = line.at(1);
  for (int k = 0; k < kMostHalvings && !trial.falls_enough; ++k) trial = line.at(trial.t / 2);
  line.take(trial, step);
}

void search_by_wolfe(const PathPlace& place, std::span<const double> direction, std::span<double> step) {
  Line line(place, direction);
  const double slope = product(place.value.slopes, direction);
  Trial low{0, place.value.f, slope, false}, best = low;
  const auto is_flat_enough = [&](const Trial& trial) { return std::fabs(trial.slope) <= -kWolfe * slope; };
  // Between `low`, which falls enough and has the least f so far, and `high` lies such a step.
  const auto zoom = [&](Trial high) {
    for (int k = 0; k < kMostZooms; ++k) {
      const Trial trial = line.at((low.t + high.t) / 2);
      if (!trial.falls_enough || trial.f >= low.f) {
        high = trial;
        continue;
      }
      if (is_flat_enough(trial)) return trial;
      if (trial.slope * (high.t - low.t) >= 0) high = low;
      low = trial;
    }
    return low;
  };
  Trial trial = line.at(1);
  for (int k = 0; k < kMostDoublings; ++k) {
    if (!trial.falls_enough || (k > 0 && trial.f >= low.f)) {
      best = zoom(trial);
      break;
    }
    best = trial;
    if (is_flat_enough(trial)) break;
    if (trial.slope >= 0) {
      const Trial before = std::exchange(low, trial);
      best = zoom(before);
      break;
    }
    low = trial;
    trial = line.at(2 * trial.t);
  }
  line.take(best, step);
}

}  // namespace gradfield
