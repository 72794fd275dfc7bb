// The kinds of picture gnuplot draws for us: one row each.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "plot/picture.hpp"

namespace gradfield {

struct Terminal {
  std::string_view name;  // of the format
  std::string_view help;
  PageSize default_size;   // in its own unit
  double points_per_unit;  // page points (see Page) per unit of its size
  double font_scale;       // its font size for a font of 1 typographic point
  std::string_view unit;   // for messages
  PageSize largest;
  bool is_binary;
  std::string_view end_mark;  // what the last bytes of a whole picture hold
  /// Mends the finished picture where gnuplot leaves something to be wished; null: nothing to mend.
  std::string (*mend)(std::string picture);
  /// Writes the commands that choose gnuplot's terminal, for a page of `size` in the terminal's own unit and with its
  /// usual type times `zoom`.
  void (*choose)(std::ostream& script, PageSize size, double zoom);
};

/// All terminals; the first is what a script draws by itself.
std::span<const Terminal> terminals();

const Terminal* find_terminal(std::string_view name);

/// The commands that choose a window terminal, whichever gnuplot has; where it has none, gnuplot exits with
/// kNoWindowStatus.
void choose_window(std::ostream& script, PageSize pixels, double zoom);

inline constexpr int kNoWindowStatus = 3;

}  // namespace gradfield
