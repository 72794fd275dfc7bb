// From a grid to values, in the order of the table.
#pragma once

#include <functional>
#include <vector>

#include "field/gradient.hpp"
#include "field/grid.hpp"

namespace gradfield {

/// Evaluates the whole grid tile by tile and hands each to `take`, in order. Holds one tile, whatever the grid's size.
void sample(const Grid& grid, Gradient& gradient,
            const std::function<void(const Tile& tile, const GradientTile& values)>& take);

/// A field held in memory, for pictures: arrays of one value a point, in the order of the table.
struct Field {
  std::vector<std::vector<double>> coordinates;  // one array a variable
  std::vector<double> f;
  std::vector<std::vector<double>> slopes;  // one array a variable

  std::size_t size() const { return f.size(); }
};

Field collect(const Grid& grid, Gradient& gradient);

}  // namespace gradfield
