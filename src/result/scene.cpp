#include "result/scene.hpp"

#include <utility>

#include "base/error.hpp"
#include "field/methods/methods.hpp"
#include "plot/look/typeset.hpp"
#include "request/curves.hpp"
#include "request/paths.hpp"
#include "request/style.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

FieldView read_view(const Request& request) {
  const Grid& grid = request.domain.grid;
  FieldView view({request.f, request.method, request.settings, request.condition, request.threads}, grid);
  const std::size_t axes = view.grid().axes.size();
  if (axes > 3) {
    throw Error(ExitCode::kUsage, "a picture shows up to three variables, and there are " + std::to_string(axes) +
                                      "; hold the others, as with --range " + grid.axes.back().name +
                                      "=0:0:1, or write a table with --csv");
  }
  if (axes > 1 && view.grid().point_count() > kMostArrows) {
    throw Error(ExitCode::kUsage,
                "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv");
  }
  return view;
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

Scene read_scene(const Request& request, const Options& options, const Terminal& terminal,
                 std::vector<DescentPath> paths) {
  FieldView view = read_view(request);
  PictureStyle style = read_style(options, request.formula, terminal, request.names.constants);
  style.name = request.name;
  for (const Axis& axis : request.domain.grid.axes) style.variables.push_back(axis.name);
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
  for (const std::string& text : options.curves) style.curves.push_back(read_curve_style(text, request));
  // All that points points the way the paths go: none is to run against its arrows.
  style.arrows.descent |= !paths.empty() && view.axes().size() > 1;
  paths = projected(std::move(paths), view.axes());
  return {.view = std::move(view),
          .style = std::move(style),
          .paths = std::move(paths),
          .condition = request.options.condition.value_or(""),
          .counts_given = request.domain.counts_given};
}

}  // namespace gradfield
