// Paths down between the axes of a plane, as parts of a gnuplot script: over a field, and along a curve, whole or
// growing step by step.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plot/look/colors.hpp"
#include "plot/look/page.hpp"
#include "plot/paths/line_parts.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/sheet/drawing.hpp"

namespace gradfield {

/// A path on the page: finite points in data coordinates, of which there may be none.
struct PathLine {
  Line<2> points;
  Rgb color;
  Rgb ground{};  // shows through its end where that is open
  std::span<const EndPiece> end = {};
  const StepMark* mark = nullptr;
  std::size_t group = 0;  // those of a group are drawn as one
  Heading heading = Heading::kDown;
};
using PathLines = std::vector<PathLine>;

/// The points of paths of two variables that are finite.
PathLines paths_on_plane(const std::vector<DescentPath>& paths, const PictureStyle& style);

/// Those of paths of one variable on the curve of f.
PathLines paths_on_curve(const std::vector<DescentPath>& paths, const PictureStyle& style);

/// The data blocks of each path: itself within the axes, dots at its steps with its end, what shows through that where
/// it is open, and a ring around its start.
std::vector<DataBlock> path_line_blocks(const PathLines& paths, const Page& page, const PathLook& look);

/// The parts of the plot command that show these blocks. `casing`: a colour around lines and dots, so that they stand
/// out from any ground.
std::vector<std::string> path_line_plots(const PathLines& paths, const Page& page, const PathLook& look,
                                         std::optional<Rgb> casing = {});

/// For each frame, how many steps of the paths it shows, rising from 0 to all. Steps that move no path visibly, and
/// where there are too many those that move none far, share a frame.
std::vector<std::size_t> growing_frames(const PathLines& paths, const Page& page);

/// How long each of so many frames is shown, in seconds: the first and the last longer, so that start and end are seen.
std::vector<double> growing_seconds(std::size_t frames);

}  // namespace gradfield
