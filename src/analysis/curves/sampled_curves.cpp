#include "analysis/curves/sampled_curves.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/numbers/main_range.hpp"

namespace gradfield {
namespace {

// Two samples a pixel of a usual page.
constexpr std::size_t kSamples = 1201;

// The layout pads an axis by half the distance of its points: a thirtieth.
constexpr std::size_t kValueSteps = 16;

ValueRange both_of(const ValueRange& a, const ValueRange& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high), a.is_cut || b.is_cut};
}

// Both curves share an axis unless one of them would be flat on it.
bool share_an_axis(const ValueRange& f, const ValueRange& slope) {
  constexpr double kFlat = 10;
  const double both = std::max(f.high, slope.high) - std::min(f.low, slope.low);
  const auto is_well = [&](const ValueRange& range) {
    return is_constant(range.low, range.high) || both <= kFlat * range.width();
  };
  return is_well(f) && is_well(slope);
}

// Makes both ranges wider so that zero has the same place in them, where both have it and that costs little.
void align_zeros(ValueRange& a, ValueRange& b) {
  constexpr double kLittle = 1.4;
  constexpr int kPlaces = 1000;
  if (!(a.low < 0 && a.high > 0 && b.low < 0 && b.high > 0)) return;
  // How much wider a range is with zero at this share of it.
  const auto cost = [](const ValueRange& range, double share) {
    return std::max(-range.low / range.width() / share, range.high / range.width() / (1 - share));
  };
  double best = 0, least = INFINITY;
  for (int i = 1; i < kPlaces; ++i) {
    const double share = static_cast<double>(i) / kPlaces, both = std::max(cost(a, share), cost(b, share));
    if (both >= least) continue;
    best = share;
    least = both;
  }
  if (least > kLittle) return;
  for (ValueRange* range : {&a, &b}) {
    const double width = range->width() * cost(*range, best);
    *range = {-width * best, width * (1 - best), range->is_cut};
  }
}

// The pieces of a curve: it ends where it is not finite, at jumps and poles. Without points that no line needs.
// `seen`: the range of the axis.
Curve pieces_of(const CurveSamples& all, CurveIndex index, double sign, const ValueRange& seen, double least_step) {
  const std::vector<CurveSample>& samples = all.samples();
  // With what a page shows around it.
  const double low = seen.low - seen.width() / 2, high = seen.high + seen.width() / 2;
  Curve curve;
  bool is_joined = false;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double value = sign * samples[i].values[index];
    const bool was_joined = std::exchange(is_joined, false);
    if (!std::isfinite(value)) continue;
    const bool goes_on = i + 1 < samples.size() && std::isfinite(samples[i + 1].values[index]) && !all.jumps(index, i);
    is_joined = goes_on;
    if (was_joined && goes_on) {
      const double before = sign * samples[i - 1].values[index], after = sign * samples[i + 1].values[index];
      const Point last = curve.back().back();
      const bool is_above = std::min({before, value, after}) > high;
      const bool is_below = std::max({before, value, after}) < low;
      const bool is_near = samples[i + 1].x - last.x < least_step && std::fabs(value - last.y) <= all.seen(index);
      if (is_above || is_below || is_near) continue;
    }
    if (!was_joined) curve.emplace_back();
    curve.back().push_back({samples[i].x, value});
  }
  return curve;
}

bool is_missing(const CurveSample& sample, CurveIndex curve) {
  return !std::isfinite(sample.values[curve]) && (curve == kOfF || std::isfinite(sample.values[kOfF]));
}

void find_places(const std::vector<CurveSample>& samples, CurveIndex curve, MissingPoints& missing) {
  // Within it, of the whole range, a place is one: ends were followed closer than this.
  constexpr double kOnePlace = 1e-9;
  const double width = samples.back().x - samples.front().x;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!is_missing(samples[i], curve)) continue;
    std::size_t end = i;
    while (end + 1 < samples.size() && is_missing(samples[end + 1], curve)) ++end;
    if (samples[end].x - samples[i].x > kOnePlace * width) missing.is_part = true;
    missing.places.push_back(samples[i].x);
    i = end;
  }
}

}  // namespace

