#include "plot/space/painting.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

// Hundredths of a point: below what any page shows.
constexpr int kDigits = 7;

std::string rows_of(const Shape& shape) {
  std::string rows;
  const std::string color = color_column(shape.color);
  for (const Point point : shape.points) {
    append_number(rows, point.x, kDigits);
    rows += ' ';
    append_number(rows, point.y, kDigits);
    rows += color + "\n";
  }
  return rows + "\n";
}

std::string plot_of(ShapeKind kind, const std::string& block) {
  const std::string data = "$" + block + " using 1:2:3";
  return kind == ShapeKind::kPolygon ? plot_polygons(data, "", "rgb variable")
                                     : plot_lines(data, "", 1, "rgb variable");
}

}  // namespace

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

void paint_disc(Painting& painting, Point middle, double radius, Rgb color, int corners) {
  paint_polygon(painting, middle, circle_shape(radius, corners), color);
}

void paint_polygon(Painting& painting, Point middle, std::vector<Point> outline, Rgb color) {
  for (Point& corner : outline) corner = {middle.x + corner.x, middle.y + corner.y};
  painting.shapes.push_back({ShapeKind::kPolygon, std::move(outline), color});
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

DrawnFrame frame_of(const Painting& painting) {
  DrawnFrame frame;
  frame.words = painting.words;
  const ShapeKind* last = nullptr;
  for (const Shape& shape : painting.shapes) {
    if (last == nullptr || *last != shape.kind) {
      const std::string name = "shapes" + std::to_string(frame.blocks.size() + 1);
      frame.blocks.push_back({"", name, ""});
      frame.plots.push_back(plot_of(shape.kind, name));
      last = &shape.kind;
    }
    frame.blocks.back().rows += rows_of(shape);
  }
  return frame;
}

}  // namespace gradfield
