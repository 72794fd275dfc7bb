// The kinds of picture gnuplot draws for us: one row each.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plot/files/recipe.hpp"
#include "plot/look/paper.hpp"

namespace gradfield {

/// How the ground shows through images: not at all, where a pixel is left out, or also in part.
enum class ImageHoles { kNone, kWhole, kSmooth };

struct Terminal {
  std::string_view name;  // of the format
  std::string_view help;
  PageSize default_size;   // in its own unit
  double points_per_unit;  // page points (see Page) per unit of its size
  double font_scale;       // its font size for a font of 1 typographic point
  std::string_view unit;   // for messages
  PageSize largest;
  bool is_binary;
  std::string_view start;     // its first bytes
  std::string_view end_mark;  // what the last bytes of a whole picture hold
  /// Makes a finished picture of what gnuplot drew: mends what gnuplot leaves to be wished, and embeds the recipe.
  std::string (*finish)(std::string picture, const Recipe& recipe, const Paper& paper);
  /// A text as the terminal takes it, of gnuplot's markup or as it is; null: gnuplot sees to both.
  std::string (*typeset)(std::string_view text, bool enhanced);
  /// Writes the commands that choose gnuplot's terminal.
  void (*choose)(std::ostream& script, const Paper& paper);
  /// How far words below the horizontal axis stand above where gnuplot puts them, in its own line heights.
  double tic_rise = 0, label_rise = 0.2;
  /// Where gnuplot sets the lines of a text so close that exponents of one touch the line above: it sets the distance
  /// by the type around a text, which is larger than what is set in it by this.
  double spread = 1.2;
  bool moves = false;       // whether its pictures may have many frames
  bool has_pixels = false;  // else it is sharp at any size
  bool has_ground = false;  // cannot be transparent
  double image_pixels = 1;  // of an image, to the point of the page
  ImageHoles image_holes = ImageHoles::kSmooth;
};

std::span<const Terminal> terminals();

/// What a script draws with by itself; windows and pictures of characters have its page.
const Terminal& script_terminal();

/// The commands that choose a window terminal, whichever gnuplot has; where it has none, gnuplot exits with
/// kNoWindowStatus. The size is in pixels.
void choose_window(std::ostream& script, const Paper& paper);

/// Whether its pictures have the letters of this machine's fonts; others leave them to the reader's, or to TeX.
bool draws_letters(const Terminal& terminal);

inline constexpr int kNoWindowStatus = 3;

}  // namespace gradfield
