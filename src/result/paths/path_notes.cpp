#include "result/paths/path_notes.hpp"

#include <algorithm>

#include <cmath>

#include "analysis/descent/optimizers.hpp"
#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

// Of f, the gradient and the rate: sizes, not measurements. A default rate has no more.
constexpr int kDigits = 2;

// Of coordinates: a page is some thousand pixels wide.
constexpr int kPlacesBelowWidth = 4;

// Of a point of many variables the first coordinates; the table has all.
constexpr std::size_t kMostCoordinates = 8;

std::string coordinate_text(double x, const Axis& axis) {
  const double width = axis.max - axis.min;
  // A range of one point, or one wider than doubles go, has no places of its own.
  if (!(width > 0) || !std::isfinite(width) || !std::isfinite(x)) return number_text(x, kPlacesBelowWidth + 2);
  const double exponent = std::floor(std::log10(width)) - kPlacesBelowWidth;
  // Divided by whole powers of ten, so that tenths come out as tenths.
  const double power = std::pow(10, std::fabs(exponent));
  const double rounded = exponent < 0 ? std::round(x * power) / power : std::round(x / power) * power;
  return number_text(std::isfinite(rounded) ? rounded : x, 15);
}

std::string point_text(const std::vector<double>& point, const Grid& grid) {
  std::string text = "(";
  for (std::size_t k = 0; k < grid.axes.size(); ++k) {
    if (k == kMostCoordinates) return text + ", ...)";
    text += (k == 0 ? "" : ", ") + coordinate_text(point[k], grid.axes[k]);
  }
  return text + ")";
}

struct Words {
  std::string last, before, steps, f, norm, rate, name, function;  // of the path, as text
  bool has_f, is_too_fast;  // the last f is finite; a smaller rate would be better
  std::string rest;         // what is worth saying of where it rests
  std::string stable;       // the largest rate that is stable there; empty: not known
};

std::string where(const Words& w) { return "at " + w.last + " after " + w.steps; }

std::string sizes(const Words& w) { return ", " + w.name + " = " + w.norm + ", rate " + w.rate; }

std::string smaller(const Words& w) {
  return "; take a smaller --rate than " + w.rate + (w.stable.empty() ? "" : ": " + w.stable);
}

struct EndRow {
  DescentEnd end;
  std::string (*text)(const Words& words);
};
const EndRow kEnds[] = {
    {DescentEnd::kConverged, [](const Words& w) { return ": " + where(w) + sizes(w) + w.rest; }},
    {DescentEnd::kStalled,
     [](const Words& w) { return ": " + where(w) + sizes(w) + "; a step is less than the rounding of the point"; }},
    {DescentEnd::kOscillates,
     [](const Words& w) { return " goes to and fro between " + w.before + " and " + w.last + smaller(w); }},
    {DescentEnd::kLeftBox, [](const Words& w) { return " leaves the ranges: " + where(w) + sizes(w); }},
    {DescentEnd::kConditionFails,
     [](const Words& w) { return ": " + where(w) + sizes(w) + "; --where does not hold at the next point"; }},
    {DescentEnd::kNotDefined,
     [](const Words& w) {
       return ": " + where(w) + ", where " + (w.has_f ? "a slope is " + w.norm : w.function + " is " + w.f);
     }},
    {DescentEnd::kDiverged,
     [](const Words& w) { return " diverges: " + w.function + " is " + w.f + " " + where(w) + smaller(w); }},
    {DescentEnd::kIterations,
     [](const Words& w) {
       return ": " + where(w) + sizes(w) + (w.is_too_fast ? smaller(w) : "; take more --iterations to go on");
     }},
};

// "a saddle, no minimum"; empty: it rests where it should, or nothing is known.
std::string rest_text(const PathNote& path) {
  const Outcome outcome = path.ending.outcome;
  const bool is_down = path.heading == Heading::kDown;
  if (!row_of(outcome).is_rest || outcome == Outcome::kKink) return "";
  std::string text;
  if (outcome == Outcome::kSaddle) {
    text = std::string("; a saddle, no ") + (is_down ? "minimum" : "maximum");
  } else if (path.naming.by_optimizer || path.ending.is_on_border ||
             outcome != (is_down ? Outcome::kMinimum : Outcome::kMaximum)) {
    text = ";" + std::string(row_of(outcome).in_key.substr(1));
  }
  return text + (path.ending.is_on_border ? " on the border" : "");
}

