// Points and vectors of the plane and of space.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace gradfield {

/// A point of the plane or a way in it, in whatever its two axes count: units of the data, points of a page.
struct Point {
  double x, y;

  /// The coordinate on axis 0 or 1.
  constexpr double& operator[](std::size_t axis) { return axis == 0 ? x : y; }
  constexpr const double& operator[](std::size_t axis) const { return axis == 0 ? x : y; }

  friend constexpr bool operator==(const Point&, const Point&) = default;
};

constexpr Point operator+(const Point& a, const Point& b) { return {a.x + b.x, a.y + b.y}; }
constexpr Point operator-(const Point& a, const Point& b) { return {a.x - b.x, a.y - b.y}; }
constexpr Point operator-(const Point& a) { return {-a.x, -a.y}; }
constexpr Point operator*(double factor, const Point& a) { return {factor * a.x, factor * a.y}; }
constexpr Point operator/(const Point& a, double divisor) { return {a.x / divisor, a.y / divisor}; }

constexpr double dot(const Point& a, const Point& b) { return a.x * b.x + a.y * b.y; }

/// Above 0 where b points to the left of a: |a| |b| times the sine of the angle from a to b.
constexpr double cross(const Point& a, const Point& b) { return a.x * b.y - a.y * b.x; }

/// A quarter turn to the left.
constexpr Point turned_left(const Point& a) { return {-a.y, a.x}; }

/// For lengths whose squares are in range, as on a page; data of any size have length() of kernel/mathematics.hpp.
inline double length(const Point& way) { return std::sqrt(dot(way, way)); }
inline double distance(const Point& a, const Point& b) { return length(a - b); }

/// On the straight way between two points: a at t = 0.
constexpr Point between(const Point& a, const Point& b, double t) { return a + t * (b - a); }

/// A point of space or a way in it.
using Vector = std::array<double, 3>;

constexpr double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

}  // namespace gradfield
