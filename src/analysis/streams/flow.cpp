#include "analysis/streams/flow.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gradfield {
namespace {

// Halves first: the width of -1e308:1e308 is no double.
double half_of(double low, double high) { return high / 2 - low / 2; }

double data_of(double place, double half, double middle, double low, double high, double scale) {
  if (place <= -half) return low;
  if (place >= half) return high;
  return std::clamp(middle + place / scale, low, high);
}

}  // namespace

StreamFlow::StreamFlow(PointGradient& gradient, const StreamRegion& region, const StreamSettings& settings)
    : gradient_(gradient),
      region_(region),
      sign_(settings.descent ? -1 : 1),
      middle_{region.x_low / 2 + region.x_high / 2, region.y_low / 2 + region.y_high / 2},
      half_{half_of(region.x_low, region.x_high) * region.x_scale,
            half_of(region.y_low, region.y_high) * region.y_scale},
      most_evaluations_(settings.most_evaluations) {
  const double larger = std::max(region.x_scale, region.y_scale);
  stretch_ = {region.x_scale / larger, region.y_scale / larger};
}

Flow StreamFlow::at(const Point& place) {
  ++evaluations_;
  Flow flow{};
  const Point point = data(place);
  const PointValue value = gradient_.at(std::array{point.x, point.y});
  if (!is_finite(value)) return flow;
  flow.f = sign_ * value.f;
  // By the larger slope first: neither slopes of 1e300 nor of 1e-300 may leave the range on their way to the page.
  const double larger = std::max(std::fabs(value.slopes[0]), std::fabs(value.slopes[1]));
  if (larger == 0) return flow;
  const Point part{value.slopes[0] / larger, value.slopes[1] / larger};
  flow.norm = larger * length(part);
  const Point on_page{sign_ * part.x * stretch_.x, sign_ * part.y * stretch_.y};
  const double unit = length(on_page);
  flow.runs = unit > 0;
  flow.direction = on_page / unit;
  return flow;
}

Point StreamFlow::data(const Point& place) const {
  return {data_of(place.x, half_.x, middle_.x, region_.x_low, region_.x_high, region_.x_scale),
          data_of(place.y, half_.y, middle_.y, region_.y_low, region_.y_high, region_.y_scale)};
}

bool StreamFlow::contains(const Point& place) const {
  return std::fabs(place.x) <= half_.x && std::fabs(place.y) <= half_.y;
}

}  // namespace gradfield
