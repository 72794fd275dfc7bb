#include "plot/surface/surface_border.hpp"

#include <algorithm>
#include <cmath>

#include "field/grid/tile.hpp"

namespace gradfield {
namespace {

constexpr int kHalvings = 30;  // 2^-30 is 1e-9

struct Stretch {
  std::size_t from, to;  // points of the field
  Vector inside;         // f is finite here, and is its third part
  double x, y;           // and not here
};

std::vector<Stretch> stretches_of(const Grid& grid, const Field& field) {
  const std::size_t columns = grid.axes[0].count, rows = grid.axes[1].count;
  std::vector<Stretch> stretches;
  const auto add = [&](std::size_t a, std::size_t b) {
    if (std::isfinite(field.f[a]) == std::isfinite(field.f[b])) return;
    if (!std::isfinite(field.f[a])) std::swap(a, b);
    stretches.push_back({a,
                         b,
                         {field.coordinates[0][a], field.coordinates[1][a], field.f[a]},
                         field.coordinates[0][b],
                         field.coordinates[1][b]});
  };
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t point = row * columns + column;
      if (column + 1 < columns) add(point, point + 1);
      if (row + 1 < rows) add(point, point + columns);
    }
  }
  return stretches;
}

// Halves `count` stretches from the first on; no more than a tile holds.
void halve(Stretch* first, std::size_t count, Gradient& gradient, Tile& tile) {
  tile.resize(count);
  double *x = tile.mutable_coordinate(0), *y = tile.mutable_coordinate(1);
  for (std::size_t i = 0; i < count; ++i) {
    x[i] = first[i].inside[0] / 2 + first[i].x / 2;
    y[i] = first[i].inside[1] / 2 + first[i].y / 2;
  }
  const GradientTile& values = gradient.evaluate(tile);
  for (std::size_t i = 0; i < count; ++i) {
    if (std::isfinite(values.f[i])) {
      first[i].inside = {tile.coordinate(0)[i], tile.coordinate(1)[i], values.f[i]};
    } else {
      first[i].x = tile.coordinate(0)[i];
      first[i].y = tile.coordinate(1)[i];
    }
  }
}

}  // namespace

SurfaceBorder::SurfaceBorder(const Grid& grid, const Field& field, const Gradient& gradient) {
  std::vector<Stretch> stretches = stretches_of(grid, field);
  const std::unique_ptr<Gradient> own = gradient.clone();
  Tile tile(2);
  for (std::size_t first = 0; first < stretches.size(); first += kTileSize) {
    const std::size_t count = std::min(kTileSize, stretches.size() - first);
    for (int round = 0; round < kHalvings; ++round) halve(&stretches[first], count, *own, tile);
  }
  for (const Stretch& stretch : stretches) {
    last_[key(stretch.from, stretch.to)] = stretch.inside;
    values_.push_back(stretch.inside[2]);
  }
}

std::uint64_t SurfaceBorder::key(std::size_t from, std::size_t to) {
  return (static_cast<std::uint64_t>(from) << 32) | static_cast<std::uint64_t>(to);
}

const Vector* SurfaceBorder::last_on_way(std::size_t from, std::size_t to) const {
  const auto found = last_.find(key(from, to));
  return found == last_.end() ? nullptr : &found->second;
}

}  // namespace gradfield
