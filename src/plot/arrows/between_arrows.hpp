// What a field does between its arrows, which these do not show.
#pragma once

#include "field/view.hpp"

namespace gradfield {

/// What one more evaluation found, at a point in each cell of the grid.
struct BetweenArrows {
  bool turns = false;   // in a good part of the cells the gradient is not what those around it suggest
  double greatest = 0;  // length of a gradient, at the points of the grid and between them
};

/// `field`: of the view.
BetweenArrows look_between(const FieldView& view, const Field& field);

}  // namespace gradfield
