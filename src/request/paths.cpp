#include "request/paths.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "analysis/descent/optimizers.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "cli/option_table.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "field/filter.hpp"
#include "formula/words/words.hpp"
#include "request/starts.hpp"

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

namespace {

std::vector<const Optimizer*> read_optimizers(const Options& options) {
  if (!options.optimizers) return {&default_optimizer()};
  std::vector<const Optimizer*> chosen;
  for (const std::string& part : split(*options.optimizers, ',')) {
    const std::string name = trimmed(part);
    const Optimizer* const optimizer = find_optimizer(name);
    if (optimizer == nullptr) throw wrong("--optimizer", no_such("optimizer", name, choices_of("optimizer")));
    if (std::ranges::find(chosen, optimizer) != chosen.end()) throw wrong("--optimizer", name + " stands there twice");
    chosen.push_back(optimizer);
  }
  return chosen;
}

GivenParameters read_parameters(const Options& options, const Names& names,
                                std::span<const Optimizer* const> optimizers_chosen) {
  GivenParameters given;
  for (const ParameterRow& row : parameter_rows()) {
    const std::optional<std::string>& text = options.parameters[static_cast<std::size_t>(row.parameter)];
    if (!text) continue;
    const std::string option = "--" + std::string(row.option);
    const auto hears = [&](const Optimizer& optimizer) { return uses(optimizer, row.parameter); };
    if (std::ranges::none_of(optimizers_chosen, [&](const Optimizer* chosen) { return hears(*chosen); })) {
      std::vector<std::string_view> others;
      for (const Optimizer& optimizer : optimizers()) {
        if (hears(optimizer)) others.push_back(optimizer.name);
      }
      std::vector<std::string_view> chosen;
      for (const Optimizer* optimizer : optimizers_chosen) chosen.push_back(optimizer->name);
      throw wrong(option, listed(chosen) + (chosen.size() == 1 ? " does" : " do") + " not use it; " + listed(others) +
                              (others.size() == 1 ? " does" : " do") + ": --optimizer " + std::string(others[0]));
    }
    const double value = read_constant(option, *text, names.constants);
    if (!(value >= 0 && value < row.below)) {
      throw wrong(option, "'" + shown(*text) + "' must be at least 0" +
                              (std::isfinite(row.below) ? " and below " + number_text(row.below) : ""));
    }
    given[static_cast<std::size_t>(row.parameter)] = value;
  }
  return given;
}

std::vector<double> read_rates(const Options& options, const Names& names) {
  std::vector<double> rates;
  for (const std::string& text : options.rates) {
    for (const std::string& part : split_outside_brackets(text, ',')) {
      rates.push_back(read_constant("--rate", part, names.constants));
      if (!(rates.back() > 0)) {
        throw wrong("--rate", std::string("the rate must be larger than 0") +
                                  (rates.back() < 0 && !options.ascent ? "; --ascent climbs" : ""));
      }
    }
  }
  return rates;
}

BoxRule read_box_rule(const Options& options) {
  const auto row = std::ranges::find(box_rules(), options.box, &BoxRuleRow::name);
  if (row == box_rules().end()) throw wrong("--box", no_such("rule", options.box, choices_of("box")));
  return row->rule;
}

}  // namespace

DescentPlan read_paths(const Options& options, const Names& names, const Grid& grid,
                       const std::optional<Program>& condition) {
  DescentPlan plan;
  if (options.paths.empty()) return plan;
  plan.optimizers = read_optimizers(options);
  plan.parameters = read_parameters(options, names, plan.optimizers);
  const std::vector<double> rates = read_rates(options, names);
  if (rates.size() > 1 && options.paths.size() > 1 && rates.size() != options.paths.size()) {
    throw wrong("--rate", std::to_string(rates.size()) + " rates for " + std::to_string(options.paths.size()) +
                              " paths; give one for all, or one for each");
  }
  std::optional<PointCondition> where;
  if (condition) where.emplace(*condition);
  for (std::size_t k = 0; k < options.paths.size(); ++k) {
    Starts starts = read_starts(options.paths[k], names, grid);
    plan.naming.is_crowd |= starts.is_crowd;
    if (where && starts.is_crowd) {
      std::erase_if(starts.points, [&](const std::vector<double>& point) { return !where->holds(point); });
    }
    if (where && !starts.is_crowd && !where->holds(starts.points[0])) {
      throw wrong("--path " + shown(options.paths[k]),
                  "--where '" + shown(*options.condition) + "' does not hold there; start where it does");
    }
    const bool has_all_rates = options.paths.size() == 1;
    const std::size_t own = rates.size() > 1 ? k : 0;
    for (const std::vector<double>& point : starts.points) {
      for (std::size_t r = 0; r < std::max<std::size_t>(rates.size(), 1); ++r) {
        if (!has_all_rates && r != own) continue;
        plan.starts.push_back(point);
        if (!rates.empty()) plan.rates.push_back(rates[r]);
      }
    }
  }
  if (plan.starts.empty()) {
    throw wrong("--path", "--where '" + shown(*options.condition) + "' holds at none of the starts");
  }
  plan.naming.by_optimizer = options.optimizers.has_value();
  plan.naming.by_rate = rates.size() > 1;
  const bool is_one_place = std::ranges::count(plan.starts, plan.starts[0]) == std::ssize(plan.starts);
  if ((plan.naming.by_optimizer || plan.naming.by_rate) && is_one_place) plan.naming.by_number = false;
  if (options.iterations) plan.iterations = read_count("--iterations", *options.iterations, 1, kMostIterations);
  if (options.until) {
    plan.until = read_constant("--until", *options.until, names.constants);
    if (!(*plan.until >= 0)) throw wrong("--until", "the length of a gradient is not below 0");
  }
  plan.heading = options.ascent ? Heading::kUp : Heading::kDown;
  plan.box_rule = read_box_rule(options);
  plan.wants_curvatures = options.summary;
  return plan;
}

std::vector<DescentPath> make_paths(const Request& request) {
  // More would be a block of colour.
  constexpr std::size_t kMostDrawn = 10'000;
  if (request.paths.starts.size() * request.paths.optimizers.size() > kMostDrawn) {
    throw wrong("--path", "a picture shows at most " + std::to_string(kMostDrawn) +
                              " paths; start fewer, or write a table with --csv");
  }
  const Program* condition = request.condition ? &*request.condition : nullptr;
  return descend_all(request.f, request.method, request.settings, request.domain.grid, condition, request.paths);
}

}  // namespace gradfield
