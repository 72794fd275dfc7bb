// Which part of the page is painted over, so that what lies behind it need not be painted at all.
#pragma once

#include <cstddef>
#include <vector>

#include "plot/arrows/arrows.hpp"

namespace gradfield {

/// A polygon of those that are painted one after the other.
struct PaintedPolygon {
  std::vector<Point> polygon;
  bool hides = true;  // what lies behind it; not at the border of an area, where its neighbours may leave gaps
};

class Coverage {
 public:
  /// Of the part of the page that they span.
  explicit Coverage(const std::vector<PaintedPolygon>& painted);

  /// Whether all of a polygon and of what is a point of the page beside it is covered. That much is more than a border
  /// of what covers it leaves half seen.
  bool hides(const std::vector<Point>& polygon) const;

  /// Covers the squares, a point of the page wide, whose middles lie in the polygon (an odd number of times, where it
  /// crosses itself).
  void cover(const std::vector<Point>& polygon);

 private:
  long left_ = 0, bottom_ = 0;
  std::size_t width_ = 0, height_ = 0;
  std::vector<bool> covered_;
};

/// The places of those of which something is seen, ascending.
std::vector<std::size_t> seen_of(const std::vector<PaintedPolygon>& painted);

}  // namespace gradfield
