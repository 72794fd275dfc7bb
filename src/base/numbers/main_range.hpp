// Where most of some values lie.
#pragma once

#include <span>

namespace gradfield {

struct MainRange {
  double low = 0, high = 0;
  double least = 0, largest = 0;  // of all finite values

  bool has_lower() const { return least < low; }
  bool has_higher() const { return largest > high; }
  /// As far below zero as above.
  MainRange symmetric() const;
};

/// From the least finite value to the largest; but where a few stand far beyond the rest (as at a pole) only to where
/// the rest ends: without the share `rest` of them at each end. A range whose width is no double ends at a quarter of
/// the largest one. All 0 where no value is finite.
MainRange main_range(std::span<const double> values, double rest = 0.02);

/// Whether values between these two are all alike, but for the rounding of the formula they come from.
bool is_constant(double low, double high);

/// A range in whose middle such values stand, so that a scale tells them: from half of it to half as much again, about
/// zero from -1 to 1. Other ranges as they are.
struct Ends {
  double low, high;
};
Ends around_constant(double low, double high);

}  // namespace gradfield
