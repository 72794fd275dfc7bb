// How much of the page stream lines leave bare.
#pragma once

#include <vector>

#include "analysis/streams/stream_lines.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

/// The share, 0 to 1, of the places with a flow that have no line within about a spacing, in points of the page; 0
/// where nothing flows. Requires: points of a line that are less than a spacing apart.
double bare_share(const std::vector<StreamLine>& lines, const StreamRegion& region, double spacing,
                  PointGradient& gradient);

}  // namespace gradfield
