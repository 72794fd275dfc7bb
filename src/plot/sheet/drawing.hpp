// A drawing in points of the page: polygons, lines and words, painted one after the other.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/look/colors.hpp"
#include "plot/sheet/sheet.hpp"

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

struct Words {
  std::string markup;  // gnuplot's enhanced text
  Point at;
  int side = 0;           // -1: they end there, 0: centred, 1: they begin there
  double font_size = 12;  // as of a Caption
  Rgb color{};
};

struct Drawing {
  std::vector<Shape> shapes;
  std::vector<Words> words;
};

/// Writes the data of the shapes, a block for each run of one kind; they are plotted by plots_of().
void write_shapes(std::ostream& script, const Drawing& drawing);

/// The parts of the plot command that paint the blocks, in order.
std::vector<std::string> plots_of(const Drawing& drawing);

/// Writes axes that are the page itself, without a border and tics.
void write_page_axes(std::ostream& script, const Sheet& sheet);

/// Writes these axes, and the words as labels numbered from `first` on.
void write_words(std::ostream& script, const Drawing& drawing, const Sheet& sheet, int first,
                 const Lettering& lettering);

}  // namespace gradfield
