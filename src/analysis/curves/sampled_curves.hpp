// A function of one variable and its derivative as curves, and how much of each is to be seen: what every picture of
// them is made from.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/curves/curve_samples.hpp"
#include "base/geometry.hpp"
#include "field/grid/grid.hpp"
#include "field/view.hpp"

namespace gradfield {

/// A curve in pieces: it ends where it is not finite, at a jump and at a pole.
using Curve = std::vector<std::vector<Point>>;

struct SampledCurves {
  Curve f, slope;                            // in data coordinates, the slope negative with descent
  bool has_right = false;                    // the slope has an axis of its own, at the right
  ValueRange f_range, slope_range;           // to be seen of each; the same where they share an axis
  std::size_t sampled = 0, not_finite = 0;   // points of an even sample
  std::vector<double> missing;               // where f is not finite: a place, or the first of many
  bool has_missing_part = false;             // one of these is no single place
  std::vector<double> f_poles, slope_poles;  // where each is cut
};

/// Samples f along the view's one axis, finer than the eye can see however many points the axis has.
SampledCurves sample_curves(const FieldView& view, bool descent);

/// The axis of values that shows a range: with zero where it is near, and some width around a constant.
Axis value_axis(ValueRange range);

}  // namespace gradfield
