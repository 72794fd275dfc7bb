#include "plot/labels/page_line.hpp"

#include <algorithm>
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

PageLine::PageLine(std::span<const std::array<double, 2>> points, bool closed, const Page& page) : closed_(closed) {
  for (const auto [x, y] : points) points_.push_back({page.x.on_page(x), page.y.on_page(y)});
  if (closed) points_.push_back(points_.front());
  lengths_.push_back(0);
  for (std::size_t i = 1; i < points_.size(); ++i) {
    lengths_.push_back(lengths_.back() + std::hypot(points_[i].x - points_[i - 1].x, points_[i].y - points_[i - 1].y));
  }
}

Point PageLine::at(double along) const {
  if (closed_) along -= std::floor(along / length()) * length();
  const auto next = std::upper_bound(lengths_.begin() + 1, lengths_.end() - 1, along);
  const std::size_t i = static_cast<std::size_t>(next - lengths_.begin());
  const double step = lengths_[i] - lengths_[i - 1];
  const double t = step > 0 ? std::clamp((along - lengths_[i - 1]) / step, 0.0, 1.0) : 0;
  return {points_[i - 1].x + t * (points_[i].x - points_[i - 1].x),
          points_[i - 1].y + t * (points_[i].y - points_[i - 1].y)};
}

// Its corners are those of the line.
std::vector<Point> PageLine::part(double begin, double end) const {
  std::vector<Point> out{at(begin)};
  const std::size_t last = points_.size() - 1;
  for (int round = 0; round < (end > length() ? 2 : 1); ++round) {
    for (std::size_t i = 0; i < last + (round == 0 && !closed_); ++i) {
      const double along = lengths_[i] + round * length();
      if (along > begin && along < end) out.push_back(points_[i]);
    }
  }
  out.push_back(at(end));
  return out;
}

std::vector<std::vector<Point>> PageLine::without(std::span<const Stretch> gaps) const {
  if (gaps.empty()) return {points_};
  std::vector<std::vector<Point>> pieces;
  if (!closed_ && gaps.front().begin > 0) pieces.push_back(part(0, gaps.front().begin));
  for (std::size_t k = 0; k + 1 < gaps.size(); ++k) pieces.push_back(part(gaps[k].end, gaps[k + 1].begin));
  if (!closed_ && gaps.back().end < length()) pieces.push_back(part(gaps.back().end, length()));
  if (closed_) {
    // From behind the last gap round to the first; where the last one goes over the start it begins anew.
    const double turn = gaps.back().end >= length() ? length() : 0;
    pieces.push_back(part(gaps.back().end - turn, gaps.front().begin + length() - turn));
  }
  return pieces;
}

}  // namespace gradfield
