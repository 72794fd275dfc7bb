// The direction of the flow at a place of the page: what stream lines follow.
#pragma once

#include <cstddef>

#include "analysis/streams/stream_lines.hpp"
#include "base/geometry.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

/// The flow at one place.
struct Flow {
  Point direction;  // a unit vector on the page
  double f;         // in the sense of the flow: it rises along it (so -f in a flow downhill)
  double norm;      // length of the gradient in units of the data
  bool runs;        // false: f or a slope is not finite, or the gradient is zero
};

/// Places are on the page, in points (1/72 inch), from the middle of the region; y runs upward.
class StreamFlow {
 public:
  StreamFlow(PointGradient& gradient, const StreamRegion& region, const StreamSettings& settings);

  /// The flow at that place, or at the nearest one in the region.
  Flow at(const Point& place);

  /// The same place in data coordinates. Places on the border are exactly on it.
  Point data(const Point& place) const;

  /// The place of data coordinates.
  Point place(const Point& data) const {
    return {(data.x - middle_.x) * region_.x_scale, (data.y - middle_.y) * region_.y_scale};
  }

  /// Half the width and half the height of the region on the page.
  const Point& half() const { return half_; }
  bool contains(const Point& place) const;

  /// Whether the gradient was asked for as often as it may.
  bool is_spent() const { return evaluations_ >= most_evaluations_; }

 private:
  PointGradient& gradient_;
  StreamRegion region_;
  double sign_;
  Point middle_, half_;
  Point stretch_;  // the scales, the larger one 1
  std::size_t most_evaluations_, evaluations_ = 0;
};

}  // namespace gradfield
