// From points to values, in their order.
#pragma once

#include <functional>
#include <vector>

#include "field/gradient.hpp"
#include "field/grid.hpp"

namespace gradfield {

/// Evaluates all points tile by tile and hands each tile to `take`, in order. Holds one tile, however many points there
/// are.
void sample(PointSource& points, Gradient& gradient,
            const std::function<void(const Tile& tile, const GradientTile& values)>& take);

/// A field held in memory, for pictures: arrays of one value a point, in the order of the points.
struct Field {
  std::vector<std::vector<double>> coordinates;  // one array a variable
  std::vector<double> f;
  std::vector<std::vector<double>> slopes;  // one array a variable

  std::size_t size() const { return f.size(); }
};

Field collect(PointSource& points, Gradient& gradient);
/// Of all points of a grid.
Field collect(const Grid& grid, Gradient& gradient);

}  // namespace gradfield
