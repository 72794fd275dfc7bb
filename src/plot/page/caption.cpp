#include "plot/page/caption.hpp"

#include <algorithm>
#include <vector>

#include "base/spelling.hpp"
#include "plot/page/font.hpp"
#include "plot/page/typeset.hpp"

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
  const double other_width = em_width(front) + em_width(back);
  const double most = width / (kSmallest * kPointsPerEm) - other_width;
  const Typeset typeset = typeset_formula(formula, most);
  const double size = width / ((other_width + typeset.width) * kPointsPerEm);
  return {front + typeset.markup + back, true, std::clamp(size, kSmallest, largest), 1};
}

}  // namespace gradfield
