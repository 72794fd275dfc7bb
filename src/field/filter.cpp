#include "field/filter.hpp"

#include <array>
#include <cmath>
#include <span>

namespace gradfield {

bool FilteredPoints::next(Tile& tile) {
  do {
    if (!points_.next(tile)) return false;
    evaluator_.evaluate(tile);
    const std::span<const double> holds = evaluator_.output(0);
    // The places are taken down first: a condition such as "x" is the coordinates themselves, which move.
    std::array<std::size_t, kTileSize> places;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tile.size(); ++i) {
      places[kept] = i;
      kept += holds[i] != 0 && !std::isnan(holds[i]);
    }
    for (std::size_t k = 0; k < tile.variables(); ++k) {
      double* coordinate = tile.coordinate(k);
      for (std::size_t i = 0; i < kept; ++i) coordinate[i] = coordinate[places[i]];
    }
    seen_ += tile.size();
    kept_ += kept;
    tile.resize(kept);
  } while (tile.size() == 0 && !points_.may_wait());
  return true;
}

}  // namespace gradfield
