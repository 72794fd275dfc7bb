// GIF files: one still picture, or frames that follow each other without end.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "plot/files/recipe.hpp"

namespace gradfield {

/// A GIF89a file of PNG frames, one behind the other in `frames`, each shown for so many seconds; one frame needs none.
/// All share one table of 255 colours. A frame holds the least rectangle of what differs from the one before, and in
/// it what does not as transparent. Several frames begin again without end (the extension NETSCAPE 2.0).
/// Errors: kUnavailable where the frames are not those that were asked for.
std::string make_gif(std::string_view frames, std::span<const double> seconds);

}  // namespace gradfield
