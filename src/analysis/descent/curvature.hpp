// How strongly f bends at a point: what a sound rate of descent follows from.
#pragma once

#include <span>
#include <vector>

#include "field/methods/gradient.hpp"

namespace gradfield {

/// The largest magnitude of the eigenvalues of a symmetric matrix.
///
/// Method: squares of squares of the matrix; the row sums of A^(2^m) grow as that eigenvalue to the power 2^m. Never
/// too small but for rounding, and less than 0.2 % too large for 32 rows.
///
/// Shapes:     `upper_triangle` holds the rows of the upper triangle one behind the other, size*(size+1)/2 values.
/// Non-finite: nan where an element is not finite.
double spectral_radius(std::span<const double> upper_triangle, std::size_t size);

/// The spectral radius of the Hessian of f at `point`: no second derivative in any direction is larger. In units of f
/// per square of the variables' unit; nan where the Hessian is not finite.
///
/// Requires: `gradient` has second derivatives (MethodSettings::second).
/// `held`: variables that stay as they are, in whose directions none counts; empty: there is none.
double largest_curvature(Gradient& gradient, std::span<const double> point, const std::vector<bool>& held = {});

}  // namespace gradfield
