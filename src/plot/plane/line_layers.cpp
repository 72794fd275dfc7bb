#include "plot/plane/line_layers.hpp"

#include <cmath>

#include "plot/parts/path_marks.hpp"
#include "plot/parts/script_parts.hpp"
#include "plot/plane/data_block.hpp"
#include "plot/plane/field_lines.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/plane/path_lines.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kHeadLength = 9;
constexpr int kShareDigits = 4;

// Over a heat map.
constexpr InkPair kLevelInks{rgb(0x3c4148), rgb(0xd8dce2)}, kStreamInks{rgb(0x101010), rgb(0xffffff)};

Point in_data(const Page& page, Point at) { return {page.x.in_data(at.x), page.y.in_data(at.y)}; }

// A colour as gnuplot's `rgb variable` takes it.
std::string number(Rgb color) { return "0x" + hex_text(color).substr(1); }

// Level lines.
void write_contours(std::ostream& script, const Picture& picture) {
  DataBlock block(script, picture.page, "Level lines of f, with gaps for their labels.", "contours");
  for (const LabelledLine& line : picture.contours) {
    for (const std::vector<Point>& piece : line.pieces) {
      for (const Point point : piece) {
        const Point data = in_data(picture.page, point);
        block.add(data, picture.heat ? " " + number(level_ink(picture, line.level, data, kLevelInks)) : "");
      }
      block.end_line();
    }
  }
}

std::vector<std::string> contour_plots(const Picture& picture) {
  const std::string look = " title \"level lines\" with lines linewidth 1 linecolor ";
  if (picture.heat) return {"$contours using 1:2:3" + look + "rgb variable"};
  return {"$contours using 1:2" + look + color_clause(picture.style.theme->contour)};
}

// Stream lines: over a heat map in an ink that shows there, else in the colour of the gradient's length, or in one.
bool has_inks(const Picture& picture) { return picture.heat && !picture.style.color; }

std::string stream_column(const Picture& picture, Point data, double norm) {
  if (has_inks(picture)) return " " + number(ink_at(picture, data, kStreamInks));
  return picture.color_by == ColorBy::kNorm && !picture.heat
             ? " " + number_text(picture.arrow_colors.share(norm), kShareDigits)
             : "";
}

void write_streams(std::ostream& script, const Picture& picture) {
  {
    DataBlock block(script, picture.page, "Stream lines of the gradient.", "streams");
    for (const StreamLine& line : picture.streams) {
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        const Point data{line.points[i][0], line.points[i][1]};
        block.add(data, stream_column(picture, data, line.norms[i]));
      }
      block.end_line();
    }
  }
  DataBlock block(script, picture.page, "Their heads.", "heads");
  const std::vector<Point> shape{{-kHeadLength / 2, 0.4 * kHeadLength},
                                 {kHeadLength / 2, 0},
                                 {-kHeadLength / 2, -0.4 * kHeadLength},
                                 {-0.3 * kHeadLength, 0},
                                 {-kHeadLength / 2, 0.4 * kHeadLength}};
  for (const StreamLine& line : picture.streams) {
    for (const StreamHead& head : line.heads) {
      const Point place{head.place[0], head.place[1]};
      block.add_line(placed(shape, place, {head.direction[0], head.direction[1]}, picture.page),
                     stream_column(picture, place, head.norm));
    }
  }
}

std::vector<std::string> stream_plots(const Picture& picture) {
  const bool has_column = !stream_column(picture, {0, 0}, 1).empty();
  const std::string columns = has_column ? "1:2:3" : "1:2";
  const std::string color = has_inks(picture) ? "rgb variable" : has_column ? "palette" : color_clause(picture.color);
  return {"$streams using " + columns + " title \"stream lines\" with lines linewidth 1.5 linecolor " + color,
          "$heads using " + columns + " title \"heads\" with polygons fillstyle solid noborder fillcolor " + color};
}

// Paths.
PathLines paths_so_far(const Picture& picture) {
  return paths_on_plane(first_steps(picture.paths, picture.steps_shown), *picture.style.theme);
}

void write_paths(std::ostream& script, const Picture& picture) {
  write_path_lines(script, paths_so_far(picture), picture.page, {});
}

std::vector<std::string> path_plots(const Picture& picture) {
  return path_line_plots(paths_so_far(picture), picture.page, {});
}

}  // namespace

const Layer kContourLayer{[](const Picture& picture) { return !picture.contours.empty(); }, write_contours,
                          contour_plots};
const Layer kStreamLayer{[](const Picture& picture) { return !picture.streams.empty(); }, write_streams, stream_plots};
const Layer kPathLayer{[](const Picture& picture) { return !picture.paths.empty(); }, write_paths, path_plots, true};

}  // namespace gradfield
