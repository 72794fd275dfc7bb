// What is said of the paths: where each ended, and why.
#pragma once

#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "request/request.hpp"

namespace gradfield {

/// "path 1: at (0, 0) after 51 steps, |∇f| = 2.2e-11, rate 0.2"; for an end that is none, with the cure. Coordinates
/// are given to a part of their range that a picture shows. `function`: the name of f.
std::string path_note(const DescentPath& path, std::size_t number, const Grid& grid, const std::string& function = "f");

/// Such a note for each path.
std::vector<std::string> path_notes(const std::vector<DescentPath>& paths, const Grid& grid,
                                    const std::string& function = "f");

/// Says them.
void note_paths(const Request& request, const std::vector<DescentPath>& paths);

}  // namespace gradfield
