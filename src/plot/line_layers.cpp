#include "plot/line_layers.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "plot/field_lines.hpp"
#include "plot/heat_ink.hpp"
#include "plot/page_number.hpp"
#include "plot/script_parts.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kHeadLength = 9, kStepRadius = 1.7, kEndRadius = 3.4, kRingRadius = 5;
constexpr double kStepsApart = 5;  // dots nearer than that are one
constexpr int kShareDigits = 4;

// Over a heat map.
constexpr InkPair kLevelInks{rgb(0x3c4148), rgb(0xd8dce2)}, kStreamInks{rgb(0x101010), rgb(0xffffff)};

class Block {
 public:
  Block(std::ostream& script, const Page& page, const char* comment, const std::string& name)
      : script_(script), x_(page.x), y_(page.y) {
    script << "# " << comment << "\n$" << name << " << EOD\n";
  }
  ~Block() { script_ << text_ << "EOD\n\n"; }
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;

  void add(Point point, const std::string& more = "") {
    x_.append(text_, point.x);
    text_ += ' ';
    y_.append(text_, point.y);
    text_ += more + "\n";
  }
  void end_line() { text_ += '\n'; }
  void add_line(const std::vector<Point>& points, const std::string& more = "") {
    for (const Point point : points) add(point, more);
    end_line();
  }

 private:
  std::ostream& script_;
  PageNumbers x_, y_;
  std::string text_;
};

Point on_page(const Page& page, Point data) { return {page.x.on_page(data.x), page.y.on_page(data.y)}; }

Point in_data(const Page& page, Point at) { return {page.x.in_data(at.x), page.y.in_data(at.y)}; }

// A colour as gnuplot's `rgb variable` takes it.
std::string number(Rgb color) { return "0x" + hex_text(color).substr(1); }

// Level lines.
void write_contours(std::ostream& script, const Picture& picture) {
  Block block(script, picture.page, "Level lines of f, with gaps for their labels.", "contours");
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
    Block block(script, picture.page, "Stream lines of the gradient.", "streams");
    for (const StreamLine& line : picture.streams) {
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        const Point data{line.points[i][0], line.points[i][1]};
        block.add(data, stream_column(picture, data, line.norms[i]));
      }
      block.end_line();
    }
  }
  Block block(script, picture.page, "Their heads.", "heads");
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
std::vector<Point> circle(double radius) {
  std::vector<Point> points;
  constexpr int kCorners = 20;
  for (int corner = 0; corner <= kCorners; ++corner) {
    const double angle = corner * 2 * std::numbers::pi / kCorners;
    points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return points;
}

// The points of a path that are finite, after so many steps at most, in data coordinates.
std::vector<Point> points_of(const DescentPath& path, std::size_t steps) {
  std::vector<Point> points;
  for (std::size_t i = 0; i <= std::min(steps, path.steps()); ++i) {
    const Point point{path.coordinates[0][i], path.coordinates[1][i]};
    if (std::isfinite(point.x) && std::isfinite(point.y)) points.push_back(point);
  }
  return points;
}

bool is_inside(const Page& page, Point point) {
  return point.x >= page.x.low && point.x <= page.x.high && point.y >= page.y.low && point.y <= page.y.high;
}

std::string numbered(const std::string& name, std::size_t number) { return name + std::to_string(number + 1); }

void write_paths(std::ostream& script, const Picture& picture) {
  const Page& page = picture.page;
  const auto disc = [&](Point place, double radius) { return placed(circle(radius), place, {1, 0}, page); };
  for (std::size_t k = 0; k < picture.paths.size(); ++k) {
    const std::vector<Point> points = points_of(picture.paths[k], picture.steps_shown);
    {
      Block block(script, page, "A path down.", numbered("path", k));
      block.add_line(points);
    }
    {
      Block block(script, page, "Its steps, where they can be told apart, and its end.", numbered("steps", k));
      Point last = on_page(page, points[0]);
      for (const Point point : points) {
        const Point at = on_page(page, point);
        if (!is_inside(page, point) || std::hypot(at.x - last.x, at.y - last.y) < kStepsApart) continue;
        block.add_line(disc(point, kStepRadius));
        last = at;
      }
      if (is_inside(page, points.back())) block.add_line(disc(points.back(), kEndRadius));
    }
    Block block(script, page, "A ring around its start.", numbered("start", k));
    block.add_line(disc(points[0], kRingRadius));
  }
}

std::vector<std::string> path_plots(const Picture& picture) {
  std::vector<std::string> plots;
  for (std::size_t k = 0; k < picture.paths.size(); ++k) {
    const std::string color = color_clause(path_color(picture, k));
    const std::string name = std::to_string(k + 1);
    plots.push_back("$path" + name + " using 1:2 title \"path " + name + "\" with lines linewidth 1.8 linecolor " +
                    color);
    plots.push_back("$steps" + name + " using 1:2 title \"steps " + name +
                    "\" with polygons fillstyle solid noborder fillcolor " + color);
    plots.push_back("$start" + name + " using 1:2 title \"start " + name + "\" with lines linewidth 1.8 linecolor " +
                    color);
  }
  return plots;
}

}  // namespace

const Layer kContourLayer{[](const Picture& picture) { return !picture.contours.empty(); }, write_contours,
                          contour_plots};
const Layer kStreamLayer{[](const Picture& picture) { return !picture.streams.empty(); }, write_streams, stream_plots};
const Layer kPathLayer{[](const Picture& picture) { return !picture.paths.empty(); }, write_paths, path_plots, true};

}  // namespace gradfield
