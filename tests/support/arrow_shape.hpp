// Arrows measured from their outlines, in points of the page, as an eye would see them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

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

/// The corner farthest from the middle of the two that close the blunt end is the tip: found by shape, not by its
/// index.
inline PageArrow measure(const Page& page, const Arrow& arrow, Point grid_point) {
  std::vector<Point> corners;
  for (const Point corner : arrow.outline) corners.push_back(on_page(page, corner));
  EXPECT_EQ(corners.front().x, corners.back().x);
  EXPECT_EQ(corners.front().y, corners.back().y);
  corners.pop_back();
  const bool is_triangle = corners.size() == 3;
  EXPECT_TRUE(is_triangle || corners.size() == 7) << corners.size();
  // The one corner without a mirror image: every other has one at the same distance from it.
  PageArrow out{};
  out.center = on_page(page, grid_point);
  const std::size_t count = corners.size();
  double best = INFINITY;
  std::size_t tip = 0;
  for (std::size_t i = 0; i < count; ++i) {
    double asymmetry = 0;
    for (std::size_t k = 1; k <= count / 2; ++k) {
      asymmetry += std::fabs(distance(corners[i], corners[(i + k) % count]) -
                             distance(corners[i], corners[(i + count - k) % count]));
    }
    if (asymmetry < best) best = asymmetry, tip = i;
  }
  EXPECT_LT(best, 1e-6) << "an arrow is the same left and right";
  const auto corner = [&](std::size_t k) { return corners[(tip + k) % count]; };
  out.tip = corners[tip];
  // The two corners of the blunt end.
  const Point end = corner(count / 2), other_end = corner(count / 2 + 1);
  out.tail = {(end.x + other_end.x) / 2, (end.y + other_end.y) / 2};
  if (!arrow.rest.empty()) {
    const Point a = on_page(page, arrow.rest[0]), b = on_page(page, arrow.rest[3]);
    out.tail = {(a.x + b.x) / 2, (a.y + b.y) / 2};
  }
  out.length = distance(out.tip, out.tail);
  out.direction = {(out.tip.x - out.tail.x) / out.length, (out.tip.y - out.tail.y) / out.length};
  out.head_width = distance(corner(1), corner(count - 1));
  out.shaft_width = distance(end, other_end);
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
