// A function of one variable and its derivative as curves, and how much of each is to be seen: what every picture of
// them is made from.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "field/grid.hpp"
#include "field/sample.hpp"
#include "plot/parts/arrows.hpp"

namespace gradfield {

/// A curve in pieces: it ends where it is not finite, at a jump and at a pole.
using Curve = std::vector<std::vector<Point>>;

struct ValueRange {
  double low = 0, high = 0;
  bool is_cut = false;  // values lie beyond
  double width() const { return high - low; }
};

struct SampledCurves {
  Curve f, slope;                           // in data coordinates, the slope negative with descent
  bool has_right = false;                   // the slope has an axis of its own, at the right
  ValueRange f_range, slope_range;          // to be seen of each; the same where they share an axis
  std::size_t sampled = 0, not_finite = 0;  // points of the sample
};

/// The pieces of the curve through these values, whose slopes are known. `range`: from the least to the largest value
/// to be seen.
Curve curve_through(const std::vector<double>& x, const std::vector<double>& values, const std::vector<double>& slopes,
                    double range);

/// Samples f along `axis`, finer than the eye can see however many points the axis has.
/// `sample`: the field on a grid of one axis; f is nan where it is not to be shown.
SampledCurves sample_curves(const Axis& axis, bool descent, const std::function<Field(const Grid&)>& sample);

/// The axis of values that shows a range: with zero where it is near, and some width around a constant.
Axis value_axis(ValueRange range);

}  // namespace gradfield
