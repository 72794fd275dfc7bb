#include "plot/plane/field_lines.hpp"

#include "analysis/contours/contours.hpp"
#include "analysis/streams/stream_cover.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {
namespace {

constexpr double kLabelSize = 9;
// Distance of neighbouring stream lines, in points of the page.
constexpr double kStreamSpacing = 24;

ContourRange range_of(const Scale& scale) { return {scale.low, scale.high, scale.end - scale.begin}; }

}  // namespace

std::vector<LabelledLine> make_contours(const ContourStyle& style, const Page& page, const FieldAccess& access) {
  return label_contours(level_lines(range_of(page.x), range_of(page.y), style.count, style.levels, access), page,
                        kLabelSize);
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

}  // namespace gradfield
