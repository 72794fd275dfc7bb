#include "analysis/descent/descent.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "analysis/descent/objective.hpp"
#include "analysis/descent/walk.hpp"
#include "field/filter.hpp"

namespace gradfield {

namespace {

constexpr BoxRuleRow kBoxRules[] = {
    {BoxRule::kLeave, "leave", "the path ends there"},
    {BoxRule::kReflect, "reflect", "it is mirrored at the border"},
    {BoxRule::kProject, "project",
     "it ends at the nearest point of the box, and what points out of it there is no part of the gradient"},
};

}  // namespace

std::span<const BoxRuleRow> box_rules() { return kBoxRules; }

std::vector<double> DescentPath::point(std::size_t step) const {
  std::vector<double> result;
  for (const std::vector<double>& x : coordinates) result.push_back(x[step]);
  return result;
}

namespace {

// From what -f tells to what f does.
void turn_over(DescentPath& path) {
  for (double& f : path.f) f = -f;
  Ending& ending = path.ending;
  ending.least_curvature = -std::exchange(ending.largest_curvature, -ending.least_curvature);
  if (ending.outcome == Outcome::kMinimum || ending.outcome == Outcome::kMaximum) {
    ending.outcome = ending.outcome == Outcome::kMinimum ? Outcome::kMaximum : Outcome::kMinimum;
  }
}

}  // namespace

Outcome outcome_of(const DescentPath& path) {
  // Of a path whose steps have become too small to be taken, as a part of the steepest on the way: what rounding leaves
  // of a gradient at a minimum is less.
  constexpr double kFlat = 1e-4;
  switch (path.end) {
    case DescentEnd::kConverged:
      return Outcome::kMinimum;
    case DescentEnd::kStalled:
      return path.norms.back() > kFlat * std::ranges::max(path.norms) ? Outcome::kNotAtRest : Outcome::kMinimum;
    case DescentEnd::kOscillates:
      return Outcome::kToAndFro;
    case DescentEnd::kLeftBox:
      return Outcome::kLeftBox;
    case DescentEnd::kConditionFails:
      return Outcome::kLeftRegion;
    case DescentEnd::kNotDefined:
      return Outcome::kUndefined;
    case DescentEnd::kDiverged:
      return Outcome::kDiverges;
    case DescentEnd::kIterations:
      break;
  }
  return Outcome::kNotAtRest;
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

struct Descents::Common {
  DescentSetup setup;  // without the condition, the rate and the optimiser
  const Program* condition;
  const DescentPlan& plan;
  Objective objective;  // which every batch clones
};

Descents::Descents(const Program& f, const Method& method, const MethodSettings& settings, const Grid& grid,
                   const Program* condition, const DescentPlan& plan) {
  DescentSetup setup{.box = box_of(grid),
                     .iterations = plan.iterations,
                     .parameters = plan.parameters,
                     .until = plan.until,
                     .box_rule = plan.box_rule,
                     .wants_curvatures = plan.wants_curvatures};
  std::vector<bool> held;
  for (const Bounds& range : setup.box) held.push_back(range.low == range.high);
  common_.reset(new Common{std::move(setup), condition, plan, Objective(f, method, settings, held, plan.heading)});
}

Descents::~Descents() = default;

std::size_t Descents::size() const { return common_->plan.starts.size() * common_->plan.optimizers.size(); }

std::size_t Descents::batch_size() const {
  // 32 MiB of points, should none of the paths end before its last step.
  constexpr std::size_t kMostValues = std::size_t{1} << 22;
  const std::size_t columns = common_->setup.box.size() + 2;
  return std::clamp<std::size_t>(kMostValues / columns / (common_->plan.iterations + 1), 1, kTileSize);
}

std::vector<DescentPath> Descents::walk(std::size_t first, std::size_t count) const {
  const auto& [common_setup, condition, plan, common_objective] = *common_;
  Objective objective = common_objective.clone();
  std::optional<PointCondition> kept;
  DescentSetup setup = common_setup;
  if (condition != nullptr) {
    kept.emplace(*condition);
    setup.keeps = [&](std::span<const double> point) { return kept->holds(point); };
  }
  std::vector<DescentSetup> setups(count, setup);
  std::vector<Departure> departures;
  const std::size_t optimizers = plan.optimizers.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t start = (first + i) / optimizers;
    setups[i].optimizer = plan.optimizers[(first + i) % optimizers];
    if (!plan.rates.empty()) setups[i].rate = plan.rates[start];
    departures.push_back({plan.starts[start], &setups[i]});
  }
  std::vector<DescentPath> paths = descend_together(objective, departures);
  for (std::size_t i = 0; i < count; ++i) {
    DescentPath& path = paths[i];
    path.number = (first + i) / optimizers + 1;
    path.heading = plan.heading;
    path.naming = plan.naming;
    const bool is_told_by_optimizer = plan.naming.is_crowd || (optimizers > 1 && plan.naming.by_number);
    path.look = is_told_by_optimizer ? (first + i) % optimizers : first + i;
    if (plan.heading == Heading::kUp) turn_over(path);
  }
  return paths;
}

namespace {

// Places nearer to each other than that part of the box, in each variable, are one; and there are no more of them, as
// along a valley's floor.
constexpr double kOnePlace = 1e-3;
constexpr std::size_t kMostPlaces = 60;

void give_looks_by_ends(std::vector<DescentPath>& paths, const Box& box) {
  std::vector<std::vector<double>> places;
  const auto is_near = [&](const std::vector<double>& a, const std::vector<double>& b) {
    for (std::size_t k = 0; k < box.size(); ++k) {
      if (std::fabs(a[k] - b[k]) / 2 > kOnePlace * (box[k].high / 2 - box[k].low / 2)) return false;
    }
    return true;
  };
  for (DescentPath& path : paths) {
    path.look = kNoLook;
    if (!row_of(path.ending.outcome).is_rest) continue;
    const std::vector<double> end = path.point(path.steps());
    const auto found = std::ranges::find_if(places, [&](const auto& place) { return is_near(place, end); });
    path.look = static_cast<std::size_t>(found - places.begin());
    if (found == places.end() && places.size() < kMostPlaces) places.push_back(end);
  }
}

}  // namespace

std::vector<DescentPath> descend_all(const Program& f, const Method& method, const MethodSettings& settings,
                                     const Grid& grid, const Program* condition, const DescentPlan& plan) {
  if (plan.starts.empty()) return {};
  const Descents descents(f, method, settings, grid, condition, plan);
  std::vector<DescentPath> paths;
  for (std::size_t first = 0; first < descents.size(); first += descents.batch_size()) {
    std::ranges::move(descents.walk(first, std::min(descents.batch_size(), descents.size() - first)),
                      std::back_inserter(paths));
  }
  if (plan.naming.is_crowd && plan.optimizers.size() == 1) give_looks_by_ends(paths, box_of(grid));
  return paths;
}

}  // namespace gradfield
