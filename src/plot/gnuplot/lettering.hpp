// Words in a gnuplot script, as the terminal takes them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "plot/gnuplot/terminals.hpp"
#include "plot/look/tics.hpp"

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

/// `text` as a gnuplot string literal, with its quotes: every byte survives, none means anything to gnuplot.
std::string quoted(std::string_view text);

/// `("0" 0, "1" 1)`: tics as gnuplot's `set xtics` and its like take them. `place`: where a value stands on the axis.
std::string tic_list(
    const std::vector<Tic>& tics, const Terminal& terminal,
    const std::function<double(double)>& place = [](double value) { return value; });

}  // namespace gradfield
