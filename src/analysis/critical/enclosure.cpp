#include "analysis/critical/enclosure.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradfield {

Enclosure::Enclosure(const Program& derivatives)
    : program_(derivatives),
      variables_(derivatives.variables().size()),
      box_(variables_),
      middle_(variables_),
      inverse_(variables_ * variables_),
      slopes_(variables_),
      hessian_(variables_ * variables_) {}

Interval Enclosure::interval_of(std::size_t output) const {
  const Bounds& value = bounds_[program_.outputs()[output]].value;
  return value.low <= value.high ? Interval{value.low, value.high} : kAllNumbers;
}

Interval Enclosure::second(std::size_t row, std::size_t column) const {
  const auto [i, j] = std::minmax(row, column);
  return interval_of(1 + variables_ + i * variables_ - i * (i + 1) / 2 + j);
}

void Enclosure::bound(const Region& region) {
  for (std::size_t k = 0; k < variables_; ++k) box_[k] = {region[k].low, region[k].high, false};
  bound_values(program_, box_, BoundsOf::kFormula, bounds_);
}

void Enclosure::bound_at(std::span<const double> place) {
  for (std::size_t k = 0; k < variables_; ++k) box_[k] = {place[k], place[k], false};
  bound_values(program_, box_, BoundsOf::kFormula, bounds_);
}

// Whether the mean value theorem holds in the box that was bounded last.
bool Enclosure::is_smooth_here() const {
  for (const NodeId output : program_.outputs()) {
    const Bounds& value = bounds_[output].value;
    if (value.may_be_nan || !std::isfinite(value.low) || !std::isfinite(value.high)) return false;
  }
  return is_smooth(program_, bounds_);
}

// The inverse of the matrix in the middle of hessian_, by elimination with pivots; false where that is singular.
bool Enclosure::invert_middle() {
  const std::size_t n = variables_;
  work_.resize(n * n);
  for (std::size_t i = 0; i < n * n; ++i) work_[i] = middle_of(hessian_[i]);
  std::ranges::fill(inverse_, 0.0);
  for (std::size_t i = 0; i < n; ++i) inverse_[i * n + i] = 1;
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < n; ++row) {
      if (std::fabs(work_[row * n + column]) > std::fabs(work_[pivot * n + column])) pivot = row;
    }
    const double value = work_[pivot * n + column];
    if (!std::isnormal(value)) return false;
    for (std::size_t k = 0; k < n; ++k) {
      std::swap(work_[pivot * n + k], work_[column * n + k]);
      std::swap(inverse_[pivot * n + k], inverse_[column * n + k]);
    }
    for (std::size_t k = 0; k < n; ++k) {
      work_[column * n + k] /= value;
      inverse_[column * n + k] /= value;
    }
    for (std::size_t row = 0; row < n; ++row) {
      const double factor = work_[row * n + column];
      if (row == column || factor == 0) continue;
      for (std::size_t k = 0; k < n; ++k) {
        work_[row * n + k] -= factor * work_[column * n + k];
        inverse_[row * n + k] -= factor * inverse_[column * n + k];
      }
    }
  }
  return std::ranges::all_of(inverse_, [](double value) { return std::isfinite(value); });
}

Zeros Enclosure::zeros_in(const Region& region) {
  const std::size_t n = variables_;
  bound(region);
  if (bounds_[program_.outputs()[0]].value.is_nan) return Zeros::kUndefined;
  constexpr double kZero = 1e-300;  // zeros that were rounded outwards
  bool are_zero = true;
  for (std::size_t k = 0; k < n; ++k) {
    const Interval slope_k = slope(k);
    if (bounds_[program_.outputs()[1 + k]].value.is_nan) return Zeros::kNone;
    if (!holds(slope_k, 0)) return Zeros::kNone;
    are_zero &= slope_k.low > -kZero && slope_k.high < kZero;
  }
  if (are_zero) return Zeros::kAll;
  if (!is_smooth_here()) return Zeros::kUnknown;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) hessian_[i * n + j] = second(i, j);
    middle_[i] = middle_of(region[i]);
  }
  bound_at(middle_);
  const auto away = [&](std::size_t k) { return region[k] - Interval{middle_[k], middle_[k]}; };
  for (std::size_t i = 0; i < n; ++i) {
    slopes_[i] = slope(i);
    Interval mean = slopes_[i];
    for (std::size_t j = 0; j < n; ++j) mean = mean + hessian_[i * n + j] * away(j);
    if (!holds(mean, 0)) return Zeros::kNone;
  }
  if (!invert_middle()) return Zeros::kUnknown;
  // Krawczyk: middle - Y*slopes + (1 - Y*H)*(region - middle).
  bool is_inside = true;
  for (std::size_t i = 0; i < n; ++i) {
    Interval image{middle_[i], middle_[i]};
    for (std::size_t j = 0; j < n; ++j) image = image - inverse_[i * n + j] * slopes_[j];
    for (std::size_t j = 0; j < n; ++j) {
      Interval factor{i == j ? 1.0 : 0.0, i == j ? 1.0 : 0.0};
      for (std::size_t k = 0; k < n; ++k) factor = factor - inverse_[i * n + k] * hessian_[k * n + j];
      image = image + factor * away(j);
    }
    if (image.high < region[i].low || image.low > region[i].high) return Zeros::kNone;
    is_inside &= image.low > region[i].low && image.high < region[i].high;
  }
  return is_inside ? Zeros::kOne : Zeros::kUnknown;
}

bool Enclosure::newton_step(std::span<const double> place, std::vector<double>& next) {
  const std::size_t n = variables_;
  bound_at(place);
  for (const NodeId output : program_.outputs()) {
    const Bounds& value = bounds_[output].value;
    if (value.may_be_nan || !std::isfinite(value.low) || !std::isfinite(value.high)) return false;
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) hessian_[i * n + j] = second(i, j);
  }
  if (!invert_middle()) return false;
  next.assign(place.begin(), place.end());
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) next[i] -= inverse_[i * n + j] * middle_of(slope(j));
  }
  return std::ranges::all_of(next, [](double value) { return std::isfinite(value); });
}

}  // namespace gradfield
