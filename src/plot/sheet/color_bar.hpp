// The bar beside the axes that shows how values become colours.
#pragma once

#include <optional>
#include <ostream>

#include "plot/arrows/color_scale.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/drawing.hpp"

namespace gradfield {

/// Numbers of gnuplot's objects and labels from which on no command of a user's own takes one: those of the bar, and
/// the first after them.
inline constexpr int kFirstOfBar = 1'000'001, kAfterBar = kFirstOfBar + 2;

/// In points of the page.
inline constexpr double kBarWidth = 18;

/// Width of a bar and all its words, in points of the page.
double bar_room(const ColorBar& bar);

/// Where the label stands: above the bar where it is short, else beside it, upwards. None where there is no bar.
std::optional<Words> bar_label(const ColorBar& bar, const Page& page, Rgb text);

/// Writes the palette and its bar, but for the label; no bar where it has no tics.
void write_color_bar(std::ostream& script, const ColorScale& scale, const ColorBar& bar, const Page& page,
                     const Lettering& lettering);

}  // namespace gradfield
