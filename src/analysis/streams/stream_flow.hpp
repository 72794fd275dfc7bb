// The direction of the flow at a place of the page: what stream lines follow.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <functional>

#include "field/point_gradient.hpp"

namespace gradfield {

/// The box of data in which stream lines run, and how large it is drawn: page points per unit of each variable.
struct StreamRegion {
  double x_low, x_high, y_low, y_high;
  double x_scale, y_scale;
};

/// A place or a vector on the page, in points (1/72 inch), from the middle of the region; y runs upward.
using PagePoint = std::array<double, 2>;

/// On a page nothing is so large or so small that a square leaves the range.
inline double page_length(const PagePoint& way) { return std::sqrt(way[0] * way[0] + way[1] * way[1]); }
inline double page_distance(const PagePoint& a, const PagePoint& b) { return page_length({a[0] - b[0], a[1] - b[1]}); }

/// The flow at one place.
struct Flow {
  PagePoint direction;  // a unit vector on the page
  double f;             // in the sense of the flow: it rises along it (so -f in a flow downhill)
  double norm;          // length of the gradient in units of the data
  bool runs;            // false: f or a slope is not finite, the gradient is zero, or the place is not allowed
};

class StreamFlow {
 public:
  /// `is_allowed` of x and y; empty: everywhere.
  StreamFlow(PointGradient& gradient, const StreamRegion& region, bool descent,
             std::function<bool(double, double)> is_allowed);

  /// The flow at that place, or at the nearest one in the region.
  Flow at(const PagePoint& place);

  /// The same place in data coordinates. Places on the border are exactly on it.
  std::array<double, 2> data(const PagePoint& place) const;

  /// Half the width and half the height of the region on the page.
  const PagePoint& half() const { return half_; }
  bool contains(const PagePoint& place) const;

  /// Calls of `at` so far.
  std::size_t evaluations() const { return evaluations_; }

 private:
  PointGradient& gradient_;
  StreamRegion region_;
  std::function<bool(double, double)> is_allowed_;
  double sign_;
  PagePoint middle_, half_;
  PagePoint stretch_;  // the scales, the larger one 1
  std::size_t evaluations_ = 0;
};

}  // namespace gradfield
