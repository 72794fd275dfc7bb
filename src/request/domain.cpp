#include "request/domain.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/numbers/main_range.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "formula/functions.hpp"
#include "formula/left_side.hpp"
#include "formula/words/words.hpp"
#include "table/columns.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kMostVariables = 32;
constexpr std::size_t kMostPoints = 1'000'000;

// Why a name cannot be a variable or a constant, or "".
std::string objection(const std::string& name) {
  if (name.empty()) return "a name is missing";
  if (!is_well_formed_name(name)) return "'" + shown(name) + "' is no name: letters, digits and _, not a digit first";
  if (is_reserved(name)) return "'" + name + "' is a function";
  if (std::ranges::any_of(kBuiltInConstants, [&](const Constant& c) { return c.name == name; })) {
    return "'" + name + "' is a constant already";
  }
  return "";
}

// "x,y" for "x y" and "x; y"; "" where there are commas, or one name.
std::string joined_by_commas(const std::string& list) {
  if (list.find(',') != std::string::npos) return "";
  std::string joined;
  std::string::size_type count = 0;
  for (const std::string& part : split(list, list.find(';') != std::string::npos ? ';' : ' ')) {
    if (trimmed(part).empty()) continue;
    joined += (count++ == 0 ? "" : ",") + trimmed(part);
  }
  return count > 1 ? joined : "";
}

// `origin`: what names them, --vars or a left side.
void check_variables(const std::vector<std::string>& variables, const std::string& origin) {
  if (variables.size() > kMostVariables) {
    throw wrong(origin,
                "at most " + std::to_string(kMostVariables) + " variables, not " + std::to_string(variables.size()));
  }
  for (const std::string& name : variables) {
    if (const std::string why = objection(name); !why.empty()) throw wrong(origin, why);
    // A table with such a header would begin with a point.
    if (is_called_not_finite(name)) throw wrong(origin, "'" + name + "' reads as a number");
    if (std::ranges::count(variables, name) > 1) throw wrong(origin, "'" + name + "' stands twice");
  }
  // A column of the table would carry the name of another, whichever of them are asked for.
  for (const bool descent : {false, true}) {
    std::vector<std::string> columns;
    for (const Column& column : available_columns({variables, descent, true, true})) columns.push_back(column.name);
    for (const std::string& name : columns) {
      if (std::ranges::count(columns, name) < 2) continue;
      if (std::ranges::find(variables, name) != variables.end()) {
        throw wrong(origin, "'" + name + "' is the name of another column of the table");
      }
      throw wrong(origin, "two columns of the table would be named '" + name + "'");
    }
  }
}

struct GivenRange {
  double min, max;
  std::string min_text, max_text;
  std::optional<std::size_t> count;
};

std::optional<double> constant_of(const std::string& option, const std::string& text,
                                  const std::vector<Constant>& constants) {
  try {
    return read_constant(option, text, constants);
  } catch (const Error&) {
    return {};
  }
}

// The N of MIN:MAX:N. Other programs have the step there, and where it is one the count is told.
std::size_t read_range_count(const std::string& option, const GivenRange& given, const std::string& text,
                             const std::vector<Constant>& constants) {
  try {
    return read_count(option, text, 1, kMostPoints);
  } catch (const Error& fault) {
    const std::optional<double> step = constant_of(option, text, constants);
    const double count = step ? std::round((given.max - given.min) / *step) + 1 : 0;
    if (!(count >= 2 && count <= kMostPoints)) throw;
    throw Error(fault.code(), std::string(fault.what()) + ": the count of points, as " + shown(given.min_text) + ":" +
                                  shown(given.max_text) + ":" + number_text(count) + " for steps of " + shown(text));
  }
}

bool is_decimal(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
}

// "0:1" where a text has two ends as other programs take them: "0,1", "[0, 1]", "0..1", "0 1"; else "".
std::string as_range(const std::string& option, const std::string& text, const std::vector<Constant>& constants) {
  std::string list = trimmed(text);
  if (list.size() > 2 && (list[0] == '[' || list[0] == '(')) list = list.substr(1, list.size() - 2);
  for (const std::string_view separator : {",", "..", " "}) {
    const std::size_t at = list.find(separator);
    if (at == std::string::npos) continue;
    const std::string min = trimmed(list.substr(0, at)), max = trimmed(list.substr(at + separator.size()));
    if (constant_of(option, min, constants) && constant_of(option, max, constants)) return shown(min + ":" + max);
  }
  return "";
}

