// Which edges of a sheet's cells the levels cross, all levels at once, and where on them f takes the level.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/contours/contour_sheet.hpp"

namespace gradfield {

/// An edge between neighbouring nodes of a sheet: twice the number of its lower or left node, plus 1 where it is
/// upright.
using EdgeNumber = std::uint32_t;

/// An edge on which f is known between its nodes: it bends there, jumps, or is defined at one end alone.
struct Spot {
  EdgeNumber edge;
  Stretch samples;             // f goes from the first node to one, and on from the other: at a bend both are one
  std::array<int, 2> bands{};  // of these
};

/// An edge that a level is crossed on: between its nodes, or before and behind a spot.
struct CrossedEdge {
  static constexpr std::uint32_t kNoSpot = static_cast<std::uint32_t>(-1);
  EdgeNumber edge;
  std::uint32_t spot;
};

/// Bands tell on which side of the levels f is: 2 k where k levels lie below, 2 k + 1 at level k but for roundings,
/// negative where there is no side.
struct LevelEdges {
  std::vector<int> bands;                          // of the nodes
  std::vector<std::vector<CrossedEdge>> of_level;  // one list a level, ascending
  std::vector<Spot> spots;
};

/// Levels are crossed between nodes on different sides; between nodes on one side whose slopes tell of a valley or a
/// ridge between them that takes f to the other; and between a node and a jump, a pole or the edge of the domain.
///
/// A node at a level, but for roundings, belongs to the side of its neighbours: so a line through nodes is whole and
/// single, and a level that f only touches has none. Where they are on both sides it counts as above, where on none it
/// has no side. Requires: levels ascending, each once.
LevelEdges find_level_edges(ContourSheet& sheet, std::span<const double> levels);

/// A stretch along an edge, between two samples on different sides of a level.
struct Crossing {
  EdgeNumber edge;
  Sample from, to;
  bool starts_above;     // `from` is on the side above; where both are at the level the crossing is the one above
  Sample at{};           // where f takes the level, if it does
  bool is_real = false;  // f takes the level: it does not jump over it, and has no pole
};

/// Finds `at` and `is_real` of each crossing.
///
/// Method: the cubic by the values and slopes at both ends gives the place, f there confirms it: almost all are done
/// with one evaluation and the step of Newton's after it. The others go on, held between the ends by bisection: at a
/// pole f grows as the stretch shrinks, at a jump its values stay apart, and where nothing but roundings changes it
/// has no slope.
void find_crossings(ContourSheet& sheet, std::span<Crossing> crossings, double level);

}  // namespace gradfield
