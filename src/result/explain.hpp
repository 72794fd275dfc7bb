// Makes the result where it is the explanation of the program.
#pragma once

#include "request/request.hpp"

namespace gradfield {

/// Writes how f and its derivatives are computed on the domain: formulas, program, counts of operations.
/// Errors: kUsage for a difference method, which has no formula.
void make_explanation(const Request& request);

}  // namespace gradfield
