#include "plot/space/space_box.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

SpaceBox padded_box(const Grid& grid, const PictureStyle& style) {
  const double reach = std::max(0.5, style.arrows.longest * (0.5 + std::fabs(style.arrows.pivot->place)));
  SpaceBox box;
  double widest = 0, narrowest = HUGE_VAL;
  for (const Axis& axis : grid.axes) {
    const double cell = axis.count > 1 ? (axis.max - axis.min) / static_cast<double>(axis.count - 1)
                                       : std::max(axis.largest_magnitude(), 1e-300) / 10;
    box.edges.push_back({axis.min - reach * cell, axis.max + reach * cell, cell, 1});
    widest = std::max(widest, box.edges.back().high - box.edges.back().low);
    narrowest = std::min(narrowest, box.edges.back().high - box.edges.back().low);
  }
  box.is_equal = has_equal_aspect(style, widest, narrowest);
  for (BoxEdge& edge : box.edges) edge.length = box.is_equal ? (edge.high - edge.low) / widest : 1;
  return box;
}

}  // namespace gradfield
