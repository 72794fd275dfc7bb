// The function that is to go down, as an optimiser sees it: f with its first and second derivatives at any point.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "field/methods/methods.hpp"
#include "field/point_gradient.hpp"

namespace gradfield {

class Objective {
 public:
  /// f with its gradient by this method. `held`: one flag a variable that is to stay as it is; empty: none is.
  /// `f` must outlive it.
  Objective(const Program& f, const Method& method, MethodSettings settings, std::vector<bool> held = {});

  /// f and its gradient; no slope in a variable that is held. Valid until the next call.
  PointValue at(std::span<const double> point) { return gradient_.at(point); }

  /// The upper triangle of the Hessian by rows, exact whatever the method; 0 where a variable is held.
  std::vector<double> hessian(std::span<const double> point);

 private:
  const Program& f_;
  std::vector<bool> held_;
  PointGradient gradient_;
  std::unique_ptr<Gradient> second_;  // made when it is first asked for: it costs more than many a path
};

}  // namespace gradfield
