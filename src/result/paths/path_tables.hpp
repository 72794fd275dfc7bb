// Tables of paths.
#pragma once

#include "request/request.hpp"

namespace gradfield {

/// A row for each point of each path: path (from 1), with --optimizer its name, step (from 0, the start), the
/// variables, f and norm; with --summary one for each path: where it ended, and what that is. And a note for each path.
/// Errors: kUsage for columns that are not there, or would have one name; those of Output.
void make_path_table(const Request& request);

}  // namespace gradfield
