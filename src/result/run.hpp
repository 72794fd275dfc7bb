// Does what the options ask: from Options to a table, a picture or a text.
#pragma once

#include "base/error.hpp"
#include "cli/options.hpp"

namespace gradfield {

/// The whole work of the program. Results go where the options say, notes to standard error.
/// Errors: Error with the exit code; ReaderGone where the reader of the result has gone.
ExitCode run(const Options& options);

}  // namespace gradfield
