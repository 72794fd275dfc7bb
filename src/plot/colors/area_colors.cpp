#include "plot/colors/area_colors.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

// A part of a diverging scale about zero: from where values begin to where they end, as evenly spaced colours.
ColorScale cut_to(ColorScale scale, double low, double high) {
  const double begin = scale.share(low), end = scale.share(high);
  const std::vector<Rgb> whole = scale.colors;
  const auto last = static_cast<double>(whole.size() - 1);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    scale.colors[i] = color_at(whole, begin + static_cast<double>(i) / last * (end - begin));
  }
  scale.gradation.low = low;
  scale.gradation.high = high;
  return scale;
}

// Whether the value that is farthest from zero lies inside, not at the border of what is shown.
bool is_hill(const Field& field) {
  std::size_t top = field.size();
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!std::isfinite(field.f[i])) continue;
    if (top == field.size() || std::fabs(field.f[i]) > std::fabs(field.f[top])) top = i;
  }
  return std::ranges::all_of(field.coordinates, [&](const std::vector<double>& axis) {
    const auto [low, high] = std::ranges::minmax(axis);
    return axis[top] > low && axis[top] < high;
  });
}

}  // namespace

std::vector<double> values_of(const Field& field, bool by_norm) {
  std::vector<double> values(field.size());
  for (std::size_t i = 0; i < field.size(); ++i) {
    values[i] = !std::isfinite(field.f[i]) ? NAN : by_norm ? norm_at(field, i) : field.f[i];
  }
  return values;
}

bool spans_decades(const Field& field) {
  constexpr double kDecades = 1e3, kFew = 0.02;
  std::vector<double> sizes;
  bool is_positive = false, is_negative = false;
  for (const double value : field.f) {
    if (!std::isfinite(value)) continue;
    is_positive = is_positive || value > 0;
    is_negative = is_negative || value < 0;
    sizes.push_back(std::fabs(value));
  }
  if (sizes.empty() || (is_positive && is_negative)) return false;
  std::ranges::sort(sizes);
  const auto few = static_cast<std::size_t>(kFew * static_cast<double>(sizes.size()));
  const double small = sizes[few], large = sizes[sizes.size() - 1 - few];
  return small > 0 && large > kDecades * small && !is_hill(field);
}

ColorScale area_scale(const PictureStyle& style, const Field& field, const LengthScale* lengths,
                      const PaletteColors& colors, std::span<const double> more) {
  const bool by_norm = lengths != nullptr;
  std::vector<double> values = values_of(field, by_norm);
  values.insert(values.end(), more.begin(), more.end());
  ColorWish wish = style.color_wish;
  if (wish.growth == nullptr) {
    wish.growth = by_norm ? lengths->growth : spans_decades(field) ? &kLogarithmic : &kLinear;
  }
  const ColorScale plain = value_scale(values, {}, false);
  const std::string_view usual = !by_norm && has_both_signs(plain) ? "diverging" : "viridis";
  const Palette& palette = style.palette ? *style.palette : *find_palette(usual);
  const bool is_diverging = palette.is_diverging && !by_norm;
  ColorScale scale = value_scale(values, colors(palette), is_diverging, wish);
  if (is_diverging && !wish.range && !has_both_signs(plain) && scale.has_range()) {
    scale = cut_to(std::move(scale), plain.low(), plain.high());
  }
  scale.label = by_norm ? lengths->name : typeset_name(style.name);
  scale.palette = palette.name;
  return scale;
}

}  // namespace gradfield
