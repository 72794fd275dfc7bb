// Lengths in the plane.
#pragma once

#include <array>
#include <cmath>

#include "base/geometry.hpp"

namespace gradfield::test {

/// A point of a stream line.
using Place = std::array<double, 2>;

inline double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }
inline double distance(const Place& a, const Place& b) { return distance(Point{a[0], a[1]}, Point{b[0], b[1]}); }

}  // namespace gradfield::test
