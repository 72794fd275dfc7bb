// --path: the ways down that are asked for, and those that are found.
#pragma once

#include <vector>

#include "analysis/descent/descent.hpp"
#include "request/request.hpp"

namespace gradfield {

/// What --path, --rate and --iterations say.
/// Errors: kUsage for values that are none, a start outside the ranges or where --where fails, and results that no path
/// belongs to.
PathPlan read_paths(const Request& request);

/// The path down from each start, by the method chosen, through the ranges and where --where holds.
std::vector<DescentPath> make_paths(const Request& request);

}  // namespace gradfield
