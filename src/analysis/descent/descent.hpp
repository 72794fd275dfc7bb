// Steepest descent with a constant rate, as it is taught: x_{k+1} = x_k - rate * grad f(x_k).
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "field/point_gradient.hpp"
#include "program/bounds.hpp"

namespace gradfield {

/// Why a path ends where it does.
enum class DescentEnd {
  kConverged,       // the gradient has gone
  kStalled,         // a step is less than the rounding of every coordinate
  kOscillates,      // the last point is the one before the last but one, so that all to come is known
  kLeftBox,         // the last point lies outside the box, downhill
  kConditionFails,  // the next point would not be kept
  kNotDefined,      // f or a slope is not finite at the last point
  kDiverged,        // as kLeftBox or kNotDefined, but uphill of the start: the rate is too large
  kIterations       // there are no more steps
};

struct DescentPath {
  std::vector<std::vector<double>> coordinates;  // one array a variable: of the start, and after each step
  std::vector<double> f, norms;                  // f and the length of its gradient at these points
  double rate = 0;                               // in units of the variables' square per unit of f
  DescentEnd end = DescentEnd::kIterations;

  std::size_t steps() const { return f.size() - 1; }
  /// The point after so many steps.
  std::vector<double> point(std::size_t step) const;
};

/// The gradient has gone where it is so much smaller than the largest on the path, and the step so small a part of the
/// box: a million more of them would not be seen, and beside a minimum f is above it by the square of the first number,
/// less than doubles show.
inline constexpr double kConvergedNorm = 1e-8;
inline constexpr double kConvergedStep = 1e-12;

/// Steps that a path has where nobody says: by then one with the default rate has converged where curvatures differ by
/// a factor of 150, and has come most of the way through the valley of Rosenbrock's function; it takes some
/// milliseconds.
inline constexpr std::size_t kDefaultIterations = 10'000;

/// The points of a path that can be shown: those that are finite in each of these values, columns of the path such as
/// its coordinates or f. A path may begin and end where f is not defined, or overflow.
/// Requires: columns of one length.
template <std::same_as<std::vector<double>>... Columns>
std::vector<std::array<double, sizeof...(Columns)>> finite_points(const Columns&... columns) {
  std::vector<std::array<double, sizeof...(Columns)>> points;
  for (std::size_t step = 0; step < std::min({columns.size()...}); ++step) {
    const std::array<double, sizeof...(Columns)> point{columns[step]...};
    if (std::ranges::all_of(point, [](double value) { return std::isfinite(value); })) points.push_back(point);
  }
  return points;
}

/// The paths after so many steps, at most.
std::vector<DescentPath> first_steps(std::vector<DescentPath> paths, std::size_t steps);

/// The paths as they are seen along these axes: their coordinates alone, in this order.
/// Requires: axes of the paths, each once.
std::vector<DescentPath> projected(std::vector<DescentPath> paths, std::span<const std::size_t> axes);

struct DescentSetup {
  /// Where a path may go: finite ranges, one a variable. It ends with its first point outside.
  Box box;
  /// Whether a path may go through a point; it ends before the first where it may not. Empty: through all.
  std::function<bool(std::span<const double> point)> keeps = {};
  std::optional<double> rate = {};
  std::size_t iterations = kDefaultIterations;
};

/// The path down from `start`. No line search: the rate is the same at every step.
///
/// Without a rate it is the largest of a few that goes down soundly, tried in falling order on the whole path, of two
/// significant digits so that it can be given again. The first is 0.4/curvature: on a bowl each step leaves 0.6 of the
/// way along the most curved direction, so that steps are seen, and curvature may grow fivefold before they overshoot;
/// where that would step over more than a quarter of the box, or says nothing, it goes by the box. Each next is half as
/// large. A path goes down soundly where every step fulfils Armijo's condition: f falls by a quarter, at least, of what
/// the slope promises (Nocedal & Wright, "Numerical Optimization", 2nd ed., ch. 3). Of functions that no constant rate
/// brings to rest (kinks, jumps) it is the largest with which f never rises above its lowest value by more than a tenth
/// of how far it has fallen.
///
/// `curvature`: the largest_curvature at the start; 0, nan or inf where it is not known.
/// Non-finite:  where f or a slope is not finite at the start, the path is that point.
/// Requires:    the start lies in the box, and is kept.
DescentPath descend(PointGradient& gradient, std::span<const double> start, double curvature,
                    const DescentSetup& setup);

}  // namespace gradfield
