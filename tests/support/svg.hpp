// What an SVG picture shows, read back by an XML parser: its page, arrows, texts and colour bar.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "plot/arrows.hpp"

namespace gradfield::test {

struct SvgPolygon {
  std::array<int, 3> fill;     // red, green, blue
  std::vector<Point> corners;  // in pixels, y downwards
};

struct Svg {
  double width = 0, height = 0;
  std::vector<SvgPolygon> arrows;        // whole arrows and dots
  std::vector<SvgPolygon> shortened;     // of shortened arrows the head, then the rest of the shaft
  std::vector<SvgPolygon> key;           // marks of the key
  std::size_t bar_steps = 0;             // polygons of the colour bar: all have the same left and right edge
  std::vector<std::string> texts;        // one a text element, all its parts joined
  std::vector<std::string> line_colors;  // "rgb(r,g,b)" of each path, without blanks

  bool has_text(const std::string& text) const;
};

/// Errors: std::runtime_error, with the parser's message, where `bytes` is no well-formed XML.
Svg read_svg(const std::string& bytes);

}  // namespace gradfield::test
