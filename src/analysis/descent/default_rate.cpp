#include "analysis/descent/default_rate.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "analysis/descent/eigenvalues.hpp"

namespace gradfield {
namespace {

// The first rate to try in units of 1/curvature: below 1 a path does not jump over the valley, below 2 it converges.
constexpr double kPartOfInverseCurvature = 0.4;

// The longest first step, in widths of the box: what lies beyond, the curvature at the start does not know.
constexpr double kLongestFirstStep = 0.25;

// The first step where the curvature tells nothing: on a plane twenty of them cross the box.
constexpr double kFirstStepWithoutCurvature = 0.05;

// Armijo's condition, of the fall that the slope promises. Along a parabola it bounds the rate by 1.5/curvature, so
// that a path does not go on jumping from one side of a valley to the other, as it does near 2.
constexpr double kSufficientFall = 0.25;

// How far f may rise above its lowest value where there are kinks, in units of how far it has fallen.
constexpr double kKinkedRise = 0.1;

// Rises that are none, in units of f at the start: a thousand roundings, as f may be a small difference of large terms.
constexpr double kRoundingRise = 1e-13;

double rounding_of(const DescentPath& path) {
  return kRoundingRise * std::max(std::fabs(path.f[0]), std::fabs(path.f.back()));
}

// Whether the first step leads out of where a path may go: a shorter one may lead further.
bool is_over_at_once(const DescentPath& path) {
  if (path.end == DescentEnd::kConditionFails) return path.steps() == 0;
  return path.steps() == 1 && (path.end == DescentEnd::kLeftBox || path.end == DescentEnd::kNotDefined);
}

bool falls_by_armijo(const DescentPath& path) {
  if (path.end == DescentEnd::kDiverged || path.end == DescentEnd::kOscillates || is_over_at_once(path)) return false;
  if (path.steps() == 0 || path.end == DescentEnd::kConditionFails || path.end == DescentEnd::kStalled) return true;
  const std::size_t last = path.steps(), before = last - 1;
  const double promised = path.rate * path.norms[before] * path.norms[before];
  // Not the other way round: f may be nan outside the box.
  return !(path.f[last] > path.f[before] - kSufficientFall * promised + rounding_of(path));
}

double two_digits(double value) {
  char text[16];
  const auto [end, fault] = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 1);
  std::from_chars(text, end, value);
  return value;
}

// How far a step of rate 1 leads, as a part of the box: in the variable in which that is most.
double part_of_box(std::span<const double> slopes, const Box& box) {
  double part = 0;
  for (std::size_t k = 0; k < slopes.size(); ++k) {
    const double half_width = box[k].high / 2 - box[k].low / 2;  // the width may be more than the largest double
    if (half_width > 0) part = std::max(part, std::fabs(slopes[k]) / half_width / 2);
  }
  return part;
}

double first_rate(Objective& objective, std::span<const double> start, const Box& box,
                  double part_of_inverse_curvature) {
  const double part = part_of_box(objective.at(start).slopes, box);
  double rate = part_of_inverse_curvature / spectral_radius(objective.hessian(start), start.size());
  if (!(rate > 0 && std::isfinite(rate))) rate = kFirstStepWithoutCurvature / part;
  if (rate * part > kLongestFirstStep) rate = kLongestFirstStep / part;
  return rate > 0 && std::isfinite(rate) ? two_digits(rate) : 1;  // nothing moves: any rate is as good
}

}  // namespace

double rate_by_curvature(Objective& objective, std::span<const double> start, const Box& box) {
  return first_rate(objective, start, box, kPartOfInverseCurvature);
}

double rate_to_be_searched(Objective& objective, std::span<const double> start, const Box& box) {
  return first_rate(objective, start, box, 1);
}

double rate_of_one(Objective&, std::span<const double>, const Box&) { return 1; }

template <int kParts>
double rate_by_box(Objective&, std::span<const double>, const Box& box) {
  double narrowest = std::numeric_limits<double>::infinity();
  for (const Bounds& range : box) {
    if (range.low < range.high) narrowest = std::min(narrowest, range.high / kParts - range.low / kParts);
  }
  return std::isfinite(narrowest) ? two_digits(narrowest) : 1;  // nothing moves
}
template double rate_by_box<20>(Objective&, std::span<const double>, const Box&);
template double rate_by_box<100>(Objective&, std::span<const double>, const Box&);
template double rate_by_box<1000>(Objective&, std::span<const double>, const Box&);

DescentJudge falls_enough() { return falls_by_armijo; }

DescentJudge rises_little() {
  return [lowest = std::numeric_limits<double>::infinity()](const DescentPath& path) mutable {
    if (path.end == DescentEnd::kDiverged) return false;
    if (path.steps() == 0) return true;
    lowest = std::min(lowest, path.f[path.steps() - 1]);
    return !(path.f.back() > lowest + kKinkedRise * (path.f[0] - lowest) + rounding_of(path));
  };
}

DescentJudge stays_below_start() {
  return [](const DescentPath& path) {
    return path.end != DescentEnd::kDiverged && !is_over_at_once(path) &&
           !(path.f.back() > path.f[0] + rounding_of(path));
  };
}

DescentJudge stays_low_in_box() {
  return [is_low = stays_below_start()](const DescentPath& path) {
    return path.end != DescentEnd::kLeftBox && is_low(path);
  };
}

namespace {

// Whether f is, in the last tenth of the steps, above its lowest by no more than a tenth of how far it has fallen: else
// the steps have used the path up without coming nearer.
bool is_calm(const DescentPath& path) {
  if (path.end != DescentEnd::kIterations) return true;
  const auto tail = static_cast<std::ptrdiff_t>(path.steps() / 10);
  const double highest = *std::max_element(path.f.end() - 1 - tail, path.f.end()), lowest = std::ranges::min(path.f);
  return !(highest > lowest + kKinkedRise * (path.f[0] - lowest) + rounding_of(path));
}

}  // namespace

RateSearch::RateSearch(const RateRule& rule, std::optional<double> given, Objective& objective,
                       std::span<const double> start, const Box& box)
    : rule_(rule), first_(given ? *given : rule.first(objective, start, box)), rate_(first_) {
  begin(given ? rule.judges.size() : 0);
}

void RateSearch::begin(std::size_t stage) {
  stage_ = stage;
  halvings_ = 0;
  judge_ = stage < rule_.judges.size() ? rule_.judges[stage].make() : DescentJudge();
}

bool RateSearch::takes(const DescentPath* path) {
  if (!judge_) return true;
  const RateJudge& row = rule_.judges[stage_];
  if (path != nullptr && row.wants_calm && !is_calm(*path)) path = nullptr;
  const bool has_next = stage_ + 1 < rule_.judges.size();
  // Beyond a few halvings a path that goes on to its last step has become too slow to tell a kink from a long way.
  if (path != nullptr && !(has_next && path->end == DescentEnd::kIterations && halvings_ > kFewHalvings)) return true;
  if (path == nullptr && halvings_ < row.halvings) {
    ++halvings_;
    rate_ = two_digits(rate_ / 2);
    judge_ = row.make();
    return false;
  }
  rate_ = has_next ? first_ : two_digits(rate_ / 2);
  begin(stage_ + 1);
  return false;
}

}  // namespace gradfield
