#include "plot/space/strokes.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

std::vector<Point> thinned(const std::vector<Point>& line, double apart) {
  std::vector<Point> out;
  for (const Point point : line) {
    if (out.empty() || std::hypot(point.x - out.back().x, point.y - out.back().y) >= apart) out.push_back(point);
  }
  if (out.size() > 1) {
    out.back() = line.back();
  } else if (line.size() > 1) {
    out.push_back(line.back());
  }
  return out;
}

void paint_stroke(Painting& painting, const std::vector<Point>& line, double width, Rgb color) {
  constexpr double kApart = 0.5;
  const std::vector<Point> points = thinned(line, kApart);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point from = points[i - 1], to = points[i];
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length == 0) continue;
    // Half the width, along the line and across it: each piece reaches over its ends and so closes the corners.
    const double u = (to.x - from.x) / length * width / 2, v = (to.y - from.y) / length * width / 2;
    const Point corner{from.x - u - v, from.y - v + u};
    painting.shapes.push_back(
        {ShapeKind::kPolygon,
         {corner, {to.x + u - v, to.y + v + u}, {to.x + u + v, to.y + v - u}, {from.x - u + v, from.y - v - u}, corner},
         color});
  }
}

void paint_disc(Painting& painting, Point middle, double radius, Rgb color) {
  Shape shape{ShapeKind::kPolygon, circle_shape(radius), color};
  for (Point& corner : shape.points) corner = {middle.x + corner.x, middle.y + corner.y};
  painting.shapes.push_back(std::move(shape));
}

void paint_ring(Painting& painting, Point middle, double radius, double width, Rgb color) {
  // Round the outer circle and back round the inner one.
  Shape shape{ShapeKind::kPolygon, circle_shape(radius + width / 2), color};
  std::vector<Point> inner = circle_shape(radius - width / 2);
  std::ranges::reverse(inner);
  shape.points.insert(shape.points.end(), inner.begin(), inner.end());
  shape.points.push_back(shape.points.front());
  for (Point& corner : shape.points) corner = {middle.x + corner.x, middle.y + corner.y};
  painting.shapes.push_back(std::move(shape));
}

}  // namespace gradfield
