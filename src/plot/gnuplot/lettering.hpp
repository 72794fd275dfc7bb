// Words in a gnuplot script, as the terminal takes them.
#pragma once

#include <string>

#include "plot/gnuplot/terminals.hpp"

namespace gradfield {

/// How words are set on a page.
struct Lettering {
  const Terminal& terminal;
  double zoom = 1;  // see Sheet

  /// The terminal's font size for a font of one typographic point.
  double scale() const { return terminal.font_scale * zoom; }
};

/// A text for gnuplot to show, quoted: gnuplot's markup where it is `enhanced`, else as it is. Each line by itself.
std::string text_clause(const std::string& text, bool enhanced, const Terminal& terminal);

}  // namespace gradfield
