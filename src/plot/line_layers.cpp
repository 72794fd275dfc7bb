#include "plot/line_layers.hpp"

#include <array>
#include <cmath>

#include "plot/data_block.hpp"
#include "plot/field_lines.hpp"
#include "plot/path_lines.hpp"
#include "plot/path_marks.hpp"
#include "plot/script_parts.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kHeadLength = 9;
constexpr int kShareDigits = 4;

Point in_data(const Page& page, Point at) {
  return {page.x.low + (at.x - page.x.begin) / page.x.points_per_unit(),
          page.y.low + (at.y - page.y.begin) / page.y.points_per_unit()};
}

// Level lines.
void write_contours(std::ostream& script, const Picture& picture) {
  DataBlock block(script, picture.page, "Level lines of f, with gaps for their labels.", "contours");
  for (const LabelledLine& line : picture.contours) {
    for (const std::vector<Point>& piece : line.pieces) {
      for (const Point point : piece) block.add(in_data(picture.page, point));
      block.end_line();
    }
  }
}

std::vector<std::string> contour_plots(const Picture& picture) {
  const Rgb color = picture.heat ? rgb(0x3c4148) : picture.style.theme->contour;
  return {"$contours using 1:2 title \"level lines\" with lines linewidth 1 linecolor " + color_clause(color)};
}

// Stream lines: over a heat map in one colour, else in that of the gradient's length.
std::string stream_column(const Picture& picture, double norm) {
  return picture.color_by == ColorBy::kNorm && !picture.heat
             ? " " + number_text(picture.arrow_colors.share(norm), kShareDigits)
             : "";
}

void write_streams(std::ostream& script, const Picture& picture) {
  {
    DataBlock block(script, picture.page, "Stream lines of the gradient.", "streams");
    for (const StreamLine& line : picture.streams) {
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        block.add({line.points[i][0], line.points[i][1]}, stream_column(picture, line.norms[i]));
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
      block.add_line(
          placed(shape, {head.place[0], head.place[1]}, {head.direction[0], head.direction[1]}, picture.page),
          stream_column(picture, head.norm));
    }
  }
}

std::vector<std::string> stream_plots(const Picture& picture) {
  const bool has_column = !stream_column(picture, 1).empty();
  const std::string columns = has_column ? "1:2:3" : "1:2";
  const std::string color = has_column ? "palette" : color_clause(picture.color);
  return {"$streams using " + columns + " title \"stream lines\" with lines linewidth 1.5 linecolor " + color,
          "$heads using " + columns + " title \"heads\" with polygons fillstyle solid noborder fillcolor " + color};
}

// Paths.
PathLines lines_of(const Picture& picture) {
  PathLines lines;
  for (const DescentPath& path : picture.paths) {
    Line<2> points;
    for (std::size_t i = 0; i < path.f.size(); ++i) {
      const std::array<double, 2> point{path.coordinates[0][i], path.coordinates[1][i]};
      if (std::isfinite(point[0]) && std::isfinite(point[1])) points.push_back(point);
    }
    lines.push_back({std::move(points), path_color(*picture.style.theme, lines.size())});
  }
  return lines;
}

void write_paths(std::ostream& script, const Picture& picture) {
  write_path_lines(script, lines_of(picture), picture.page, {});
}

std::vector<std::string> path_plots(const Picture& picture) {
  return path_line_plots(lines_of(picture), picture.page, {});
}

}  // namespace

const Layer kContourLayer{[](const Picture& picture) { return !picture.contours.empty(); }, write_contours,
                          contour_plots};
const Layer kStreamLayer{[](const Picture& picture) { return !picture.streams.empty(); }, write_streams, stream_plots};
const Layer kPathLayer{[](const Picture& picture) { return !picture.paths.empty(); }, write_paths, path_plots};

}  // namespace gradfield
