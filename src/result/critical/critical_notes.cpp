#include "result/critical/critical_notes.hpp"

#include <algorithm>

#include "base/numbers/number.hpp"
#include "field/filter.hpp"

namespace gradfield {
namespace {

// "4 minima, 1 maximum": each kind that there is.
std::string counts_text(const std::vector<NamedPoint>& points) {
  std::string text;
  const std::span<const CriticalWords> words = critical_words();
  for (std::size_t word = 0; word < words.size(); ++word) {
    const auto count = std::ranges::count(points, word, &NamedPoint::word);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' +
            std::string(count == 1 ? words[word].one : words[word].many);
  }
  return text;
}

// "x from 0 to 1, y = 2", to a part of each range that a picture shows.
std::string box_text(const std::vector<Interval>& box, const Grid& grid) {
  std::string text;
  for (std::size_t k = 0; k < box.size(); ++k) {
    const Axis& axis = grid.axes[k];
    const double part = (axis.max - axis.min) / 1e3;
    const auto number = [&](double value) {
      return number_text(part > 0 ? std::round(value / part) * part : value, 4);
    };
    const std::string low = number(box[k].low), high = number(box[k].high);
    text += (text.empty() ? "" : ", ") + axis.name + (low == high ? " = " + low : " from " + low + " to " + high);
  }
  return text;
}

std::string points_text(const CriticalReport& report) {
  const std::size_t count = report.points.size();
  if (count == 0) {
    if (!report.is_complete) return "no critical point found";
    if (!report.level_sets.empty()) return "no critical point that stands alone in the ranges";
    return std::string("no critical point in the ranges, ") +
           (report.has_doubt ? "proved but at kinks and poles" : "proved");
  }
  const auto proved = static_cast<std::size_t>(std::ranges::count_if(report.points, &NamedPoint::is_proved));
  const std::string points = std::to_string(count) + " critical point" + (count == 1 ? "" : "s");
  std::string text = points + " found";
  if (report.is_complete) {
    text = count == 1 ? "the one critical point" : count == 2 ? "both critical points" : "all " + points;
  }
  text += proved == count ? ", proved" : proved == 0 ? ", not proved" : ", " + std::to_string(proved) + " proved";
  if (report.is_complete && proved == count && report.has_doubt) text += " but for kinks and poles";
  text += ": " + counts_text(report.points);
  const auto on_border = std::ranges::count_if(report.points, &NamedPoint::is_on_border);
  if (on_border > 0) text += "; " + std::to_string(on_border) + " on the border of the ranges";
  return text;
}

}  // namespace

CriticalReport find_critical(const Request& request) {
  std::vector<Interval> box;
  for (const Axis& axis : request.domain.grid.axes) {
    box.push_back({std::min(axis.min, axis.max), std::max(axis.min, axis.max)});
  }
  CriticalReport report = all_critical_points(request.f, box, request.threads);
  if (request.condition) {
    PointCondition condition(*request.condition);
    std::erase_if(report.points, [&](const NamedPoint& point) { return !condition.holds(point.place); });
  }
  return report;
}

std::vector<std::string> critical_notes(const CriticalReport& report, const Grid& grid) {
  std::vector<std::string> notes{points_text(report)};
  constexpr std::size_t kMostSets = 3;
  std::size_t undecided = 0, named = 0;
  const LevelSet* first = nullptr;
  for (const LevelSet& set : report.level_sets) {
    if (set.kind == LevelSet::kUndecided) {
      if (undecided++ == 0) first = &set;
      continue;
    }
    if (named++ >= kMostSets) continue;
    notes.push_back((set.kind == LevelSet::kRegion ? "f is level on a region: " : "f is level along a curve: ") +
                    box_text(set.box, grid));
  }
  if (named > kMostSets) notes.push_back("f is level in " + std::to_string(named - kMostSets) + " more places");
  if (undecided > 0) {
    notes.push_back("whether there are more is not decided in " + std::to_string(undecided) +
                    (undecided == 1 ? " place: " : " places, the first of them ") + box_text(first->box, grid) +
                    "; narrower ranges would tell");
  }
  return notes;
}

}  // namespace gradfield
