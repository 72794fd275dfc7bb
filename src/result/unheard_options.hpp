// Options that say nothing about the result that is asked for.
#pragma once

#include <string>
#include <vector>

#include "request/request.hpp"

namespace gradfield {

/// A note for each option given that has no effect on the result.
std::vector<std::string> unheard_options(const Request& request);

/// The same where the text picture stands in for a window, of what had an effect on the window.
std::vector<std::string> unheard_options_of_text(const Request& request);

}  // namespace gradfield
