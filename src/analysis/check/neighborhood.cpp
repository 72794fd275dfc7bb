#include "analysis/check/neighborhood.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "program/passes/rounding.hpp"

namespace gradfield {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

// How far `steepness` looks, in units of length_scale.
constexpr double kSteepnessStep = 0.1;

}  // namespace

Surroundings::Surroundings(const Program& f, const MethodSettings& settings)
    : evaluator_(with_rounding_error(f)),
      neighbours_(f),
      settings_(settings),
      used_(f.variables_used(0)),
      steps_(kTileSize) {
  settings_.step.reset();
}

void Surroundings::evaluate(const Tile& tile) {
  const std::size_t count = tile.size();
  evaluator_.evaluate(tile);
  roundings_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double f = evaluator_.output(0)[i], bound = evaluator_.output(1)[i];
    roundings_[i] = kEpsilon * std::fabs(f) + (std::isfinite(bound) ? bound : 0);
  }
  steepness_.assign(count, 0);
  lengths_.assign(count, std::numeric_limits<double>::infinity());
  for (std::size_t k = 0; k < tile.variables(); ++k) {
    if (used_[k]) look_along(k, tile);
  }
}

void Surroundings::look_along(std::size_t variable, const Tile& tile) {
  const double* x = tile.coordinate(variable);
  for (std::size_t i = 0; i < tile.size(); ++i) {
    lengths_[i] = std::min(lengths_[i], length_scale(settings_, variable, x[i]));
    steps_[i] = step_at(settings_, kSteepnessStep, variable, x[i]);
  }
  neighbours_.place(tile, variable, std::span(steps_).first(tile.size()));
  const Neighbours::Row here = neighbours_.at(0), above = neighbours_.at(1), below = neighbours_.at(-1);
  for (std::size_t i = 0; i < tile.size(); ++i) {
    const double flatter = std::min(std::fabs(above.f[i] - here.f[i]), std::fabs(here.f[i] - below.f[i])) / steps_[i];
    if (std::isfinite(above.f[i] - below.f[i]) && flatter > steepness_[i]) steepness_[i] = flatter;
  }
}

}  // namespace gradfield
