// Keeps only the points at which a condition holds, before anything else is computed there.
#pragma once

#include <cstddef>

#include "field/evaluator.hpp"

namespace gradfield {

/// The points of another source at which a condition is true: its value is neither 0 nor nan.
///
/// Order:    that of the source.
/// Requires: `condition` has one output and the variables of `points`, which must outlive the filter.
class FilteredPoints : public PointSource {
 public:
  FilteredPoints(PointSource& points, const Program& condition) : points_(points), evaluator_(condition) {}

  std::size_t variables() const override { return points_.variables(); }
  bool next(Tile& tile) override;
  bool may_wait() const override { return points_.may_wait(); }

  /// Points of the source so far, and those of them at which the condition held.
  std::size_t seen() const { return seen_; }
  std::size_t kept() const { return kept_; }

 private:
  PointSource& points_;
  Evaluator evaluator_;
  std::size_t seen_ = 0, kept_ = 0;
};

}  // namespace gradfield
