#include "analysis/check/irregular_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "program/passes/rounding.hpp"

namespace gradfield {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

// Each stretch is this part of the one before: a little more than half, so that a jump at its end is not lost to
// rounding.
constexpr double kShrink = 0.53;

// A stretch shrinks so many times before its second difference is the measure of the others...
constexpr int kStepsBefore = 6;
// ... and so many times more. A smooth f has second differences of h^2 f'': 0.53^20 of the measure is left. At a kink
// they are h times the difference of slopes: 0.53^10 is left; at a jump all of it. Halfway between the former two:
constexpr int kSteps = 10;
constexpr double kLeftOfSmooth = 7.3e-5;

// So much more than the reach is looked at, for the same reason.
constexpr double kMargin = 1.0625;

}  // namespace

RoughSpots::RoughSpots(const Program& f)
    : evaluator_(with_rounding_error(f)),
      neighbours_(f),
      middles_(f.variables().size()),
      quarters_(kTileSize),
      bounds_(kTileSize),
      bends_(kTileSize),
      noises_(kTileSize) {}

const std::vector<bool>& RoughSpots::near(const Tile& tile, std::size_t variable, std::span<const double> reach) {
  const std::size_t count = tile.size();
  middles_ = tile;
  is_rough_.assign(count, false);
  for (std::size_t i = 0; i < count; ++i) quarters_[i] = kMargin * reach[i] / 2;
  evaluator_.evaluate(tile);
  std::ranges::transform(evaluator_.output(1), bounds_.begin(),
                         [](double bound) { return std::isfinite(bound) ? bound : 0; });
  std::vector<double> measures;
  for (int level = 0; level <= kStepsBefore + kSteps; ++level) {
    shrink(variable);
    if (level == kStepsBefore) measures = bends_;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (bends_[i] > noises_[i] && bends_[i] > kLeftOfSmooth * measures[i]) is_rough_[i] = true;
  }
  return is_rough_;
}

// Takes the largest second difference in each stretch, and its stretch for the next time.
void RoughSpots::shrink(std::size_t variable) {
  const std::size_t count = middles_.size();
  neighbours_.place(middles_, variable, std::span(quarters_).first(count));
  std::array<Neighbours::Row, 5> rows;
  for (std::size_t k = 0; k < rows.size(); ++k) rows[k] = neighbours_.at(static_cast<int>(k) - 2);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t roughest = 1;
    double largest = 0;
    bends_[i] = 0;
    for (const std::size_t k : {1u, 0u, 2u}) {
      const double left = rows[k].f[i], middle = rows[k + 1].f[i], right = rows[k + 2].f[i];
      const double bend = std::fabs((left - middle) + (right - middle));
      if (!std::isfinite(bend)) is_rough_[i] = true;
      largest = std::max({largest, std::fabs(left), std::fabs(right)});
      if (bend > bends_[i]) {
        bends_[i] = bend;
        roughest = k;
      }
    }
    // Four values are rounded, and so is each x: by eps |x|, which the slope turns into a part of f.
    const double x = rows[2].x[i], slope = std::fabs(rows[4].f[i] - rows[0].f[i]) / (4 * quarters_[i]);
    noises_[i] = 4 * (bounds_[i] + kEpsilon * (largest + std::fabs(x * slope)));
    middles_.mutable_coordinate(variable)[i] = rows[roughest + 1].x[i];
    quarters_[i] *= kShrink;
  }
}

}  // namespace gradfield
