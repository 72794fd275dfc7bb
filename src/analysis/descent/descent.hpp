// Paths down, or up: the ways that optimisers take from given starts.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/descent/outcome.hpp"
#include "analysis/descent/parameters.hpp"
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

enum class Heading { kDown, kUp };

/// What becomes of a step that leads out of the box.
enum class BoxRule {
  kLeave,    // the path ends with it
  kReflect,  // it is mirrored at the border
  kProject   // it ends at the nearest point of the box; what points out of the box is no part of the gradient there
};

struct BoxRuleRow {
  BoxRule rule;
  std::string_view name, help;
};
/// All of them; the first is the default.
std::span<const BoxRuleRow> box_rules();

/// An optimiser: a row of the table in optimizers.hpp.
struct Optimizer;
const Optimizer& default_optimizer();

/// By what paths are told apart, in words and by their looks.
struct PathNaming {
  bool by_number = true;      // of their start
  bool by_optimizer = false;  // and more of each is told
  bool by_rate = false;
  bool is_crowd = false;  // not at all: there are too many, only those of an optimiser from those of another
};

inline constexpr std::size_t kNoLook = static_cast<std::size_t>(-1);

struct DescentPath {
  std::vector<std::vector<double>> coordinates;  // one array a variable: of the start, and after each step
  std::vector<double> f, norms;                  // f and the length of its gradient at these points
  double rate = 0;                               // in units of the variables' square per unit of f
  DescentEnd end = DescentEnd::kIterations;
  Ending ending = {};
  const Optimizer* optimizer = &default_optimizer();
  Heading heading = Heading::kDown;
  std::size_t number = 1;  // of its start, from 1 on
  std::size_t look = 0;    // paths of one look have one colour; kNoLook: one that is none of theirs
  PathNaming naming = {};

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

/// What the end and the slopes of a path say of its outcome, short of a look at the Hessian where it rests: kMinimum
/// then.
Outcome outcome_of(const DescentPath& path);

/// The paths after so many steps, at most.
std::vector<DescentPath> first_steps(std::vector<DescentPath> paths, std::size_t steps);

/// The paths as they are seen along these axes: their coordinates alone, in this order.
/// Requires: axes of the paths, each once.
std::vector<DescentPath> projected(std::vector<DescentPath> paths, std::span<const std::size_t> axes);

/// Which paths are asked for: from each start one with each optimiser.
struct DescentPlan {
  std::vector<std::vector<double>> starts;        // one value a variable; empty: no paths
  std::vector<std::optional<double>> rates = {};  // one a start; empty: the optimiser's default, found for each path
  std::vector<const Optimizer*> optimizers = {&default_optimizer()};
  GivenParameters parameters = {};
  std::size_t iterations = kDefaultIterations;
  std::optional<double> until = {};  // they end where the gradient is no longer than that; empty: where it has gone
  Heading heading = Heading::kDown;
  BoxRule box_rule = BoxRule::kLeave;

  bool wants_curvatures = false;  // of every path, else of those at rest
  PathNaming naming = {};
};

/// The paths of a plan, of the gradient by this method, through the box of the grid and where `condition`, if there is
/// one, holds. A variable whose range is a single value keeps it: in a slice a path stays.
///
/// Non-finite: where f or a slope is not finite at a start, the path is that point.
/// Requires:   the starts lie in the box, and the condition holds there; f, condition and plan outlive it.
class Descents {
 public:
  Descents(const Program& f, const Method& method, const MethodSettings& settings, const Grid& grid,
           const Program* condition, const DescentPlan& plan);
  ~Descents();

  /// How many paths there are.
  std::size_t size() const;

  /// Paths that are well walked at one time: their points are evaluated side by side.
  std::size_t batch_size() const;

  /// So many paths from the one at `first` on: start by start, and for each in the order of the optimisers. For any
  /// number of threads at once; the same to the bit whatever the batches.
  std::vector<DescentPath> walk(std::size_t first, std::size_t count) const;

 private:
  struct Common;
  std::unique_ptr<const Common> common_;
};

/// All of them. In a crowd of one optimiser, those have one look that come to rest at one place.
std::vector<DescentPath> descend_all(const Program& f, const Method& method, const MethodSettings& settings,
                                     const Grid& grid, const Program* condition, const DescentPlan& plan);

}  // namespace gradfield
