// The field of a picture at points of the picture's own choosing, for what is finer than its arrows.
#pragma once

#include <functional>
#include <memory>

#include "field/grid/grid.hpp"
#include "field/methods/gradient.hpp"
#include "field/sample.hpp"

namespace gradfield {

/// All of a plane field: two coordinates, two slopes.
struct FieldAccess {
  /// The field on another grid; f is nan where it is not to be shown.
  std::function<Field(const Grid&)> sample;
  /// The same at any point.
  std::function<std::unique_ptr<Gradient>()> gradient;
};

}  // namespace gradfield
