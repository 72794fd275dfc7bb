#include "plot/parts/path_marks.hpp"

#include <cmath>

namespace gradfield {

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
  std::vector<KeyEntry> entries;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    entries.push_back(
        {KeyMark::kLine, "path " + std::to_string(k + 1) + ": " + steps_text(paths[k]), path_color(theme, k, taken)});
  }
  if (!paths.empty()) {
    entries.push_back({KeyMark::kRing, "start", theme.quiet});
    entries.push_back({KeyMark::kDisk, "end", theme.quiet});
  }
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

}  // namespace gradfield
