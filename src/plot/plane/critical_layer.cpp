// The layer of critical points, over everything else: a mark for each kind, with the value of f.
#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/look/typeset.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kRadius = 5.5, kMarkCasing = 1.4, kLabelSize = 10;
// With more the numbers would cover the picture.
constexpr std::size_t kMostLabelled = 40;

// By CriticalKind: a valley's triangle points down, a hill's up; a cross; a square. The ink of each covers about as
// much.
constexpr StepMark kMarks[] = {{3, -90, 1, 1.1, 1}, {3, 90, 1, 1.1, 1}, {8, 45, 0.3, 1.5, 1}, {4, 45, 1, 0.9, 1}};
constexpr std::array kWords{std::pair{"minimum", "minima"}, std::pair{"maximum", "maxima"},
                            std::pair{"saddle", "saddles"}, std::pair{"degenerate point", "degenerate points"}};

std::vector<Point> outline_of(CriticalKind kind) {
  const StepMark& mark = kMarks[static_cast<std::size_t>(kind)];
  return mark_shape(mark, mark.radius * kRadius);
}

LayerMarks draw_critical(const PlanePicture& picture) {
  LayerMarks marks;
  const Rgb ink = picture.style.theme->ink, ground = picture.style.theme->background;
  const Page& page = picture.page;
  BlockRows rows(page);
  for (const NamedPoint& point : picture.style.critical) {
    rows.add_line(placed(outline_of(point.kind), {point.place[0], point.place[1]}, {1, 0}, page));
  }
  marks.blocks.push_back({"Critical points of f.", "critical", rows.take()});
  marks.plots.push_back(plot_lines("$critical using 1:2", "", 2 * kMarkCasing, color_clause(ground)));
  marks.plots.push_back(plot_polygons("$critical using 1:2", "critical points", color_clause(ink)));
  double largest = 0;
  for (const NamedPoint& point : picture.style.critical) largest = std::max(largest, std::fabs(point.f));
  // What is left of a value that is 0 but for rounding.
  const auto shown = [&](double f) { return std::fabs(f) < 1e-13 * largest ? 0 : f; };
  if (!picture.style.labels || picture.style.critical.size() > kMostLabelled) return marks;
  for (const NamedPoint& point : picture.style.critical) {
    constexpr double kApart = 9, kRise = 9, kWidest = 60;  // of a label from its mark, and where it needs room
    const Point at{page.x.on_page(point.place[0]), page.y.on_page(point.place[1])};
    const int side = at.x + kWidest > page.x.end ? -1 : 1;
    const double rise = at.y + 2 * kRise > page.y.end ? -kRise : kRise;
    add_with_halo(
        marks.words,
        {typeset_label(number_text(shown(point.f), 3)), {at.x + side * kApart, at.y + rise}, side, kLabelSize, ink},
        ground);
  }
  return marks;
}

void tell_critical(const PlanePicture& picture, PictureFacts& facts) {
  for (const NamedPoint& point : picture.style.critical) {
    facts.description += " At (" + number_text(point.place[0], 4) + ", " + number_text(point.place[1], 4) +
                         ") f has a " + std::string(critical_words()[point.word()].one) + ", " +
                         number_text(point.f, 4) + ".";
  }
}

}  // namespace

std::vector<KeyEntry> critical_key(const PictureStyle& style) {
  std::vector<KeyEntry> entries;
  for (std::size_t kind = 0; kind < kWords.size(); ++kind) {
    const auto count = std::ranges::count(style.critical, static_cast<CriticalKind>(kind), &NamedPoint::kind);
    if (count == 0) continue;
    const auto& [one, many] = kWords[kind];
    entries.push_back({KeyMark::kShape, std::to_string(count) + ' ' + (count == 1 ? one : many), style.theme->ink});
    entries.back().on_line = outline_of(static_cast<CriticalKind>(kind));
  }
  return entries;
}

const Layer kCriticalLayer{.is_shown = [](const PlanePicture& picture) { return !picture.style.critical.empty(); },
                           .draw = draw_critical,
                           .tell = tell_critical};

}  // namespace gradfield
