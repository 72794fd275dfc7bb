// Where paths start: points one by one, the cells of a grid, points at random.
#pragma once

#include <string>
#include <vector>

#include "request/request.hpp"

namespace gradfield {

/// What one --path asks for.
struct Starts {
  std::vector<std::vector<double>> points;
  bool is_crowd = false;  // they were not given one by one
};

/// "2,1", or "grid=5x5": the middles of the cells of such a grid (one count for all variables, or one for each that is
/// free); or "random=20", "random=20,seed=2": points all over the ranges.
///
/// Method of random points: SplitMix64 (Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", 2014)
/// from that seed (1 where none is given); its numbers, shifted right by 11 and divided by 2^53, are u, and
/// MIN + u*(MAX-MIN) the coordinates: of the first point, variable by variable, then of the second. The same
/// everywhere.
///
/// Errors: kUsage for what is none of these, and a point outside the ranges.
Starts read_starts(const std::string& text, const Names& names, const Grid& grid);

}  // namespace gradfield
