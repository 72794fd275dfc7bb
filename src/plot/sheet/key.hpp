// The key: what the longest arrow stands for, and whatever else on the page needs a word, in rows below the axes.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/arrows/between_arrows.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/look/colors.hpp"
#include "plot/look/page.hpp"

namespace gradfield {

enum class KeyMark {
  kNone,
  kArrow,
  kBrokenArrow,
  kDot,
  kLine,
  kBrokenLine,
  kDottedLine,
  kDashDotLine,
  kRing,
  kDisk,
  kDiamond,
  kColors,
  kShape  // on_line alone
};

/// A mark and its words.
struct KeyEntry {
  KeyMark mark;
  std::string words;  // in gnuplot's enhanced text
  Rgb color{};
  double length = 0;                // of an arrow or a line, in points of the page
  double cell = 0;                  // see arrow_shape()
  std::vector<Point> on_line = {};  // a mark on the middle of a line, about the origin
  std::vector<Rgb> colors = {};     // from left to right
};

/// Entries that stand beside each other, centred below the axes.
using KeyRow = std::vector<KeyEntry>;

/// As many rows as the entries take on a page of this width, in points.
std::vector<KeyRow> arrange_key(const std::vector<KeyEntry>& entries, double width);

/// In points of the page.
double key_height(const std::vector<KeyRow>& rows);

/// Writes the key as gnuplot objects and labels, numbered from `number` on.
/// Returns the next number.
int write_key(std::ostream& script, const std::vector<KeyRow>& rows, int number, const Page& page, Rgb text,
              const Lettering& lettering);

/// What the colours of a scale stand for that has no bar of its own.
KeyEntry color_key(const ColorScale& scale, Rgb color);

/// That the field turns between its arrows, where it does.
std::vector<KeyEntry> key_between(const BetweenArrows& between, const LengthScale& lengths, Rgb color);

/// That f turns within `parts` of what shows it. `name`: of f, in gnuplot's markup.
KeyEntry turning_key(const std::string& name, const std::string& parts, Rgb color);

/// What the longest arrow stands for, and how many are shortened; or that all are zero, or that there are none.
/// Very short ones are shown enlarged, and that is said.
/// `longest`, `cell`: of the arrows, in points of the page, see arrow_shape().
std::vector<KeyEntry> arrow_key(const ArrowCounts& counts, const LengthScale& lengths, Rgb color, double longest,
                                double cell);

}  // namespace gradfield
