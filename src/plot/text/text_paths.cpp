#include "plot/text/text_paths.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/spelling.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/picture_lines.hpp"

namespace gradfield {

const TextPathStyle kPathsOverArrows{{"○", "•", "✕", "◇"}, {"o", "*", "@", "%"}, true};
// In ASCII the curve of f has the stars.
const TextPathStyle kPathsOnCurves{{"○", "•", "✕", "◇"}, {"o", "#", "@", "%"}, false};

namespace {

// Of paths that are told by their optimiser; in ASCII their places, for all other signs are taken.
constexpr std::string_view kWays[] = {"•", "▪", "▴", "✶", "⬩", "▾", "★", "✚", "▸"};
constexpr std::string_view kAsciiWays[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

}  // namespace

TextPaths::TextPaths(const std::vector<DescentPath>& paths, const TextPathStyle& marks, const PictureStyle& style,
                     const TextScreen& screen)
    : paths_(paths),
      style_(marks),
      words_{shown_name(style.name, screen),
             style.variables.size() == 1 ? "|" + shown_name(style.name, screen) + (screen.unicode ? "′|" : "'|")
                                         : (screen.unicode ? "|∇" : "|grad ") + shown_name(style.name, screen) + "|",
             [](std::string_view number) { return std::string(number); }},
      screen_(screen),
      glyphs_(screen.unicode ? marks.unicode : marks.ascii) {
  const LineColors colors = line_colors(style);
  for (const DescentPath& path : paths) colors_.push_back(readable(path_color(path, colors, *style.theme), screen));
}

void TextPaths::put(const std::vector<Line<2>>& places, TextCells& cells) {
  const auto last_column = static_cast<double>(cells[0].size() - 1), last_row = static_cast<double>(cells.size() - 1);
  const auto put_at = [&](const std::array<double, 2>& place, std::string_view glyph, std::size_t path) {
    const long column = std::lround(place[0]), row = std::lround(place[1]);
    cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = paint(glyph, colors_[path], screen_);
  };
  // A cell reaches half its width beyond its middle; the outermost ones short of where rounding would leave them.
  constexpr double kHalf = 0.499;
  const auto is_inside = [&](const std::array<double, 2>& place) {
    return place[0] >= -kHalf && place[0] <= last_column + kHalf && place[1] >= -kHalf && place[1] <= last_row + kHalf;
  };
  for (std::size_t k = 0; k < places.size(); ++k) {
    if (!style_.has_lines) {
      for (const std::array<double, 2>& place : places[k]) {
        if (is_inside(place)) put_at(place, way_of(k), k);
      }
      continue;
    }
    for (const Line<2>& part : parts_inside<2>(places[k], {-kHalf, -kHalf}, {last_column + kHalf, last_row + kHalf})) {
      std::array<double, 2> from = part.front();
      for (const std::array<double, 2>& to : part) {
        const double length = std::max(std::fabs(to[0] - from[0]), std::fabs(to[1] - from[1]));
        const auto steps = static_cast<std::size_t>(std::ceil(length));
        for (std::size_t i = 0; i <= steps; ++i) {
          const double share = steps == 0 ? 0 : static_cast<double>(i) / static_cast<double>(steps);
          put_at({from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])}, way_of(k), k);
        }
        from = to;
      }
    }
  }
  // Over the ways of all: where one begins, and where it ends.
  for (const bool is_end : {false, true}) {
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (places[k].empty()) continue;
      const std::array<double, 2>& place = is_end ? places[k].back() : places[k].front();
      if (!is_inside(place)) continue;
      const bool is_open = is_end && end_mark(paths_[k]) == EndMark::kOpen;
      put_at(place, is_open ? glyphs_.open_end : is_end ? glyphs_.end : glyphs_.start, k);
      (is_open ? has_open_end_ : is_end ? has_end_ : has_start_) = true;
    }
  }
}

std::string_view TextPaths::way_of(std::size_t path) const {
  const PathNaming& naming = paths_[path].naming;
  if (!naming.by_optimizer || naming.is_crowd || paths_.size() > std::size(kWays)) return glyphs_.way;
  return screen_.unicode ? kWays[path] : kAsciiWays[path];
}

// "○ start   • path 1   • path 2   ✕ end"
std::string TextPaths::join(const std::vector<std::string>& ways, bool painted) const {
  constexpr std::string_view kBetween = "   ";
  const std::optional<Rgb> common = paths_.size() == 1 ? std::optional(colors_[0]) : std::nullopt;
  const auto mark = [&](std::string_view glyph, const std::optional<Rgb>& color) {
    return color && painted ? paint(glyph, *color, screen_) : std::string(glyph);
  };
  std::string line = has_start_ ? mark(glyphs_.start, common) + " start" : "";
  for (std::size_t k = 0; k < ways.size(); ++k) {
    const std::optional<Rgb> color = ways.size() == paths_.size() ? std::optional(colors_[k]) : std::nullopt;
    line += (line.empty() ? "" : kBetween);
    line += mark(ways.size() == paths_.size() ? way_of(k) : glyphs_.way, color) + " " + ways[k];
  }
  if (has_end_) line += std::string(kBetween) + mark(glyphs_.end, common) + " end";
  if (has_open_end_) line += std::string(kBetween) + mark(glyphs_.open_end, common) + " end, not at rest";
  return line;
}

std::string TextPaths::legend(std::size_t room) const {
  if (paths_.empty()) return "";
  std::vector<std::string> names, with_steps;
  for (const DescentPath& path : paths_) {
    const bool is_alone = paths_.size() == 1 && !path.naming.by_optimizer && !path.naming.by_rate;
    names.push_back(is_alone ? "path" : path_name(path, words_));
    with_steps.push_back(names.back() + ": " + steps_text(path, words_));
  }
  if (paths_[0].naming.is_crowd) {
    for (const std::string& way : {crowd_text(paths_), std::string("paths")}) {
      if (column_width(join({way}, false)) <= room) return join({way}, true);
    }
    return "";
  }
  const bool have_marks = paths_[0].naming.by_optimizer && paths_.size() <= std::size(kWays);
  const bool are_told_apart = paths_.size() == 1 || screen_.colors != TextColors::kNone || have_marks;
  for (const std::vector<std::string>& ways : {with_steps, names, {paths_.size() > 1 ? "paths" : "path"}}) {
    if (ways.size() > 1 && !are_told_apart) continue;
    if (column_width(join(ways, false)) <= room) return join(ways, true);
  }
  return "";
}

}  // namespace gradfield
