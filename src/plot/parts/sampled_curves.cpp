#include "plot/parts/sampled_curves.hpp"

#include <algorithm>
#include <cmath>

#include "plot/parts/color_scale.hpp"

namespace gradfield {
namespace {

// Two samples a pixel of a usual page.
constexpr std::size_t kSamples = 1201;

// Of the finite values, but not out to a pole.
ValueRange visible_range(const std::vector<double>& values) {
  constexpr double kPole = 0.08;
  const ColorScale scale = value_scale(values, {}, false, kPole);
  const bool is_cut = std::ranges::any_of(
      values, [&](double value) { return std::isfinite(value) && (value < scale.low || value > scale.high); });
  return {scale.low, scale.high, is_cut};
}

// Both curves share an axis unless one of them would be flat on it.
bool share_an_axis(const ValueRange& f, const ValueRange& slope) {
  constexpr double kFlat = 10;
  const double both = std::max(f.high, slope.high) - std::min(f.low, slope.low);
  const auto is_well = [&](const ValueRange& range) { return range.width() == 0 || both <= kFlat * range.width(); };
  return is_well(f) && is_well(slope);
}

}  // namespace

Curve curve_through(const std::vector<double>& x, const std::vector<double>& values, const std::vector<double>& slopes,
                    double range) {
  // A step of the sample is a jump where it is large enough to be seen, and goes against the slopes at its ends (as
  // across a pole) or far beyond them. Short of them it may stay: so does a curve that comes close to a pole.
  constexpr double kSeen = 0.01, kFarBeyond = 1.9;
  Curve curve(1);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isfinite(values[i])) {
      if (!curve.back().empty()) curve.emplace_back();
      continue;
    }
    if (!curve.back().empty()) {
      const double rise = values[i] - values[i - 1];
      const double told = (slopes[i] / 2 + slopes[i - 1] / 2) * (x[i] - x[i - 1]);
      const bool is_told = std::isnan(told) || (rise > 0) == (told > 0);
      if (std::fabs(rise) > kSeen * range && (!is_told || std::fabs(rise) > kFarBeyond * std::fabs(told))) {
        curve.emplace_back();
      }
    }
    curve.back().push_back({x[i], values[i]});
  }
  if (curve.back().empty()) curve.pop_back();
  return curve;
}

SampledCurves sample_curves(const Axis& axis, bool descent, const std::function<Field(const Grid&)>& sample) {
  SampledCurves curves;
  Grid fine{{axis}};
  if (axis.count > 1) fine.axes[0].count = kSamples;
  const Field field = sample(fine);
  const std::vector<double>& x = field.coordinates[0];
  std::vector<double> slopes = field.slopes[0];
  curves.sampled = field.size();
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!std::isfinite(field.f[i])) slopes[i] = NAN;
    curves.not_finite += !std::isfinite(field.f[i]);
    if (descent) slopes[i] = -slopes[i];
  }
  // What the slope of the slope is, differences tell well enough to see a jump: beside it the one that does not cross
  // it.
  std::vector<double> bends(slopes.size(), 0);
  for (std::size_t i = 1; i + 1 < slopes.size(); ++i) {
    const double before = (slopes[i] - slopes[i - 1]) / (x[i] - x[i - 1]);
    const double after = (slopes[i + 1] - slopes[i]) / (x[i + 1] - x[i]);
    bends[i] = std::fabs(before) < std::fabs(after) ? before : after;
  }
  ValueRange& f_range = curves.f_range = visible_range(field.f);
  ValueRange& slope_range = curves.slope_range = visible_range(slopes);
  // Where both go to a pole the slope goes there faster: it is seen as far as twice what is seen of f.
  if (f_range.is_cut && slope_range.is_cut) {
    const double most = 2 * std::max(std::fabs(f_range.low), std::fabs(f_range.high));
    slope_range.low = std::clamp(slope_range.low, -most, most);
    slope_range.high = std::clamp(slope_range.high, -most, most);
  }
  curves.f = curve_through(x, field.f, field.slopes[0], f_range.width());
  curves.slope = curve_through(x, slopes, bends, slope_range.width());
  curves.has_right = !share_an_axis(f_range, slope_range);
  if (!curves.has_right) {
    f_range = slope_range = {std::min(f_range.low, slope_range.low), std::max(f_range.high, slope_range.high),
                             f_range.is_cut || slope_range.is_cut};
  }
  return curves;
}

Axis value_axis(ValueRange range) {
  if (!(range.width() > 0) || !std::isfinite(range.width())) {
    const double around = range.low == 0 || !std::isfinite(range.low) ? 1 : std::fabs(range.low) / 2;
    range = {std::isfinite(range.low) ? range.low - around : -1, std::isfinite(range.low) ? range.low + around : 1};
  }
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
  // The layout pads an axis by half the distance of its points: a thirtieth.
  return {"", range.low, range.high, 16};
}

}  // namespace gradfield
