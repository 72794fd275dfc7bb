#include "plot/labels/text_box.hpp"

#include <cmath>

namespace gradfield {

std::array<Point, 4> TextBox::corners() const {
  std::array<Point, 4> out;
  const double signs[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
  for (std::size_t k = 0; k < 4; ++k) {
    const double u = signs[k][0] * half_width, v = signs[k][1] * half_height;
    out[k] = {middle.x + u * along.x - v * along.y, middle.y + u * along.y + v * along.x};
  }
  return out;
}

bool TextBox::contains(Point point) const {
  const Point way{point.x - middle.x, point.y - middle.y};
  return std::fabs(dot(way, along)) < half_width && std::fabs(dot(way, {-along.y, along.x})) < half_height;
}

// Two rectangles are apart where a side of one parts them.
bool TextBox::overlaps(const TextBox& other) const {
  const auto is_parted_by_side_of = [](const TextBox& a, const TextBox& b) {
    const Point across{-a.along.y, a.along.x};
    bool left = true, right = true, below = true, above = true;
    for (const Point corner : b.corners()) {
      const Point way{corner.x - a.middle.x, corner.y - a.middle.y};
      const double u = dot(way, a.along), v = dot(way, across);
      left = left && u < -a.half_width;
      right = right && u > a.half_width;
      below = below && v < -a.half_height;
      above = above && v > a.half_height;
    }
    return left || right || below || above;
  };
  return !is_parted_by_side_of(*this, other) && !is_parted_by_side_of(other, *this);
}

}  // namespace gradfield
