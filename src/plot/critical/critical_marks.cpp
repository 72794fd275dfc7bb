#include "plot/critical/critical_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/numbers/number.hpp"
#include "plot/look/typeset.hpp"
#include "plot/paths/path_marks.hpp"

namespace gradfield {
namespace {

// In points of the page.
constexpr double kRadius = 5.5;
constexpr double kLabelSize = 10, kPointsPerEm = 16.0 / 12;  // of one typographic point
constexpr double kApart = 9, kHalfHeight = 6;                // of a label from its mark, to the side and up; of itself

// By CriticalKind; the ink of each covers about as much.
constexpr StepMark kMarks[] = {{3, -90, 1, 1.1, 1}, {3, 90, 1, 1.1, 1}, {8, 45, 0.3, 1.5, 1}, {4, 45, 1, 0.9, 1}};
constexpr std::array kWords{std::pair{"minimum", "minima"}, std::pair{"maximum", "maxima"},
                            std::pair{"saddle", "saddles"}, std::pair{"degenerate point", "degenerate points"}};

struct Room {
  double left, right, bottom, top;
};

bool overlap(const Room& a, const Room& b) {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

}  // namespace

std::vector<Point> critical_mark(CriticalKind kind, double margin) {
  const StepMark& mark = kMarks[static_cast<std::size_t>(kind)];
  // The corners of a triangle are twice as far from its middle as its sides.
  return mark_shape(mark, mark.radius * kRadius + (mark.corners == 3 ? 2 : 1.4) * margin);
}

std::vector<Words> critical_labels(const PictureStyle& style, const std::vector<Point>& at, double right, double top) {
  // With more the numbers would cover the picture.
  constexpr std::size_t kMostLabelled = 40;
  std::vector<Words> words;
  if (!style.labels || style.critical.size() > kMostLabelled) return words;
  double largest = 0;
  for (const NamedPoint& point : style.critical) largest = std::max(largest, std::fabs(point.f));
  std::vector<Room> taken;
  for (const Point& place : at)
    taken.push_back({place.x - kRadius, place.x + kRadius, place.y - kRadius, place.y + kRadius});
  for (std::size_t k = 0; k < style.critical.size(); ++k) {
    if (std::isnan(at[k].x)) continue;
    // What is left of a value that is 0 but for rounding.
    const double f = std::fabs(style.critical[k].f) < 1e-13 * largest ? 0 : style.critical[k].f;
    Words letters{typeset_label(number_text(f, 3)), {}, 1, kLabelSize, style.theme->ink, 0, true};
    const double width = markup_width(letters.markup) * kLabelSize * kPointsPerEm;
    // The best place first: where none is free, that.
    std::optional<Room> room;
    for (const auto& [side, up] : {std::pair{1, 1}, {-1, 1}, {1, -1}, {-1, -1}}) {
      const Point begin{at[k].x + side * kApart, at[k].y + up * kApart};
      const Room here{side > 0 ? begin.x : begin.x - width, side > 0 ? begin.x + width : begin.x, begin.y - kHalfHeight,
                      begin.y + kHalfHeight};
      const bool is_free = here.right < right && here.left > 0 && here.top < top &&
                           std::ranges::none_of(taken, [&](const Room& other) { return overlap(here, other); });
      if (room && !is_free) continue;
      room = here;
      letters.at = begin;
      letters.side = side;
      if (is_free) break;
    }
    taken.push_back(*room);
    add_with_halo(words, letters, style.theme->background);
  }
  return words;
}

std::vector<CriticalCount> critical_counts(const PictureStyle& style) {
  std::vector<CriticalCount> counts;
  for (std::size_t place = 0; place < kWords.size(); ++place) {
    const auto kind = static_cast<CriticalKind>(place);
    const auto count = std::ranges::count(style.critical, kind, &NamedPoint::kind);
    const auto& [one, many] = kWords[place];
    if (count > 0) counts.push_back({kind, std::to_string(count) + ' ' + (count == 1 ? one : many)});
  }
  return counts;
}

std::vector<KeyEntry> critical_key(const PictureStyle& style) {
  std::vector<KeyEntry> entries;
  for (const CriticalCount& count : critical_counts(style)) {
    entries.push_back({KeyMark::kShape, count.words, style.theme->ink});
    entries.back().on_line = critical_mark(count.kind);
  }
  return entries;
}

std::string critical_facts(const PictureStyle& style) {
  std::string text;
  for (const NamedPoint& point : style.critical) {
    std::string place;
    for (const double coordinate : point.place) place += (place.empty() ? "" : ", ") + number_text(coordinate, 4);
    text += " At " + (point.place.size() == 1 ? place : "(" + place + ")") + " f has a " +
            std::string(critical_words()[point.word()].one) + ", " + number_text(point.f, 4) + ".";
  }
  return text;
}

}  // namespace gradfield
