// The ranges of a box of space, or of the floor below a surface: padded for arrows, of true proportions where they are
// within 4:1.
#pragma once

#include <vector>

#include "field/grid/grid.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

struct BoxEdge {
  double low, high;  // data, padded
  double cell;       // distance of grid points, in data
  double length;     // in units of the longest edge
};

struct SpaceBox {
  std::vector<BoxEdge> edges;  // one an axis
  bool is_equal;               // a unit is as long on all of them
};

/// The box of the points of a grid: half a cell more at each end, or what their arrows need.
SpaceBox padded_box(const Grid& grid, const PictureStyle& style);

}  // namespace gradfield
