// What an SVG picture shows, read back by an XML parser: its page, arrows, texts and colour bar.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "plot/arrows/arrows.hpp"

namespace gradfield::test {

struct SvgPolygon {
  std::array<int, 3> fill;     // red, green, blue
  std::vector<Point> corners;  // in pixels, y downwards
};

/// A line without a gap.
struct SvgLine {
  std::string plot;           // what gnuplot calls the plot it belongs to
  std::vector<Point> points;  // in pixels, y downwards
};

struct SvgText {
  std::string words;
  Point at;     // of its base line, in pixels
  double size;  // of the font, in pixels
};

/// From pixels to the numbers that stand at the tics.
struct SvgAxis {
  double pixel = 0, value = 0, per_pixel = 0;
  double at(double place) const { return value + (place - pixel) * per_pixel; }
};

struct Svg {
  double width = 0, height = 0;
  std::vector<SvgPolygon> arrows;        // whole arrows and dots
  std::vector<SvgPolygon> shortened;     // of shortened arrows the head, then the rest of the shaft
  std::vector<SvgPolygon> key;           // marks of the key
  std::size_t bar_steps = 0;             // polygons of the colour bar: all have the same left and right edge
  std::vector<std::string> texts;        // one a text element, all its parts joined
  std::vector<std::string> line_colors;  // "rgb(r,g,b)" of each path, without blanks
  std::vector<SvgLine> lines;            // of the plots: level lines, stream lines, paths
  std::vector<SvgText> places;           // the texts that are not empty, with their places
  SvgAxis x, y;

  bool has_text(const std::string& text) const;
  /// The point of the axes that this place on the page stands for.
  Point in_data(Point place) const { return {x.at(place.x), y.at(place.y)}; }
  std::vector<SvgLine> lines_of(const std::string& plot) const;
};

/// Errors: std::runtime_error, with the parser's message, where `bytes` is no well-formed XML.
Svg read_svg(const std::string& bytes);

}  // namespace gradfield::test
