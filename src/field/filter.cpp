#include "field/filter.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace gradfield {

FilteredPoints::FilteredPoints(PointSource& points, const Program& condition, Gaps gaps)
    : points_(points), condition_(condition), evaluator_(condition), gaps_(gaps), counts_(std::make_shared<Counts>()) {}

FilteredPoints::FilteredPoints(std::unique_ptr<PointSource> points, const FilteredPoints& whole)
    : own_points_(std::move(points)),
      points_(*own_points_),
      condition_(whole.condition_),
      evaluator_(whole.condition_),
      gaps_(whole.gaps_),
      counts_(whole.counts_) {}

bool FilteredPoints::next(Tile& tile) {
  do {
    if (!points_.next(tile)) return false;
    evaluator_.evaluate(tile);
    const std::span<const double> holds = evaluator_.output(0);
    // The places are taken down first: a condition such as "x" is the coordinates themselves, which move.
    std::array<std::uint16_t, kTileSize> places;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tile.size(); ++i) {
      places[kept] = static_cast<std::uint16_t>(i);
      kept += holds[i] != 0 && !std::isnan(holds[i]);
    }
    counts_->seen += tile.size();
    counts_->kept += kept;
    tile.keep(places.data(), kept);
  } while (tile.size() == 0 && gaps_ == Gaps::kSkipped && !points_.may_wait());
  return true;
}

std::unique_ptr<PointSource> FilteredPoints::take(std::size_t most) {
  std::unique_ptr<PointSource> block = points_.take(most);
  if (!block) return nullptr;
  return std::unique_ptr<PointSource>(new FilteredPoints(std::move(block), *this));
}

}  // namespace gradfield
