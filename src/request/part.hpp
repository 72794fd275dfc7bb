// --part: which part of the grid this run makes.
#pragma once

#include <optional>

#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "field/grid/part.hpp"

namespace gradfield {

/// What --part says, if it is given. `format`: of the result.
/// Errors: kUsage for a text that is no part, and where the result is no table of a grid.
std::optional<Part> read_part(const Options& options, const Format& format);

}  // namespace gradfield
