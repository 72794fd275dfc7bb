// From a field to arrows on a page: lengths, and the outline of each arrow as a polygon, which every terminal of
// gnuplot draws alike.
#pragma once

#include <cstddef>
#include <vector>

#include "field/sample.hpp"
#include "plot/picture.hpp"

namespace gradfield {

struct Point {
  double x, y;
};

struct Arrow {
  std::vector<Point> outline;  // in data coordinates, closed by its first point; an octagon for a zero vector
  double norm;                 // length of the gradient
  double value;                // f at the grid point
};

struct Arrows {
  std::vector<Arrow> list;
  double reference = 0;        // norm of the longest arrow that is not shortened; 0 where all are zero
  std::size_t not_finite = 0;  // points without an arrow
  std::size_t shortened = 0;   // arrows longer than `reference`, drawn as long as it
};

/// Length of the gradient at point i; inf where it exceeds the doubles. Requires: a field of two variables.
double norm_at(const Field& field, std::size_t i);

/// Whether point i is drawn: f and the norm of its gradient are finite there.
bool has_arrow(const Field& field, std::size_t i);

/// Norm that the longest arrow stands for: the largest finite norm, or the 95th percentile where the largest is more
/// than four times that, so that one pole does not shrink all other arrows. 0 where there is none.
double reference_norm(const Field& field);

/// Arrows of the gradient (of its negative with `descent`), their middle on the grid point, the longest 0.92 of a grid
/// cell. Directions are those of data coordinates on the page. Requires: a field of two variables.
Arrows make_arrows(const Field& field, const Page& page, double reference, bool descent);

}  // namespace gradfield
