// The surface of f as it is drawn: facets over a fine grid, and which of its points the eye sees.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/sample.hpp"
#include "plot/space/space_view.hpp"
#include "plot/surface/surface_border.hpp"

namespace gradfield {

/// On what of a surface something lies: what is part of it is on both faces, what hangs below on the lower one.
enum class Face { kUpper, kLower, kBoth };

/// How much of a cell of the mesh the surface takes.
enum class CellPart : unsigned char { kNothing, kSome, kAll };

/// The part of a polygon above a height, where `sign` is 1, or below it, where it is -1.
std::vector<Vector> cut_at(const std::vector<Vector>& outline, double height, double sign);

class SurfaceMesh {
 public:
  /// The surface ends at the heights `low` and `high`, and at the border; a cell none of whose corners lies between
  /// these heights has nothing of it. Requires: the points of the field are those of the grid of two axes, which
  /// outlives the mesh as the field and its border do.
  SurfaceMesh(const Grid& grid, const Field& field, const SurfaceBorder& border, double low, double high);

  std::size_t columns() const { return x_.count - 1; }
  std::size_t rows() const { return y_.count - 1; }

  /// Points of the field at the corners of a block of `size` x `size` cells, counter-clockwise from the lowest
  /// coordinates.
  std::array<std::size_t, 4> points_of(std::size_t column, std::size_t row, std::size_t size = 1) const;
  std::size_t point_at(std::size_t column, std::size_t row) const { return row * x_.count + column; }
  Vector place(std::size_t point) const;
  double low() const { return low_; }
  double high() const { return high_; }
  bool is_finite(std::size_t column, std::size_t row) const;
  CellPart part_of(std::size_t column, std::size_t row) const;

  /// Cells of which nothing is drawn though f is finite at their corners: they lie beyond the two heights.
  std::size_t cut() const;

  /// The outline of the surface over a cell: its corners, but cut at the border and at the two heights.
  std::vector<Vector> outline(std::size_t column, std::size_t row) const;

  /// Column and row of the cell in which a point lies, or next to which.
  std::array<std::size_t, 2> cell_at(const std::array<double, 2>& point) const;

  /// Height of the facet there, between the heights of its corners; nan where there is none.
  double height(double x, double y) const;

  /// Whether nothing of the surface stands between this point of it and the eye. What lies on its upper face is hidden
  /// also by the surface itself, where the eye sees that from below.
  bool is_seen(const Vector& place, const SpaceView& view, Face face = Face::kUpper) const;

 private:
  const Axis &x_, &y_;
  const Field& field_;
  const SurfaceBorder& border_;
  double low_, high_;
};

}  // namespace gradfield
