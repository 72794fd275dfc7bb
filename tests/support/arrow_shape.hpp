// Arrows measured from their outlines, in points of the page, as an eye would see them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "plot/plane/picture.hpp"

namespace gradfield::test {

/// An arrow as it lies on the page, in page points.
struct PageArrow {
  Point center;     // of the grid point
  Point tip, tail;  // tail: the middle of its blunt end
  double length;
  Point direction;  // from tail to tip, of length 1
  double head_width, shaft_width;
};

inline Point on_page(const Page& page, Point p) {
  return {page.x.begin + (p.x - page.x.low) * page.x.points_per_unit(),
          page.y.begin + (p.y - page.y.low) * page.y.points_per_unit()};
}

/// An arrow's outline as a shape: its corners, each once.
struct ArrowShape {
  std::vector<Point> corners;
  std::size_t tip = 0;
  double asymmetry = INFINITY;  // how far left and right of the tip differ

  /// Counted from the tip.
  Point corner(std::size_t k) const { return corners[(tip + k) % corners.size()]; }
  /// The middle of the two corners opposite the tip.
  Point tail() const { return between(corner(corners.size() / 2), corner(corners.size() / 2 + 1), 0.5); }
};

/// From one point to another, of length 1.
inline Point direction(Point from, Point to) { return (to - from) / distance(from, to); }

/// `outline`: corners in their order, the last is the first. The tip is found by shape, not by its index: it is the one
/// corner without a mirror image, as every other has one at the same distance from it.
inline ArrowShape shape_of(std::vector<Point> outline) {
  outline.pop_back();
  ArrowShape shape{std::move(outline)};
  const std::size_t count = shape.corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    double asymmetry = 0;
    for (std::size_t k = 1; k <= count / 2; ++k) {
      asymmetry += std::fabs(distance(shape.corners[i], shape.corners[(i + k) % count]) -
                             distance(shape.corners[i], shape.corners[(i + count - k) % count]));
    }
    if (asymmetry < shape.asymmetry) shape.asymmetry = asymmetry, shape.tip = i;
  }
  return shape;
}

inline PageArrow measure(const Page& page, const Arrow& arrow, Point grid_point) {
  std::vector<Point> outline;
  for (const Point corner : arrow.outline) outline.push_back(on_page(page, corner));
  EXPECT_EQ(outline.front().x, outline.back().x);
  EXPECT_EQ(outline.front().y, outline.back().y);
  const ArrowShape shape = shape_of(outline);
  const std::size_t count = shape.corners.size();
  EXPECT_EQ(count, 7u);
  EXPECT_LT(shape.asymmetry, 1e-6) << "an arrow is the same left and right";
  PageArrow out{};
  out.center = on_page(page, grid_point);
  out.tip = shape.corner(0);
  out.tail = shape.tail();
  if (!arrow.rest.empty()) {
    const Point a = on_page(page, arrow.rest[0]), b = on_page(page, arrow.rest[3]);
    out.tail = {(a.x + b.x) / 2, (a.y + b.y) / 2};
  }
  out.length = distance(out.tip, out.tail);
  out.direction = direction(out.tail, out.tip);
  out.head_width = distance(shape.corner(1), shape.corner(count - 1));
  out.shaft_width = distance(shape.corner(count / 2), shape.corner(count / 2 + 1));
  return out;
}

/// Every grid point with a drawn vector, in order, with its arrow.
template <typename Visit>
void for_each_arrow(const PlanePicture& picture, Visit visit) {
  const Field& field = picture.field;
  std::size_t arrow = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const double u = field.slopes[0][i], v = field.slopes[1][i];
    if (!std::isfinite(field.f[i]) || !std::isfinite(u) || !std::isfinite(v)) continue;
    const Arrow& drawn = picture.arrows.list.at(arrow++);
    if (u == 0 && v == 0) continue;
    SCOPED_TRACE(picture.style.expression + " at (" + std::to_string(field.coordinates[0][i]) + ", " +
                 std::to_string(field.coordinates[1][i]) + ")");
    visit(measure(picture.page, drawn, {field.coordinates[0][i], field.coordinates[1][i]}), Point{u, v}, drawn);
  }
  EXPECT_EQ(arrow, picture.arrows.list.size());
}

}  // namespace gradfield::test
