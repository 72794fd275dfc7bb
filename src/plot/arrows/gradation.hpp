// How a magnitude becomes a place between two ends: of a length, or of a scale of colours.
#pragma once

#include <string_view>

namespace gradfield {

/// One way to grow. Odd functions, so that values of both signs have a place.
struct Growth {
  std::string_view name;
  double (*grown)(double value, double threshold);
  double (*back)(double grown, double threshold);  // its inverse
};

/// In proportion; as the root; and as the logarithm of what is larger than the threshold, below which it is in
/// proportion, so that it has a zero.
extern const Growth kLinear, kRoot, kLogarithmic;

/// Values from `low` to `high` as places from 0 to 1.
struct Gradation {
  const Growth* growth = &kLinear;
  double low = 0, high = 0;
  double threshold = 0;  // of the logarithm, positive; one that is `low` leaves nothing but the logarithm

  bool is_linear() const { return growth == &kLinear; }
  /// What lies beyond the ends takes the end's place.
  double share(double value) const;
  /// The value that has this place.
  double value(double share) const;
};

/// The logarithm between these ends; where zero lies between them, of what is up to three decades below the larger.
Gradation logarithm_between(double low, double high);

}  // namespace gradfield
