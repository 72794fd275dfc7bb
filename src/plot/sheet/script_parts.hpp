// What the scripts of all kinds of picture share: their head, axes, colour bar and words.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "plot/arrows/color_scale.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "plot/look/caption.hpp"
#include "plot/look/page.hpp"
#include "plot/look/tics.hpp"
#include "plot/sheet/sheet.hpp"

namespace gradfield {

/// Comments and the choice of the terminal.
void write_header(std::ostream& script, const Sheet& sheet, const Terminal& terminal);

struct AxesParts {
  bool grid_lines = true;
  std::vector<Tic> right_tics;           // of an axis of its own at the right; none: there is none
  double right_low = 0, right_high = 0;  // its range
};

/// Margins, ranges, tics, labels and title.
void write_axes(std::ostream& script, const Sheet& sheet, const Page& page, const AxesParts& parts,
                const Lettering& lettering);

/// The palette and its bar; no bar where it has no tics.
void write_color_bar(std::ostream& script, const ColorScale& scale, const std::vector<Tic>& tics, const Page& page,
                     Rgb text, const Terminal& terminal);

/// A caption with its type and colour, for `set title` and its like.
std::string caption_clause(const Caption& caption, const Lettering& lettering, Rgb text);

/// `("0" 0, "1" 1)`; `place`: where a value stands on the axis.
std::string tic_list(const std::vector<Tic>& tics, const Terminal& terminal,
                     const std::function<double(double)>& place);

/// `rgb "#123456"`.
std::string color_clause(Rgb color);

}  // namespace gradfield
