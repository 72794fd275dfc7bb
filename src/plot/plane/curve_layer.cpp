// The layer of curves on which equations hold: over level lines, under arrows, which stay whole.
#include <array>

#include "analysis/contours/contours.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

// Of the theme's lines, by their place among the curves: what stands out from the palettes first, and last what the
// first paths have.
Rgb color_of(const Theme& theme, std::size_t curve) {
  constexpr std::array<std::size_t, 6> kOrder{3, 5, 0, 4, 2, 1};
  return theme.lines[kOrder[curve % kOrder.size()]];
}

LayerMarks draw_curves(const PlanePicture& picture) {
  constexpr double kWidth = 2.2, kCasing = 1.1;  // beside it, over a heat map
  const Theme& theme = *picture.style.theme;
  LayerMarks marks;
  for (std::size_t k = 0; k < picture.curves.size(); ++k) {
    if (picture.curves[k].lines.empty()) continue;
    BlockRows rows(picture.page);
    for (const ContourLine& line : picture.curves[k].lines) {
      std::vector<Point> points;
      for (const std::array<double, 2>& point : line.points) points.push_back({point[0], point[1]});
      if (line.closed) points.push_back(points.front());
      rows.add_line(points);
    }
    const std::string name = "curve_" + std::to_string(k + 1), text = in_ascii(picture.style.curves[k].text);
    marks.blocks.push_back({"The curve " + shortened(text, 100) + ".", name, rows.take()});
    const std::string data = "$" + name + " using 1:2";
    if (picture.heat) {
      marks.plots.push_back(plot_lines(data, "", kWidth + 2 * kCasing, color_clause(theme.background)));
    }
    marks.plots.push_back(plot_lines(data, "curve " + std::to_string(k + 1), kWidth, color_clause(color_of(theme, k))));
  }
  return marks;
}

void tell_curves(const PlanePicture& picture, PictureFacts& facts) {
  for (const CurveStyle& curve : picture.style.curves) facts.description += " The curve " + curve.text + ".";
}

Notes note_curves(const PlanePicture& picture) {
  Notes notes;
  for (std::size_t k = 0; k < picture.curves.size(); ++k) {
    const std::string text = "'" + printable(shortened(picture.style.curves[k].text, 60)) + "'";
    const LevelSummary& found = picture.curves[k].summary;
    if (!found.on_areas.empty()) {
      notes.push_back(text + " holds all over a part of this picture, where it is no curve");
    } else if (found.drawn.empty()) {
      notes.push_back("the curve " + text + " does not run through this picture");
    }
  }
  return notes;
}

}  // namespace

void make_curves(PlanePicture& picture) {
  const auto range_of = [](const Scale& scale) { return ContourRange{scale.low, scale.high, scale.end - scale.begin}; };
  constexpr double kLevel[] = {0};
  for (const CurveStyle& curve : picture.style.curves) {
    picture.curves.push_back(level_lines(range_of(picture.page.x), range_of(picture.page.y), {}, kLevel, curve.view));
  }
}

std::vector<KeyEntry> curve_key(const PictureStyle& style) {
  std::vector<KeyEntry> entries;
  for (std::size_t k = 0; k < style.curves.size(); ++k) {
    entries.push_back({KeyMark::kLine, style.curves[k].words, color_of(*style.theme, k)});
  }
  return entries;
}

const Layer kCurveLayer{.is_shown = [](const PlanePicture& picture) { return !picture.curves.empty(); },
                        .draw = draw_curves,
                        .tell = tell_curves,
                        .notes = note_curves};

}  // namespace gradfield
