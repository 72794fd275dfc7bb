// Critical points of a field: its minima, maxima and saddles; and, below them, what tells of such a point without any
// second derivative: directions that turn on the way around it.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "base/geometry.hpp"
#include "field/grid/grid.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {

/// What f is like around a critical point. Degenerate is one at which it neither has an extremum nor two ways up and
/// two ways down: a monkey saddle.
enum class CriticalKind { kMinimum, kMaximum, kSaddle, kDegenerate };

/// A point at which the gradient is zero; or does not exist, where f has a tip.
struct CriticalPoint {
  std::vector<double> place;  // one coordinate a variable, in its units
  double f;
  CriticalKind kind;
};

/// The critical points of f in the box of the grid, its border included, ordered by the last variable, then by the one
/// before it.
///
/// Method: the index of the cells between points of the grid (find_singularities), and with second derivatives
/// (MethodSettings::second) Newton's method from there and from every point of the grid whose first step is no longer
/// than a cell. Where this converges as at a plain zero the point is known to rounding, and the Hessian tells its kind
/// (the second-derivative test). Elsewhere (no second derivatives, a singular Hessian, a kink) the point is halved in
/// to 1e-9 of a cell, or as far as its index is seen, and the slopes on a circle of 1/50 of a cell tell its kind: an
/// extremum where all lead outwards or all inwards, else by the index, which is 1 less half the number of directions in
/// which f is level (Arnold, "Ordinary Differential Equations", 1973, ch. 5: the index of a gradient).
///
/// Left out: critical points in a row, as on a ridge or a plateau; poles, towards which slopes grow as 1/r or faster,
/// so that f has no finite limit; a point that the index alone could tell but for others in its cell, or of the index 0
/// (as of x^3+y^2). A finer grid tells points apart.
///
/// Units:      the metric is that of the box as a square, which no result depends on to first order.
/// Non-finite: places where f or a slope is not finite are passed over.
/// Requires:   a grid of two axes with two points or more each.
std::vector<CriticalPoint> find_critical_points(Gradient& gradient, const Grid& grid);

/// The direction of a plane field at a place, of length 1; none where it has none.
using Directions = std::function<std::optional<Point>(const Point& place)>;

/// Nodes in rows and columns, the first of them 0.382 of a cell to the right of the corner and above it: neither at
/// halves nor at the border, for where formulas are symmetric, critical points lie on such lines, and on a node there
/// is no direction. (0.382 is the golden section's.)
struct Lattice {
  Point corner, pitch;
  std::array<std::size_t, 2> counts;  // columns and rows
};

/// A place around which directions turn: a critical point or a pole of a field.
struct Singularity {
  Point place;
  int index;  // how often they turn on the way around it, to the left: 1 at an extremum or a pole, -1 at a saddle
};

/// The singularities between the nodes of a lattice, row by row.
///
/// Method: the index of the cells, halved until the place is known to `precision` or no part has the index (Helman &
/// Hesselink, "Representation and display of vector field topology", 1989). It needs directions alone, no second
/// derivatives, and finds poles as well. A cell has one index: that of its singularities together, 0 for two that
/// cancel.
std::vector<Singularity> find_singularities(const Directions& directions, const Lattice& lattice, double precision);

/// A place on a circle, and the direction there.
struct RingPoint {
  Point place, direction;
};

/// The directions on a small circle.
struct Ring {
  std::vector<RingPoint> points;  // in the order of the way around, to the left
  int index;
  double sharpest_turn;  // from one of them to the next, in radians: on a fine ring large only where they jump
};

/// A ring of 128 directions: from one to the next those of a point that is 20 times as steep across as along turn by
/// less than 60 degrees. Between two that turn further others are put, up to `halvings` times. None where one of the
/// places has no direction.
std::optional<Ring> ring_around(const Directions& directions, const Point& middle, double radius, int halvings);

}  // namespace gradfield
