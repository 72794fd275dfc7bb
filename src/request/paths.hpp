// --path: the ways down that are asked for, and those that are found.
#pragma once

#include <optional>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "request/request.hpp"

namespace gradfield {

/// The point that a value of `option` gives, one coordinate a variable: "2,1", "(2, pi/4)", "y=1,x=2".
/// Errors: kUsage for what is none, and a point outside the ranges.
std::vector<double> read_point(const std::string& option, const std::string& text, const Names& names,
                               const Grid& grid);

/// The points of --point. Errors: those of read_point().
PointList read_marks(const Options& options, const Names& names, const Grid& grid);

/// The same axes without ends.
Grid boundless(Grid grid);

/// What --path and the options about paths say. `condition`: that of --where; a crowd starts where it holds.
/// Errors: kUsage for values that are none, parameters that nobody uses, rates that are not as many as paths, and a
/// start outside the ranges or where --where fails.
DescentPlan read_paths(const Options& options, const Names& names, const Grid& grid,
                       const std::optional<Program>& condition);

/// The paths that are asked for, for a picture, by the method chosen, through the ranges and where --where holds.
/// Errors: kUsage where there are too many for one.
std::vector<DescentPath> make_paths(const Request& request);

}  // namespace gradfield
