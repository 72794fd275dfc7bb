// How a picture of paths grows step by step.
#pragma once

#include <cstddef>
#include <vector>

#include "plot/look/page.hpp"
#include "plot/paths/path_lines.hpp"

namespace gradfield {

/// For each frame, how many steps of the paths it shows, rising from 0 to all. Steps that move no path visibly, and
/// where there are too many those that move none far, share a frame.
std::vector<std::size_t> growing_frames(const PathLines& paths, const Page& page);

/// How long each of so many frames is shown, in seconds: the first and the last longer, so that start and end are seen.
std::vector<double> growing_seconds(std::size_t frames);

}  // namespace gradfield
