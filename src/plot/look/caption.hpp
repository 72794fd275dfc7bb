// Titles and labels, fitted to the room they have.
#pragma once

#include <string>
#include <vector>

namespace gradfield {

/// Lines of text that fit their room.
struct Caption {
  std::string text;       // lines with \n between
  bool enhanced = false;  // with gnuplot's markup; else to be shown as it is
  double font_size = 12;  // typographic points, where a page is 720 points wide and an em of 12 takes 16 of them
  int lines = 1;
  double width = 0;  // of the widest line, in points of the page

  /// Height on the page.
  double height() const;
};

/// A text that a person gave: its own lines, long ones broken at blanks, in `largest` type, or smaller where it would
/// take more than `most_lines`; words wider than the room are broken too. What is too long even so ends with "...".
/// `width`: of the room, in points of the page.
Caption fit_caption(const std::string& text, double width, double largest, int most_lines);

/// `front` (enhanced text), the formula typeset, and `facts` (likewise), in `largest` type on as few lines as hold it,
/// three at most, which end where the formula hangs together least; in smaller type where these are too few. Of what is
/// too long even so the formula ends with an ellipsis. Requires: `formula` compiles.
Caption fit_formula(const std::string& front, const std::string& formula, const std::vector<std::string>& facts,
                    double width, double largest);

}  // namespace gradfield
