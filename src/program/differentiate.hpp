// From the program of f to the program of f and its derivatives.
#pragma once

#include "program/program.hpp"

namespace gradfield {

/// The program whose outputs are f and its partial derivative in every variable, in the order of the variables.
///
/// Method: forward accumulation, rule by rule (Griewank & Walther, "Evaluating Derivatives", 2nd ed., ch. 3). Exact but
/// for rounding; no step. Shared subexpressions are computed once and structural zeros not at all.
///
/// Non-finite: where f is nan, the partial in every variable that f uses is nan; the partial in any other variable is
/// the constant 0 everywhere. Kinks and poles follow the slope rules.
///
/// Requires: `f` has one output.
Program differentiate(const Program& f);

/// As differentiate, and after the partials the second ones, the Hessian's upper triangle by rows: in two variables
/// f, f_x, f_y, f_xx, f_xy, f_yy. The same transformation, of the differentiated program.
///
/// Non-finite: where f or a first partial is nan, so are the second partials made from it, in variables that f uses;
/// in others they are 0.
Program differentiate_twice(const Program& f);

}  // namespace gradfield
