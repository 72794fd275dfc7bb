// Difference quotients as numbers: which values of f, with which weights.
#pragma once

#include <array>
#include <span>

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

/// The stencils of one method, and the step they are made for.
struct StencilFamily {
  /// The method's own stencil first; then those for points beside which f is not finite, the best first.
  std::span<const Stencil> stencils;
  /// The default step in units of the length on which f changes: eps^(1/(p+1)) for a method with an error of order h^p.
  /// Its error is h^p f^(p+1) for truncation and eps f / h for rounding, and their sum is least where they are of one
  /// size (Press et al., "Numerical Recipes", 3rd ed., 5.7).
  double step_factor;
};

extern const StencilFamily kForwardDifferences;
extern const StencilFamily kBackwardDifferences;
extern const StencilFamily kCentralDifferences;
extern const StencilFamily kFivePointDifferences;

}  // namespace gradfield
