// How close two doubles are, in units of rounding, with a failure that shows both.
#pragma once

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace gradfield::test {

/// Distance of `actual` from `expected` in units in the last place of `expected`: 0 for equal values and for two nans,
/// infinite where only one is nan or infinite.
inline double roundings_between(double actual, double expected) {
  if (std::isnan(actual) && std::isnan(expected)) return 0;
  if (actual == expected) return 0;
  if (!std::isfinite(actual) || !std::isfinite(expected)) return std::numeric_limits<double>::infinity();
  const double magnitude = std::fabs(expected);
  const double unit = std::max(std::nextafter(magnitude, std::numeric_limits<double>::infinity()) - magnitude,
                               std::numeric_limits<double>::denorm_min());
  return std::fabs(actual - expected) / unit;
}

/// Matches a double within `roundings` units in the last place of `expected`; nan matches nan.
MATCHER_P2(WithinRoundings, expected, roundings, "") {
  const double distance = roundings_between(arg, expected);
  *result_listener << std::hexfloat << arg << " is " << std::defaultfloat << distance << " roundings from "
                   << std::hexfloat << expected << std::defaultfloat;
  return distance <= roundings;
}

}  // namespace gradfield::test
