#include "plot/arrows/color_scale.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/main_range.hpp"

namespace gradfield {

bool ColorScale::has_range() const { return !is_constant(low, high) && std::isfinite(high - low); }

double ColorScale::share(double value) const {
  if (!has_range()) return 0.5;
  if (lengths) return lengths->share(value);
  return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

std::vector<Tic> ColorScale::tics(int most) const {
  if (!has_range()) return {};
  if (!lengths) return choose_tics(low, high, most);
  return choose_uneven_tics(high, 0.9 / most, [&](double value) { return share(value); });
}

ColorScale norm_scale(const LengthScale& lengths, std::vector<Rgb> colors) {
  ColorScale scale;
  scale.colors = std::move(colors);
  scale.low = lengths.all_alike ? lengths.reference : 0;
  scale.high = lengths.reference;
  scale.has_higher = lengths.percent.has_value();
  scale.label = lengths.name;
  const bool is_even = lengths.rule->share(0.25, lengths.knee) == 0.25 || lengths.rule->share(0.25, lengths.knee) == 1;
  if (!is_even) scale.lengths = lengths;
  return scale;
}

ColorScale value_scale(std::span<const double> values, std::vector<Rgb> colors, bool symmetric) {
  const MainRange main = main_range(values), range = symmetric ? main.symmetric() : main;
  ColorScale scale;
  scale.colors = std::move(colors);
  scale.low = range.low;
  scale.high = range.high;
  scale.has_lower = range.has_lower();
  scale.has_higher = range.has_higher();
  scale.label = "f";
  return scale;
}

ColorScale around_constant(ColorScale scale, bool never_negative) {
  const Ends ends = around_constant(scale.low, scale.high);
  scale.low = never_negative ? std::max(ends.low, 0.0) : ends.low;
  scale.high = ends.high;
  return scale;
}

bool has_both_signs(const ColorScale& scale) {
  // A rounding error or a shallow dip on the other side is no sign of its own.
  constexpr double kClearly = 0.02;
  return scale.low < -kClearly * scale.high && scale.high > -kClearly * scale.low;
}

}  // namespace gradfield
