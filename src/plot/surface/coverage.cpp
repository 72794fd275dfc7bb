#include "plot/surface/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

struct PixelBounds {
  long left = std::numeric_limits<long>::max(), right = std::numeric_limits<long>::min();
  long bottom = left, top = right;

  void add(const std::vector<Point>& polygon) {
    for (const Point point : polygon) {
      const long x = static_cast<long>(std::floor(point.x)), y = static_cast<long>(std::floor(point.y));
      left = std::min(left, x), right = std::max(right, x);
      bottom = std::min(bottom, y), top = std::max(top, y);
    }
  }
};

}  // namespace

Coverage::Coverage(const std::vector<PaintedPolygon>& painted) {
  PixelBounds bounds;
  for (const PaintedPolygon& layer : painted) bounds.add(layer.polygon);
  if (bounds.left > bounds.right) return;
  left_ = bounds.left;
  bottom_ = bounds.bottom;
  width_ = static_cast<std::size_t>(bounds.right - bounds.left + 1);
  height_ = static_cast<std::size_t>(bounds.top - bounds.bottom + 1);
  covered_.resize(width_ * height_);
}

bool Coverage::hides(const std::vector<Point>& polygon) const {
  PixelBounds bounds;
  bounds.add(polygon);
  const long left = bounds.left - 1 - left_, right = bounds.right + 1 - left_;
  const long bottom = bounds.bottom - 1 - bottom_, top = bounds.top + 1 - bottom_;
  if (left < 0 || bottom < 0 || right >= static_cast<long>(width_) || top >= static_cast<long>(height_)) return false;
  for (long y = bottom; y <= top; ++y) {
    for (long x = left; x <= right; ++x) {
      if (!covered_[static_cast<std::size_t>(y) * width_ + static_cast<std::size_t>(x)]) return false;
    }
  }
  return true;
}

void Coverage::cover(const std::vector<Point>& polygon) {
  PixelBounds bounds;
  bounds.add(polygon);
  std::vector<double> crossings;
  for (long row = bounds.bottom; row <= bounds.top; ++row) {
    const double y = static_cast<double>(row) + 0.5;
    crossings.clear();
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const Point from = polygon[i], to = polygon[(i + 1) % polygon.size()];
      if ((from.y <= y) == (to.y <= y)) continue;
      crossings.push_back(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
    }
    std::ranges::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const long first = static_cast<long>(std::ceil(crossings[i] - 0.5));
      const long end = static_cast<long>(std::ceil(crossings[i + 1] - 0.5));
      for (long x = first; x < end; ++x) {
        covered_[static_cast<std::size_t>(row - bottom_) * width_ + static_cast<std::size_t>(x - left_)] = true;
      }
    }
  }
}

std::vector<std::size_t> seen_of(const std::vector<PaintedPolygon>& painted) {
  Coverage coverage(painted);
  std::vector<std::size_t> seen;
  for (std::size_t i = painted.size(); i-- > 0;) {
    if (coverage.hides(painted[i].polygon)) continue;
    seen.push_back(i);
    if (painted[i].hides) coverage.cover(painted[i].polygon);
  }
  std::ranges::reverse(seen);
  return seen;
}

}  // namespace gradfield
