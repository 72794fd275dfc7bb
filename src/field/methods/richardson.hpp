// Slopes by Richardson extrapolation of differences, with an estimate of their error.
#pragma once

#include <cstddef>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/methods/extrapolation.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"
#include "field/methods/neighbours.hpp"
#include "program/program.hpp"

namespace gradfield {

/// Slopes from central differences whose steps shrink until nothing more is gained, point by point; where f is finite
/// on one side only, from one-sided ones. Fills GradientTile::slope_errors.
///
/// Error: the estimate of Extrapolation, with the roundings of f from a running error analysis of its program
/// (with_rounding_error). At a kink it is half the difference between the slopes to both sides.
/// Non-finite: slope and error are nan where f is not finite, or finite at no step on either side, and where the step
/// given does not change the variable (MethodSettings::lost_points). In a variable that f does not use both are 0.
class RichardsonGradient : public Gradient {
 public:
  /// The first step in units of length_scale: as large as it may be where f is well scaled, since large steps round
  /// least. It need not fit: steps shrink until they do. No round number, so that steps beside round points do not end
  /// at round points, where formulas like to have their kinks.
  static constexpr double kFirstStep = 0.1371;

  RichardsonGradient(const Program& f, const MethodSettings& settings);

  std::unique_ptr<Gradient> clone() const override;
  const GradientTile& evaluate(const Tile& tile) override;

 private:
  enum class Side { kBoth, kAbove, kBelow };

  /// A point of the tile on its way to a slope.
  struct Search {
    std::size_t place;  // in the tile
    double h;           // its next step
    Extrapolation extrapolation;
  };

  void differentiate_in(std::size_t variable, const Tile& tile);
  std::vector<Search> start(Side side, std::size_t variable, const Tile& tile);
  void step_down(std::vector<Search>& searches, Side side, std::size_t variable, const Tile& tile);

  Program program_;
  Evaluator evaluator_;  // of f and the bound of its rounding error
  Neighbours neighbours_;
  MethodSettings settings_;
  std::vector<bool> used_;
  std::vector<double> f_, roundings_, steps_;
  std::vector<bool> is_lost_, is_found_;
  Tile gathered_;  // the points still searched for, side by side
  std::vector<std::vector<double>> slopes_, errors_;
  GradientTile result_;
};

}  // namespace gradfield
