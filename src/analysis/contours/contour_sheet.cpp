#include "analysis/contours/contour_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {

ContourSheet::ContourSheet(const Grid& grid, const Field& field, const Gradient& gradient)
    : grid_(grid), field_(field), gradient_(gradient.clone()) {
  for (std::size_t k = 0; k < 2; ++k) {
    const Axis& axis = grid.axes[k];
    nodes_[k] = axis.count;
    cell_[k] = (axis.max / 2 - axis.min / 2) / static_cast<double>(axis.count - 1) * 2;  // halves do not overflow
    reach_[k] = axis.largest_magnitude() / cell_[k];
  }
}

Sample ContourSheet::node(std::size_t number) const {
  return {{static_cast<double>(number % nodes_[0]), static_cast<double>(number / nodes_[0])},
          field_.f[number],
          {field_.slopes[0][number] * cell_[0], field_.slopes[1][number] * cell_[1]}};
}

void ContourSheet::evaluate(std::span<Sample> samples) {
  for (std::size_t first = 0; first < samples.size(); first += kTileSize) {
    const std::span<Sample> part = samples.subspan(first, std::min(kTileSize, samples.size() - first));
    tile_.resize(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
      const std::array<double, 2> point = in_data(part[i].place);
      for (std::size_t k = 0; k < 2; ++k) tile_.mutable_coordinate(k)[i] = point[k];
    }
    const GradientTile& values = gradient_->evaluate(tile_);
    for (std::size_t i = 0; i < part.size(); ++i) {
      part[i].f = values.f[i];
      for (std::size_t k = 0; k < 2; ++k) part[i].slopes[k] = values.slopes[k][i] * cell_[k];
    }
  }
}

double ContourSheet::rounding(const Sample& sample, double level) const {
  const double by_point = reach_[0] * std::fabs(sample.slopes[0]) + reach_[1] * std::fabs(sample.slopes[1]);
  constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
  return kEpsilon * (4 * std::fabs(level) + (std::isfinite(by_point) ? 2 * by_point : 0));
}

std::array<double, 2> ContourSheet::in_data(const std::array<double, 2>& place) const {
  std::array<double, 2> point;
  for (std::size_t k = 0; k < 2; ++k) {
    const Axis& axis = grid_.axes[k];
    const double cell = std::clamp(std::floor(place[k]), 0.0, static_cast<double>(nodes_[k] - 1));
    point[k] = axis.point(static_cast<std::size_t>(cell)) + (place[k] - cell) * cell_[k];
  }
  return point;
}

bool ContourSheet::contains(const std::array<double, 2>& place) const {
  return place[0] >= 0 && place[1] >= 0 && place[0] <= static_cast<double>(nodes_[0] - 1) &&
         place[1] <= static_cast<double>(nodes_[1] - 1);
}

}  // namespace gradfield
