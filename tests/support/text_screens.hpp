// Screens of text, and what stands on them.
#pragma once

#include <string>
#include <vector>

#include "base/spelling.hpp"
#include "plot/text/text_screen.hpp"

namespace gradfield::test {

inline TextScreen screen_of(std::size_t columns, std::size_t rows, bool unicode = true,
                            TextColors colors = TextColors::kNone) {
  TextScreen screen;
  screen.columns = columns;
  screen.rows = rows;
  screen.unicode = unicode;
  screen.colors = colors;
  return screen;
}

/// A line as its characters, one a column, without colours.
inline std::vector<std::string> characters(const std::string& line) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '\x1b') {
      i = line.find('m', i) + 1;
      continue;
    }
    const Character c = decode_character(line, i);
    out.push_back(line.substr(i, c.bytes));
    i += c.bytes;
  }
  return out;
}

}  // namespace gradfield::test
