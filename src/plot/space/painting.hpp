// A painting in points of the page: polygons, lines, discs, rings and words, painted one after the other.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "plot/look/colors.hpp"
#include "plot/sheet/drawing.hpp"

namespace gradfield {

enum class ShapeKind {
  kPolygon,  // filled; closed by its first point
  kLine
};

struct Shape {
  ShapeKind kind;
  std::vector<Point> points;
  Rgb color;
};

struct Painting {
  std::vector<Shape> shapes;
  std::vector<Words> words;
};

/// The painting as a frame of a drawing: a block for each run of shapes of one kind, in order, and the words.
DrawnFrame frame_of(const Painting& painting);

/// A line of this width, in points of the page; what lies nearer together than half a point is left out.
void paint_stroke(Painting& painting, const std::vector<Point>& line, double width, Rgb color);

/// A disc, or with few corners what they make: 4, a diamond.
void paint_disc(Painting& painting, Point middle, double radius, Rgb color, int corners = 20);

/// An outline about the origin, moved to that point.
void paint_polygon(Painting& painting, Point middle, std::vector<Point> outline, Rgb color);

/// `radius`: of the middle of its line.
void paint_ring(Painting& painting, Point middle, double radius, double width, Rgb color);

/// The points without those nearer than `apart` to the last that stays; the first and the last one stay.
std::vector<Point> thinned(const std::vector<Point>& line, double apart);

}  // namespace gradfield
