// From a value to a colour, and the bar that shows how.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plot/arrows/arrow_lengths.hpp"
#include "plot/look/palettes.hpp"
#include "plot/look/tics.hpp"

namespace gradfield {

/// Colours of values from `low` to `high`; what lies beyond takes the end's.
struct ColorScale {
  std::vector<Rgb> colors;
  double low = 0, high = 0;
  bool has_lower = false, has_higher = false;  // values beyond its ends
  std::optional<LengthScale> lengths;          // of norms: as the arrows' lengths; else even
  std::string label;                           // of the bar, in gnuplot's markup

  /// Whether anything varies.
  bool has_range() const;
  /// Place on the scale, 0 to 1.
  double share(double value) const;
  /// At most `most` round values of the scale, labelled, far enough from each other; none where nothing varies.
  std::vector<Tic> tics(int most) const;
};

/// The scale of norms from 0 to the longest arrow's; without a range where all are alike. Where lengths grow by root or
/// logarithm, so do colours.
ColorScale norm_scale(const LengthScale& lengths, std::vector<Rgb> colors);

/// The scale of the main_range() of values. `symmetric`: as far below zero as above.
ColorScale value_scale(std::span<const double> values, std::vector<Rgb> colors, bool symmetric);

/// The scale of values that are all alike, or but for rounding, for a bar that tells them: they stand in its middle.
/// Others stay.
ColorScale around_constant(ColorScale scale, bool never_negative);

/// Whether values lie clearly on both sides of zero.
bool has_both_signs(const ColorScale& scale);

}  // namespace gradfield
