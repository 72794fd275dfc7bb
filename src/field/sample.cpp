#include "field/sample.hpp"

namespace gradfield {

void sample(const Grid& grid, Gradient& gradient,
            const std::function<void(const Tile& tile, const GradientTile& values)>& take) {
  GridCursor cursor(grid);
  Tile tile(grid.axes.size());
  while (cursor.next(tile)) take(tile, gradient.evaluate(tile));
}

Field collect(const Grid& grid, Gradient& gradient) {
  Field field;
  field.coordinates.resize(grid.axes.size());
  field.slopes.resize(grid.axes.size());
  sample(grid, gradient, [&](const Tile& tile, const GradientTile& values) {
    for (std::size_t k = 0; k < grid.axes.size(); ++k) {
      field.coordinates[k].insert(field.coordinates[k].end(), tile.coordinate(k), tile.coordinate(k) + tile.size());
      field.slopes[k].insert(field.slopes[k].end(), values.slopes[k].begin(), values.slopes[k].end());
    }
    field.f.insert(field.f.end(), values.f.begin(), values.f.end());
  });
  return field;
}

}  // namespace gradfield
