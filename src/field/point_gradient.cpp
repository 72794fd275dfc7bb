#include "field/point_gradient.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

PointGradient::PointGradient(const Gradient& gradient, std::size_t variables)
    : gradient_(gradient.clone()), tile_(variables), slopes_(variables) {
  tile_.resize(1);
}

PointValue PointGradient::at(std::span<const double> point) {
  for (std::size_t k = 0; k < point.size(); ++k) tile_.mutable_coordinate(k)[0] = point[k];
  const GradientTile& values = gradient_->evaluate(tile_);
  for (std::size_t k = 0; k < slopes_.size(); ++k) slopes_[k] = values.slopes[k][0];
  for (std::size_t k = 0; k < held_.size(); ++k) {
    if (held_[k]) slopes_[k] = 0;
  }
  return {values.f[0], slopes_};
}

bool is_finite(const PointValue& value) {
  return std::isfinite(value.f) &&
         std::all_of(value.slopes.begin(), value.slopes.end(), [](double slope) { return std::isfinite(slope); });
}

}  // namespace gradfield
