#include "analysis/contours/contours.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/contours/contour_lines.hpp"
#include "analysis/contours/touched_lines.hpp"

namespace gradfield {
namespace {

// Cells of the sheet along the longer axis. By the values and slopes at their corners lines are as near to the level as
// pages show, and as whole, as on a sheet of 400 (measured), which takes twice the time.
constexpr double kCells = 200;

// How often the levels are crossed along the rows of a sample.
std::size_t crossings(const Field& field, const std::vector<double>& levels) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < field.size(); ++i) {
    if (field.coordinates[1][i] != field.coordinates[1][i + 1] || !std::isfinite(field.f[i]) ||
        !std::isfinite(field.f[i + 1])) {
      continue;
    }
    const auto [low, high] = std::minmax(field.f[i], field.f[i + 1]);
    count += static_cast<std::size_t>(std::ranges::upper_bound(levels, high) - std::ranges::lower_bound(levels, low));
  }
  return count;
}

// Where f changes faster than the sample can follow, lines fill the page with whatever number of levels: fewer of
// them, evenly chosen, show as much.
std::vector<double> drawable(const Field& field, std::vector<double> levels) {
  constexpr std::size_t kMost = 60'000;
  const std::size_t count = crossings(field, levels);
  if (count <= kMost) return levels;
  const std::size_t step = std::min((count + kMost - 1) / kMost, levels.size());
  std::vector<double> fewer;
  for (std::size_t i = step / 2; i < levels.size(); i += step) fewer.push_back(levels[i]);
  return fewer;
}

// Whether f is at the level at all corners of a cell.
bool has_area_at(const Field& field, std::size_t columns, double level) {
  for (std::size_t i = columns + 1; i < field.size(); ++i) {
    if (i % columns > 0 && field.f[i] == level && field.f[i - 1] == level && field.f[i - columns] == level &&
        field.f[i - columns - 1] == level) {
      return true;
    }
  }
  return false;
}

bool has_slopes(const Field& field) {
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (std::isfinite(field.f[i]) && (field.slopes[0][i] != 0 || field.slopes[1][i] != 0)) return true;
  }
  return false;
}

}  // namespace

LevelLines level_lines(const ContourRange& x, const ContourRange& y, std::optional<int> count,
                       std::span<const double> levels, const FieldView& view) {
  const double longest = std::max(x.length, y.length);
  const auto axis = [&](const ContourRange& range) {
    constexpr double kFewest = 20;
    const auto cells = static_cast<std::size_t>(std::max(kCells * range.length / longest, kFewest));
    return Axis{"", range.low, range.high, cells + 1};
  };
  const Grid grid{{axis(x), axis(y)}};
  const Field field = view.sample(grid);
  LevelLines out;
  std::vector<double> chosen(levels.begin(), levels.end());
  if (chosen.empty()) {
    const std::vector<double> all = contour_levels(field, count);
    chosen = drawable(field, all);
    out.summary.are_crowded = chosen.size() < all.size();
  }
  out.lines = contour_lines(grid, field, chosen, *view.gradient());
  std::ranges::move(touched_lines(x, y, kCells, chosen, view), std::back_inserter(out.lines));
  std::ranges::stable_sort(out.lines, {}, &ContourLine::level);
  for (const double level : chosen) {
    if (std::ranges::count(out.lines, level, &ContourLine::level) > 0) out.summary.drawn.push_back(level);
    if (has_area_at(field, grid.axes[0].count, level)) out.summary.on_areas.push_back(level);
  }
  out.summary.has_slopes = has_slopes(field);
  out.summary.is_rounding = steps_beyond_rounding(field) < 1;
  return out;
}

}  // namespace gradfield
