// A painting in points of the page: polygons, lines and words, painted one after the other.
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

}  // namespace gradfield
