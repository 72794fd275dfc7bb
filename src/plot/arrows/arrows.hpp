// From a field to arrows on a page: the outline of each arrow as a polygon, which every terminal of gnuplot draws
// alike.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "field/sample.hpp"
#include "plot/arrows/arrow_lengths.hpp"
#include "plot/look/page.hpp"

namespace gradfield {

/// Which part of the arrow sits on its grid point.
struct Pivot {
  std::string_view name;
  double place;  // along the arrow from its middle, in units of its length
};

/// All of them; the first is the default.
std::span<const Pivot> pivots();

struct ArrowStyle {
  double longest = 0.92;  // in grid cells
  double shortest = 6;    // of a vector that is not zero, in points of the page
  const Pivot* pivot = &pivots()[0];
  bool descent = false;  // they point down
};

enum class ArrowKind {
  kWhole,
  kShortened,  // stands for more than the longest: its shaft is broken
  kDot         // the zero vector
};

struct Arrow {
  ArrowKind kind;
  std::vector<Point> outline;  // in data coordinates, closed by its first point
  std::vector<Point> rest;     // of a shortened arrow: the part of the shaft beyond the break, likewise
  double norm;                 // length of the gradient
  double value;                // f at the grid point
};

struct ArrowCounts {
  std::size_t all = 0;  // also dots
  std::size_t shortened = 0;
  std::size_t dots = 0;
  std::size_t not_finite = 0;  // points without an arrow
};

struct Arrows : ArrowCounts {
  std::vector<Arrow> list;
};

/// Arrows of the gradient. Directions are those of data coordinates on the page.
/// Requires: a field of two variables.
Arrows make_arrows(const Field& field, const Page& page, const LengthScale& lengths, const ArrowStyle& style);

/// The shape of an arrow, in points of the page: along (1, 0), its middle at the origin. One polygon, with
/// a `broken` shaft two, the head first. `length` and `cell` (the shorter side
/// of a grid cell) in points of the page.
std::vector<std::vector<Point>> arrow_shape(double length, double cell, bool broken);

/// A circle about the origin as a polygon, closed by its first point.
std::vector<Point> circle_shape(double radius, int corners = 20);

/// The shape of a zero vector, likewise.
std::vector<Point> dot_shape(double cell);

/// Length of an arrow from its share of the longest, in points of the page: never shorter than can be read, where the
/// longest is not. `cell` in points of the page. Requires: a vector that is not zero.
double arrow_length(double share, double cell, const ArrowStyle& style);

/// The shorter side of a grid cell, in points of the page.
double arrow_cell(const Page& page);

/// Length of the longest arrow, in points of the page.
double longest_arrow(const Page& page, const ArrowStyle& style);

/// How far the arrows reach beyond the outermost grid points, in units of the data.
struct Reach {
  double x_low = 0, x_high = 0, y_low = 0, y_high = 0;
};
Reach reach_of(const Arrows& arrows, const Field& field);

/// Where a polygon of the page, given about `place` in data coordinates, comes to lie.
std::vector<Point> placed(const std::vector<Point>& shape, Point place, Point direction, const Page& page);

}  // namespace gradfield
