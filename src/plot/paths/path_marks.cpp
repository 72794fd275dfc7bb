#include "plot/paths/path_marks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "analysis/descent/optimizers.hpp"
#include "base/numbers/number.hpp"
#include "plot/sheet/facts.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {
namespace {

// What it looked for.
Outcome goal_of(const DescentPath& path) {
  return path.heading == Heading::kDown ? Outcome::kMinimum : Outcome::kMaximum;
}

// So that nothing need be said of it.
bool is_as_it_should_be(const DescentPath& path) {
  return path.ending.outcome == Outcome::kKink || path.ending.outcome == goal_of(path);
}

// Each larger than a dot, as large to the eye as the others.
constexpr StepMark kDot{20, 0, 1, 1, 1};
constexpr StepMark kMarks[] = {
    {20, 0, 1, 1.6, 3},  {4, 45, 1, 2, 3},       {3, 90, 1, 2.3, 3},   {8, 45, 0.35, 2.6, 3}, {4, 0, 1, 2.2, 3},
    {3, -90, 1, 2.3, 3}, {10, 90, 0.42, 2.6, 3}, {8, 0, 0.35, 2.6, 3}, {6, 0, 1, 2, 3},
};

std::string place_text(const DescentPath& path, std::size_t step) {
  std::string text;
  for (const std::vector<double>& coordinate : path.coordinates) {
    text += (text.empty() ? "" : ", ") + number_text(coordinate[step], 4);
  }
  return path.coordinates.size() == 1 ? text : "(" + text + ")";
}

}  // namespace

PathLook look_of_many(PathLook look, std::size_t paths) {
  constexpr std::size_t kMany = 40;
  if (paths <= kMany) return look;
  look.line_width *= 0.6;
  look.ring_width *= 0.6;
  look.step_radius *= 0.7;
  look.end_radius *= 0.8;
  look.ring_radius *= 0.4;
  look.casing *= 0.4;
  return look;
}

Rgb path_color(const DescentPath& path, const LineColors& colors, const Theme& theme) {
  return path.look == kNoLook ? theme.quiet : colors.path(path.look);
}

std::string path_name(const DescentPath& path, const PathWords& words) {
  std::string name = path.naming.by_number ? "path " + std::to_string(path.number) : "";
  const auto add = [&](const std::string& part) { name += (name.empty() ? "" : ", ") + part; };
  if (path.naming.by_optimizer) add(std::string(path.optimizer->name));
  if (path.naming.by_rate) add("rate " + words.write(number_text(path.rate)));
  return name;
}

std::string steps_text(const DescentPath& path, const PathWords& words) {
  constexpr int kDigits = 2;
  const std::string steps = std::to_string(path.steps()) + (path.steps() == 1 ? " step" : " steps");
  const OutcomeRow& row = row_of(path.ending.outcome);
  const auto value = [&](const std::string& name, double number) {
    return ", " + name + " = " + words.write(number_text(number, kDigits));
  };
  if (path.naming.by_optimizer) {
    return steps + value(words.f, path.f.back()) + value(words.norm, path.norms.back()) + std::string(row.in_key);
  }
  return steps + std::string(is_as_it_should_be(path) ? "" : row.in_key) +
         (path.ending.outcome == Outcome::kNotAtRest && !path.norms.empty() ? value(words.norm, path.norms.back())
                                                                            : "");
}

std::string crowd_text(std::span<const DescentPath> paths, bool is_named) {
  PathCount count;
  for (const DescentPath& path : paths) count.add(path.steps(), path.ending.outcome);
  const DescentPath& first = paths.front();
  if (!first.naming.is_crowd) return count.text({goal_of(first), Outcome::kKink});
  const bool is_one =
      std::ranges::all_of(paths, [&](const DescentPath& path) { return path.optimizer == first.optimizer; });
  return (is_named && first.naming.by_optimizer && is_one ? std::string(first.optimizer->name) + ": " : "") +
         count.text();
}

std::vector<std::size_t> first_of_looks(const std::vector<DescentPath>& paths) {
  std::vector<std::size_t> firsts;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    if (std::ranges::none_of(firsts, [&](std::size_t first) { return paths[first].look == paths[k].look; })) {
      firsts.push_back(k);
    }
  }
  return firsts;
}

EndMark end_mark(const DescentPath& path) {
  const Outcome outcome = path.ending.outcome;
  if (outcome == Outcome::kLeftBox || outcome == Outcome::kDiverges) return EndMark::kNone;
  return row_of(outcome).is_rest ? EndMark::kRest : EndMark::kOpen;
}

const StepMark& step_mark(const DescentPath& path) {
  return path.naming.by_optimizer && !path.naming.is_crowd ? kMarks[path.look % std::size(kMarks)] : kDot;
}

