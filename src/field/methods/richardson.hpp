// Slopes by Richardson extrapolation of differences, with an estimate of their error.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"
#include "field/methods/neighbours.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A slope, and how far it may be from the true one; both in units of f per unit of the variable.
struct SlopeEstimate {
  double slope, error;
};

/// Takes difference quotients with steps that shrink by one factor, and extrapolates them.
///
/// Method: Richardson extrapolation after Ridders ("Accurate computation of F'(x) and F'(x)F''(x)", Adv. Eng. Software
/// 4(2), 1982): a tableau whose column j is free of the first j terms of the error; of all entries the one with the
/// least estimated error is kept. The estimate is the larger distance of the entry from its two parents, and besides
///  - the rounding error of the newest quotient, with the weight it has in the entry;
///  - half of the bend: how far the slopes to both sides differ, itself extrapolated to h = 0. Where f is smooth
///  nothing
///    is left of it; at a kink it stays, and where f turns faster than the step can follow it grows;
///  - the distance from a later entry, of smaller steps, that clearly says otherwise.
/// So a small step can overrule a large one, never the other way round.
class Extrapolation {
 public:
  /// Each step is this part of the one before. No simple fraction, and no power of it near a whole number: else a wave
  /// whose length fits one step fits them all, and looks straight.
  static constexpr double kShrink = 0.53;

  /// `is_central`: the error of a quotient is a series in h^2; else in h, and there are no bends.
  explicit Extrapolation(bool is_central) : is_central_(is_central) {}

  /// What one step tells, in units of f per unit of the variable.
  struct Row {
    double slope;  // the difference quotient
    double bend;   // the quotient to the right less the quotient to the left
    double noise;  // how far roundings may have carried `slope`
  };
  /// The next step. Requires: finite numbers.
  void add(const Row& row);

  /// The next row is the first of a new tableau, as after a step at which f was not finite.
  void restart() { columns_ = 0; }

  bool has_estimate() const { return has_estimate_; }
  /// Requires: has_estimate().
  const SlopeEstimate& best() const { return best_; }

  /// Whether smaller steps, whose roundings weigh more, can neither improve the estimate nor cast doubt on it.
  bool is_settled() const { return is_settled_; }

 private:
  static constexpr std::size_t kColumns = 8;

  struct Entry {
    SlopeEstimate slope;
    double bend;
  };
  Entry extend(const Row& row);

  bool is_central_;
  bool has_estimate_ = false, is_settled_ = false;
  std::size_t rows_ = 0, columns_ = 0;
  std::array<double, kColumns> slopes_{}, bends_{};  // the last row of the tableau
  SlopeEstimate best_{};
};

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
