// What stands out in a field: its lowest and highest values, where it is steepest, and where it is undefined.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {

/// The largest or least of a value, and the first point where it is found.
struct Extreme {
  double value;
  std::vector<double> place;   // one coordinate a variable
  std::vector<double> slopes;  // there
  std::size_t others = 0;      // points at which it is the same, to 1e-12 of it
};

struct FieldSummary {
  std::size_t points = 0;
  std::size_t undefined = 0;                  // of these: f is nan
  std::size_t infinite = 0;                   // f is infinite
  std::optional<Extreme> lowest, highest;     // of the finite values of f
  std::optional<Extreme> steepest, flattest;  // the length of the gradient, where that is finite
};

/// Of all points; nothing is held. Errors: those of the points.
FieldSummary summarize(PointSource& points, Gradient& gradient);

}  // namespace gradfield
