// The room of a text on the page.
#pragma once

#include <array>

#include "plot/arrows/arrows.hpp"

namespace gradfield {

/// A turned rectangle, in points of the page.
struct TextBox {
  Point middle;
  Point along;  // direction of the text, of length 1
  double half_width, half_height;

  TextBox grown(double margin) const { return {middle, along, half_width + margin, half_height + margin}; }
  std::array<Point, 4> corners() const;
  bool contains(Point point) const;
  bool overlaps(const TextBox& other) const;
};

}  // namespace gradfield
