// How close two doubles are, in units of rounding, with a failure that shows both.
#pragma once

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace gradfield::test {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

/// Whether two doubles are the same to the bit, or both nan: whatever their bits, all nans are written as one.
inline bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

/// Distance of `actual` from `expected` in units in the last place of `expected`: 0 for equal values and for two nans,
/// infinite where only one is nan or infinite.
inline double roundings_between(double actual, double expected) {
  if (std::isnan(actual) && std::isnan(expected)) return 0;
  if (actual == expected) return 0;
  if (!std::isfinite(actual) || !std::isfinite(expected)) return kInfinity;
  const double magnitude = std::fabs(expected);
  const double unit =
      std::max(std::nextafter(magnitude, kInfinity) - magnitude, std::numeric_limits<double>::denorm_min());
  return std::fabs(actual - expected) / unit;
}

/// `edge` and the 20 doubles next to it on each side.
inline std::vector<double> neighbours(double edge) {
  constexpr int kEachSide = 20;
  double u = edge;
  for (int i = 0; i < kEachSide; ++i) u = std::nextafter(u, -kInfinity);
  std::vector<double> points{u};
  for (int i = 0; i < 2 * kEachSide; ++i) {
    points.push_back(std::nextafter(points.back(), kInfinity));
  }
  return points;
}

/// Matches a double within `roundings` units in the last place of `expected`; nan matches nan.
MATCHER_P2(WithinRoundings, expected, roundings, "") {
  const double distance = roundings_between(arg, expected);
  *result_listener << std::hexfloat << arg << " is " << std::defaultfloat << distance << " roundings from "
                   << std::hexfloat << expected << std::defaultfloat;
  return distance <= roundings;
}

}  // namespace gradfield::test
