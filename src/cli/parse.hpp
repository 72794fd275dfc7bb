// From the words of the command line to Options.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace gradfield {

/// Parses the arguments (without the program's name).
/// Errors: kUsage for what is no option of gradfield, a value that is missing, or more than one expression.
Options parse_command_line(const std::vector<std::string>& arguments);

}  // namespace gradfield
