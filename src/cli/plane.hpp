// The plane that a picture shows: the two axes of the grid, or those two of more along which there are points.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/work.hpp"
#include "field/grid.hpp"
#include "field/sample.hpp"
#include "plot/field_access.hpp"

namespace gradfield {

class Plane {
 public:
  /// Of the variables of `work` on `grid`; both must outlive the plane and what it gives.
  /// Requires: is_plane(grid).
  Plane(const Work& work, const Grid& grid);

  /// Of the two axes.
  const Grid& grid() const { return plane_; }

  /// Coordinates and slopes of the two alone.
  Field flat(Field field) const;

  /// Where the plane lies: "z = 0.5"; empty where there are no other variables.
  std::string place() const;

  /// The field elsewhere on the plane.
  FieldAccess access() const;

  /// The grid with these two axes in place of the plane's.
  Grid whole(const Grid& plane) const;

 private:
  Field sample(const Grid& plane) const;

  const Work& work_;
  const Grid& grid_;
  std::vector<std::size_t> axes_;  // two, ascending
  Grid plane_;
};

/// Whether a grid has two axes, or of more all but two a single point.
bool is_plane(const Grid& grid);

}  // namespace gradfield
