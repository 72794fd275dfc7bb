// The texts that tell how gradfield is used, made from the tables of options, formats, methods and functions.
#pragma once

#include <string>

namespace gradfield {

/// The whole help, 80 columns wide: examples first.
std::string help_text();

/// What bare `gradfield` says.
std::string short_help_text();

/// One line a function: name with arguments, what it is.
std::string functions_text();

/// "gradfield 1.2.3".
std::string version_text();

}  // namespace gradfield
