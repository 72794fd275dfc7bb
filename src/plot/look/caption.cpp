#include "plot/look/caption.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/spelling.hpp"
#include "plot/look/font.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {
namespace {

constexpr double kPointsPerEm = 16.0 / 12;  // page points of one typographic point
constexpr double kSmallest = 9;
constexpr double kLineHeight = 1.3;  // ems

double page_width(std::string_view text, double font_size) { return em_width(text) * font_size * kPointsPerEm; }

// How many bytes of `line` fit the width, at least one character.
std::size_t fitting_length(std::string_view line, double width, double font_size) {
  std::size_t length = 0;
  while (length < line.size()) {
    const std::size_t next = length + decode_character(line, length).bytes;
    if (length > 0 && page_width(line.substr(0, next), font_size) > width) break;
    length = next;
  }
  return length;
}

// `text` in lines no wider than `width`, broken at blanks, or inside words that are wider than a line.
std::vector<std::string> break_lines(const std::string& text, double width, double font_size, bool& breaks_words) {
  std::vector<std::string> lines;
  breaks_words = false;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string rest = printable(text.substr(start, end - start));
    start = end + 1;
    while (page_width(rest, font_size) > width) {
      const std::size_t length = fitting_length(rest, width, font_size);
      if (length >= rest.size()) break;
      const std::size_t blank = rest.rfind(' ', length);
      const bool at_blank = blank != std::string::npos && blank > 0;
      breaks_words = breaks_words || !at_blank;
      lines.push_back(rest.substr(0, at_blank ? blank : length));
      rest.erase(0, at_blank ? blank + 1 : length);
    }
    lines.push_back(rest);
  }
  return lines;
}

// Text on several lines.
struct Broken {
  std::string markup;
  double widest = 0;  // in ems
  int lines = 1;
};

// The text on lines none of which is wider than `most`, if breaks no deeper than `depth` let that be.
Broken broken_at(const Typeset& text, double most, int depth) {
  // What ends a line needs no blank; a factor that begins one needs the dot that says so.
  constexpr std::string_view kThinSpace = "\u2009", kDot = "·";
  Broken out;
  std::size_t begin = 0;
  double before = 0;  // the width that stands on earlier lines
  const auto end_line = [&](std::size_t at, double width) {
    std::string_view line = std::string_view(text.markup).substr(begin, at - begin);
    if (begin > 0) {
      out.markup += '\n';
      if (line.starts_with(kThinSpace)) out.markup += kDot;
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
      ++out.lines;
    }
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    out.markup += line;
    out.widest = std::max(out.widest, width - before + (begin > 0 ? em_width(kDot) : 0));
    begin = at;
    before = width;
  };
  const Typeset::Break* last = nullptr;  // that this line may end at
  const auto go_on_to = [&](double width) {
    if (width - before > most && last != nullptr) end_line(last->at, last->width);
    last = nullptr;
  };
  for (const Typeset::Break& place : text.breaks) {
    if (place.depth > depth) continue;
    go_on_to(place.width);
    last = &place;
  }
  go_on_to(text.width);
  end_line(text.markup.size(), text.width);
  return out;
}

// On as many lines at most, the widest of them as narrow as can be.
Broken broken_evenly(const Typeset& text, int lines, int depth) {
  double low = text.width / lines, high = text.width;
  Broken best = broken_at(text, high, depth);
  constexpr int kHalvings = 12;
  for (int k = 0; k < kHalvings && lines > 1; ++k) {
    const double middle = (low + high) / 2;
    Broken broken = broken_at(text, middle, depth);
    const bool fits = broken.lines <= lines && broken.widest <= middle + 1;
    (fits ? high : low) = middle;
    if (fits && broken.widest < best.widest) best = std::move(broken);
  }
  return best;
}

void append(Typeset& text, const Typeset& more) {
  for (Typeset::Break place : more.breaks) {
    text.breaks.push_back({text.markup.size() + place.at, text.width + place.width, place.depth});
  }
  text.markup += more.markup;
  text.width += more.width;
}

constexpr int kMostLines = 3;

// Nothing where it is too long.
std::optional<Caption> fitted(const Typeset& text, double width, double size) {
  const double room = width / (size * kPointsPerEm);
  if (text.width > kMostLines * room) return {};
  int deepest = 0;
  for (const Typeset::Break& place : text.breaks) deepest = std::max(deepest, place.depth);
  for (int depth = 0; depth <= deepest; ++depth) {
    for (int lines = 1; lines <= kMostLines; ++lines) {
      const Broken broken = broken_evenly(text, lines, depth);
      if (broken.widest > room) continue;
      return Caption{broken.markup, true, size, broken.lines, broken.widest * size * kPointsPerEm};
    }
  }
  return {};
}

}  // namespace

double Caption::height() const { return text.empty() ? 0 : lines * kLineHeight * font_size * kPointsPerEm; }

Caption fit_caption(const std::string& text, double width, double largest, int most_lines) {
  Caption caption;
  std::vector<std::string> lines;
  for (double size = largest; size >= kSmallest; --size) {
    bool breaks_words = false;
    lines = break_lines(text, width, size, breaks_words);
    caption.font_size = size;
    if (lines.size() <= static_cast<std::size_t>(most_lines) && !breaks_words) break;
  }
  if (lines.size() > static_cast<std::size_t>(most_lines)) {
    lines.resize(static_cast<std::size_t>(most_lines));
    std::string& last = lines.back();
    last =
        last.substr(0, fitting_length(last, width - page_width("...", caption.font_size), caption.font_size)) + "...";
  }
  for (const std::string& line : lines) {
    caption.text += (&line == lines.data() ? "" : "\n") + line;
    caption.width = std::max(caption.width, page_width(line, caption.font_size));
  }
  caption.lines = static_cast<int>(lines.size());
  return caption;
}

Caption fit_formula(const std::string& front, const std::string& formula, const std::vector<std::string>& facts,
                    double width, double largest) {
  Typeset back;
  for (const std::string& fact : facts) {
    append(back, {",", em_width(","), {{1, em_width(","), 0}}});
    append(back, {"  " + fact, markup_width("  " + fact)});
  }
  double most = kMostLines * width / (kSmallest * kPointsPerEm);
  for (double size = largest;;) {
    Typeset text{front, markup_width(front)};
    if (!front.empty()) text.breaks.push_back({text.markup.size(), text.width, 1});
    append(text, typeset_formula(formula, most));
    append(text, back);
    if (std::optional<Caption> caption = fitted(text, width, size)) return *caption;
    // No smaller than can be read: from there on the formula is cut.
    constexpr double kShorter = 0.93, kLeast = 1;
    if (most < kLeast) return {text.markup, true, size, 1, width};
    if (size > kSmallest) {
      size = std::max(size - 1, kSmallest);
    } else {
      most = std::min(most, text.width - back.width) * kShorter;
    }
  }
}

}  // namespace gradfield
