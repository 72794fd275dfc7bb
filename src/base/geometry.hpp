// Points of the plane.
#pragma once

namespace gradfield {

struct Point {
  double x, y;
};

}  // namespace gradfield
