// --curve: the curve on which an equation holds, or a second function of one variable.
#pragma once

#include <string>

#include "formula/names.hpp"
#include "program/program.hpp"

namespace gradfield {

/// What one --curve asks for.
struct CurveFormula {
  Program f;                // of one variable the function itself, of more what is 0 on the curve
  std::string left, right;  // sides of the =, as typed; the left one is empty where there is no =
};

/// Reads "G = C" (== is the same) in the variables; of one variable "EXPR", "y = EXPR" and "g(x) = EXPR".
/// Errors: kData, with a caret and the cure, for all else.
CurveFormula read_curve(const std::string& text, const Names& names);

}  // namespace gradfield
