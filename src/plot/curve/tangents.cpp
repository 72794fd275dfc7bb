#include "plot/curve/tangents.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "base/numbers/number.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/look/typeset.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kHalfLong = 120, kHalfShort = 30;  // of a tangent, from its point
constexpr double kBeyondChord = 40;                 // of a secant, at both ends
constexpr double kRadius = 4.2, kCasing = 1.4, kWidth = 1.6, kNumberSize = 11;

std::optional<Tangent> tangent_at(const MarkedPoint& point, const std::vector<MarkedPoint>& chord, double half,
                                  const Page& page) {
  if (!point.is_finite()) return {};
  Tangent tangent;
  tangent.touch = {point.place[0], point.f};
  tangent.slope = point.slopes[0];
  // The direction on the page; a slope that is large there is no reason to overflow.
  const double rise = tangent.slope * page.y.points_per_unit(), run = page.x.points_per_unit();
  const double length = std::hypot(run, rise);
  Point from = tangent.touch;
  double before = half, after = half;
  for (const MarkedPoint& end : chord) {
    if (!std::isfinite(end.f)) return {};
    const double reach = std::fabs(end.place[0] - from.x) * length + kBeyondChord;
    (end.place[0] < tangent.touch.x ? before : after) = std::max(half, reach);
    if (end.place[0] != tangent.touch.x) tangent.chord.push_back({end.place[0], end.f});
  }
  // A secant need not meet the point itself: f lies beside the chord of both sides there.
  if (chord.size() == 2) from = {chord[0].place[0], chord[0].f};
  const auto at = [&](double way) {
    const double x = tangent.touch.x + way / length;
    return std::array<double, 2>{x, from.y + tangent.slope * (x - from.x)};
  };
  tangent.line = parts_inside<2>({at(-before), at(after)}, {page.x.low, page.y.low}, {page.x.high, page.y.high});
  return tangent;
}

bool is_on(const Page& page, Point point) { return point.y >= page.y.low && point.y <= page.y.high; }

}  // namespace

std::vector<Tangent> make_tangents(const FieldView& view, const PictureStyle& style, const Page& page) {
  std::vector<Tangent> tangents;
  if (style.marks.empty() && style.dots.empty()) return tangents;
  const std::unique_ptr<Gradient> gradient = view.gradient();
  const auto add = [&](const PointList& places, double half, bool has_number) {
    for (const MarkedPoint& point : mark_points(places, *gradient)) {
      std::vector<MarkedPoint> chord;
      if (style.secant) {
        const double x = point.place[0];
        chord = mark_points({{x + style.secant->low}, {x + style.secant->high}}, *gradient);
      }
      std::optional<Tangent> tangent = tangent_at(point, chord, half, page);
      if (!tangent || !is_on(page, tangent->touch)) continue;
      tangent->has_number = has_number;
      tangents.push_back(std::move(*tangent));
    }
  };
  add(style.dots, kHalfShort, false);
  add(style.marks, kHalfLong, true);
  return tangents;
}

std::vector<DataBlock> tangent_blocks(const std::vector<Tangent>& tangents, const Page& page) {
  if (tangents.empty()) return {};
  BlockRows lines(page), dots(page), rings(page);
  for (const Tangent& tangent : tangents) {
    for (const Line<2>& part : tangent.line) {
      for (const auto& [x, y] : part) lines.add({x, y});
      lines.end_line();
    }
    dots.add_line(placed(circle_shape(kRadius), tangent.touch, {1, 0}, page));
    for (const Point end : tangent.chord) {
      if (is_on(page, end)) rings.add_line(placed(circle_shape(0.75 * kRadius), end, {1, 0}, page));
    }
  }
  std::vector<DataBlock> blocks{{"Tangents, or secants of the step.", "tangents", lines.take()},
                                {"The points they belong to.", "touches", dots.take()}};
  if (std::string rows = rings.take(); !rows.empty()) {
    blocks.push_back({"Where the secants cut the curve besides.", "chords", std::move(rows)});
  }
  return blocks;
}

std::vector<std::string> tangent_plots(const std::vector<Tangent>& tangents, const PictureStyle& style) {
  if (tangents.empty()) return {};
  const std::string color = color_clause(line_colors(style).mark), ground = color_clause(style.theme->background);
  std::vector<std::string> plots{plot_lines("$tangents using 1:2", "tangents", kWidth, color)};
  const bool has_chords = std::ranges::any_of(tangents, [](const Tangent& tangent) { return !tangent.chord.empty(); });
  if (has_chords) {
    plots.push_back(plot_polygons("$chords using 1:2", "ends of chords", ground));
    plots.push_back(plot_lines("$chords using 1:2", "", kCasing, color));
  }
  plots.push_back(plot_lines("$touches using 1:2", "", 2 * kCasing, ground));
  plots.push_back(plot_polygons("$touches using 1:2", "points", color));
  return plots;
}

std::vector<Words> tangent_words(const std::vector<Tangent>& tangents, const Page& page, const PictureStyle& style) {
  constexpr double kAside = 9, kOff = 13, kEm = 15;  // points of the page
  std::vector<Words> words;
  for (const Tangent& tangent : tangents) {
    if (!tangent.has_number) continue;
    const std::string text = "slope " + typeset_name(number_text(tangent.slope + 0.0, 4));
    const Point at{page.x.on_page(tangent.touch.x), page.y.on_page(tangent.touch.y)};
    // Below a line that rises, above one that falls; at the right end of the page on the other side of the point.
    const bool fits = at.x + kAside + markup_width(text) * kEm < page.x.end;
    const bool is_below = (tangent.slope >= 0) == fits;
    const Words letters{text,
                        {at.x + (fits ? kAside : -kAside), at.y + (is_below ? -kOff : kOff)},
                        fits ? 1 : -1,
                        kNumberSize,
                        line_colors(style).mark};
    add_with_halo(words, letters, style.theme->background);
  }
  return words;
}

}  // namespace gradfield
