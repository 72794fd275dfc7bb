// Puts a recipe into the bytes of a finished picture, for each family of formats where its readers look for it.
// Pictures look the same afterwards; one whose bytes are not as expected comes back as it is.
#pragma once

#include <string>
#include <string_view>

#include "plot/files/recipe.hpp"

namespace gradfield {

/// Text chunks after the header (PNG specification, section 11.3.4): the registered keywords Title, Description,
/// Software and Comment, which is the command, and the rest by its own names; UTF-8 where it is not ASCII.
std::string embed_in_png(std::string picture, const Recipe& recipe);

/// A comment extension before the trailer (GIF89a, section 24), in ASCII, one line a text.
std::string embed_in_gif(std::string picture, const Recipe& recipe);

/// An incremental update (ISO 32000-1, section 7.5.6) with an information dictionary in place of the one there was,
/// whose date is blanked: Title, Subject (the description), Creator, Keywords (the command), Formula, Scale and Cap.
/// For cross-reference tables and streams.
std::string embed_in_pdf(std::string picture, const Recipe& recipe);

/// Title and description as screen readers find them, and Dublin Core metadata, in place of gnuplot's own.
std::string embed_in_svg(std::string picture, const Recipe& recipe);

/// DSC comments (Title, Creator; no date), and the rest as comments behind them, in lines of at most 255 bytes of
/// ASCII, as the conventions (Adobe 5001, section 3) want them.
std::string embed_in_eps(std::string picture, const Recipe& recipe);

/// Comments at the end of the script's first ones.
std::string embed_in_script(std::string script, const Recipe& recipe);

/// Each text as a line of comment that begins with `mark`; none ends with a backslash, which would draw gnuplot's next
/// line into it.
std::string recipe_comments(const Recipe& recipe, std::string_view mark);

}  // namespace gradfield
