// Finished pictures, a function for each format: what gnuplot drew, mended where that leaves something to be wished,
// with the recipe where the readers of the format look for it. A picture whose bytes are not as expected comes back as
// it is.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "plot/files/recipe.hpp"
#include "plot/look/paper.hpp"

namespace gradfield {

/// The same pixels in fewer bytes, where that saves something: gnuplot's rows are differences between neighbours, by
/// which photographs become smaller; those of drawings and maps of few colours repeat each other as they are.
std::string repacked_png(std::string picture);

/// Text chunks after the header (PNG specification, section 11.3.4): registered keywords where there are such; UTF-8
/// where it is not ASCII.
std::string finish_png(std::string picture, const Recipe& recipe);

/// The same with its pixels to the inch, as a chunk pHYs (section 11.3.5.3) tells them.
std::string with_resolution(std::string picture, double dpi);

/// A GIF89a file of PNG frames, one behind the other in `frames`, each shown for so many seconds; one frame needs none.
/// All share one table of 255 colours. A frame holds the least rectangle of what differs from the one before, and in
/// it what does not as transparent. Several frames begin again without end (the extension NETSCAPE 2.0). The recipe is
/// a comment (GIF89a, section 24) in ASCII, one line a text.
/// Errors: kUnavailable where the frames are not those that were asked for.
std::string finish_gif(std::string_view frames, const Recipe& recipe, std::span<const double> seconds);

/// An incremental update (ISO 32000-1, section 7.5.6) with an information dictionary in place of the one there was,
/// whose date is blanked. For cross-reference tables and streams.
std::string finish_pdf(std::string picture, const Recipe& recipe);

/// Smooth arrows, a font to fall back on; title and description as screen readers find them, and Dublin Core metadata,
/// in place of gnuplot's own.
std::string finish_svg(std::string picture, const Recipe& recipe);

/// A page that stands alone: the picture as wide as the window and no higher, its background going on around it, and
/// below it, folded away, the recipe. Nothing is fetched and no script runs.
std::string finish_html(std::string picture, const Recipe& recipe);

/// DSC comments (Title, Creator; no date), and the rest as comments behind them, in lines of at most 255 bytes of
/// ASCII, as the conventions (Adobe 5001, section 3) want them.
std::string finish_eps(std::string picture, const Recipe& recipe);

/// A document for pdflatex and lualatex, with TikZ and nothing else that a TeX Live does not bring at its smallest: a
/// page of the picture's `size` in inches. The recipe stands in comments, and nothing depends on the time.
std::string finish_tex(std::string picture, const Recipe& recipe, PageSize size);

}  // namespace gradfield
