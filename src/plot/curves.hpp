// The picture of a function of one variable: f and its derivative over the same axis.
#pragma once

#include <cstddef>
#include <functional>
#include <ostream>
#include <vector>

#include "field/grid.hpp"
#include "field/sample.hpp"
#include "plot/key.hpp"
#include "plot/page.hpp"
#include "plot/sheet.hpp"

namespace gradfield {

/// A curve in pieces: it ends where it is not finite, at a jump and at a pole.
using Curve = std::vector<std::vector<Point>>;

struct CurvesPicture : Sheet {
  Page page;
  Axis axis;
  Curve f, slope;          // in data coordinates, the slope negative with descent
  bool has_right = false;  // the slope has an axis of its own, at the right
  Scale right;             // that axis
  std::vector<KeyRow> key;
  std::size_t sampled = 0, not_finite = 0;  // points of the sample
};

/// The pieces of the curve through these values, whose slopes are known. `range`: from the least to the largest value
/// to be seen.
Curve curve_through(const std::vector<double>& x, const std::vector<double>& values, const std::vector<double>& slopes,
                    double range);

/// Samples f along `axis`, finer than the eye can see however many points the axis has, and lays it out.
/// `sample`: the field on a grid of one axis; f is nan where it is not to be shown.
CurvesPicture compose_curves(const Axis& axis, const PictureStyle& style, const Terminal& terminal,
                             const std::function<Field(const Grid&)>& sample);

void write_script(std::ostream& script, const CurvesPicture& picture, const Terminal& terminal);

}  // namespace gradfield
