#include "plot/paths/path_marks.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/sheet/facts.hpp"

namespace gradfield {
namespace {

// "60 paths: 12 to 178 steps, 2 diverge"
std::string paths_text(const std::vector<DescentPath>& paths) {
  const auto [fewest, most] = std::ranges::minmax(paths, {}, &DescentPath::steps);
  const auto how_many = [&](DescentEnd end) {
    return static_cast<std::size_t>(std::ranges::count(paths, end, &DescentPath::end));
  };
  const std::size_t leaving = how_many(DescentEnd::kLeftBox), diverging = how_many(DescentEnd::kDiverged);
  const auto verb = [](std::size_t count, const char* one, const char* many) {
    return count == 0 ? "" : ", " + std::to_string(count) + (count == 1 ? one : many);
  };
  return std::to_string(paths.size()) + " paths: " + std::to_string(fewest.steps()) + " to " +
         std::to_string(most.steps()) + " steps" + verb(leaving, " leaves the axes", " leave the axes") +
         verb(diverging, " diverges", " diverge");
}

std::string place_text(const DescentPath& path, std::size_t step) {
  std::string text;
  for (const std::vector<double>& coordinate : path.coordinates) {
    text += (text.empty() ? "" : ", ") + number_text(coordinate[step], 4);
  }
  return path.coordinates.size() == 1 ? text : "(" + text + ")";
}

// Whether its last point is on the page, and marked.
bool has_end(const DescentPath& path) { return path.end != DescentEnd::kLeftBox && path.end != DescentEnd::kDiverged; }

}  // namespace

Rgb path_color(const Theme& theme, std::size_t path, std::size_t taken) {
  // The first of them, blue or green, comes last: it is near to the palettes' or to that of a curve.
  return theme.lines[taken + (path + 1) % (theme.lines.size() - taken)];
}

std::string steps_text(const DescentPath& path) {
  const std::string steps = std::to_string(path.steps()) + (path.steps() == 1 ? " step" : " steps");
  const bool has_left = path.end == DescentEnd::kLeftBox, diverges = path.end == DescentEnd::kDiverged;
  return steps + (has_left ? ", leaves the axes" : diverges ? ", diverges" : "");
}

std::vector<KeyEntry> path_key(const std::vector<DescentPath>& paths, const Theme& theme, std::size_t taken) {
  if (paths.empty()) return {};
  std::vector<KeyEntry> entries;
  // More would take the room of the picture.
  constexpr std::size_t kMostNamed = 8;
  for (std::size_t k = 0; k < paths.size() && paths.size() <= kMostNamed; ++k) {
    entries.push_back(
        {KeyMark::kLine, "path " + std::to_string(k + 1) + ": " + steps_text(paths[k]), path_color(theme, k, taken)});
  }
  if (entries.empty()) entries.push_back({KeyMark::kLine, paths_text(paths), path_color(theme, 0, taken)});
  entries.push_back({KeyMark::kRing, "start", theme.quiet});
  if (std::ranges::any_of(paths, has_end)) entries.push_back({KeyMark::kDisk, "end", theme.quiet});
  return entries;
}

std::vector<std::size_t> dotted_steps(const std::vector<Point>& on_page, const PathLook& look) {
  std::vector<std::size_t> steps;
  std::size_t last = 0;
  for (std::size_t i = 1; i < on_page.size(); ++i) {
    if (std::hypot(on_page[i].x - on_page[last].x, on_page[i].y - on_page[last].y) < look.steps_apart) continue;
    steps.push_back(i);
    last = i;
  }
  return steps;
}

std::string path_facts(const std::vector<DescentPath>& paths) {
  std::string text;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    text += " Path " + std::to_string(k + 1) + " goes down from " + place_text(paths[k], 0) + " to " +
            place_text(paths[k], paths[k].steps()) + " in " + count_text(paths[k].steps(), "step") + ".";
  }
  return text;
}

}  // namespace gradfield
