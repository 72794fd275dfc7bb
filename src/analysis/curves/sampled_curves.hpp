// A function of one variable and its derivative as curves, and how much of each is to be seen: what every picture of
// them is made from.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/curves/curve_samples.hpp"
#include "base/geometry.hpp"
#include "field/grid/grid.hpp"
#include "field/view.hpp"

namespace gradfield {

/// A curve in pieces: it ends where it is not finite, at a jump and at a pole.
using Curve = std::vector<std::vector<Point>>;

/// Where a curve is not finite.
struct MissingPoints {
  std::size_t count = 0;       // among the points of an even sample
  std::vector<double> places;  // a place, or the first of many
  bool is_part = false;        // one of these is no single place
};

struct SampledCurves {
  Curve f, slope;                            // in data coordinates, the slope negative with descent
  Curve second;                              // the second derivative, on the axis of the slope
  bool has_right = false;                    // the slopes have an axis of their own, at the right
  ValueRange f_range, slope_range;           // to be seen of f and of slopes; the same where they share an axis
  bool has_asked_range = false;              // that of f, which is shown as it is
  std::size_t sampled = 0;                   // points of an even sample
  MissingPoints missing, missing_slopes;     // of f; and of the slope where f is finite
  std::vector<double> f_poles, slope_poles;  // where each is cut
  bool turns = false;                        // f, between the finest samples, which do not show it
  std::vector<double> second_poles;
};

/// Which curves are to be seen, and how much of f.
struct CurveWish {
  bool descent = false;  // the slope is the negative one
  bool shows_f = true, shows_slope = true;
  std::optional<ValueRange> f_range = {};
  const FieldView* slope = nullptr;  // the slope as a function, where its own slope, the second derivative, is shown
};

/// Samples f along the view's one axis, finer than the eye can see however many points the axis has. A curve that is
/// not shown is empty, and has no part in the ranges.
SampledCurves sample_curves(const FieldView& view, const CurveWish& wish);

/// The axis of values that shows a range: with zero where it is near, and some width around a constant.
Axis value_axis(ValueRange range);

/// The axis of f: the range that was asked for, else that which shows it.
Axis f_axis(const SampledCurves& curves);

}  // namespace gradfield
