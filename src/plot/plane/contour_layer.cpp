// The layers of level lines: the lines, under arrows, and the ground below their labels, over them.
#include <algorithm>

#include "analysis/contours/contours.hpp"
#include "base/numbers/number.hpp"
#include "plot/look/typeset.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

constexpr double kLabelSize = 9;

Point in_data(const Page& page, Point at) { return {page.x.in_data(at.x), page.y.in_data(at.y)}; }

ContourRange range_of(const Scale& scale) { return {scale.low, scale.high, scale.end - scale.begin}; }

void make_contours(PlanePicture& picture, const FieldView& view) {
  if (!picture.style.contour) return;
  const auto& [count, levels] = *picture.style.contour;
  const Page& page = picture.page;
  const auto label_size = picture.style.labels ? std::optional(kLabelSize) : std::nullopt;
  LevelLines found = level_lines(range_of(page.x), range_of(page.y), count, levels, view);
  picture.contours = label_contours(found.lines, page, label_size);
  picture.levels = std::move(found.summary);
}

Words words_of(const PlanePicture& picture, const ContourLabel& label) {
  const Point place = in_data(picture.page, label.position);
  const Rgb color = picture.heat ? level_label_ink(picture, label.level, place) : picture.style.theme->quiet;
  return {typeset_label(label.text), label.position, 0, kLabelSize, color, label.angle};
}

LayerMarks draw_contours(const PlanePicture& picture) {
  BlockRows rows(picture.page);
  LayerMarks marks;
  for (const LabelledLine& line : picture.contours) {
    for (const std::vector<Point>& piece : line.pieces) {
      for (const Point point : piece) {
        const Point data = in_data(picture.page, point);
        rows.add(data, picture.heat ? color_column(level_line_ink(picture, line.level, data)) : "");
      }
      rows.end_line();
    }
    for (const ContourLabel& label : line.labels) marks.words.push_back(words_of(picture, label));
  }
  marks.blocks = {{"Level lines of f, with gaps for their labels.", "contours", rows.take()}};
  // Under paths arrows and stream lines are as pale as level lines: these are thinner then, or all would be one net.
  const double width = picture.paths.empty() ? 1 : 0.6;
  const std::string data = picture.heat ? "$contours using 1:2:3" : "$contours using 1:2";
  marks.plots = {plot_lines(data, "level lines", width,
                            picture.heat ? "rgb variable" : color_clause(picture.style.theme->contour))};
  return marks;
}

std::string contour_text(const std::vector<double>& levels) {
  // Levels far from 0 and near to each other need all their digits to be told apart.
  constexpr int kDigits = 6;
  const auto text_of = [&](double level, bool is_whole) {
    return is_whole ? number_text(level) : number_text(level, kDigits);
  };
  bool is_whole = false;
  for (std::size_t k = 1; k < levels.size(); ++k)
    is_whole |= text_of(levels[k - 1], false) == text_of(levels[k], false);
  std::string text = levels.size() == 1 ? "Level lines of f at " : "Level lines of f at the levels ";
  for (std::size_t k = 0; k < levels.size(); ++k) {
    text += (k == 0 ? "" : k + 1 < levels.size() ? ", " : " and ") + text_of(levels[k], is_whole);
  }
  return text + ".";
}

void tell_contours(const PlanePicture& picture, PictureFacts& facts) {
  if (!picture.contours.empty()) facts.description += " " + contour_text(picture.levels.drawn);
}

Notes note_contours(const PlanePicture& picture) {
  if (picture.arrows.not_finite == picture.field.size()) return {};
  return notes_on_levels(picture.style, picture.levels);
}

bool has_labels(const PlanePicture& picture) {
  return std::ranges::any_of(picture.contours, [](const LabelledLine& line) { return !line.labels.empty(); });
}

// So that neither arrows nor stream lines run through labels.
LayerMarks draw_label_grounds(const PlanePicture& picture) {
  // More of it would cut arrows that only pass by.
  constexpr double kMargin = 1.5;
  BlockRows rows(picture.page);
  for (const LabelledLine& line : picture.contours) {
    for (const ContourLabel& label : line.labels) {
      const Rgb ground = level_ground(picture, line.level, in_data(picture.page, label.position));
      std::vector<Point> corners;
      for (const Point corner : box_of(label).grown(kMargin).corners()) {
        corners.push_back(in_data(picture.page, corner));
      }
      corners.push_back(corners.front());
      rows.add_line(corners, color_column(ground));
    }
  }
  return {{{"The ground under labels, and its colour.", "grounds", rows.take()}},
          {plot_polygons("$grounds using 1:2:3", "grounds of labels", "rgb variable")}};
}

}  // namespace

const Layer kContourLayer{.is_shown = [](const PlanePicture& picture) { return !picture.contours.empty(); },
                          .draw = draw_contours,
                          .make = make_contours,
                          .tell = tell_contours,
                          .notes = note_contours};
const Layer kLabelGroundLayer{.is_shown = has_labels, .draw = draw_label_grounds};

}  // namespace gradfield
