#include "analysis/point_gradient.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace gradfield {

PointGradient::PointGradient(const Gradient& gradient, std::size_t variables)
    : gradient_(gradient.clone()), tile_(variables), free_(variables), slopes_(variables) {
  std::iota(free_.begin(), free_.end(), 0);
  tile_.resize(1);
}

PointGradient::PointGradient(const Gradient& gradient, std::span<const double> place, std::vector<std::size_t> free)
    : gradient_(gradient.clone()), tile_(place.size()), free_(std::move(free)), slopes_(free_.size()) {
  tile_.resize(1);
  for (std::size_t k = 0; k < place.size(); ++k) tile_.mutable_coordinate(k)[0] = place[k];
}

PointValue PointGradient::at(std::span<const double> point) {
  for (std::size_t k = 0; k < free_.size(); ++k) tile_.mutable_coordinate(free_[k])[0] = point[k];
  const GradientTile& values = gradient_->evaluate(tile_);
  for (std::size_t k = 0; k < free_.size(); ++k) slopes_[k] = values.slopes[free_[k]][0];
  return {values.f[0], slopes_};
}

bool is_finite(const PointValue& value) {
  return std::isfinite(value.f) &&
         std::all_of(value.slopes.begin(), value.slopes.end(), [](double slope) { return std::isfinite(slope); });
}

}  // namespace gradfield