std::vector<Point> mark_shape(const StepMark& mark, double radius) {
  std::vector<Point> shape;
  for (int corner = 0; corner <= mark.corners; ++corner) {
    const double angle = corner * 2 * std::numbers::pi / mark.corners + mark.turn * std::numbers::pi / 180;
    const double length = radius * (corner % 2 == 1 ? mark.waist : 1);
    shape.push_back({length * std::cos(angle), length * std::sin(angle)});
  }
  return shape;
}

std::span<const EndPiece> end_pieces(const DescentPath& path) {
  static constexpr EndPiece kDisc[] = {{1, 20, false}}, kDiamond[] = {{1.75, 4, false}, {1, 4, true}};
  return end_mark(path) == EndMark::kOpen ? std::span<const EndPiece>(kDiamond) : kDisc;
}

std::vector<KeyEntry> path_key(const std::vector<DescentPath>& paths, const PictureStyle& style) {
  if (paths.empty()) return {};
  const Theme& theme = *style.theme;
  const PathWords words{typeset_name(style.name), norm_name(style), typeset_name};
  const LineColors colors = line_colors(style);
  std::vector<KeyEntry> entries;
  const auto add = [&](const DescentPath& path, const std::string& text) {
    entries.push_back({KeyMark::kLine, text, path_color(path, colors, theme)});
    if (&step_mark(path) != &kDot) entries.back().on_line = mark_shape(step_mark(path), 2.2 * step_mark(path).radius);
  };
  // More would take the room of the picture.
  constexpr std::size_t kMostNamed = 9;
  const PathNaming& naming = paths[0].naming;
  if (!naming.is_crowd && paths.size() <= (naming.by_optimizer ? kMostNamed : 8)) {
    for (const DescentPath& path : paths) add(path, path_name(path, words) + ": " + steps_text(path, words));
  } else if (const std::vector<std::size_t> firsts = first_of_looks(paths);
             naming.is_crowd && std::ranges::any_of(paths, [&](const DescentPath& path) {
               return path.optimizer != paths[0].optimizer;
             })) {
    for (const std::size_t first : firsts) {
      std::vector<DescentPath> alike;
      std::ranges::copy_if(paths, std::back_inserter(alike),
                           [&](const DescentPath& path) { return path.look == paths[first].look; });
      add(paths[first], crowd_text(alike));
    }
  } else if (naming.is_crowd && firsts.size() > 1) {
    entries.push_back({KeyMark::kLine, crowd_text(paths) + ", one colour for each place", theme.quiet});
  } else {
    add(paths[0], crowd_text(paths));
  }
  entries.push_back({KeyMark::kRing, "start", theme.quiet});
  const auto explain = [&](EndMark mark, KeyMark shape, const char* meaning) {
    if (std::ranges::find(paths, mark, end_mark) != paths.end()) entries.push_back({shape, meaning, theme.quiet});
  };
  explain(EndMark::kRest, KeyMark::kDisk, "end");
  explain(EndMark::kOpen, KeyMark::kDiamond, "end, not at rest");
  return entries;
}

Words step_words(const std::vector<DescentPath>& paths, std::size_t step, const PictureStyle& style, const Page& page) {
  constexpr std::size_t kFew = 4;
  constexpr int kDigits = 3;
  constexpr double kSize = 9.5, kAbove = 9.5;  // points of the page
  const PathWords words{typeset_name(style.name), norm_name(style), typeset_name};
  std::string text = "step " + std::to_string(step);
  for (std::size_t k = 0; k < paths.size() && paths.size() <= kFew; ++k) {
    const double f = paths[k].f[std::min(step, paths[k].steps())];
    text += (k == 0 ? ", " + words.f + " = " : ", ") + typeset_name(number_text(f, kDigits));
    if (paths.size() > 1) text += " (" + path_name(paths[k], words) + ")";
  }
  return {.markup = text,
          .at = {page.title_middle(), page.y.end + kAbove},
          .font_size = kSize,
          .color = style.theme->quiet};
}

std::vector<std::size_t> dotted_steps(const std::vector<Point>& on_page, double apart) {
  std::vector<std::size_t> steps;
  std::size_t last = 0;
  for (std::size_t i = 1; i < on_page.size(); ++i) {
    if (std::hypot(on_page[i].x - on_page[last].x, on_page[i].y - on_page[last].y) < apart) continue;
    steps.push_back(i);
    last = i;
  }
  return steps;
}

std::string path_facts(const std::vector<DescentPath>& paths) {
  if (paths.empty()) return "";
  if (paths[0].naming.is_crowd) return " There are " + crowd_text(paths, false) + ".";
  std::string text;
  for (std::size_t k = 0; k < paths.size(); ++k) {
    const DescentPath& path = paths[k];
    text += " Path " + std::to_string(k + 1) +
            (path.naming.by_optimizer ? " (" + std::string(path.optimizer->name) + ")" : "") +
            (path.heading == Heading::kUp ? " goes up from " : " goes down from ") + place_text(path, 0) + " to " +
            place_text(path, path.steps()) + " in " + count_text(path.steps(), "step") + ".";
  }
  return text;
}

}  // namespace gradfield
