#include "plot/arrows/color_scale.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/main_range.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {

namespace {

Gradation between(double low, double high, const Growth& growth) {
  return &growth == &kLogarithmic ? logarithm_between(low, high) : Gradation{&growth, low, high};
}

// The logarithm of values of one sign: from the smallest, where few are far below the rest from where these begin; of
// both as it is.
Gradation decades_of(std::span<const double> values, const Gradation& gradation) {
  constexpr double kFew = 0.02, kFarBelow = 30, kMostDecades = 1e-8;
  if (gradation.low < 0 && gradation.high > 0) return gradation;
  std::vector<double> sizes;
  for (const double value : values) {
    if (std::isfinite(value) && value != 0) sizes.push_back(std::fabs(value));
  }
  if (sizes.empty()) return gradation;
  std::ranges::sort(sizes);
  const double large = std::max(std::fabs(gradation.low), std::fabs(gradation.high));
  const double most = sizes[static_cast<std::size_t>(kFew * static_cast<double>(sizes.size()))];
  const double small = std::max(sizes.front() * kFarBelow >= most ? sizes.front() : most, kMostDecades * large);
  return gradation.high > 0 ? logarithm_between(small, large) : logarithm_between(-large, -small);
}

}  // namespace

std::span<const GrowthChoice> color_growths() {
  static constexpr GrowthChoice kChoices[] = {{"auto", nullptr}, {"linear", &kLinear}, {"log", &kLogarithmic}};
  return kChoices;
}

bool ColorScale::has_range() const { return !is_constant(low(), high()) && std::isfinite(high() - low()); }

double ColorScale::share(double value) const { return has_range() ? gradation.share(value) : 0.5; }

ColorBar ColorScale::bar(int most) const {
  ColorBar bar{{}, label, markup_width(label)};
  if (!has_range()) return bar;
  if (!gradation.is_linear()) {
    bar.tics = choose_uneven_tics(low(), high(), 0.9 / most, [&](double value) { return share(value); });
    return bar;
  }
  auto [tics, exponent] = choose_scaled_tics(low(), high(), most);
  bar.tics = std::move(tics);
  if (const std::string offset = typeset_offset(bar.tics); !offset.empty()) {
    bar.label += offset;
    bar.label_width += markup_width(offset);
  }
  if (exponent != 0) {
    const Tic power{0, "1e" + std::to_string(exponent)};
    bar.label += " (" + typeset_label(power.label) + ")";
    bar.label_width += markup_width(" ()") + widest_typeset_label({power});
  }
  return bar;
}

ColorScale norm_scale(const LengthScale& lengths, std::vector<Rgb> colors, const ColorWish& wish) {
  ColorScale scale;
  scale.colors = std::move(colors);
  // A logarithm that is asked for reaches as far as that of lengths does.
  const Growth& growth = wish.growth != nullptr ? *wish.growth : *lengths.growth;
  scale.gradation = lengths.gradation(growth);
  if (lengths.all_alike) scale.gradation.low = lengths.reference;
  if (wish.range) scale.gradation = between(wish.range->first, wish.range->second, growth);
  scale.least = lengths.least;
  scale.largest = lengths.largest;
  scale.label = lengths.name;
  return scale;
}

ColorScale value_scale(std::span<const double> values, std::vector<Rgb> colors, bool symmetric, const ColorWish& wish) {
  const MainRange main = main_range(values), range = symmetric ? main.symmetric() : main;
  ColorScale scale;
  scale.colors = std::move(colors);
  const Growth& growth = wish.growth != nullptr ? *wish.growth : kLinear;
  const auto [low, high] = wish.range.value_or(std::pair(range.low, range.high));
  scale.gradation = between(low, high, growth);
  if (&growth == &kLogarithmic && !wish.range && !symmetric) scale.gradation = decades_of(values, scale.gradation);
  scale.least = main.least;
  scale.largest = main.largest;
  scale.label = "f";
  return scale;
}

ColorScale around_constant(ColorScale scale, bool never_negative) {
  if (scale.has_range()) return scale;
  const Ends ends = around_constant(scale.low(), scale.high());
  scale.gradation = {&kLinear, never_negative ? std::max(ends.low, 0.0) : ends.low, ends.high};
  return scale;
}

bool has_both_signs(const ColorScale& scale) {
  // A rounding error or a shallow dip on the other side is no sign of its own, nor what would leave most of half a bar
  // unused.
  constexpr double kClearly = 0.25;
  return scale.low() < -kClearly * scale.high() && scale.high() > -kClearly * scale.low();
}

}  // namespace gradfield
