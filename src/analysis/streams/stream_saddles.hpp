// The critical points and poles of a field, and the lines that run into and out of its saddles: the skeleton of its
// stream lines.
#pragma once

#include <vector>

#include "analysis/streams/stream_walk.hpp"

namespace gradfield {

/// A critical point around which the flow turns against the sense of the walk.
struct Saddle {
  PagePoint place;
  std::vector<StreamPoint> ways;  // on a small circle: where the flow runs straight away from the saddle or towards it
};

/// A place that the flow runs into or out of from all sides, or around: a minimum, a maximum, a pole.
struct Node {
  PagePoint place;
  double radius;  // of the disc that lines keep out of
};

struct Skeleton {
  std::vector<Saddle> saddles;
  std::vector<Node> nodes;
};

/// Radius of the disc that lines keep out of around a node, in spacings: so small that the lines seem to meet, and as
/// wide as a gap that nobody overlooks, since through a node no line leads.
inline constexpr double kNodeRadius = 0.3;

/// Radius of the circle with the ways, in spacings: a point on paper, and small enough that the field is its linear
/// part.
inline constexpr double kSaddleRadius = 0.05;

/// Saddles whose lines have room, 1.5 spacings from every other critical point; and nodes, with a smaller disc where
/// others are near.
///
/// Method: the index (how often the direction turns on the way around) of the cells of a lattice of half the spacing,
/// halved until the place is known to 1/2000 of the spacing (Helman & Hesselink, "Representation and display of vector
/// field topology", 1989). It needs directions alone, no second derivatives, and finds poles as well.
Skeleton find_skeleton(StreamFlow& flow, double spacing);

}  // namespace gradfield
