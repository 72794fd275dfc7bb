#include "analysis/descent/descent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/descent/eigenvalues.hpp"
#include "analysis/descent/walk.hpp"
#include "field/filter.hpp"

namespace gradfield {

std::vector<double> DescentPath::point(std::size_t step) const {
  std::vector<double> result;
  for (const std::vector<double>& x : coordinates) result.push_back(x[step]);
  return result;
}

std::vector<DescentPath> first_steps(std::vector<DescentPath> paths, std::size_t steps) {
  for (DescentPath& path : paths) {
    if (path.steps() <= steps) continue;
    for (std::vector<double>& x : path.coordinates) x.resize(steps + 1);
    path.f.resize(steps + 1);
    path.norms.resize(steps + 1);
  }
  return paths;
}

std::vector<DescentPath> projected(std::vector<DescentPath> paths, std::span<const std::size_t> axes) {
  for (DescentPath& path : paths) {
    std::vector<std::vector<double>> coordinates;
    for (const std::size_t k : axes) coordinates.push_back(std::move(path.coordinates[k]));
    path.coordinates = std::move(coordinates);
  }
  return paths;
}

namespace {

RestingPlace resting_place(Objective& objective, const std::vector<double>& point) {
  constexpr double kPlain = 0.02;  // of the largest curvature; less may be a plain, or rounding
  const std::vector<double> curvatures = eigensystem(objective.hessian(point), point.size()).values;
  const double least = kPlain * std::max(std::fabs(curvatures.front()), std::fabs(curvatures.back()));
  if (!(curvatures.front() < -least)) return RestingPlace::kMinimum;
  return curvatures.back() > least ? RestingPlace::kSaddle : RestingPlace::kMaximum;
}

}  // namespace

std::vector<DescentPath> descend_all(const Program& f, const Method& method, const MethodSettings& settings,
                                     const Grid& grid, const Program* condition, const DescentPlan& plan) {
  if (plan.starts.empty()) return {};
  DescentSetup setup{box_of(grid), {}, plan.rate, plan.iterations, plan.optimizer};
  std::optional<PointCondition> kept;
  if (condition != nullptr) {
    kept.emplace(*condition);
    setup.keeps = [&](std::span<const double> point) { return kept->holds(point); };
  }
  std::vector<bool> held;
  for (const Bounds& range : setup.box) held.push_back(range.low == range.high);
  Objective objective(f, method, settings, held);
  std::vector<DescentPath> paths;
  for (const std::vector<double>& start : plan.starts) {
    DescentPath& path = paths.emplace_back(descend(objective, start, setup));
    if (path.end == DescentEnd::kConverged) path.rest = resting_place(objective, path.point(path.steps()));
  }
  return paths;
}

}  // namespace gradfield
