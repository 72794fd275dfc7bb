// Searches along a line for a step that lowers f enough: what backtracking and quasi-Newton methods rest on.
#pragma once

#include <span>
#include <vector>

#include "analysis/descent/optimizers.hpp"

namespace gradfield {

/// Armijo's condition, as a part of the fall that the slope promises; and Wolfe's strong one, as a part of the slope
/// that may be left: the usual numbers (Nocedal & Wright, "Numerical Optimization", 2nd ed., 3.1).
inline constexpr double kArmijo = 1e-4, kWolfe = 0.9;

/// The first of the steps t * direction, t = 1, 1/2, 1/4, ..., after which f is below that of the place by kArmijo
/// times what the slope promises (Nocedal & Wright, algorithm 3.1); zeros where rounding leaves none. f never rises.
///
/// The step leads to a point where the path may go: `look` moves it there.
void backtrack(const PathPlace& place, std::span<const double> direction, std::span<double> step);

/// A step that fulfils Wolfe's strong conditions too (Nocedal & Wright, algorithms 3.5 and 3.6, by halves where they
/// interpolate), tried from t = 1; where there is none, the one of least f that fulfils Armijo's, or zeros.
void search_by_wolfe(const PathPlace& place, std::span<const double> direction, std::span<double> step);

}  // namespace gradfield
