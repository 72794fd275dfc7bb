// Makes the description: the field in words.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "analysis/traits/field_summary.hpp"
#include "analysis/traits/symmetry.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "program/bounds.hpp"
#include "request/paths.hpp"
#include "request/points.hpp"
#include "result/critical/critical_notes.hpp"
#include "result/makers.hpp"
#include "result/scene.hpp"

namespace gradfield {
namespace {

constexpr int kDigits = 6;

// What is read aloud in place of signs.
std::string spoken(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"∇", "gradient of "}, {"−", "minus "}, {"′", " prime"}, {"″", " double prime"}, {"\n", " "}};
  for (const auto& [sign, words] : kWords) {
    for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos; at += words.size()) {
      text.replace(at, sign.size(), words);
    }
  }
  return printable(text);
}

std::string listed_with(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : std::string(between)) + item;
  return text.empty() ? "none" : text;
}

std::string vector_text(const std::vector<double>& values) {
  std::vector<std::string> texts;
  for (const double value : values) texts.push_back(number_text(value, kDigits));
  return "(" + listed_with(texts, ", ") + ")";
}

// Zero in place of what is nothing but rounding, beside values as large as `size`.
double without_rounding(double value, double size) {
  constexpr double kRounding = 1e-14;
  return std::fabs(value) <= kRounding * size ? 0 : value;
}

// How far what is said of the ends of f reaches.
enum class Reach { kGrid, kFound, kProved };

class Description {
 public:
  explicit Description(const Request& request) : request_(request), axes_(request.domain.grid.axes) {}

  std::string text() {
    tell_question();
    const std::vector<CriticalReport> borders = look_at_field();
    tell_values(borders);
    tell_symmetries();
    tell_critical();
    tell_picture();
    return std::move(text_);
  }

 private:
  void tell(std::string_view key, const std::string& fact) { text_ += std::string(key) + ": " + fact + "\n"; }

  void tell_question() {
    tell("formula", spoken(request_.formula));
    tell("function", request_.name);
    tell("variables", listed_with(request_.names.variables, ", "));
    std::vector<std::string> constants, ranges, counts;
    for (const Constant& constant : request_.constants_in_formula()) {
      constants.push_back(constant.name + " = " + number_text(constant.value));
    }
    tell("constants", listed_with(constants, ", "));
    for (const Axis& axis : axes_) {
      ranges.push_back(is_held(axis) ? axis.name + " = " + number_text(axis.min)
                                     : axis.name + " from " + number_text(axis.min) + " to " + number_text(axis.max));
      counts.push_back(std::to_string(axis.count));
    }
    tell("ranges", listed_with(ranges, ", "));
    tell("condition", request_.options.condition ? spoken(*request_.options.condition) : "none");
    tell("method", std::string(request_.method.name));
    counts_ = listed_with(counts, " by ");
  }

  // The grid, and the critical points inside and on each part of the border; of the latter the reports.
  std::vector<CriticalReport> look_at_field() {
    Points points(request_, request_.domain.grid);
    const std::unique_ptr<Gradient> gradient = request_.make_gradient(&request_.domain.grid);
    summary_ = summarize(points.source(), *gradient);
    tell("points", counts_ + ", " + std::to_string(summary_.points) +
                       (request_.condition ? " where the condition holds" : " in all"));
    critical_ = find_critical(request_);
    constexpr std::size_t kMostBorders = 3;  // of so many variables: the border has 3^n - 1 parts
    std::vector<CriticalReport> borders;
    std::vector<Interval> box;
    for (const Axis& axis : axes_) box.push_back({axis.min, axis.max});
    const auto free = std::ranges::count_if(axes_, [](const Axis& axis) { return !is_held(axis); });
    knows_border_ = static_cast<std::size_t>(free) <= kMostBorders;
    if (knows_border_) look_at_borders(box, 0, false, borders);
    return borders;
  }

  // Corners are points of the grid.
  void look_at_borders(std::vector<Interval>& box, std::size_t axis, bool is_part, std::vector<CriticalReport>& found) {
    if (axis == axes_.size()) {
      const bool is_corner = std::ranges::all_of(box, [](const Interval& range) { return range.low == range.high; });
      if (is_part && !is_corner) found.push_back(all_critical_points(request_.f, box));
      return;
    }
    const Interval whole = box[axis];
    look_at_borders(box, axis + 1, is_part, found);
    if (whole.low == whole.high) return;
    for (const double end : {whole.low, whole.high}) {
      box[axis] = {end, end};
      look_at_borders(box, axis + 1, true, found);
    }
    box[axis] = whole;
  }

