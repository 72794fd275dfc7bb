// How wide words come out in the font of our pictures, DejaVu Sans, so that they can be fitted to the page.
#pragma once

#include <string_view>

namespace gradfield {

/// Width of a UTF-8 text in ems (the font's size). Exact for ASCII and for what formulas are full of; for anything else
/// the font's usual width, or an em where a terminal would take two columns. A fallback font may differ.
double em_width(std::string_view text);

}  // namespace gradfield
