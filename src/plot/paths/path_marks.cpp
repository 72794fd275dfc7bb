#include "plot/paths/path_marks.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/sheet/facts.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

// What there is to say of an end, of one path and of several.
struct EndRow {
  DescentEnd end;
  EndMark mark;
  const char *one, *of_one, *of_many;  // empty: it is as it should be
};
constexpr EndRow kEnds[] = {
    {DescentEnd::kConverged, EndMark::kRest, "", "", ""},
    {DescentEnd::kStalled, EndMark::kRest, "", "", ""},
    {DescentEnd::kIterations, EndMark::kOpen, ", not at rest", " is not at rest", " are not at rest"},
    {DescentEnd::kOscillates, EndMark::kOpen, ", to and fro", " goes to and fro", " go to and fro"},
    {DescentEnd::kConditionFails, EndMark::kOpen, ", leaves the region", " leaves the region", " leave the region"},
    {DescentEnd::kNotDefined, EndMark::kOpen, ", to a pole or an edge", " ends at a pole or an edge",
     " end at poles or edges"},
    {DescentEnd::kLeftBox, EndMark::kNone, ", leaves the axes", " leaves the axes", " leave the axes"},
    {DescentEnd::kDiverged, EndMark::kNone, ", diverges", " diverges", " diverge"},
};

// A path whose steps have become too small to be taken rests only where the ground is about flat.
const EndRow& row_of(const DescentPath& path) {
  constexpr double kFlat = 1e-4;  // of the steepest on the way: what rounding leaves of a gradient at a minimum is less
  const bool is_steep = path.end == DescentEnd::kStalled && !path.norms.empty() &&
                        path.norms.back() > kFlat * std::ranges::max(path.norms);
  return *std::ranges::find(kEnds, is_steep ? DescentEnd::kIterations : path.end, &EndRow::end);
}

// "60 paths: 12 to 178 steps, 2 diverge"
std::string paths_text(const std::vector<DescentPath>& paths) {
  const auto [fewest, most] = std::ranges::minmax(paths, {}, &DescentPath::steps);
  std::string text = std::to_string(paths.size()) + " paths: " + std::to_string(fewest.steps()) + " to " +
                     std::to_string(most.steps()) + " steps";
  for (const EndRow& row : kEnds) {
    const auto count = std::ranges::count(paths, &row, [](const DescentPath& path) { return &row_of(path); });
    if (count > 0 && *row.one != '\0') {
      text += ", " + std::to_string(count) + (count == 1 ? row.of_one : row.of_many);
    }
  }
  return text;
}

std::string place_text(const DescentPath& path, std::size_t step) {
  std::string text;
  for (const std::vector<double>& coordinate : path.coordinates) {
    text += (text.empty() ? "" : ", ") + number_text(coordinate[step], 4);
  }
  return path.coordinates.size() == 1 ? text : "(" + text + ")";
}

}  // namespace

std::string steps_text(const DescentPath& path, const std::string& norm, std::string (*write)(std::string_view)) {
  const std::string steps = std::to_string(path.steps()) + (path.steps() == 1 ? " step" : " steps");
  const EndRow& row = row_of(path);
  const bool has_norm = row.end == DescentEnd::kIterations && !path.norms.empty();
  return steps + row.one + (has_norm ? ", " + norm + " = " + write(number_text(path.norms.back(), 2)) : "");
}

EndMark end_mark(const DescentPath& path) { return row_of(path).mark; }

std::span<const EndPiece> end_pieces(const DescentPath& path) {
  static constexpr EndPiece kDisc[] = {{1, 20, false}}, kDiamond[] = {{1.75, 4, false}, {1, 4, true}};
  return end_mark(path) == EndMark::kOpen ? std::span<const EndPiece>(kDiamond) : kDisc;
}

std::vector<KeyEntry> path_key(const std::vector<DescentPath>& paths, const PictureStyle& style) {
  if (paths.empty()) return {};
  const Theme& theme = *style.theme;
  const LineColors colors = line_colors(style);
  std::vector<KeyEntry> entries;
  // More would take the room of the picture.
  constexpr std::size_t kMostNamed = 8;
  for (std::size_t k = 0; k < paths.size() && paths.size() <= kMostNamed; ++k) {
    entries.push_back({KeyMark::kLine,
                       "path " + std::to_string(k + 1) + ": " + steps_text(paths[k], norm_name(style), typeset_name),
                       colors.path(k)});
  }
  if (entries.empty()) entries.push_back({KeyMark::kLine, paths_text(paths), colors.path(0)});
  entries.push_back({KeyMark::kRing, "start", theme.quiet});
  const auto explain = [&](EndMark mark, KeyMark shape, const char* words) {
    if (std::ranges::find(paths, mark, end_mark) != paths.end()) entries.push_back({shape, words, theme.quiet});
  };
  explain(EndMark::kRest, KeyMark::kDisk, "end");
  explain(EndMark::kOpen, KeyMark::kDiamond, "end, not at rest");
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
