// The layer of level lines, under arrows; their labels stand where there is room between these.
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

// What the labels of levels keep clear of at all costs: marked points, and the labels of the lines through them.
std::vector<TextBox> taken_by_points(const PlanePicture& picture) {
  constexpr double kRoom = 6;  // around a point
  std::vector<TextBox> taken;
  for (const MarkedPoint& point : picture.points_marked) {
    taken.push_back(
        {{picture.page.x.on_page(point.place[0]), picture.page.y.on_page(point.place[1])}, {1, 0}, kRoom, kRoom});
  }
  for (const NamedPoint& point : picture.style.critical) {
    constexpr double kLabelled = 14;  // with its value
    taken.push_back({{picture.page.x.on_page(point.place[0]), picture.page.y.on_page(point.place[1])},
                     {1, 0},
                     kLabelled,
                     kLabelled});
  }
  for (const LabelledLine& line : picture.point_levels) {
    for (const ContourLabel& label : line.labels) taken.push_back(box_of(label));
  }
  return taken;
}

void make_contours(PlanePicture& picture, const FieldView& view) {
  if (!picture.style.contour) return;
  const auto& [count, levels] = *picture.style.contour;
  const Page& page = picture.page;
  const auto label_size = picture.style.labels ? std::optional(kLabelSize) : std::nullopt;
  LevelLines found = level_lines(range_of(page.x), range_of(page.y), count, levels, view);
  PageMarks marks = marks_on(picture);
  for (const LabelledLine& line : picture.point_levels) {
    for (const std::vector<Point>& piece : line.pieces) {
      std::vector<Point>& mark = marks.emplace_back();
      for (const Point point : piece) mark.push_back(in_data(page, point));
    }
  }
  picture.contours = label_contours(found.lines, page, label_size, marks, taken_by_points(picture));
  picture.levels = std::move(found.summary);
}

// Its letters, among marks with a halo.
void add_words(std::vector<Words>& words, const PlanePicture& picture, const ContourLabel& label) {
  const Point place = in_data(picture.page, label.position);
  const Rgb color = picture.heat ? level_label_ink(picture, label.level, place) : picture.style.theme->quiet;
  const Words letters{typeset_label(label.text), label.position, 0, kLabelSize, color, label.angle};
  if (label.is_clear) {
    words.push_back(letters);
  } else {
    add_with_halo(words, letters, level_ground(picture, label.level, place));
  }
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
    for (const ContourLabel& label : line.labels) add_words(marks.words, picture, label);
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

}  // namespace

const Layer kContourLayer{.is_shown = [](const PlanePicture& picture) { return !picture.contours.empty(); },
                          .draw = draw_contours,
                          .make = make_contours,
                          .tell = tell_contours,
                          .notes = note_contours};

}  // namespace gradfield