SampledCurves sample_curves(const FieldView& view, const CurveWish& wish) {
  const Axis& axis = view.grid().axes[0];
  SampledCurves curves;
  Axis fine = axis;
  if (axis.count > 1) fine.count = kSamples;
  CurveSamples samples(fine, view);
  curves.sampled = samples.samples().size();
  for (const CurveSample& sample : samples.samples()) {
    curves.missing.count += is_missing(sample, kOfF);
    curves.missing_slopes.count += is_missing(sample, kOfSlope);
  }
  // Where both go to a pole the slope goes there faster: it is seen as far as twice what is seen of f.
  const auto [first_f, first_slope] = samples.ranges();
  if (first_f.is_cut && first_slope.is_cut) {
    const double most = 2 * std::max(std::fabs(first_f.low), std::fabs(first_f.high));
    samples.narrow_range(kOfSlope, -most, most);
  }
  samples.refine();
  find_places(samples.samples(), kOfF, curves.missing);
  find_places(samples.samples(), kOfSlope, curves.missing_slopes);
  curves.turns = samples.turns_between();
  const auto range_of = [](const CurveSamples& of, CurveIndex curve) {
    ValueRange range = of.ranges()[curve];
    if (of.is_constant_but_for_roundings(curve)) range.low = range.high = range.low / 2 + range.high / 2;
    return range;
  };
  ValueRange& f_range = curves.f_range = range_of(samples, kOfF);
  ValueRange& slope_range = curves.slope_range = range_of(samples, kOfSlope);
  if (wish.descent) slope_range = {-slope_range.high, -slope_range.low, slope_range.is_cut};
  std::optional<CurveSamples> of_slope;
  if (wish.slope != nullptr) {
    of_slope.emplace(fine, *wish.slope);
    of_slope->refine();
    const ValueRange second = range_of(*of_slope, kOfSlope);
    slope_range = wish.shows_slope ? both_of(slope_range, second) : second;
    curves.second_poles = of_slope->poles()[kOfSlope];
  }
  if (wish.f_range) f_range = *wish.f_range;
  curves.has_asked_range = wish.f_range && wish.shows_f;
  const bool holds_slope = slope_range.low >= f_range.low && slope_range.high <= f_range.high;
  const bool shows_slopes = wish.shows_slope || of_slope, has_both = wish.shows_f && shows_slopes;
  curves.has_right = has_both && (!share_an_axis(f_range, slope_range) || (wish.f_range && !holds_slope));
  if (!has_both) {
    (wish.shows_f ? slope_range : f_range) = wish.shows_f ? f_range : slope_range;
  } else if (wish.f_range) {
    if (!curves.has_right) slope_range = f_range;
  } else if (!curves.has_right) {
    const ValueRange both = both_of(f_range, slope_range);
    f_range = {both.low, both.high, f_range.is_cut};
    slope_range = {both.low, both.high, slope_range.is_cut};
  } else {
    align_zeros(f_range, slope_range);
  }
  const double sign = wish.descent ? -1 : 1, least_step = (axis.max - axis.min) / static_cast<double>(kSamples) / 64;
  if (wish.shows_f) curves.f = pieces_of(samples, kOfF, 1, f_range, least_step);
  if (wish.shows_slope) curves.slope = pieces_of(samples, kOfSlope, sign, slope_range, least_step);
  if (of_slope) curves.second = pieces_of(*of_slope, kOfSlope, 1, slope_range, least_step);
  if (wish.shows_f && !wish.f_range) curves.f_poles = samples.poles()[kOfF];
  if (wish.shows_slope) {
    curves.slope_poles = samples.poles()[kOfSlope];
  } else {
    curves.missing_slopes = {};
  }
  return curves;
}

Axis value_axis(ValueRange range) {
  const Ends ends = around_constant(range.low, range.high);
  range = {ends.low, ends.high};
  // A page shows no narrower range (see the layout): f is a level line there, to within its rounding.
  constexpr double kFinest = 1e-9, kNarrowest = 1e-299;
  const double least = std::max(kFinest * std::max(std::fabs(range.low), std::fabs(range.high)), kNarrowest);
  if (range.width() < least) {
    const double middle = range.low / 2 + range.high / 2;
    range = {middle - least / 2, middle + least / 2};
  }
  constexpr double kNear = 0.25;
  if (range.low > 0 && range.low < kNear * range.width()) range.low = 0;
  if (range.high < 0 && -range.high < kNear * range.width()) range.high = 0;
  return {"", range.low, range.high, kValueSteps};
}

Axis f_axis(const SampledCurves& curves) {
  const ValueRange& range = curves.f_range;
  return curves.has_asked_range ? Axis{"", range.low, range.high, kValueSteps} : value_axis(range);
}

}  // namespace gradfield
