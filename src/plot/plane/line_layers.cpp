#include "plot/plane/line_layers.hpp"

#include <algorithm>

#include "base/numbers/number.hpp"
#include "plot/look/palettes.hpp"
#include "plot/paths/data_block.hpp"
#include "plot/paths/path_lines.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/plane/field_lines.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/sheet/script_parts.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kHeadLength = 9;
constexpr double kStreamWidth = 1.5, kStreamCasing = 0.8;
constexpr int kShareDigits = 4;

// Over a heat map.
constexpr InkPair kStreamInks{rgb(0x101010), rgb(0xffffff)};

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
        block.add(data, picture.heat ? " " + number(level_line_ink(picture, line.level, data)) : "");
      }
      block.end_line();
    }
  }
}

std::vector<std::string> contour_plots(const Picture& picture) {
  // Under paths arrows and stream lines are as pale as level lines: these are thinner then, or all would be one net.
  const std::string width = picture.paths.empty() ? "1" : "0.6";
  const std::string look = " title \"level lines\" with lines linewidth " + width + " linecolor ";
  if (picture.heat) return {"$contours using 1:2:3" + look + "rgb variable"};
  return {"$contours using 1:2" + look + color_clause(picture.style.theme->contour)};
}

// Patches under the labels of level lines.
bool has_labels(const Picture& picture) {
  return std::ranges::any_of(picture.contours, [](const LabelledLine& line) { return !line.labels.empty(); });
}

void write_label_grounds(std::ostream& script, const Picture& picture) {
  DataBlock block(script, picture.page, "The ground under labels, and its colour.", "grounds");
  // More of it would cut arrows that only pass by.
  constexpr double kMargin = 1.5;
  for (const LabelledLine& line : picture.contours) {
    for (const ContourLabel& label : line.labels) {
      const Rgb ground = level_ground(picture, line.level, in_data(picture.page, label.position));
      std::vector<Point> corners;
      for (const Point corner : box_of(label).grown(kMargin).corners()) {
        corners.push_back(in_data(picture.page, corner));
      }
      corners.push_back(corners.front());
      block.add_line(corners, " " + number(ground));
    }
  }
}

std::vector<std::string> label_ground_plots(const Picture&) {
  return {
      "$grounds using 1:2:3 title \"grounds of labels\" with polygons fillstyle solid noborder fillcolor rgb variable"};
}

// Stream lines: in the colour of the gradient's length, or in one. Over a heat map in one ink with a casing of the
// other: a line that changed its ink on the way would look like dashes.
Rgb stream_ink(const Picture& picture) {
  return picture.style.color ? *picture.style.color : main_ink(*picture.heat, kStreamInks);
}

Rgb casing_of(Rgb ink) {
  return contrast(ink, kStreamInks.dark) > contrast(ink, kStreamInks.light) ? kStreamInks.dark : kStreamInks.light;
}

bool is_colored_by_length(const Picture& picture) { return picture.color_by == ColorBy::kNorm && !picture.heat; }

std::string stream_column(const Picture& picture, double norm) {
  if (!is_colored_by_length(picture)) return "";
  return " " + number_text(picture.arrow_colors.share(norm), kShareDigits);
}

void write_streams(std::ostream& script, const Picture& picture) {
  {
    DataBlock block(script, picture.page, "Stream lines of the gradient.", "streams");
    for (const StreamLine& line : picture.streams) {
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        block.add(line.points[i], stream_column(picture, line.norms[i]));
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
      block.add_line(placed(shape, head.place, head.direction, picture.page), stream_column(picture, head.norm));
    }
  }
}

std::vector<std::string> stream_plots(const Picture& picture) {
  const bool has_column = is_colored_by_length(picture);
  const std::string columns = has_column ? "1:2:3" : "1:2";
  const std::string color = has_column ? "palette" : color_clause(picture.heat ? stream_ink(picture) : picture.color);
  std::vector<std::string> plots;
  if (picture.heat) {
    const std::string casing = color_clause(casing_of(stream_ink(picture)));
    const auto outline = [&](const std::string& block, double width) {
      plots.push_back("$" + block + " using 1:2 title \"casing of " + block + "\" with lines linewidth " +
                      number_text(width) + " linecolor " + casing);
    };
    outline("streams", kStreamWidth + 2 * kStreamCasing);
    outline("heads", 2 * kStreamCasing);
  }
  plots.push_back("$streams using " + columns + " title \"stream lines\" with lines linewidth " +
                  number_text(kStreamWidth) + " linecolor " + color);
  plots.push_back("$heads using " + columns + " title \"heads\" with polygons fillstyle solid noborder fillcolor " +
                  color);
  return plots;
}

// Paths.
PathLines paths_so_far(const Picture& picture) {
  return paths_on_plane(first_steps(picture.paths, picture.steps_shown), *picture.style.theme);
}

void write_paths(std::ostream& script, const Picture& picture) {
  write_path_lines(script, paths_so_far(picture), picture.page, {});
}

std::vector<std::string> path_plots(const Picture& picture) {
  const std::optional<Rgb> casing = picture.heat ? std::optional(picture.style.theme->background) : std::nullopt;
  return path_line_plots(paths_so_far(picture), picture.page, {}, casing);
}

}  // namespace

const Layer kContourLayer{[](const Picture& picture) { return !picture.contours.empty(); }, write_contours,
                          contour_plots};
const Layer kStreamLayer{[](const Picture& picture) { return !picture.streams.empty(); }, write_streams, stream_plots};
const Layer kLabelGroundLayer{has_labels, write_label_grounds, label_ground_plots};
const Layer kPathLayer{[](const Picture& picture) { return !picture.paths.empty(); }, write_paths, path_plots, true};

}  // namespace gradfield
