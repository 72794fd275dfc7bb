// Paths down: the ways that an optimiser takes from given starts.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/methods/methods.hpp"
#include "program/program.hpp"

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

/// Where a path rests, by the second derivatives there: at a minimum, or a plain, unless they say otherwise.
enum class RestingPlace { kMinimum, kSaddle, kMaximum };

struct DescentPath {
  std::vector<std::vector<double>> coordinates;  // one array a variable: of the start, and after each step
  std::vector<double> f, norms;                  // f and the length of its gradient at these points
  double rate = 0;                               // in units of the variables' square per unit of f
  DescentEnd end = DescentEnd::kIterations;
  RestingPlace rest = RestingPlace::kMinimum;  // of a path that has converged

  std::size_t steps() const { return f.size() - 1; }
  /// The point after so many steps.
  std::vector<double> point(std::size_t step) const;
};

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

/// An optimiser: a row of the table in optimizers.hpp.
struct Optimizer;
const Optimizer& default_optimizer();

/// Which paths are asked for.
struct DescentPlan {
  std::vector<std::vector<double>> starts;  // one value a variable; empty: no paths
  std::optional<double> rate = {};          // of all paths; empty: the optimiser's default, found for each
  std::size_t iterations = kDefaultIterations;
  const Optimizer* optimizer = &default_optimizer();
};

/// The path down from each start, of the gradient by this method, through the box of the grid and where `condition`,
/// if there is one, holds. A variable whose range is a single value keeps it: in a slice a path stays.
///
/// Non-finite: where f or a slope is not finite at a start, the path is that point.
/// Requires:   the starts lie in the box, and the condition holds there.
std::vector<DescentPath> descend_all(const Program& f, const Method& method, const MethodSettings& settings,
                                     const Grid& grid, const Program* condition, const DescentPlan& plan);

}  // namespace gradfield
