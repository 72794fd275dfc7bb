// The methods of one stencil: forward, backward, central and five-point differences of f.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"
#include "field/methods/neighbours.hpp"
#include "program/program.hpp"

namespace gradfield {

/// weight * (f(x + upper*h) - f(x + lower*h)).
struct Difference {
  int upper = 0, lower = 0;
  int weight = 0;  // 0: none
};

/// A slope: the sum of its differences of f, over the same sum of differences of x.
///
/// Written so, the weights need no common denominator, and the x of the quotient are those that the rounded points
/// really have: the slope of a line is exact, whatever the rounding.
struct Stencil {
  std::array<Difference, 4> differences;
};

/// The stencils of one method, and their step.
struct StencilFamily {
  /// The method's own stencil first; then those for points beside which f is not finite, the best first.
  std::span<const Stencil> stencils;
  /// The default step in units of the length on which f changes: eps^(1/(p+1)) for a method with an error of order h^p.
  /// Its error is h^p f^(p+1) for truncation and eps f / h for rounding, and their sum is least where they are of one
  /// size (Press et al., "Numerical Recipes", 3rd ed., 5.7).
  double step_factor;

  /// How many steps away from the point the method's own stencil looks.
  constexpr int reach() const {
    int farthest = 0;
    for (const auto& [upper, lower, weight] : stencils[0].differences) farthest = std::max({farthest, upper, -lower});
    return farthest;
  }
};

namespace stencil {

// Weights from the polynomial through the points (Fornberg, "Generation of finite difference formulas on arbitrarily
// spaced grids", Math. Comp. 51, 1988, tables 1 and 3), with the values gathered into differences.

// (f(x+h) - f(x)) / h, error of order h.
inline constexpr Stencil kForward{{{{1, 0, 1}}}};
inline constexpr Stencil kBackward{{{{0, -1, 1}}}};

// (f(x+h) - f(x-h)) / 2h, of order h^2.
inline constexpr Stencil kCentral{{{{1, -1, 1}}}};

// (-3 f(x) + 4 f(x+h) - f(x+2h)) / 2h, of order h^2.
inline constexpr Stencil kThreeAbove{{{{1, 0, 4}, {2, 0, -1}}}};
inline constexpr Stencil kThreeBelow{{{{0, -1, 4}, {0, -2, -1}}}};

// (f(x-2h) - 8 f(x-h) + 8 f(x+h) - f(x+2h)) / 12h, of order h^4.
inline constexpr Stencil kFivePoint{{{{1, -1, 8}, {2, -2, -1}}}};

// (-3 f(x-h) - 10 f(x) + 18 f(x+h) - 6 f(x+2h) + f(x+3h)) / 12h, of order h^4.
inline constexpr Stencil kFiveMoreAbove{{{{0, -1, 3}, {1, 0, 18}, {2, 0, -6}, {3, 0, 1}}}};
inline constexpr Stencil kFiveMoreBelow{{{{1, 0, 3}, {0, -1, 18}, {0, -2, -6}, {0, -3, 1}}}};

// (-25 f(x) + 48 f(x+h) - 36 f(x+2h) + 16 f(x+3h) - 3 f(x+4h)) / 12h, of order h^4.
inline constexpr Stencil kFiveAbove{{{{1, 0, 48}, {2, 0, -36}, {3, 0, 16}, {4, 0, -3}}}};
inline constexpr Stencil kFiveBelow{{{{0, -1, 48}, {0, -2, -36}, {0, -3, 16}, {0, -4, -3}}}};

inline constexpr Stencil kForwardFamily[] = {kForward, kBackward};
inline constexpr Stencil kBackwardFamily[] = {kBackward, kForward};
inline constexpr Stencil kCentralFamily[] = {kCentral, kThreeAbove, kThreeBelow, kForward, kBackward};
inline constexpr Stencil kFivePointFamily[] = {kFivePoint, kFiveMoreAbove, kFiveMoreBelow, kFiveAbove, kFiveBelow,
                                               kCentral,   kThreeAbove,    kThreeBelow,    kForward,   kBackward};

}  // namespace stencil

inline constexpr StencilFamily kForwardDifferences{stencil::kForwardFamily, 1.4901161193847656e-08};     // eps^(1/2)
inline constexpr StencilFamily kBackwardDifferences{stencil::kBackwardFamily, 1.4901161193847656e-08};   // eps^(1/2)
inline constexpr StencilFamily kCentralDifferences{stencil::kCentralFamily, 6.055454452393343e-06};      // eps^(1/3)
inline constexpr StencilFamily kFivePointDifferences{stencil::kFivePointFamily, 7.400959797414051e-04};  // eps^(1/5)

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