  // Lets an end of f go further at a place; whether it did.
  bool widen(const std::vector<double>& place, double f) {
    constexpr double kMore = 1e-12;  // less is rounding
    if (!std::isfinite(f)) return false;
    const auto margin = [&](const Extreme& extreme) { return kMore * std::fabs(extreme.value); };
    bool is_wider = false;
    if (!summary_.lowest || f < summary_.lowest->value - margin(*summary_.lowest)) {
      summary_.lowest = Extreme{f, place, {}};
      is_wider = true;
    }
    if (!summary_.highest || f > summary_.highest->value + margin(*summary_.highest)) {
      summary_.highest = Extreme{f, place, {}};
      is_wider = true;
    }
    return is_wider;
  }

  Reach widen_by(const std::vector<CriticalReport>& borders) {
    std::optional<PointCondition> condition;
    if (request_.condition) condition.emplace(*request_.condition);
    bool is_wider = false, is_complete = knows_border_ && !condition && f_is_tame();
    const auto take = [&](const CriticalReport& report) {
      is_complete = is_complete && report.is_complete;
      for (const NamedPoint& point : report.points) {
        if (!condition || condition->holds(point.place)) is_wider |= widen(point.place, point.f);
      }
      // Where f is constant any point tells its value.
      for (const LevelSet& set : report.level_sets) {
        is_complete = is_complete && set.kind == LevelSet::kRegion;
        std::vector<double> middle;
        for (const Interval& range : set.box) middle.push_back(range.low / 2 + range.high / 2);
        if (!condition || condition->holds(middle)) is_wider |= widen(middle, request_.f.evaluate_at(middle)[0]);
      }
    };
    take(critical_);
    for (const CriticalReport& report : borders) take(report);
    return is_complete ? Reach::kProved : is_wider ? Reach::kFound : Reach::kGrid;
  }

  // Whether f is smooth, defined and bounded all over the ranges, so that its ends are at critical points or corners.
  bool f_is_tame() const {
    const std::vector<InstructionBounds> bounds =
        bound_values(request_.f, box_of(request_.domain.grid), BoundsOf::kFormula);
    const Bounds& f = bounds[request_.f.outputs()[0]].value;
    return is_smooth(request_.f, bounds) && !f.may_be_nan && std::isfinite(f.low) && std::isfinite(f.high);
  }

  // "(1, 0)"; what is 0 but for rounding is 0.
  std::string place_text(std::vector<double> place) const {
    for (std::size_t k = 0; k < place.size(); ++k) place[k] = without_rounding(place[k], axes_[k].largest_magnitude());
    return vector_text(place);
  }

  std::string value_text(double value) const {
    const double size =
        !summary_.highest ? 0 : std::max(std::fabs(summary_.lowest->value), std::fabs(summary_.highest->value));
    return number_text(without_rounding(value, size), kDigits);
  }

  std::string slope_text(const std::optional<Extreme>& extreme) const {
    if (!extreme) return "none, there is no finite slope";
    std::vector<double> slopes = extreme->slopes;
    for (double& slope : slopes) slope = (request_.options.descent ? -1 : 1) * slope + 0.0;
    const std::string others = extreme->others == 0 ? ""
                                                    : ", and as much at " + std::to_string(extreme->others) +
                                                          " more point" + (extreme->others == 1 ? "" : "s");
    return "slope " + number_text(extreme->value, kDigits) + " at " + place_text(extreme->place) + ", where the " +
           (request_.options.descent ? "way down" : "gradient") + " is " + vector_text(slopes) + others +
           ", on the grid";
  }

  void tell_values(const std::vector<CriticalReport>& borders) {
    constexpr std::string_view kReach[] = {"on the grid", "on the grid and at the critical points",
                                           "all over the ranges"};
    const Reach reach = widen_by(borders);
    const std::string_view where = kReach[static_cast<std::size_t>(reach)];
    const auto end_text = [&](const Extreme& end) { return value_text(end.value) + " at " + place_text(end.place); };
    tell("range of f", !summary_.lowest ? "none, f is finite nowhere on the grid"
                                        : "from " + end_text(*summary_.lowest) + " to " + end_text(*summary_.highest) +
                                              ", " + std::string(where));
    tell("steepest", slope_text(summary_.steepest));
    tell("least steep", slope_text(summary_.flattest));
    const auto share_text = [&](std::size_t count) {
      const double share =
          summary_.points == 0 ? 0 : 100.0 * static_cast<double>(count) / static_cast<double>(summary_.points);
      return number_text(share, 3) + " % of the points, " + std::to_string(count) + " of " +
             std::to_string(summary_.points);
    };
    tell("undefined", share_text(summary_.undefined));
    tell("infinite", share_text(summary_.infinite));
  }

