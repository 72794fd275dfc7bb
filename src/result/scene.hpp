// What a picture is to show, from what was asked for.
#pragma once

#include <string>
#include <vector>

#include "plot/picture.hpp"
#include "request/request.hpp"

namespace gradfield {

/// Why no picture shows a grid, as an error says it; empty where one does.
std::string why_not_drawn(const Grid& grid);

/// The scene on a page of `terminal`. `paths`: of all variables, see make_paths().
/// Errors: kUsage where a picture cannot show so many variables or points; those of read_style() for `options`.
Scene read_scene(const Request& request, const Options& options, const Terminal& terminal,
                 std::vector<DescentPath> paths);

}  // namespace gradfield
