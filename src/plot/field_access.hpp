// The field of a picture at points of the picture's own choosing, for what is finer than its arrows.
#pragma once

#include <functional>

#include "analysis/point_gradient.hpp"
#include "field/grid.hpp"
#include "field/sample.hpp"

namespace gradfield {

/// All of a plane field: two coordinates, two slopes.
struct FieldAccess {
  /// The field on another grid; f is nan where it is not to be shown.
  std::function<Field(const Grid&)> sample;
  /// The field at any point.
  std::function<PointGradient()> at_points;
  /// Whether a point is to be shown; empty: all are.
  std::function<bool(double x, double y)> is_shown;
};

}  // namespace gradfield
