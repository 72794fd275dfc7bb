#include "field/methods/neighbours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {

Neighbours::Neighbours(const Program& f) : evaluator_(f), shifted_(f.variables().size()) {
  for (Samples& samples : samples_) {
    samples.x.resize(kTileSize);
    samples.f.resize(kTileSize);
  }
}

void Neighbours::place(const Tile& tile, std::size_t variable, std::span<const double> steps) {
  shifted_.resize(tile.size());
  for (std::size_t k = 0; k < tile.variables(); ++k) {
    std::copy_n(tile.coordinate(k), tile.size(), shifted_.mutable_coordinate(k));
  }
  tile_ = &tile;
  variable_ = variable;
  steps_ = steps;
  for (Samples& samples : samples_) samples.is_known = false;
}

Neighbours::Row Neighbours::at(int k) {
  Samples& samples = samples_[static_cast<std::size_t>(k + kFarthest)];
  const std::size_t count = tile_->size();
  if (!samples.is_known) {
    const double* x = tile_->coordinate(variable_);
    for (std::size_t i = 0; i < count; ++i) samples.x[i] = x[i] + k * steps_[i];
    std::copy_n(samples.x.begin(), count, shifted_.mutable_coordinate(variable_));
    evaluator_.evaluate(shifted_);
    const std::span<const double> f = evaluator_.output(0);
    for (std::size_t i = 0; i < count; ++i) {
      samples.f[i] = std::isfinite(samples.x[i]) ? f[i] : std::numeric_limits<double>::quiet_NaN();
    }
    samples.is_known = true;
  }
  return {std::span(samples.x).first(count), std::span(samples.f).first(count)};
}

}  // namespace gradfield
