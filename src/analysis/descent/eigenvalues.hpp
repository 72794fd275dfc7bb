// Eigenvalues of a symmetric matrix, such as a Hessian: how strongly f bends at a point.
#pragma once

#include <cstddef>
#include <span>

namespace gradfield {

/// The largest magnitude of the eigenvalues of a symmetric matrix. Of a Hessian: no second derivative in any direction
/// is larger.
///
/// Method: squares of squares of the matrix; the row sums of A^(2^m) grow as that eigenvalue to the power 2^m. Never
/// too small but for rounding, and less than 0.2 % too large for 32 rows.
///
/// Shapes:     `upper_triangle` holds the rows of the upper triangle one behind the other, size*(size+1)/2 values.
/// Non-finite: nan where an element is not finite.
double spectral_radius(std::span<const double> upper_triangle, std::size_t size);

/// The least and the largest eigenvalue of such a matrix, off by up to 1 % of the spectral radius.
struct EigenvalueRange {
  double least, largest;
};
EigenvalueRange eigenvalue_range(std::span<const double> upper_triangle, std::size_t size);

}  // namespace gradfield
