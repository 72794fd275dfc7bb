// --part: which part of the grid this run makes.
#pragma once

#include <optional>

#include "cli/options.hpp"
#include "field/grid/part.hpp"
#include "request/destination.hpp"

namespace gradfield {

/// What --part says, if it is given.
/// Errors: kUsage for a text that is no part, and where the result is no table of a grid.
std::optional<Part> read_part(const Options& options, const Destination& destination);

}  // namespace gradfield
