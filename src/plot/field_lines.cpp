#include "plot/field_lines.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/contour_levels.hpp"
#include "analysis/contours.hpp"
#include "analysis/point_gradient.hpp"

namespace gradfield {
namespace {

// Cells of the sample along the longer axis.
constexpr double kContourCells = 200;
constexpr double kLabelSize = 9;
// Distance of neighbouring stream lines, in points of the page.
constexpr double kStreamSpacing = 24;

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
      style.levels.empty() ? contour_levels(field, style.count) : contour_levels(style.levels);
  const std::vector<ContourLine> lines = contour_lines(fine, field, levels, *access.gradient());
  return label_contours(lines, page, kLabelSize);
}

std::vector<StreamLine> make_streams(double density, bool descent, const Page& page, const FieldAccess& access) {
  PointGradient gradient(*access.gradient(), 2);
  const StreamRegion region{
      page.x.low, page.x.high, page.y.low, page.y.high, page.x.points_per_unit(), page.y.points_per_unit()};
  StreamSettings settings;
  settings.spacing = kStreamSpacing / density;
  settings.descent = descent;
  return stream_lines(gradient, region, settings);
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
