// Which contour lines a picture shows.
#pragma once

#include <vector>

#include "field/sample.hpp"

namespace gradfield {

/// About `wanted` levels at round numbers, ascending.
///
/// They are evenly spaced (steps of 1, 2 or 5 times a power of ten) where lines at such levels show the whole field.
/// They grow by 1, 2, 5, 10 or, over more decades, 1, 3, 10 or powers of ten,
///  - where values near a minimum above or at 0 span decades (Rosenbrock's valley, exp(x)); no lower than a
///    hundred-millionth of the largest, but where f leaves even that within a twentieth of the picture (exp(100 x));
///  - near a pole, on both sides of 0, over four decades, where there are both.
/// A smooth hill or well in a plain has evenly spaced levels, however little of the picture it takes.
/// A few extreme values do not count: no level is spent on the last hundredth of the field.
/// None for a constant field, or where nothing is finite. Requires: a field of two variables, on a grid; wanted >= 1.
std::vector<double> contour_levels(const Field& field, int wanted);

}  // namespace gradfield
