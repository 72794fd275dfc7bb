// What gnuplot's TikZ terminal draws, as one TeX document that needs no file beside it.
#pragma once

#include <string>

#include "plot/files/recipe.hpp"
#include "plot/look/page.hpp"

namespace gradfield {

/// A document for pdflatex and lualatex, with TikZ and nothing else that a TeX Live does not bring at its smallest: a
/// page of the picture's `size` in inches. The recipe stands in comments, and nothing depends on the time.
std::string finish_tex(std::string picture, const Recipe& recipe, PageSize size);

}  // namespace gradfield
