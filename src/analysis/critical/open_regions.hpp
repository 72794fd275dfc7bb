// What is left open of a search for zeros: cells, by the regions that they make up.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/critical/search.hpp"

namespace gradfield {

/// Cells that touch each other.
struct OpenRegion {
  std::vector<Interval> box;  // the smallest that holds them
  bool has_level_cells = false;
  double cell = 0;                           // the widest of them, as a part of the searched box
  std::vector<std::vector<double>> middles;  // of some of them, 64 at most
};

std::vector<OpenRegion> regions_of(const std::vector<OpenCell>& cells, const std::vector<Interval>& searched);

}  // namespace gradfield
