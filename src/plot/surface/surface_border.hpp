// Where the surface of f ends between the points of its mesh: at the border of what f is defined on, or of --where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/methods/gradient.hpp"
#include "field/sample.hpp"
#include "plot/space/space_view.hpp"

namespace gradfield {

class SurfaceBorder {
 public:
  /// Finds the border on every edge of the grid of two axes at one end of which f is finite and at the other is not;
  /// `field` is that of all its points.
  /// Method: bisection with f itself, until the border is known to 1e-9 of the edge: a root, that is upright at its
  /// end, comes within 1e-4 of its height over a whole edge.
  SurfaceBorder(const Grid& grid, const Field& field, const Gradient& gradient);

  /// The last point on the way from point `from` of the field, where f is finite, to its neighbour `to`; null where f
  /// is finite there too.
  const Vector* last_on_way(std::size_t from, std::size_t to) const;

  /// Values of f at the border.
  const std::vector<double>& values() const { return values_; }

 private:
  static std::uint64_t key(std::size_t from, std::size_t to);

  std::unordered_map<std::uint64_t, Vector> last_;
  std::vector<double> values_;
};

}  // namespace gradfield
