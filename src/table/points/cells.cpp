#include "table/points/cells.hpp"

#include <algorithm>

namespace gradfield {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size() && is_blank(line[at])) ++at;
  return at;
}

// Where the quotes that open at `open` close: at a quote that is not doubled. The line's size where they do not.
std::size_t closing_quote(std::string_view line, std::size_t open) {
  for (std::size_t at = open + 1; at < line.size(); ++at) {
    if (line[at] != '"') continue;
    if (at + 1 == line.size() || line[at + 1] != '"') return at;
    ++at;
  }
  return line.size();
}

}  // namespace

void split_cells(const FileLine& file_line, Separators separators, std::vector<std::string_view>& cells) {
  cells.clear();
  const std::string_view line = file_line.text;
  if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {
    throw file_line.wrong({nul, 1}, "a NUL byte", "points are plain text in UTF-8");
  }
  const bool blanks_separate = separators == Separators::kBlanksAndCommas;
  const auto ends_cell = [&](char c) { return c == ',' || c == '#' || (blanks_separate && is_blank(c)); };
  bool after_comma = false;
  std::size_t at = skip_blanks(line, 0);
  while (at < line.size() && line[at] != '#') {
    const std::size_t start = at;
    std::string_view cell;
    bool is_quoted = line[start] == '"';
    if (is_quoted) {
      const std::size_t close = closing_quote(line, start);
      if (close == line.size()) throw file_line.wrong({start, 1}, "these quotes are never closed", "add \"");
      at = skip_blanks(line, close + 1);
      is_quoted = at == line.size() || ends_cell(line[at]) || (blanks_separate && at > close + 1);
      cell = line.substr(start + 1, close - start - 1);
    }
    if (!is_quoted) {  // or the quotes end in the middle of it, and are part of it
      at = start;
      while (at < line.size() && !ends_cell(line[at])) ++at;
      std::size_t end = at;
      while (end > start && is_blank(line[end - 1])) --end;
      cell = line.substr(start, end - start);
      at = skip_blanks(line, at);
    }
    cells.push_back(cell);
    after_comma = at < line.size() && line[at] == ',';
    if (after_comma) at = skip_blanks(line, at + 1);
  }
  if (after_comma) cells.push_back(line.substr(at, 0));
}

Place place_of(std::string_view cell, const FileLine& line) {
  return {static_cast<std::size_t>(cell.data() - line.text.data()), std::max<std::size_t>(cell.size(), 1)};
}

}  // namespace gradfield
