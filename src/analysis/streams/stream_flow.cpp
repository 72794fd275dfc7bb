#include "analysis/streams/stream_flow.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

StreamFlow::StreamFlow(PointGradient& gradient, const StreamRegion& region, bool descent,
                       std::function<bool(double, double)> is_allowed)
    : gradient_(gradient),
      region_(region),
      is_allowed_(std::move(is_allowed)),
      sign_(descent ? -1 : 1),
      middle_{region.x_low / 2 + region.x_high / 2, region.y_low / 2 + region.y_high / 2},
      half_{half_of(region.x_low, region.x_high) * region.x_scale,
            half_of(region.y_low, region.y_high) * region.y_scale} {
  const double larger = std::max(region.x_scale, region.y_scale);
  stretch_ = {region.x_scale / larger, region.y_scale / larger};
}

Flow StreamFlow::at(const PagePoint& place) {
  ++evaluations_;
  Flow flow{};
  const std::array<double, 2> point = data(place);
  if (is_allowed_ && !is_allowed_(point[0], point[1])) return flow;
  const PointValue value = gradient_.at(point);
  if (!is_finite(value)) return flow;
  flow.f = sign_ * value.f;
  // By the larger slope first: neither slopes of 1e300 nor of 1e-300 may leave the range on their way to the page.
  const double larger = std::max(std::fabs(value.slopes[0]), std::fabs(value.slopes[1]));
  if (larger == 0) return flow;
  const PagePoint part{value.slopes[0] / larger, value.slopes[1] / larger};
  flow.norm = larger * page_length(part);
  const PagePoint on_page{sign_ * part[0] * stretch_[0], sign_ * part[1] * stretch_[1]};
  const double unit = page_length(on_page);
  flow.runs = unit > 0;
  flow.direction = {on_page[0] / unit, on_page[1] / unit};
  return flow;
}

std::array<double, 2> StreamFlow::data(const PagePoint& place) const {
  return {data_of(place[0], half_[0], middle_[0], region_.x_low, region_.x_high, region_.x_scale),
          data_of(place[1], half_[1], middle_[1], region_.y_low, region_.y_high, region_.y_scale)};
}

bool StreamFlow::contains(const PagePoint& place) const {
  return std::fabs(place[0]) <= half_[0] && std::fabs(place[1]) <= half_[1];
}

}  // namespace gradfield
