// How much of each curve is to be seen. Only what goes to a pole is cut: where the samples reach far beyond the rest,
// a closer look tells a pole, which has no largest value, from a peak, which has one.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "analysis/curves/curve_samples.hpp"
#include "base/numbers/main_range.hpp"

namespace gradfield {

void CurveSamples::find_first_range(CurveIndex curve) {
  // Of the finite values, but not out to a pole.
  constexpr double kPole = 0.08;
  std::vector<double> values;
  for (const CurveSample& sample : samples_) values.push_back(sample.values[curve]);
  const MainRange range = main_range(values, kPole);
  ranges_[curve] = {range.low, range.high};
  widen_range(curve);
}

// Takes in what lies beyond the range, the farthest first, but flanks of poles.
void CurveSamples::widen_range(CurveIndex curve) {
  ValueRange& range = ranges_[curve];
  // As few as that are looked at closely.
  constexpr double kFar = 0.1;
  constexpr std::size_t kMostLooks = 64;
  constexpr double kFarthest = std::numeric_limits<double>::max() / 4;  // so wide, and a half more, is finite
  for (std::size_t looks = 0;; ++looks) {
    std::size_t farthest = samples_.size();
    double most = 0;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (samples_[i].beyond[curve] || !std::isfinite(samples_[i].values[curve])) continue;
      const double value = std::clamp(samples_[i].values[curve], -kFarthest, kFarthest);
      const double above = value - range.high, below = range.low - value;
      if (std::max(above, below) <= most) continue;
      most = std::max(above, below);
      farthest = i;
    }
    if (farthest == samples_.size()) return;
    const bool is_far = most > std::max(kFar * range.width(), rounding(curve));
    std::optional<double> pole;
    if (is_far && looks < kMostLooks) pole = find_pole(curve, farthest);
    if (is_far && looks >= kMostLooks && !poles_[curve].empty()) pole = samples_[farthest].x;
    if (pole) {
      mark_flanks(curve, farthest, *pole);
    } else {
      const double value = std::clamp(samples_[farthest].values[curve], -kFarthest, kFarthest);
      range.low = std::min(range.low, value);
      range.high = std::max(range.high, value);
    }
  }
}

// Climbs from sample `i` between its neighbours, up or down; from an end of the range also over what lies beyond it,
// half as far as the range is long.
std::optional<double> CurveSamples::find_pole(CurveIndex curve, std::size_t i) const {
  // At a peak the first half of the climb goes nearly all the way, at a pole the second half adds to it. A round halves
  // the distance: so much is kept about the highest place that waves that grow towards a pole lead there too.
  constexpr int kRounds = 24, kSteps = 16, kKept = kSteps / 4, kStepsBeyond = 64;
  constexpr double kStillGrows = 0.25, kReach = 0.5;
  // Where exp and the like overflow, and no pole of a page does.
  constexpr double kOverflow = 1e290;
  const double width = axis_.max - axis_.min, base = ranges_[curve].low / 2 + ranges_[curve].high / 2;
  const bool is_first = i == 0, is_last = i + 1 == samples_.size();
  double x = samples_[i].x, best = std::fabs(samples_[i].values[curve] - base);
  const double low_end = is_first ? x - kReach * width : samples_[i - 1].x;
  const double high_end = is_last ? x + kReach * width : samples_[i + 1].x;
  const double begin = best;
  double low = low_end, high = high_end, middle = best;
  for (int round = 0; round < kRounds; ++round) {
    const bool looks_beyond = round == 0 && (is_first || is_last);
    const int steps = looks_beyond ? kStepsBeyond : kSteps;
    std::vector<double> places;
    for (int k = 1; k < steps; ++k) places.push_back(low + (high - low) * k / steps);
    for (const CurveSample& sample : at(places)) {
      const double value = std::fabs(sample.values[curve] - base);
      if (!std::isfinite(value) || value <= best) continue;
      best = value;
      x = sample.x;
    }
    const double kept = kKept * (high - low) / steps;
    low = std::max(x - kept, low_end);
    high = std::min(x + kept, high_end);
    // It merely grows on.
    if (looks_beyond && ((is_first && low == low_end) || (is_last && high == high_end))) return std::nullopt;
    if (round + 1 == kRounds / 2) middle = best;
  }
  if ((is_first || is_last) && best > kOverflow) return std::nullopt;
  const bool grows = best - middle > kStillGrows * (middle - begin) && best - middle > seen(curve);
  return grows ? std::optional(x) : std::nullopt;
}

void CurveSamples::narrow_range(CurveIndex curve, double low, double high) {
  // Not where next to nothing of the curve would be left.
  constexpr double kLeast = 0.25;
  ValueRange& range = ranges_[curve];
  const double kept_low = std::max(range.low, low), kept_high = std::min(range.high, high);
  if (kept_high - kept_low < kLeast * (high - low)) return;
  range.low = kept_low;
  range.high = kept_high;
  const std::vector<double> poles = poles_[curve];
  for (const double pole : poles) {
    const auto next = std::ranges::lower_bound(samples_, pole, {}, &CurveSample::x);
    mark_flanks(curve, std::min(static_cast<std::size_t>(next - samples_.begin()), samples_.size() - 1), pole);
  }
  widen_range(curve);
}

// From a sample near a pole outwards, over waves too, as far as values lie beyond the range.
void CurveSamples::mark_flanks(CurveIndex curve, std::size_t from, double pole) {
  constexpr double kWave = 0.03;
  const ValueRange& range = ranges_[curve];
  const double reach = kWave * (axis_.max - axis_.min);
  const auto mark = [&](std::size_t i, double& last) {
    const double value = samples_[i].values[curve];
    if (std::fabs(samples_[i].x - last) > reach) return false;
    if (value < range.low || value > range.high) {
      samples_[i].beyond[curve] = true;
      last = samples_[i].x;
    }
    return true;
  };
  const double place = samples_[from].x;
  double last = place;
  for (std::size_t i = from; i < samples_.size() && mark(i, last);) ++i;
  last = place;
  for (std::size_t i = from + 1; i-- > 0 && mark(i, last);) continue;
  ranges_[curve].is_cut = true;
  const auto is_same = [&](double other) { return std::fabs(other - pole) < reach; };
  if (std::ranges::none_of(poles_[curve], is_same)) poles_[curve].push_back(pole);
}

}  // namespace gradfield
