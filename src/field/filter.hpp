// Keeps only the points at which a condition holds, before anything else is computed there.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

#include "field/evaluator/evaluator.hpp"

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

}  // namespace gradfield
