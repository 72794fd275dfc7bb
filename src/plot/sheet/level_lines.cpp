#include "plot/sheet/level_lines.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/contours/contour_levels.hpp"

namespace gradfield {
namespace {

// Cells of the sample along the longer axis.
constexpr double kContourCells = 200;

// How often the levels are crossed on the edges of the sample along the first axis.
std::size_t crossings(const Grid& grid, const Field& field, const std::vector<double>& levels) {
  const std::size_t columns = grid.axes[0].count;
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < field.size(); ++i) {
    if ((i + 1) % columns == 0 || !std::isfinite(field.f[i]) || !std::isfinite(field.f[i + 1])) continue;
    const auto [low, high] = std::minmax(field.f[i], field.f[i + 1]);
    count += static_cast<std::size_t>(std::ranges::upper_bound(levels, high) - std::ranges::lower_bound(levels, low));
  }
  return count;
}

// Where f changes faster than the sample can follow, lines fill the page with whatever number of levels: fewer of
// them, evenly chosen, show as much.
std::vector<double> drawable(const Grid& grid, const Field& field, std::vector<double> levels) {
  constexpr std::size_t kMost = 60'000;
  const std::size_t count = crossings(grid, field, levels);
  if (count <= kMost) return levels;
  const std::size_t step = std::min((count + kMost - 1) / kMost, levels.size());
  std::vector<double> fewer;
  for (std::size_t i = step / 2; i < levels.size(); i += step) fewer.push_back(levels[i]);
  return fewer;
}

}  // namespace

std::vector<ContourLine> level_lines(const Grid& grid, const Scale& x, const Scale& y, const ContourStyle& style,
                                     const FieldView& view) {
  const double width = x.end - x.begin, height = y.end - y.begin;
  const auto count = [&](double length) {
    constexpr double kFewest = 20;
    return static_cast<std::size_t>(std::max(kContourCells * length / std::max(width, height), kFewest)) + 1;
  };
  const Grid fine{
      {{grid.axes[0].name, x.low, x.high, count(width)}, {grid.axes[1].name, y.low, y.high, count(height)}}};
  const Field field = view.sample(fine);
  const std::vector<double> levels =
      style.levels.empty() ? drawable(fine, field, contour_levels(field, style.count)) : contour_levels(style.levels);
  return contour_lines(fine, field, levels, *view.gradient());
}

}  // namespace gradfield