// "stable here is at most 0.5", with the reason where it is the lecture's.
std::string stable_text(const PathNote& path) {
  constexpr int kStableDigits = 3;
  const double rate = path.ending.stable_rate;
  if (!(rate > 0)) return "";
  const bool is_gradient = path.optimizer == &default_optimizer();
  return "stable there up to " + number_text(rate, kStableDigits) + (is_gradient ? ", 2/λmax" : "");
}

}  // namespace

namespace {

// The last step led the wrong way, and not for a swing that is as it should be.
bool is_too_fast(const PathNote& path) {
  const bool is_wrong = path.heading == Heading::kDown ? path.f > path.f_before : path.f < path.f_before;
  return is_wrong && path.optimizer->stable_rate != nullptr && !(path.rate < path.ending.stable_rate);
}

}  // namespace

PathNote note_of(const DescentPath& path) {
  const std::size_t steps = path.steps(), before = steps > 0 ? steps - 1 : 0;
  return {path.point(steps), path.point(before), path.f[steps],  path.f[before], path.norms[steps], path.rate,  steps,
          path.end,          path.ending,        path.optimizer, path.heading,   path.number,       path.naming};
}

std::string path_note(const PathNote& path, const Grid& grid, const std::string& function) {
  const Words words{
      point_text(path.last, grid),
      point_text(path.before, grid),
      std::to_string(path.steps) + (path.steps == 1 ? " step" : " steps"),
      number_text(path.f, kDigits),
      number_text(path.norm, kDigits),
      number_text(path.rate),
      std::ranges::any_of(grid.axes, is_held) ? "|∇" + function + "| in the slice" : "|∇" + function + "|",
      function,
      std::isfinite(path.f),
      is_too_fast(path),
      rest_text(path),
      stable_text(path)};
  std::string name = "path " + std::to_string(path.number);
  if (path.naming.by_optimizer) name += ", " + std::string(path.optimizer->name);
  for (const EndRow& row : kEnds) {
    if (row.end == path.end) return name + row.text(words);
  }
  return "";
}

PathNotes::PathNotes(const DescentPlan& plan) : PathNotes(plan.naming, plan.starts.size() * plan.optimizers.size()) {}

PathNotes::PathNotes(const std::vector<DescentPath>& paths)
    : PathNotes(paths.empty() ? PathNaming() : paths[0].naming, paths.size()) {
  for (std::size_t place = 0; place < paths.size(); ++place) add(place, paths[place]);
}

void PathNotes::add(std::size_t place, const DescentPath& path) {
  if (!naming_.is_crowd) {
    notes_[place] = note_of(path);
    return;
  }
  const std::scoped_lock lock(counting_);
  counts_[path.optimizer].add(path.steps(), path.ending.outcome);
}

std::vector<std::string> PathNotes::texts(const Grid& grid, const std::string& function) const {
  std::vector<std::string> texts;
  for (const PathNote& note : notes_) texts.push_back(path_note(note, grid, function));
  // "gd: 25 paths: 12 to 178 steps, 14 end in minima; adam: ...". In the order of the table, where they all stand.
  std::string all;
  for (const auto& [optimizer, count] : counts_) {
    all += (all.empty() ? "" : "; ") + (naming_.by_optimizer ? std::string(optimizer->name) + ": " : "") + count.text();
  }
  if (!all.empty()) texts.push_back(all);
  return texts;
}

std::vector<std::string> path_notes(const std::vector<DescentPath>& paths, const Grid& grid,
                                    const std::string& function) {
  return PathNotes(paths).texts(grid, function);
}

void note_paths(const Request& request, const std::vector<DescentPath>& paths) {
  for (const std::string& note : path_notes(paths, request.domain.grid, request.name)) request.note(note);
}

}  // namespace gradfield
