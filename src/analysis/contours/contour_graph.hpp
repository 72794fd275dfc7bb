// From pieces of contour lines, one a cell, to whole lines.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "analysis/contours/level_crossings.hpp"

namespace gradfield {

/// A straight piece between two of the points where a level is taken.
using ContourPiece = std::array<std::size_t, 2>;

/// A line through points of these numbers; of a closed one the first is not repeated.
struct ContourChain {
  std::vector<std::size_t> points;
  bool closed;
};

/// The pieces joined end to end, the same for the same pieces. Requires: at most two pieces meet at a point.
std::vector<ContourChain> join_pieces(std::span<const ContourPiece> pieces, std::size_t point_count);

/// The lines of the chains, with more points where they turn. Lines smaller than anything drawn are left out.
/// `cell`: width and height of a cell of the sample.
std::vector<ContourLine> smooth_lines(std::span<const ContourChain> chains, std::span<const Sample> points,
                                      std::array<double, 2> cell, double level, LevelCrossings& crossings);

}  // namespace gradfield
