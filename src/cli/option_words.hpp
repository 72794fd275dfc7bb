// Words of the help that come from tables elsewhere.
#pragma once

#include <string>

#include "analysis/descent/parameters.hpp"

namespace gradfield {

/// "default 0.9 (momentum and nesterov), as PyTorch's": of a parameter of optimisers.
std::string words_of_parameter(Parameter parameter);

/// "pixels (default 720x660), for pdf, eps and tex inches (8x7.3)".
std::string words_of_pages();

}  // namespace gradfield
