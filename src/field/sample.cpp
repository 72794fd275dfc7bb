#include "field/sample.hpp"

namespace gradfield {

void sample(PointSource& points, Gradient& gradient,
            const std::function<void(const Tile& tile, const GradientTile& values)>& take) {
  Tile tile(points.variables());
  while (points.next(tile)) take(tile, gradient.evaluate(tile));
}

Field collect(PointSource& points, Gradient& gradient) {
  const std::size_t variables = points.variables();
  Field field;
  field.coordinates.resize(variables);
  field.slopes.resize(variables);
  sample(points, gradient, [&](const Tile& tile, const GradientTile& values) {
    for (std::size_t k = 0; k < variables; ++k) {
      field.coordinates[k].insert(field.coordinates[k].end(), tile.coordinate(k), tile.coordinate(k) + tile.size());
      field.slopes[k].insert(field.slopes[k].end(), values.slopes[k].begin(), values.slopes[k].end());
    }
    field.f.insert(field.f.end(), values.f.begin(), values.f.end());
  });
  return field;
}

Field collect(const Grid& grid, Gradient& gradient) {
  GridCursor cursor(grid);
  return collect(cursor, gradient);
}

}  // namespace gradfield
