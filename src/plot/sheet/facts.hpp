// What a picture shows, in words: for its recipe, and for those who cannot see it. What all kinds of picture have to
// tell; each adds its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/sample.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/files/recipe.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// "x from -3 to 3 and y from 0 to 1"
std::string ranges_text(const Grid& grid);

/// "12 lines", "1 line"
std::string count_text(std::size_t count, const std::string& thing);

/// The place of a slice, and the constants that the formula has: "z = 0", "s = 1.5"; beyond `most` of them "...".
/// `write`: a name or a number as it is shown.
std::vector<std::string> fixed_texts(const PictureStyle& style, std::string (*write)(std::string_view),
                                     std::size_t most);

/// "f(x, y, z) = s*x*y*z, z = 0, s = 1.5", on one line.
std::string function_text(const Grid& grid, const PictureStyle& style);

/// The formula and the title: what the style gives, else `front` and the formula, as "∇f, f(x, y) = x*y".
PictureFacts title_facts(const Grid& grid, const PictureStyle& style, const std::string& front);

/// The facts of arrows on a grid; `front`: what is shown of f, as "Gradient field".
PictureFacts arrow_facts(const Grid& grid, const PictureStyle& style, const ArrowCounts& arrows,
                         const LengthScale& lengths, const std::string& front);

/// " At the points shown f is from 0 at (0, 0) to 18 at (-3, -3), and steepest at (-3, -3), with a slope of 8.485.",
/// with a blank in front; without slopes its first half, and nothing where f is finite nowhere.
std::string value_facts(const Field& field, const PictureStyle& style);

/// "Gradient field", or that of descent.
std::string field_name(const PictureStyle& style);

}  // namespace gradfield
