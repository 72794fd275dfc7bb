#include "result/scene.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/error.hpp"
#include "base/numbers/number.hpp"
#include "cli/values.hpp"
#include "field/methods/methods.hpp"
#include "plot/look/typeset.hpp"
#include "request/curves.hpp"
#include "request/paths.hpp"
#include "request/style.hpp"
#include "result/critical/critical_notes.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

FieldView read_view(const Request& request) {
  const Grid& grid = request.domain.grid;
  if (const std::string why = why_not_drawn(grid); !why.empty()) throw Error(ExitCode::kUsage, why);
  return FieldView({request.f, request.method, request.settings, request.condition, request.threads}, grid);
}

// The method where it is none that differentiates the formula, and its step where it was asked for.
void tell_method(const Request& request, PictureStyle& style) {
  const Method& method = request.method;
  style.method = method.words;
  if (!request.settings.step || style.method.empty()) return;
  const double step = *request.settings.step;
  style.method += ", h = " + number_text(step, 4);
  if (method.chord_begin < method.chord_end) style.secant = {method.chord_begin * step, method.chord_end * step};
}

// Which curves of one variable there are, by the names of their columns.
void read_curves(const Request& request, PictureStyle& style) {
  const std::string& variable = request.names.variables[0];
  const std::string slope = (style.arrows.descent ? "descent_" : "df_d") + variable, second = "d2f_d" + variable + "2";
  bool shows_second = request.options.hessian;
  if (request.options.columns) {
    style.shows_f = style.shows_slope = shows_second = false;
    for (const std::string& column : split(*request.options.columns, ',')) {
      const std::string name = trimmed(column);
      if (name == second && !request.options.hessian) {
        throw Error(ExitCode::kUsage, "--columns: for the curve of " + second + " add --hessian");
      }
      bool* const shown_one = name == "f"      ? &style.shows_f
                              : name == slope  ? &style.shows_slope
                              : name == second ? &shows_second
                                               : nullptr;
      if (shown_one == nullptr) {
        throw Error(ExitCode::kUsage, "--columns: a picture of one variable has no curve of '" + shown(name) +
                                          "'; there are f, " + slope + " and, with --hessian, " + second);
      }
      *shown_one = true;
    }
  }
  if (!shows_second) return;
  style.slope.emplace(FieldSource{request.f, method_of_slope(), {}, request.condition, request.threads},
                      request.domain.grid);
}

// The points of --at that the ranges hold, and a note on others.
PointList points_within(const Request& request) {
  PointList inside;
  const std::vector<Axis>& axes = request.domain.grid.axes;
  for (const std::vector<double>& point : request.listed) {
    bool is_inside = true;
    for (std::size_t k = 0; k < axes.size(); ++k) is_inside &= point[k] >= axes[k].min && point[k] <= axes[k].max;
    if (is_inside) inside.push_back(point);
  }
  const std::size_t outside = request.listed.size() - inside.size();
  if (outside > 0) {
    request.note(std::to_string(outside) + " of " + std::to_string(request.listed.size()) + " points of --at " +
                 (outside == 1 ? "lies" : "lie") + " outside the ranges");
  }
  return inside;
}

// Exact, and all over the axes: a region that --where shows is to keep its edge.
CurveStyle read_curve_style(const std::string& text, const Request& request) {
  constexpr double kMostEms = 30;
  const CurveFormula curve = read_curve(text, request.names);
  const auto typeset = [](const std::string& side) { return typeset_formula(side, kMostEms).markup; };
  return {(curve.left.empty() ? "" : typeset(curve.left) + " = ") + typeset(curve.right),
          (curve.left.empty() ? "" : curve.left + " = ") + curve.right,
          FieldView({curve.f, *find_method("exact"), {}, {}, request.threads}, request.domain.grid)};
}

}  // namespace

std::string why_not_drawn(const Grid& grid) {
  const std::vector<std::size_t> axes = shown_axes(grid);
  if (axes.size() > 3) {
    return "a picture shows up to three variables, and there are " + std::to_string(axes.size()) +
           "; hold the others, as with --range " + grid.axes.back().name + "=0:0:1, or write a table with --csv";
  }
  Grid shown;
  for (const std::size_t axis : axes) shown.axes.push_back(grid.axes[axis]);
  if (axes.size() > 1 && shown.point_count() > kMostArrows) {
    return "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv";
  }
  return "";
}

Scene read_scene(const Request& request, const Options& options, const Terminal& terminal,
                 std::vector<DescentPath> paths) {
  FieldView view = read_view(request);
  PictureStyle style = read_style(options, request.formula, terminal, request.names.constants);
  style.name = request.name;
  tell_method(request, style);
  for (const Axis& axis : request.domain.grid.axes) style.variables.push_back(axis.name);
  style.value_range = request.domain.values;
  if (view.axes().size() == 1) read_curves(request, style);
  for (const Axis& axis : view.held()) style.place.push_back({axis.name, axis.min});
  for (const Constant& constant : request.constants_in_formula()) {
    style.constants.push_back({constant.name, constant.value});
  }
  if (style.surface && view.grid().axes.size() != 2) {
    throw Error(ExitCode::kUsage, "--surface shows two variables, and there " +
                                      std::string(view.grid().axes.size() == 1 ? "is 1" : "are 3"));
  }
  for (const std::string& text : options.stream_from) {
    const std::vector<double> point = read_point("--stream-from", text, request.names, request.domain.grid);
    if (view.axes().size() == 2) style.stream_from.push_back({point[view.axes()[0]], point[view.axes()[1]]});
  }
  const auto on_axes = [&](const std::vector<double>& point) {
    std::vector<double> place;
    for (const std::size_t axis : view.axes()) place.push_back(point[axis]);
    return place;
  };
  for (const std::vector<double>& point : request.marks) style.marks.push_back(on_axes(point));
  if (options.critical) {
    const CriticalReport report = find_critical(request);
    for (NamedPoint point : report.points) {
      point.place = on_axes(point.place);
      if (view.axes().size() == 1) style.dots.push_back(point.place);
      style.critical.push_back(std::move(point));
    }
    for (const std::string& note : critical_notes(report, request.domain.grid)) request.note(note);
  }
  std::optional<PointList> listed;
  if (request.options.at) {
    listed = points_within(request);
    if (view.axes().size() == 1) std::ranges::transform(*listed, std::back_inserter(style.dots), on_axes);
    // Stream lines stand in place of arrows: those of the points are through them.
    if (style.stream && view.axes().size() == 2) {
      for (const std::vector<double>& point : *listed) {
        const std::vector<double> place = on_axes(point);
        style.stream_from.push_back({place[0], place[1]});
      }
    }
  }
  for (const std::string& text : options.curves) style.curves.push_back(read_curve_style(text, request));
  // All that points points the way the paths go: none is to run against its arrows.
  style.arrows.descent |= !paths.empty() && view.axes().size() > 1 && request.paths.heading == Heading::kDown;
  paths = projected(std::move(paths), view.axes());
  return {.view = std::move(view),
          .style = std::move(style),
          .paths = std::move(paths),
          .condition = request.options.condition.value_or(""),
          .listed = std::move(listed),
          .counts_given = request.domain.counts_given};
}

}  // namespace gradfield
