#include "analysis/traits/field_summary.hpp"

#include <cmath>

namespace gradfield {
namespace {

// Takes `value` at point i where it is beyond what was found so far; direction 1: upwards, -1: downwards.
void consider(std::optional<Extreme>& extreme, int direction, double value, const Tile& tile,
              const GradientTile& gradient, std::size_t i) {
  constexpr double kSame = 1e-12;
  if (extreme && std::fabs(value - extreme->value) <= kSame * std::fabs(extreme->value)) {
    ++extreme->others;
    return;
  }
  if (extreme && !(direction * value > direction * extreme->value)) return;
  extreme = Extreme{value, {}, {}};
  for (std::size_t k = 0; k < tile.variables(); ++k) extreme->place.push_back(tile.coordinate(k)[i]);
  for (const std::span<const double> slope : gradient.slopes) extreme->slopes.push_back(slope[i]);
}

}  // namespace

FieldSummary summarize(PointSource& points, Gradient& gradient) {
  FieldSummary summary;
  Tile tile(points.variables());
  while (points.next(tile)) {
    const GradientTile& values = gradient.evaluate(tile);
    summary.points += tile.size();
    for (std::size_t i = 0; i < tile.size(); ++i) {
      const double f = values.f[i];
      if (!std::isfinite(f)) {
        ++(std::isnan(f) ? summary.undefined : summary.infinite);
        continue;
      }
      consider(summary.lowest, -1, f, tile, values, i);
      consider(summary.highest, 1, f, tile, values, i);
      double norm = 0;
      for (const std::span<const double> slope : values.slopes) norm = std::hypot(norm, slope[i]);
      if (!std::isfinite(norm)) continue;
      consider(summary.steepest, 1, norm, tile, values, i);
      consider(summary.flattest, -1, norm, tile, values, i);
    }
  }
  return summary;
}

}  // namespace gradfield
