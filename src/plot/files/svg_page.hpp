// What gnuplot's SVG terminal draws, mended, and a page of HTML around it.
#pragma once

#include <string>

#include "plot/files/recipe.hpp"

namespace gradfield {

/// The picture with smooth arrows, a font to fall back on, and its recipe.
std::string finish_svg(std::string picture, const Recipe& recipe);

/// A page that stands alone: the picture as wide as the window and no higher, its background going on around it, and
/// below it, folded away, the recipe. Nothing is fetched and no script runs.
std::string finish_html(std::string picture, const Recipe& recipe);

}  // namespace gradfield
