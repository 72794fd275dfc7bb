// The methods of one stencil: forward, backward, central and five-point differences of f.
#pragma once

#include <cstddef>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"
#include "field/methods/neighbours.hpp"
#include "field/methods/stencil.hpp"
#include "program/program.hpp"

namespace gradfield {

/// Slopes by the first stencil of a family; where f is not finite at one of its points, by the next stencil at whose
/// points it is.
///
/// Non-finite: nan where f is not finite at the point itself, where no stencil finds finite values, and where the step
/// given does not change the variable (MethodSettings::lost_points counts these).
class DifferenceGradient : public Gradient {
 public:
  DifferenceGradient(const Program& f, const MethodSettings& settings, const StencilFamily& family);

  std::unique_ptr<Gradient> clone() const override;
  const GradientTile& evaluate(const Tile& tile) override;

 private:
  void differentiate_in(std::size_t variable, const Tile& tile);
  // Fills the slopes that are open, where f is finite at the points of the stencil.
  void apply(const Stencil& stencil, std::size_t variable, const Tile& tile);

  Program program_;
  Evaluator evaluator_;
  Neighbours neighbours_;
  MethodSettings settings_;
  StencilFamily family_;
  std::vector<bool> used_;
  std::vector<double> f_, steps_, rise_, run_;
  std::vector<bool> is_lost_, is_open_;  // a point at which a step is lost; a slope still to be found
  std::vector<std::vector<double>> slopes_;
  GradientTile result_;
};

}  // namespace gradfield
