#include "analysis/curves/curve_samples.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradfield {
namespace {

// Beyond it a function looks like a band anyway.
constexpr std::size_t kMostSamples = 20000;
// A 32nd of the first distance, which is half a pixel of a usual page.
constexpr int kFinest = 5;
// Jumps and ends are followed down to some 1e-12 of the first distance, and known to be such earlier.
constexpr int kDeepest = 40, kCertain = 8;

bool is_finite(const CurveSample& sample, std::size_t curve) { return std::isfinite(sample.values[curve]); }

}  // namespace

CurveSamples::CurveSamples(const Axis& axis, const FieldView& view) : axis_(axis), gradient_(view.gradient()) {
  // On the grid first: a function may be defined at its points alone.
  const Field field = view.sample(Grid{{axis}});
  for (std::size_t i = 0; i < field.size(); ++i) {
    const bool has_value = std::isfinite(field.f[i]);
    samples_.push_back({field.coordinates[0][i], {field.f[i], has_value ? field.slopes[0][i] : NAN}});
  }
  gaps_.resize(samples_.size());
  for (std::size_t i = 0; i + 1 < gaps_.size(); ++i) gaps_[i].is_open = true;
  for (const CurveIndex curve : {kOfF, kOfSlope}) {
    find_first_range(curve);
    find_level_gaps(curve);
  }
}

// Next to a 0/0 the roundings of the two zeros are all there is to see, and they grow as those of no function do that
// is seen to be level so near: a pole whose flank the last two samples do not show is none that a page could show.
void CurveSamples::find_level_gaps(CurveIndex curve) {
  const double least = std::max(seen(curve), rounding(curve));
  const auto try_gap = [&](std::size_t gap, std::size_t near, std::size_t far) {
    if (far >= samples_.size() || !is_finite(samples_[near], curve) || !is_finite(samples_[far], curve)) return;
    const double value = samples_[near].values[curve];
    if (std::fabs(value - samples_[far].values[curve]) <= least)
      gaps_[gap].level[curve] = {value - least, value + least};
  };
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    if (is_finite(samples_[i], curve)) continue;
    try_gap(i, i + 1 < samples_.size() ? i + 1 : i, i + 2);
    if (i >= 2) try_gap(i - 1, i - 1, i - 2);
  }
}

bool CurveSamples::is_constant_but_for_roundings(CurveIndex curve) const {
  constexpr double kBothSides = 2, kSlack = 1.1;  // level gaps reach as far to both sides; the samples before vary too
  return ranges_[curve].width() <= kBothSides * kSlack * rounding(curve) &&
         std::ranges::any_of(gaps_, [curve](const CurveGap& gap) { return gap.level[curve].has_value(); });
}

double CurveSamples::rounding(CurveIndex curve) const {
  // A hundred million roundings: so many has the slope of a quotient, at the distance of two samples from its hole.
  constexpr double kRounding = 2e-8;
  return kRounding * std::max(std::fabs(ranges_[curve].low), std::fabs(ranges_[curve].high));
}

std::vector<CurveSample> CurveSamples::at(const std::vector<double>& places) const {
  std::vector<CurveSample> out;
  Tile tile(1);
  for (std::size_t first = 0; first < places.size(); first += kTileSize) {
    tile.resize(std::min(kTileSize, places.size() - first));
    std::copy_n(places.begin() + static_cast<std::ptrdiff_t>(first), tile.size(), tile.mutable_coordinate(0));
    const GradientTile& values = gradient_->evaluate(tile);
    for (std::size_t i = 0; i < tile.size(); ++i) {
      out.push_back({places[first + i], {values.f[i], std::isfinite(values.f[i]) ? values.slopes[0][i] : NAN}});
    }
  }
  return out;
}

double CurveSamples::seen(CurveIndex curve) const {
  // A quarter of a point of a usual page. No page shows a narrower range than the second (see value_axis()).
  constexpr double kQuarterPoint = 1.0 / 2000, kNarrowest = 1e-9;
  const ValueRange& range = ranges_[curve];
  return kQuarterPoint * std::max(range.width(), kNarrowest * std::max(std::fabs(range.low), std::fabs(range.high)));
}

// Whether the chord from a to b is seen to miss the curve at m.
bool CurveSamples::deviates(const CurveSample& a, const CurveSample& m, const CurveSample& b) const {
  for (const CurveIndex curve : {kOfF, kOfSlope}) {
    const int finite = is_finite(a, curve) + is_finite(m, curve) + is_finite(b, curve);
    if (finite == 0) continue;
    if (finite < 3) return true;
    const ValueRange& range = ranges_[curve];
    const auto shown = [&](double value) { return std::clamp(value, range.low, range.high); };
    const double chord = a.values[curve] / 2 + b.values[curve] / 2;
    if (std::fabs(shown(m.values[curve]) - shown(chord)) > seen(curve)) return true;
  }
  // A wave may happen to meet its chord; but it does not rise as its slopes say.
  const double told = (a.values[kOfSlope] / 2 + b.values[kOfSlope] / 2) * (b.x - a.x);
  const auto is_shown = [&](const CurveSample& sample) {
    return sample.values[kOfF] >= ranges_[kOfF].low && sample.values[kOfF] <= ranges_[kOfF].high;
  };
  return is_shown(a) && is_shown(b) && std::fabs(b.values[kOfF] - a.values[kOfF] - told) > seen(kOfF);
}

