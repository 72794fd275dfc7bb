// Intervals of real numbers whose ends are rounded outwards.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {

/// All numbers from low to high.
struct Interval {
  double low, high;
};

constexpr Interval kAllNumbers{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

/// The next doubles outside; all numbers where an end is none.
inline Interval outwards(double low, double high) {
  if (!(low <= high)) return kAllNumbers;
  return {std::nextafter(low, kAllNumbers.low), std::nextafter(high, kAllNumbers.high)};
}

inline Interval operator+(const Interval& a, const Interval& b) { return outwards(a.low + b.low, a.high + b.high); }
inline Interval operator-(const Interval& a, const Interval& b) { return outwards(a.low - b.high, a.high - b.low); }

inline Interval operator*(const Interval& a, const Interval& b) {
  // 0 times what is not bounded may be anything here: nan.
  const double corners[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
  double low = corners[0], high = corners[0];
  for (const double corner : corners) {
    if (std::isnan(corner)) return kAllNumbers;
    low = std::min(low, corner);
    high = std::max(high, corner);
  }
  return outwards(low, high);
}
inline Interval operator*(double a, const Interval& b) { return Interval{a, a} * b; }

inline bool holds(const Interval& a, double value) { return a.low <= value && value <= a.high; }
inline double middle_of(const Interval& a) { return a.low / 2 + a.high / 2; }
inline double width_of(const Interval& a) { return a.high - a.low; }

}  // namespace gradfield
