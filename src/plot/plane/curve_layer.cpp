// The layer of curves on which equations hold: over level lines, under arrows, which stay whole.
#include <array>

#include "analysis/contours/contours.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/plane/layers.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

LayerMarks draw_curves(const PlanePicture& picture) {
  constexpr double kWidth = 2.2, kCasing = 1.1;  // beside it, over a heat map
  const LineColors colors = line_colors(picture.style);
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
      marks.plots.push_back(plot_lines(data, "", kWidth + 2 * kCasing, color_clause(picture.style.theme->background)));
    }
    marks.plots.push_back(plot_lines(data, "curve " + std::to_string(k + 1), kWidth, color_clause(colors.curves[k])));
  }
  return marks;
}

void tell_curves(const PlanePicture& picture, PictureFacts& facts) {
  for (const CurveStyle& curve : picture.style.curves) facts.description += " The curve " + curve.text + ".";
}

}  // namespace

void make_curves(PlanePicture& picture) {
  const auto range_of = [](const Scale& scale) { return ContourRange{scale.low, scale.high, scale.end - scale.begin}; };
  picture.curves = curve_lines(picture.style, range_of(picture.page.x), range_of(picture.page.y));
}

const Layer kCurveLayer{
    .is_shown = [](const PlanePicture& picture) { return !picture.curves.empty(); },
    .draw = draw_curves,
    .tell = tell_curves,
    .notes = [](const PlanePicture& picture) { return notes_on_curves(picture.style, picture.curves); }};

}  // namespace gradfield
