// --where: keeps only the points at which a condition holds, a tile or a point at a time.
#pragma once

#include <atomic>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "program/program.hpp"

namespace gradfield {

/// What becomes of a tile at whose points the condition fails.
enum class Gaps {
  kSkipped,  // it is not given, unless the source may wait
  kGiven     // it is given, empty: Tile::whole_size() tells how many points were left out
};

/// The points of another source at which a condition is true: its value is neither 0 nor nan.
///
/// Order:    that of the source; Tile::kept() tells the places.
/// Requires: `condition` has one output and the variables of `points`; both must outlive the filter.
class FilteredPoints : public PointSource {
 public:
  FilteredPoints(PointSource& points, const Program& condition, Gaps gaps = Gaps::kSkipped);

  std::size_t variables() const override { return points_.variables(); }
  bool next(Tile& tile) override;
  bool may_wait() const override { return points_.may_wait(); }
  bool is_live() const override { return points_.is_live(); }
  std::unique_ptr<PointSource> take(std::size_t most) override;

  /// Points of the source so far, and those of them at which the condition held; also of what was taken from it.
  std::size_t seen() const { return counts_->seen; }
  std::size_t kept() const { return counts_->kept; }

 private:
  struct Counts {
    std::atomic<std::size_t> seen{0}, kept{0};
  };
  FilteredPoints(std::unique_ptr<PointSource> points, const FilteredPoints& whole);

  std::unique_ptr<PointSource> own_points_;  // of a part
  PointSource& points_;
  const Program& condition_;
  Evaluator evaluator_;
  Gaps gaps_;
  std::shared_ptr<Counts> counts_;
};

class PointCondition {
 public:
  /// Requires: `condition` has one output.
  explicit PointCondition(const Program& condition) : evaluator_(condition), tile_(condition.variables().size()) {
    tile_.resize(1);
  }

  /// Whether its value there is neither 0 nor nan.
  bool holds(std::span<const double> point) {
    for (std::size_t k = 0; k < point.size(); ++k) tile_.mutable_coordinate(k)[0] = point[k];
    evaluator_.evaluate(tile_);
    const double value = evaluator_.output(0)[0];
    return value != 0 && !std::isnan(value);
  }

 private:
  Evaluator evaluator_;
  Tile tile_;
};

}  // namespace gradfield
