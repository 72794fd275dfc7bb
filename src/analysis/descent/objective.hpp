// The function that is to go down, as an optimiser sees it: f with its first and second derivatives at any point, or -f
// of a path that climbs.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

/// One object a thread.
class Objective {
 public:
  /// f with its gradient by this method. `held`: one flag a variable that is to stay as it is; empty: none is.
  Objective(const Program& f, const Method& method, MethodSettings settings, std::vector<bool> held = {},
            Heading heading = Heading::kDown);

  /// The same for another thread.
  Objective clone() const { return Objective(shared_); }

  /// f and its gradient; no slope in a variable that is held. Valid until the next call.
  PointValue at(std::span<const double> point);

  /// Looks at every point of the tile; value(i) is then what `at` says of the i-th, to the bit, until the next call of
  /// any of them.
  void look(const Tile& tile) { values_ = &gradient_->evaluate(tile); }
  PointValue value(std::size_t i);

  /// The upper triangle of the Hessian by rows, exact whatever the method; 0 where a variable is held.
  std::vector<double> hessian(std::span<const double> point);

 private:
  struct Shared;
  explicit Objective(std::shared_ptr<Shared> shared);

  std::shared_ptr<Shared> shared_;
  std::unique_ptr<Gradient> gradient_;
  std::unique_ptr<Gradient> second_;  // made when it is first asked for: it costs more than many a path
  Tile tile_;                         // of one point
  std::vector<double> slopes_;
  const GradientTile* values_ = nullptr;
};

}  // namespace gradfield