bool CurveSamples::halve_open_gaps() {
  std::vector<double> places;
  std::vector<std::size_t> halved;
  const auto plan = [&](bool all) {
    places.clear();
    halved.clear();
    for (std::size_t i = 0; i + 1 < samples_.size(); ++i) {
      if (!gaps_[i].is_open || gaps_[i].depth >= kDeepest || (!all && gaps_[i].chain == 0)) continue;
      const double middle = samples_[i].x / 2 + samples_[i + 1].x / 2;
      if (!(middle > samples_[i].x && middle < samples_[i + 1].x)) continue;
      places.push_back(middle);
      halved.push_back(i);
    }
    return samples_.size() + places.size() <= kMostSamples;
  };
  if ((!plan(true) && !plan(false)) || places.empty()) return false;
  std::vector<CurveSample> middles = at(places);
  for (std::size_t k = 0; k < halved.size(); ++k) {
    for (const CurveIndex curve : {kOfF, kOfSlope}) {
      const std::optional<ValueRange>& level = gaps_[halved[k]].level[curve];
      if (!level || !is_finite(middles[k], curve)) continue;
      middles[k].values[curve] = std::clamp(middles[k].values[curve], level->low, level->high);
    }
  }
  // What was halved together lies side by side. Where one half is smooth the other one holds all there is.
  std::vector<bool> bends(halved.size());
  for (std::size_t k = 0; k < halved.size(); ++k) {
    bends[k] = deviates(samples_[halved[k]], middles[k], samples_[halved[k] + 1]);
  }
  std::vector<CurveSample> samples;
  std::vector<CurveGap> gaps;
  std::size_t next = 0;
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    samples.push_back(samples_[i]);
    gaps.push_back(gaps_[i]);
    if (next == halved.size() || halved[next] != i) continue;
    const std::size_t k = next++;
    CurveGap& gap = gaps.back();
    gap.is_open = bends[k];
    if (!bends[k]) continue;
    // The other half, where it is looked at too, is next to it in the list.
    const std::size_t other = gap.is_second ? k - 1 : k + 1;
    const bool has_other = other < halved.size() && halved[other] == (gap.is_second ? i - 1 : i + 1);
    const bool is_alone = gap.depth == 0 || !has_other || !bends[other];
    gap.chain = is_alone ? gap.chain + 1 : 0;
    if (gap.depth >= kFinest && !is_alone) {
      gap.is_open = false;
      continue;
    }
    ++gap.depth;
    gap.is_second = false;
    samples.push_back(middles[k]);
    for (const CurveIndex curve : {kOfF, kOfSlope}) {
      const bool has_flank = samples_[i].beyond[curve] || samples_[i + 1].beyond[curve];
      const double value = middles[k].values[curve];
      samples.back().beyond[curve] = has_flank && (value < ranges_[curve].low || value > ranges_[curve].high);
    }
    gaps.push_back(CurveGap(gap));
    gaps.back().is_second = true;
  }
  samples_ = std::move(samples);
  gaps_ = std::move(gaps);
  return true;
}

void CurveSamples::refine() {
  while (halve_open_gaps()) {
    for (const CurveIndex curve : {kOfF, kOfSlope}) widen_range(curve);
  }
}

bool CurveSamples::turns_between() const {
  // Not in the middle, which a wave of half the distance would hide from; 0.2: a wave of five samples or fewer.
  constexpr double kPart = 0.381966, kOther = 0.2, kGoodPart = 0.2;
  constexpr std::size_t kLooks = 1000;
  const std::size_t stride = std::max<std::size_t>(samples_.size() / kLooks, 1);
  std::vector<double> places;
  for (std::size_t i = 0; i + 1 < samples_.size(); i += stride) {
    places.push_back(samples_[i].x + kPart * (samples_[i + 1].x - samples_[i].x));
  }
  const std::vector<CurveSample> between = at(places);
  const ValueRange& range = ranges_[kOfF];
  const auto shown = [&](const CurveSample& sample) { return std::clamp(sample.values[kOfF], range.low, range.high); };
  std::size_t others = 0;
  for (std::size_t k = 0; k < between.size(); ++k) {
    const CurveSample &a = samples_[k * stride], &b = samples_[k * stride + 1];
    const double suggested = shown(a) + kPart * (shown(b) - shown(a));
    others += std::fabs(shown(between[k]) - suggested) > kOther * range.width() ? 1 : 0;
  }
  return static_cast<double>(others) > kGoodPart * static_cast<double>(between.size());
}

bool CurveSamples::jumps(CurveIndex curve, std::size_t i) const {
  // A point of the page; smaller ones are lines, as steep as they are.
  constexpr double kLarge = 4;
  if (i + 1 >= samples_.size() || !gaps_[i].is_open || gaps_[i].chain < kCertain) return false;
  const auto shown = [&](std::size_t at) {
    return std::clamp(samples_[at].values[curve], ranges_[curve].low, ranges_[curve].high);
  };
  return std::fabs(shown(i + 1) - shown(i)) > kLarge * seen(curve);
}

}  // namespace gradfield
