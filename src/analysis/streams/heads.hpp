// Where arrow heads sit on stream lines.
#pragma once

#include <vector>

#include "analysis/streams/walk.hpp"

namespace gradfield {

/// The points of each course that bear a head: one in the middle, on long lines one every seven spacings or so; moved
/// along the line where another head is nearer than the spacing, left out where all are nearer than half of it. `half`:
/// of the region on the page.
std::vector<std::vector<StreamPoint>> place_heads(const std::vector<StreamCourse>& courses, const Point& half,
                                                  double spacing);

}  // namespace gradfield
