// The surface of f as it is drawn: facets over a fine grid, and which of its points the eye sees.
#pragma once

#include <array>
#include <cstddef>

#include "field/grid.hpp"
#include "field/sample.hpp"
#include "plot/space/space_view.hpp"

namespace gradfield {

class SurfaceMesh {
 public:
  /// Heights beyond `low` and `high` are drawn there; a facet all of whose corners lie beyond them, or one of whose
  /// corners is not finite, is none. Requires: the points of the field are those of the grid of two axes, which
  /// outlives the mesh as the field does.
  SurfaceMesh(const Grid& grid, const Field& field, double low, double high);

  std::size_t columns() const { return x_.count - 1; }
  std::size_t rows() const { return y_.count - 1; }

  /// Points of the field at the corners of a facet, counter-clockwise from the lowest coordinates.
  std::array<std::size_t, 4> points_of(std::size_t column, std::size_t row) const;
  Vector place(std::size_t point) const;
  bool is_finite(std::size_t column, std::size_t row) const;
  bool has_facet(std::size_t column, std::size_t row) const;

  /// Height of the facet there, between the heights of its corners; nan where there is none.
  double height(double x, double y) const;

  /// Whether nothing of the surface stands between this point of it and the eye.
  bool is_seen(const Vector& place, const SpaceView& view) const;

 private:
  const Axis &x_, &y_;
  const Field& field_;
  double low_, high_;
};

}  // namespace gradfield
