// What a field does between the points at which a picture shows it.
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

/// Whether f turns between the points of a grid of two axes: in a good part of its cells it is not what their corners
/// suggest. Of a fine grid some cells are looked at, all over it.
bool turns_between_points(const FieldView& view, const Grid& grid);

}  // namespace gradfield
