#include "request/paths.hpp"

#include <algorithm>
#include <memory>
#include <string_view>

#include "analysis/descent/curvature.hpp"
#include "base/numbers/number.hpp"
#include "cli/values.hpp"
#include "field/evaluator/evaluator.hpp"
#include "field/point_gradient.hpp"
#include "request/slice.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kMostIterations = 1'000'000;

std::string range_text(double min, double max) { return number_text(min) + ":" + number_text(max); }

// The option that sets a range, up to the range.
std::string range_option(const std::string& variable) {
  const bool has_own = variable == "x" || variable == "y" || variable == "z";
  return has_own ? "--" + variable + " " : "--range " + variable + "=";
}

std::vector<double> read_start(const std::string& text, const Names& all_names, const Grid& grid) {
  const std::vector<std::string>& names = all_names.variables;
  const std::vector<std::string> parts = split_outside_brackets(text, ',');
  const std::string given = "--path " + shown(text);
  if (parts.size() != names.size()) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ",") + name;
    throw wrong(given, std::to_string(parts.size()) + (parts.size() == 1 ? " value for " : " values for ") +
                           std::to_string(names.size()) + (names.size() == 1 ? " variable" : " variables") +
                           "; give one for each: " + all);
  }
  std::vector<double> start;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const double x = read_constant("--path", parts[k], all_names.constants);
    const Axis& axis = grid.axes[k];
    if (x < axis.min || x > axis.max) {
      throw wrong(given, axis.name + "=" + number_text(x) + " lies outside the range " +
                             range_text(axis.min, axis.max) + "; widen it: " + range_option(axis.name) +
                             range_text(std::min(x, axis.min), std::max(x, axis.max)));
    }
    start.push_back(x);
  }
  return start;
}

// Whether --where holds at a point.
class Condition {
 public:
  explicit Condition(const Program& condition) : evaluator_(condition), tile_(condition.variables().size()) {
    tile_.resize(1);
  }

  bool holds(std::span<const double> point) {
    for (std::size_t k = 0; k < point.size(); ++k) tile_.mutable_coordinate(k)[0] = point[k];
    evaluator_.evaluate(tile_);
    const double value = evaluator_.output(0)[0];
    return value != 0 && value == value;
  }

 private:
  Evaluator evaluator_;
  Tile tile_;
};

}  // namespace

PathPlan read_paths(const Options& options, const Names& names, const Grid& grid,
                    const std::optional<Program>& condition) {
  PathPlan plan;
  if (options.paths.empty()) return plan;
  for (const std::string& text : options.paths) plan.starts.push_back(read_start(text, names, grid));
  if (options.rate) {
    plan.rate = read_constant("--rate", *options.rate, names.constants);
    if (!(*plan.rate > 0)) throw wrong("--rate", "the rate must be larger than 0");
  }
  if (options.iterations) plan.iterations = read_count("--iterations", *options.iterations, 1, kMostIterations);
  if (!condition) return plan;
  Condition where(*condition);
  for (std::size_t k = 0; k < plan.starts.size(); ++k) {
    if (where.holds(plan.starts[k])) continue;
    throw wrong("--path " + shown(options.paths[k]),
                "--where '" + shown(*options.condition) + "' does not hold there; start where it does");
  }
  return plan;
}

std::vector<DescentPath> make_paths(const Request& request) {
  if (request.paths.starts.empty()) return {};
  // The box binds the points of the field, not those of a path, which may step out of it and must see f there.
  MethodSettings settings = request.settings;
  settings.box = {};
  const std::size_t variables = request.names.variables.size();
  PointGradient gradient(*make_gradient(request.method, request.f, settings), variables);
  // In a slice a path stays.
  std::vector<bool> held;
  for (const Axis& axis : request.domain.grid.axes) held.push_back(is_held(axis));
  gradient.hold(held);
  // Of the second derivatives nothing else.
  MethodSettings of_second;
  of_second.second = true;
  of_second.parts.emplace(variables);
  of_second.parts->second.assign(of_second.parts->second.size(), true);
  std::unique_ptr<Gradient> second;
  if (!request.paths.rate) second = make_gradient(exact_method(), request.f, of_second);

  DescentSetup setup{box_of(request.domain.grid), {}, request.paths.rate, request.paths.iterations};
  std::optional<Condition> condition;
  if (request.condition) {
    condition.emplace(*request.condition);
    setup.keeps = [&](std::span<const double> point) { return condition->holds(point); };
  }
  std::vector<DescentPath> paths;
  for (const std::vector<double>& start : request.paths.starts) {
    paths.push_back(descend(gradient, start, second ? largest_curvature(*second, start, held) : 0, setup));
  }
  return paths;
}

}  // namespace gradfield
