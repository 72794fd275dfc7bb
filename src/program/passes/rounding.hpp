// From the program of f to the program of f and of how far rounding may have carried it.
#pragma once

#include "program/program.hpp"

namespace gradfield {

/// The program whose outputs are f and a bound of its rounding error, in units of f.
///
/// Method: running error analysis (Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed., 3.3), by the
/// slope rules: an operation v passes on the errors of its operands by its slopes and adds its own, half a unit in the
/// last place of v. Of first order: it says nothing beside kinks and jumps, and it takes the variables as exact. Values
/// that cancel show here, where f itself is small: (x+1e8)-1e8.
///
/// Non-finite: nan or inf where a slope on the way is.
///
/// Requires: `f` has one output.
Program with_rounding_error(const Program& f);

}  // namespace gradfield