GivenRange read_range(const Options::Range& range, const std::string& text, const std::vector<Constant>& constants) {
  const std::vector<std::string> parts = split_outside_brackets(text, ':');
  if (const std::size_t dash = text.find('-', 1); parts.size() == 1 && dash != std::string::npos) {
    const std::string min = trimmed(text.substr(0, dash)), max = trimmed(text.substr(dash + 1));
    if (is_decimal(min) && is_decimal(max)) {
      throw wrong(range.option, "'" + shown(text) + "' could be a range or a point; write " + shown(min) + ":" +
                                    shown(max) + " or (" + shown(text) + ")");
    }
  }
  if (const auto value = parts.size() == 1 ? constant_of(range.option, text, constants) : std::nullopt) {
    return {*value, *value, text, text, 1};  // a single point
  }
  if (parts.size() < 2 || parts.size() > 3) {
    const std::string meant = as_range(range.option, text, constants);
    throw wrong(range.option, "'" + shown(text) + "' is no range; write " +
                                  (meant.empty() ? "MIN:MAX or MIN:MAX:N, such as -3:3:20" : meant));
  }
  GivenRange given{read_constant(range.option, parts[0], constants),
                   read_constant(range.option, parts[1], constants),
                   parts[0],
                   parts[1],
                   {}};
  if (parts.size() == 3) given.count = read_range_count(range.option, given, parts[2], constants);
  return given;
}

// One count for all axes, or one for each.
std::vector<std::size_t> read_counts(const Options& options, std::size_t axes) {
  if (!options.points) return {};
  std::vector<std::size_t> counts;
  if (options.points->find(',') != std::string::npos) {
    std::string joined = *options.points;
    std::ranges::replace(joined, ',', 'x');
    throw wrong("-n", "'" + shown(*options.points) + "' has commas; write " + shown(joined));
  }
  for (const std::string& part : split(*options.points, 'x')) counts.push_back(read_count("-n", part, 1, kMostPoints));
  if (counts.size() == 1) counts.resize(axes, counts[0]);
  if (counts.size() != axes) {
    throw wrong("-n", "'" + shown(*options.points) + "' has " + std::to_string(counts.size()) + " counts for " +
                          std::to_string(axes) + (axes == 1 ? " variable" : " variables") +
                          "; give one for all, or one for each");
  }
  return counts;
}

void check_axis(const Axis& axis, const std::string& option, const std::string& min_text, const std::string& max_text) {
  const std::string range = shown(min_text) + ":" + shown(max_text);
  // The option as it was typed: --x 3:-3, --range x=3:-3; a count alone leaves the range of the variable.
  const std::string typed = option == "-n" ? "-n: " + axis.name + " from " + range
                                           : option + (option == "--range" ? " " + axis.name + "=" : " ") + range;
  if (axis.min > axis.max) {
    throw wrong(typed, "the range runs backwards; write " + shown(max_text) + ":" + shown(min_text));
  }
  if (axis.min == axis.max && axis.count > 1) {
    throw wrong(typed, "the ends are equal; for a single point write " + range + ":1");
  }
  if (axis.min < axis.max && axis.count == 1) {
    throw wrong(typed, "one point cannot stand at both ends; give at least 2, or MIN:MIN:1");
  }
}

std::size_t variable_index(const Options::Range& range, const std::string& name, const Names& names) {
  const auto place = std::ranges::find(names.variables, name);
  if (place != names.variables.end()) return static_cast<std::size_t>(place - names.variables.begin());
  const std::vector<std::string_view> variables(names.variables.begin(), names.variables.end());
  throw wrong(range.option, "there is no variable '" + shown(name) + "'; " +
                                (variables.size() == 1 ? "the variable is " : "the variables are ") +
                                listed(variables));
}

}  // namespace

Names read_names(const Options& options, const LeftSide* left) {
  Names names;
  std::string origin = "--vars";
  if (const std::string joined = joined_by_commas(options.variables); !joined.empty()) {
    throw wrong(origin, "names are separated by commas; write " + shown(joined));
  }
  for (const std::string& name : split(options.variables, ',')) names.variables.push_back(plain_name(trimmed(name)));
  if (left != nullptr && !left->variables.empty()) {
    std::string list;
    for (const std::string& name : left->variables) list += (list.empty() ? "" : ",") + name;
    origin = left->name + "(" + list + ")";
    if (options.given.contains("vars") && names.variables != left->variables) {
      throw wrong("--vars " + shown(options.variables),
                  "the formula says " + shown(origin) + "; leave --vars away, or let both say the same");
    }
    names.variables = left->variables;
    names.function = left->name;
  }
  check_variables(names.variables, origin);
  for (const std::string& definition : options.definitions) {
    const std::size_t equals = definition.find('=');
    if (equals == std::string::npos) throw wrong("-D", "'" + shown(definition) + "' defines nothing; write NAME=VALUE");
    const std::string name = plain_name(trimmed(definition.substr(0, equals)));
    if (const std::string why = objection(name); !why.empty()) throw wrong("-D", why);
    if (std::ranges::find(names.variables, name) != names.variables.end()) {
      throw wrong("-D", "'" + name + "' is a variable; take another name, or set the variables with --vars");
    }
    if (std::ranges::any_of(names.constants, [&](const Constant& c) { return c.name == name; })) {
      throw wrong("-D", "'" + name + "' is defined twice");
    }
    names.constants.push_back({name, read_constant("-D " + name, definition.substr(equals + 1), names.constants)});
  }
  return names;
}

