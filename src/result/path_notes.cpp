#include "result/path_notes.hpp"

#include <algorithm>

#include <cmath>

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

std::string point_text(const DescentPath& path, std::size_t step, const Grid& grid) {
  std::string text = "(";
  for (std::size_t k = 0; k < grid.axes.size(); ++k) {
    if (k == kMostCoordinates) return text + ", ...)";
    text += (k == 0 ? "" : ", ") + coordinate_text(path.coordinates[k][step], grid.axes[k]);
  }
  return text + ")";
}

struct Words {
  std::string last, before, steps, f, norm, rate, name, function;  // of the path, as text
  bool has_f, has_risen;  // the last f is finite; it has risen with the last step
  std::string rest;       // what is worth saying of where it rests
};

std::string where(const Words& w) { return "at " + w.last + " after " + w.steps; }

std::string sizes(const Words& w) { return ", " + w.name + " = " + w.norm + ", rate " + w.rate; }

std::string smaller(const Words& w) { return "; take a smaller --rate than " + w.rate; }

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
       return ": " + where(w) + sizes(w) + (w.has_risen ? smaller(w) : "; take more --iterations to go on");
     }},
};

}  // namespace

std::string path_note(const DescentPath& path, std::size_t number, const Grid& grid, const std::string& function) {
  const std::size_t steps = path.steps(), before = steps > 0 ? steps - 1 : 0;
  const Words words{
      point_text(path, steps, grid),
      point_text(path, before, grid),
      std::to_string(steps) + (steps == 1 ? " step" : " steps"),
      number_text(path.f[steps], kDigits),
      number_text(path.norms[steps], kDigits),
      number_text(path.rate),
      std::ranges::any_of(grid.axes, is_held) ? "|∇" + function + "| in the slice" : "|∇" + function + "|",
      function,
      std::isfinite(path.f[steps]),
      path.f[steps] > path.f[before],
      path.rest == RestingPlace::kSaddle    ? "; a saddle, no minimum"
      : path.rest == RestingPlace::kMaximum ? "; a maximum"
                                            : ""};
  for (const EndRow& row : kEnds) {
    if (row.end == path.end) return "path " + std::to_string(number) + row.text(words);
  }
  return "";
}

std::vector<std::string> path_notes(const std::vector<DescentPath>& paths, const Grid& grid,
                                    const std::string& function) {
  std::vector<std::string> notes;
  for (std::size_t p = 0; p < paths.size(); ++p) notes.push_back(path_note(paths[p], p + 1, grid, function));
  return notes;
}

void note_paths(const Request& request, const std::vector<DescentPath>& paths) {
  for (const std::string& note : path_notes(paths, request.domain.grid, request.name)) request.note(note);
}

}  // namespace gradfield
