// The layer of critical points, over everything else: a mark for each kind, with the value of f.
#include <iterator>

#include "plot/critical/critical_marks.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

LayerMarks draw_critical(const PlanePicture& picture) {
  LayerMarks marks;
  const Page& page = picture.page;
  BlockRows rows(page);
  std::vector<Point> at;
  for (const NamedPoint& point : picture.style.critical) {
    rows.add_line(placed(critical_mark(point.kind), {point.place[0], point.place[1]}, {1, 0}, page));
    at.push_back({page.x.on_page(point.place[0]), page.y.on_page(point.place[1])});
  }
  const Theme& theme = *picture.style.theme;
  marks.blocks = {{"Critical points of f.", "critical", rows.take()}};
  marks.plots = {plot_lines("$critical using 1:2", "", 2 * kCriticalCasing, color_clause(theme.background)),
                 plot_polygons("$critical using 1:2", "critical points", color_clause(theme.ink))};
  marks.words = critical_labels(picture.style, at, page.x.end, page.y.end);
  return marks;
}

void tell_critical(const PlanePicture& picture, PictureFacts& facts) {
  facts.description += critical_facts(picture.style);
}

}  // namespace

const Layer kCriticalLayer{.is_shown = [](const PlanePicture& picture) { return !picture.style.critical.empty(); },
                           .draw = draw_critical,
                           .tell = tell_critical};

}  // namespace gradfield