Domain read_domain(const Options& options, const Names& names) {
  Domain domain;
  const std::vector<std::size_t> counts = read_counts(options, names.variables.size());
  domain.counts_given = !counts.empty();
  struct Origin {
    std::string option, min_text = "-3", max_text = "3";
  };
  std::vector<std::optional<Origin>> origins(names.variables.size());
  for (std::size_t k = 0; k < names.variables.size(); ++k) {
    Axis axis;
    axis.name = names.variables[k];
    if (!counts.empty()) axis.count = counts[k];
    domain.grid.axes.push_back(axis);
  }
  for (const Options::Range& range : options.ranges) {
    std::string name = range.variable, text = range.text;
    if (name.empty()) {
      const std::size_t equals = text.find('=');
      if (equals == std::string::npos) {
        throw wrong(range.option, "'" + shown(text) + "' names no variable; write NAME=MIN:MAX[:N]");
      }
      name = plain_name(trimmed(text.substr(0, equals)));
      text.erase(0, equals + 1);
    }
    // The scale of f, where it is one curve.
    const bool is_function = name == "f" || (!names.function.empty() && name == names.function);
    if (names.variables.size() == 1 && is_function && name != names.variables[0]) {
      const GivenRange given = read_range(range, text, names.constants);
      if (given.count || !(given.min < given.max)) {
        throw wrong(range.option, "the scale of " + name + " is a range MIN:MAX, such as " + name + "=-1:1");
      }
      domain.values = Ends{given.min, given.max};
      continue;
    }
    const std::size_t k = variable_index(range, name, names);
    if (origins[k] && origins[k]->option != range.option) {
      throw wrong(range.option, "the range of " + name + " is given twice");
    }
    const GivenRange given = read_range(range, text, names.constants);
    domain.grid.axes[k].min = given.min;
    domain.grid.axes[k].max = given.max;
    // A range given again replaces the first whole, its count too.
    domain.grid.axes[k].count = given.count.value_or(counts.empty() ? Axis{}.count : counts[k]);
    domain.counts_given = domain.counts_given || given.count;
    origins[k] = Origin{range.option, given.min_text, given.max_text};
  }
  for (std::size_t k = 0; k < domain.grid.axes.size(); ++k) {
    const Origin origin = origins[k].value_or(Origin{"-n", "-3", "3"});
    check_axis(domain.grid.axes[k], origin.option, origin.min_text, origin.max_text);
    domain.ranges_given.push_back(origins[k].has_value());
  }
  return domain;
}

void show_points(Domain& domain, const PointList& points) {
  constexpr double kMargin = 0.1;            // of the width, at each side
  constexpr double kFewest = 9, kMost = 40;  // cells along an axis
  const double cells = std::clamp(std::sqrt(static_cast<double>(points.size())), kFewest, kMost);
  std::vector<Ends> extents;
  double widest = 0;
  for (std::size_t k = 0; k < domain.grid.axes.size(); ++k) {
    Ends ends{INFINITY, -INFINITY};
    for (const std::vector<double>& point : points) {
      if (!std::isfinite(point[k])) continue;
      ends = {std::min(ends.low, point[k]), std::max(ends.high, point[k])};
    }
    if (ends.low <= ends.high) widest = std::max(widest, ends.high - ends.low);
    extents.push_back(ends);
  }
  constexpr std::size_t kPlane = 2;  // of more variables those that stay as they are, are held
  for (std::size_t k = 0; k < extents.size(); ++k) {
    Axis& axis = domain.grid.axes[k];
    const auto [low, high] = extents[k];
    if (!domain.counts_given) axis.count = axis.min < axis.max ? static_cast<std::size_t>(cells) : 1;
    if (domain.ranges_given[k] || low > high) continue;
    const double margin = low < high ? kMargin * (high - low) : k >= kPlane ? 0 : widest > 0 ? widest / 2 : 1;
    axis.min = low - margin;
    axis.max = high + margin;
    if (margin == 0) axis.count = 1;
  }
}

}  // namespace gradfield
