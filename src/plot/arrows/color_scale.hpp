// From a value to a colour, and the bar that shows how.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plot/arrows/arrow_lengths.hpp"
#include "plot/look/palettes.hpp"
#include "plot/look/tics.hpp"

namespace gradfield {

/// The words of a colour bar.
struct ColorBar {
  std::vector<Tic> tics;   // none: there is no bar
  std::string label;       // in gnuplot's enhanced text, with the power of ten that the tics have in common
  double label_width = 0;  // in ems
};

/// Colours of values from one end of the gradation to the other; what lies beyond takes the end's.
struct ColorScale {
  std::vector<Rgb> colors;
  Gradation gradation;
  double least = 0, largest = 0;  // of the values
  std::string label;              // of the bar, in gnuplot's markup
  std::string_view palette;       // of the colours; empty where that does not matter

  double low() const { return gradation.low; }
  double high() const { return gradation.high; }
  bool has_lower() const { return least < low(); }
  bool has_higher() const { return largest > high(); }
  /// Whether anything varies, but for rounding.
  bool has_range() const;
  /// Place on the scale, 0 to 1.
  double share(double value) const;
  /// The bar of the scale; without tics where nothing varies, else with at most `most` round values, far enough from
  /// each other.
  ColorBar bar(int most) const;
};

/// What is asked of a scale: how values grow into colours, null: as suits them; and from where to where.
struct ColorWish {
  const Growth* growth = nullptr;
  std::optional<std::pair<double, double>> range;
};

/// What there is to wish for; the first, without a growth, is the default.
struct GrowthChoice {
  std::string_view name;
  const Growth* growth;
};
std::span<const GrowthChoice> color_growths();

/// The scale of norms from 0 to the longest arrow's; without a range where all are alike. Where lengths grow by root or
/// logarithm, so do colours, and these reach from where the logarithm does.
ColorScale norm_scale(const LengthScale& lengths, std::vector<Rgb> colors, const ColorWish& wish = {});

/// The scale of the main_range() of values. `symmetric`: as far below zero as above.
ColorScale value_scale(std::span<const double> values, std::vector<Rgb> colors, bool symmetric,
                       const ColorWish& wish = {});

/// The scale of values that are all alike, or but for rounding, for a bar that tells them: they stand in its middle.
/// Others stay.
ColorScale around_constant(ColorScale scale, bool never_negative);

/// Whether values lie on both sides of zero, those of either at least a quarter as far as those of the other.
bool has_both_signs(const ColorScale& scale);

}  // namespace gradfield
