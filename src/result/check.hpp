// Makes the result where it is a check: one line that compares the method with an independent one.
#pragma once

#include "base/error.hpp"
#include "request/request.hpp"

namespace gradfield {

/// Where the line of --check goes, whose format is no format of a field: to standard output, or to any file.
/// Errors: kUsage for a picture format; those of choose_destination.
Destination choose_check_destination(const Options& options);

/// Writes the line. kDisagreement where some point is beyond the tolerance, else kSuccess.
/// Errors: kUsage for a tolerance that is none; those of Output.
ExitCode make_check(const Request& request);

}  // namespace gradfield
