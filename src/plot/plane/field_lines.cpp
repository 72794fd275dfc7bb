#include "plot/plane/field_lines.hpp"

#include "analysis/point_gradient.hpp"
#include "plot/parts/level_lines.hpp"

namespace gradfield {
namespace {

constexpr double kLabelSize = 9;
// Distance of neighbouring stream lines, in points of the page.
constexpr double kStreamSpacing = 24;

}  // namespace

std::vector<LabelledLine> make_contours(const Grid& grid, const ContourStyle& style, const Page& page,
                                        const FieldAccess& access) {
  return label_contours(level_lines(grid, page.x, page.y, style, access), page, kLabelSize);
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
