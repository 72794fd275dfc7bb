#include "plot/plane/field_lines.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/contour_levels.hpp"
#include "analysis/contours.hpp"
#include "analysis/point_gradient.hpp"
#include "analysis/stream_cover.hpp"

namespace gradfield {
namespace {

// Cells of the sample along the longer axis.
constexpr double kContourCells = 200;
constexpr double kLabelSize = 9;
// Distance of neighbouring stream lines, in points of the page.
constexpr double kStreamSpacing = 24;

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

std::vector<LabelledLine> make_contours(const Grid& grid, const ContourStyle& style, const Page& page,
                                        const FieldAccess& access) {
  const double width = page.x.end - page.x.begin, height = page.y.end - page.y.begin;
  const auto count = [&](double length) {
    constexpr double kFewest = 20;
    return static_cast<std::size_t>(std::max(kContourCells * length / std::max(width, height), kFewest)) + 1;
  };
  const Grid fine{{{grid.axes[0].name, page.x.low, page.x.high, count(width)},
                   {grid.axes[1].name, page.y.low, page.y.high, count(height)}}};
  const Field field = access.sample(fine);
  const std::vector<double> levels =
      style.levels.empty() ? drawable(fine, field, contour_levels(field, style.count)) : contour_levels(style.levels);
  const std::vector<ContourLine> lines = contour_lines(fine, field, levels, *access.gradient());
  return label_contours(lines, page, kLabelSize);
}

Streams make_streams(double density, bool descent, const Page& page, const FieldAccess& access) {
  PointGradient gradient(*access.gradient(), 2);
  const StreamRegion region{
      page.x.low, page.x.high, page.y.low, page.y.high, page.x.points_per_unit(), page.y.points_per_unit()};
  StreamSettings settings;
  settings.spacing = kStreamSpacing / density;
  settings.descent = descent;
  // Where hills are smaller than the distance of lines nothing but scraps finds room: then nearer to each other.
  constexpr double kMostBare = 0.02, kNearer = 0.7, kNearest = 7;  // a share, a factor, points of the page
  constexpr int kMostTries = 4;
  Streams best;
  for (int k = 0; k < kMostTries && (k == 0 || settings.spacing >= kNearest); ++k, settings.spacing *= kNearer) {
    std::vector<StreamLine> lines = stream_lines(gradient, region, settings);
    const double bare = bare_share(lines, region, kStreamSpacing / density, gradient);
    if (k == 0 || bare < best.bare_share) best = {std::move(lines), bare};
    if (best.bare_share <= kMostBare || (k > 0 && best.lines.empty())) break;
  }
  return best;
}

std::vector<Point> placed(const std::vector<Point>& shape, Point place, Point direction, const Page& page) {
  std::vector<Point> out;
  for (const Point corner : shape) {
    out.push_back({place.x + (corner.x * direction.x - corner.y * direction.y) / page.x.points_per_unit(),
                   place.y + (corner.x * direction.y + corner.y * direction.x) / page.y.points_per_unit()});
  }
  return out;
}

}  // namespace gradfield
