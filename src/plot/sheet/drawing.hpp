// A picture as gnuplot is told of it: blocks of data, how they are plotted, words, key and bar. Pictures of all kinds
// become one of these, and script.hpp writes it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/sheet.hpp"

namespace gradfield {

/// A block of data in the script, named there "$name".
struct DataBlock {
  std::string comment;  // empty: none
  std::string name;
  std::string rows;  // lines of numbers, each ended; an empty line ends a polygon or a piece of a line
};

/// The rows of a block of points in data coordinates, with no more digits than the page can show.
class BlockRows {
 public:
  explicit BlockRows(const Page& page) : x_(page.x), y_(page.y) {}

  /// `more`: further columns, with a blank in front.
  void add(Point point, const std::string& more = "");
  void end_line() { rows_ += '\n'; }
  void add_line(const std::vector<Point>& points, const std::string& more = "");

  std::string take() { return std::exchange(rows_, {}); }

 private:
  PageNumbers x_, y_;
  std::string rows_;
};

/// `rgb "#123456"`, and a colour as a column of data that `rgb variable` reads.
std::string color_clause(Rgb color);
std::string color_column(Rgb color);

/// Parts of the plot command. `data`: what is plotted, as "$block using 1:2"; `color`: a clause. A part without a title
/// has none in the outlines of PDF and SVG.
std::string plot_lines(const std::string& data, const std::string& title, double width, const std::string& color,
                       const std::string& dashes = "");
std::string plot_polygons(const std::string& data, const std::string& title, const std::string& color);

/// Words on the page.
struct Words {
  std::string markup;     // gnuplot's enhanced text
  Point at{};             // in points of the page
  int side = 0;           // -1: they end there, 0: centred, 1: they begin there
  double font_size = 12;  // as of a Caption
  Rgb color{};
  double angle = 0;   // degrees counter-clockwise
  bool over = false;  // what is drawn, also where the axes are the page
};

/// Adds letters that stand out among marks: below them copies in the colour of the ground, so that no more of a mark is
/// hidden than letters do.
void add_with_halo(std::vector<Words>& words, const Words& letters, Rgb ground);

/// What is drawn of one frame: its own data and words besides those of all frames, and the parts of its plot command,
/// the lowest first.
struct DrawnFrame {
  std::vector<DataBlock> blocks = {};
  std::vector<Words> words = {};
  std::vector<std::string> plots;
};

/// Axes with tics and labels.
struct AxesParts {
  bool grid_lines = true;
  std::vector<Tic> right_tics = {};      // of an axis of its own at the right; none: there is none
  double right_low = 0, right_high = 0;  // its range
};

struct Drawing {
  Sheet sheet;
  Page page;
  std::optional<AxesParts> axes;  // none: data are points of the page, and the picture draws its own axes
  std::vector<DataBlock> table;   // what is shown, for readers of a script: nothing is drawn from it
  std::vector<DataBlock> blocks;  // of all frames
  ColorScale colors;              // of the palette
  ColorBar bar;
  std::vector<KeyRow> key;
  std::vector<Words> words;        // of all frames
  std::vector<DrawnFrame> frames;  // one of a still picture
  bool has_constants = false;      // constants are plotted as functions: of two samples
};

}  // namespace gradfield
