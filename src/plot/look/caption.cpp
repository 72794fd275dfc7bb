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
constexpr double kSmallest = 8;
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

// A formula on several lines.
struct Broken {
  std::string markup;
  double widest = 0;  // in ems, with what stands before the first line and after the last
  int lines = 1;
};

// The formula on lines none of which is wider than `most` if that can be.
Broken broken_at(const Typeset& formula, double front, double back, double most) {
  Broken out;
  std::size_t begin = 0;
  double before = -front;  // the width that stands on earlier lines
  const auto end_line = [&](std::size_t at, double width) {
    const std::size_t blank = begin > 0 && formula.markup[begin] == ' ' ? 1 : 0;
    out.markup += (begin > 0 ? "\n" : "") + formula.markup.substr(begin + blank, at - begin - blank);
    out.widest = std::max(out.widest, width - before);
    out.lines += begin > 0;
    begin = at;
    before = width;
  };
  const auto& breaks = formula.breaks;
  for (std::size_t k = 0; k < breaks.size(); ++k) {
    const double next = k + 1 < breaks.size() ? breaks[k + 1].width : formula.width + back;
    if (next - before > most) end_line(breaks[k].at, breaks[k].width);
  }
  end_line(formula.markup.size(), formula.width + back);
  return out;
}

// On as many lines at most, the widest of them as narrow as can be.
Broken broken_evenly(const Typeset& formula, double front, double back, int lines) {
  double low = 0, high = front + formula.width + back;
  Broken best = broken_at(formula, front, back, high);
  constexpr int kHalvings = 20;
  for (int k = 0; k < kHalvings && lines > 1; ++k) {
    const double middle = (low + high) / 2;
    Broken broken = broken_at(formula, front, back, middle);
    const bool fits = broken.lines <= lines && broken.widest <= middle;
    (fits ? high : low) = middle;
    if (fits) best = std::move(broken);
  }
  return best;
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
  for (const std::string& line : lines) caption.text += (&line == lines.data() ? "" : "\n") + line;
  caption.lines = static_cast<int>(lines.size());
  return caption;
}

Caption fit_formula(const std::string& front, const std::string& formula, const std::string& back, double width,
                    double largest) {
  constexpr double kGood = 11;
  constexpr int kMostLines = 3;
  const auto size_for = [&](double widest) { return std::clamp(width / (widest * kPointsPerEm), 0.0, largest); };
  const double outer = em_width(front) + em_width(back), room = width / (kSmallest * kPointsPerEm);
  std::optional<Caption> best;
  const Typeset whole = typeset_formula(formula, kMostLines * room);
  for (int lines = 1; lines <= kMostLines && !(best && best->font_size >= kGood); ++lines) {
    const Broken broken = broken_evenly(whole, em_width(front), em_width(back), lines);
    const double size = size_for(broken.widest);
    if (size < kSmallest || (best && size <= best->font_size)) continue;
    best = Caption{front + broken.markup + back, true, size, broken.lines};
  }
  if (best) return *best;
  const Typeset cut = typeset_formula(formula, room - outer);
  return {front + cut.markup + back, true, std::max(size_for(outer + cut.width), kSmallest), 1};
}

}  // namespace gradfield