  void tell_symmetries() {
    std::vector<std::string> texts;
    for (const Symmetry& symmetry : symmetries_of(request_.f, request_.domain.grid, request_.name)) {
      texts.push_back(symmetry.words + (symmetry.is_shown ? " (by the formula)"
                                                          : " (tried at " + std::to_string(kTriedPoints) + " points)"));
    }
    tell("symmetry", listed_with(texts, "; "));
  }

  void tell_critical() {
    constexpr std::size_t kMostPoints = 20;
    const std::vector<std::string> notes = critical_notes(critical_, request_.domain.grid);
    tell("critical points", notes[0]);
    for (std::size_t i = 0; i < std::min(critical_.points.size(), kMostPoints); ++i) {
      const NamedPoint& point = critical_.points[i];
      tell("critical point", std::string(critical_words()[point.word()].one) + " at " + place_text(point.place) +
                                 ", where f is " + value_text(point.f) + (point.is_proved ? ", proved" : "") +
                                 (point.is_on_border ? ", on the border" : ""));
    }
    if (critical_.points.size() > kMostPoints) {
      tell("more critical points", std::to_string(critical_.points.size() - kMostPoints));
    }
    tell("level sets", listed_with({notes.begin() + 1, notes.end()}, "; "));
  }

  std::string layers_text(const Scene& scene) const {
    const PictureStyle& style = scene.style;
    const std::string& name = style.name;
    std::vector<std::string> layers;
    const auto add = [&](bool is_there, const std::string& words) {
      if (is_there) layers.push_back(words);
    };
    if (scene.view.axes().size() == 1) {
      add(style.shows_f, "curve of " + name);
      add(style.shows_slope, std::string("curve of the ") + (style.arrows.descent ? "negative " : "") + "derivative");
      add(style.shows_second(), "curve of the second derivative");
    } else {
      add(style.surface, "surface of " + name);
      add(style.heat_map == HeatMap::kValue, "heat map of " + name);
      add(style.heat_map == HeatMap::kNorm, "heat map of the length of the gradient");
      add(style.contour.has_value(), "contour lines");
      add(has_arrows(style), "arrows");
      add(style.stream.has_value(), "stream lines");
    }
    add(!style.curves.empty(), "curves of equations");
    add(!scene.paths.empty(), "paths");
    add(!style.marks.empty(), "marked points");
    add(!style.critical.empty(), "critical points");
    return listed_with(layers, ", ");
  }

  void tell_picture() {
    constexpr std::string_view kKeys[] = {"picture",        "picture title",   "picture axes",
                                          "picture layers", "picture lengths", "picture colours"};
    std::string facts[std::size(kKeys)];
    if (const std::string why = why_not_drawn(request_.domain.grid); !why.empty()) {
      std::ranges::fill(facts, "none");
      facts[0] = "none, " + why;
    } else {
      const Terminal& terminal = script_terminal();
      Scene scene = read_scene(request_, request_.options, terminal, make_paths(request_));
      scene.has_table = false;
      const Picture picture = kind_of(scene).compose(scene, terminal);
      std::vector<std::string> axes;
      for (const Axis& axis : scene.view.grid().axes) {
        axes.push_back(axis.name + " from " + number_text(axis.min) + " to " + number_text(axis.max));
      }
      facts[0] = picture.is_empty() ? "empty, there is no point to show" : spoken(picture.facts.description);
      facts[1] = picture.facts.title.empty() ? "none" : spoken(picture.facts.title);
      facts[2] = listed_with(axes, ", ");
      facts[3] = layers_text(scene);
      facts[4] = picture.facts.scale.empty() ? "none" : picture.facts.scale;
      const ColorScale& colors = picture.drawing.colors;
      facts[5] = picture.drawing.bar.tics.empty()
                     ? "none that stand for numbers"
                     : "from " + number_text(colors.low(), 4) + " to " + number_text(colors.high(), 4) +
                           (colors.palette.empty() ? "" : ", " + std::string(colors.palette));
    }
    for (std::size_t i = 0; i < std::size(kKeys); ++i) tell(kKeys[i], facts[i]);
  }

  const Request& request_;
  const std::vector<Axis>& axes_;
  std::string text_, counts_;
  FieldSummary summary_;
  CriticalReport critical_;
  bool knows_border_ = false;
};

}  // namespace

void make_description(const Request& request) {
  Output output = request.open_output();
  output.write(Description(request).text());
  output.commit();
}

}  // namespace gradfield
