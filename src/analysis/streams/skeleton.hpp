// The critical points and poles of a field, and the lines that run into and out of its saddles: the skeleton of its
// stream lines.
#pragma once

#include <vector>

#include "analysis/streams/walk.hpp"

namespace gradfield {

/// A critical point around which the flow turns against the sense of the walk.
struct Saddle {
  Point place;
  std::vector<StreamPoint> ways;  // on a small circle: where the flow runs straight away from the saddle or towards it
};

/// A place that the flow runs into or out of from all sides, or around: a minimum, a maximum, a pole.
struct Node {
  Point place;
  double radius;  // of the disc that lines keep out of: so small that they seem to meet, as wide as a gap that is seen
};

struct Skeleton {
  std::vector<Saddle> saddles;
  std::vector<Node> nodes;
};

/// Radius of the circle with the ways, in spacings: a point on paper, and small enough that the field is its linear
/// part.
inline constexpr double kSaddleRadius = 0.05;

/// Saddles whose lines have room, 1.5 spacings from every other critical point; and nodes, with a smaller disc where
/// others are near.
///
/// Method: find_singularities on a lattice of half the spacing, to 1/2000 of it.
Skeleton find_skeleton(StreamFlow& flow, double spacing);

}  // namespace gradfield
