// The saddles of a field and the lines that run into and out of them: the skeleton of its stream lines.
#pragma once

#include <vector>

#include "analysis/stream_walk.hpp"

namespace gradfield {

/// A critical point around which the flow turns against the sense of the walk.
struct Saddle {
  PagePoint place;
  std::vector<StreamPoint> ways;  // on a small circle: where the flow runs straight away from the saddle or towards it
};

/// Radius of the circle with the ways, in spacings: a point on paper, and small enough that the field is its linear
/// part.
inline constexpr double kSaddleRadius = 0.05;

/// Saddles whose lines have room: 1.5 spacings from every other critical point.
///
/// Method: the index (how often the direction turns on the way around) of the cells of a lattice of half the spacing,
/// halved until the place is known to 1/2000 of the spacing (Helman & Hesselink, "Representation and display of vector
/// field topology", 1989). It needs directions alone, no second derivatives.
std::vector<Saddle> find_saddles(StreamFlow& flow, double spacing);

}  // namespace gradfield
