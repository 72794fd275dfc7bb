#include "request/paths.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/numbers/number.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "field/filter.hpp"
#include "formula/words/words.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kMostIterations = 1'000'000;

std::string range_text(double min, double max) { return number_text(min) + ":" + number_text(max); }

// The option that sets a range, up to the range.
std::string range_option(const std::string& variable) {
  const bool has_own = variable == "x" || variable == "y" || variable == "z";
  return has_own ? "--" + variable + " " : "--range " + variable + "=";
}

// The coordinates as texts, in the order of the variables where they are named: "2,1", "(2, 1)", "y=1,x=2".
std::vector<std::string> coordinates_of(const std::string& text, const std::vector<std::string>& variables) {
  std::string list = trimmed(text);
  const bool is_round = list.starts_with('(') && list.ends_with(')'),
             is_square = list.starts_with('[') && list.ends_with(']');
  const std::string inside = list.size() > 1 ? list.substr(1, list.size() - 2) : "";
  // Brackets around all of it, not those of (1)+(2).
  if (is_square ||
      (is_round && split_outside_brackets(list, ',').size() == 1 && inside.find(',') != std::string::npos)) {
    list = inside;
  }
  std::vector<std::string> parts = split_outside_brackets(list, ',');
  if (parts.size() == 1 && variables.size() > 1) {
    const std::vector<std::string> words = split_outside_brackets(list, ' ');
    if (words.size() == variables.size() && std::ranges::count(words, "") == 0) parts = words;
  }
  std::vector<std::string> sorted(variables.size());
  for (const std::string& part : parts) {
    const std::size_t equals = part.find('=');
    const auto variable = std::ranges::find(variables, plain_name(trimmed(part.substr(0, equals))));
    if (equals == std::string::npos || variable == variables.end()) return parts;
    sorted[static_cast<std::size_t>(variable - variables.begin())] = part.substr(equals + 1);
  }
  return parts.size() == variables.size() && std::ranges::count(sorted, "") == 0 ? sorted : parts;
}

}  // namespace

std::vector<double> read_point(const std::string& option, const std::string& text, const Names& names,
                               const Grid& grid) {
  const std::vector<std::string>& variables = names.variables;
  const std::vector<std::string> parts = coordinates_of(text, variables);
  const std::string given = option + " " + shown(text);
  if (parts.size() != variables.size()) {
    std::string all;
    for (const std::string& name : variables) all += (all.empty() ? "" : ",") + name;
    throw wrong(given, std::to_string(parts.size()) + (parts.size() == 1 ? " value for " : " values for ") +
                           std::to_string(variables.size()) + (variables.size() == 1 ? " variable" : " variables") +
                           "; give one for each: " + all);
  }
  std::vector<double> start;
  for (std::size_t k = 0; k < variables.size(); ++k) {
    const double x = read_constant(option, parts[k], names.constants);
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

PointList read_marks(const Options& options, const Names& names, const Grid& grid) {
  PointList points;
  for (const std::string& text : options.marks) points.push_back(read_point("--point", text, names, grid));
  return points;
}

Grid boundless(Grid grid) {
  for (Axis& axis : grid.axes) {
    axis.min = -INFINITY;
    axis.max = INFINITY;
  }
  return grid;
}

DescentPlan read_paths(const Options& options, const Names& names, const Grid& grid,
                       const std::optional<Program>& condition) {
  DescentPlan plan;
  if (options.paths.empty()) return plan;
  for (const std::string& text : options.paths) plan.starts.push_back(read_point("--path", text, names, grid));
  if (options.rate) {
    plan.rate = read_constant("--rate", *options.rate, names.constants);
    if (!(*plan.rate > 0)) throw wrong("--rate", "the rate must be larger than 0");
  }
  if (options.iterations) plan.iterations = read_count("--iterations", *options.iterations, 1, kMostIterations);
  if (!condition) return plan;
  PointCondition where(*condition);
  for (std::size_t k = 0; k < plan.starts.size(); ++k) {
    if (where.holds(plan.starts[k])) continue;
    throw wrong("--path " + shown(options.paths[k]),
                "--where '" + shown(*options.condition) + "' does not hold there; start where it does");
  }
  return plan;
}

std::vector<DescentPath> make_paths(const Request& request) {
  const Program* condition = request.condition ? &*request.condition : nullptr;
  return descend_all(request.f, request.method, request.settings, request.domain.grid, condition, request.paths);
}

}  // namespace gradfield
