// The layer of marked points, over everything else: each a dot, the arrow of its gradient, the level line through it.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/numbers/number.hpp"
#include "plot/look/typeset.hpp"
#include "plot/plane/layers.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kRadius = 4.2, kPointCasing = 1.4, kLevelWidth = 1.6, kLabelSize = 10;

std::string dot_rows(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  for (const MarkedPoint& point : picture.points_marked) {
    rows.add_line(placed(circle_shape(kRadius), {point.place[0], point.place[1]}, {1, 0}, picture.page));
  }
  return rows.take();
}

std::string arrow_rows(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  for (const Arrow& arrow : picture.point_arrows.list) rows.add_line(arrow.outline);
  return rows.take();
}

LayerMarks draw_points(const PlanePicture& picture) {
  LayerMarks marks;
  const Rgb ink = line_colors(picture.style).mark, ground = picture.style.theme->background;
  const std::string color = color_clause(ink), casing = color_clause(ground);
  if (!picture.point_levels.empty()) {
    BlockRows lines(picture.page);
    for (const LabelledLine& line : picture.point_levels) {
      for (const std::vector<Point>& piece : line.pieces) {
        for (const Point point : piece) lines.add({picture.page.x.in_data(point.x), picture.page.y.in_data(point.y)});
        lines.end_line();
      }
      for (const ContourLabel& label : line.labels) {
        const Words letters{typeset_label(label.text), label.position, 0, kLabelSize, ink, label.angle};
        add_with_halo(marks.words, letters, ground);
      }
    }
    marks.blocks.push_back({"Level lines through the points that are marked.", "point_levels", lines.take()});
    marks.plots.push_back(plot_lines("$point_levels using 1:2", "", kLevelWidth + kPointCasing, casing));
    marks.plots.push_back(plot_lines("$point_levels using 1:2", "level lines through points", kLevelWidth, color));
  }
  if (!picture.point_arrows.list.empty()) {
    marks.blocks.push_back({"The gradients there.", "point_arrows", arrow_rows(picture)});
    marks.plots.push_back(plot_lines("$point_arrows using 1:2", "", 2 * kPointCasing, casing));
    marks.plots.push_back(plot_polygons("$point_arrows using 1:2", "gradients at points", color));
  }
  marks.blocks.push_back({"The points that are marked.", "points", dot_rows(picture)});
  marks.plots.push_back(plot_lines("$points using 1:2", "", 2 * kPointCasing, casing));
  marks.plots.push_back(plot_polygons("$points using 1:2", "points", color));
  return marks;
}

void tell_points(const PlanePicture& picture, PictureFacts& facts) {
  facts.description += mark_facts(picture.points_marked);
}

}  // namespace

void make_point_levels(PlanePicture& picture, const FieldView& view) {
  const std::vector<double> levels = mark_levels(picture.points_marked);
  if (levels.empty()) return;
  const Page& page = picture.page;
  const auto range = [](const Scale& scale) { return ContourRange{scale.low, scale.high, scale.end - scale.begin}; };
  const LevelLines found = level_lines(range(page.x), range(page.y), {}, levels, view);
  const auto label_size = picture.style.labels ? std::optional(kLabelSize) : std::nullopt;
  picture.point_levels = label_contours(found.lines, page, label_size, marks_on(picture));
}

const Layer kPointLayer{.is_shown = [](const PlanePicture& picture) { return !picture.points_marked.empty(); },
                        .draw = draw_points,
                        .tell = tell_points};

}  // namespace gradfield
