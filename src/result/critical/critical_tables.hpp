// Tables of critical points.
#pragma once

#include "request/request.hpp"

namespace gradfield {

/// A row for each critical point: the variables, f, kind (a word), the eigenvalues of the Hessian as lambda1, lambda2,
/// ..., the norm of the gradient as it is computed there, and proved (1, or 0); and notes on whether they are all.
/// Errors: kUsage for columns that are not there, or would have one name; those of Output.
void make_critical_table(const Request& request);

}  // namespace gradfield
