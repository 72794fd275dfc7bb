// Eigenvalues of a symmetric matrix, such as a Hessian: how strongly f bends at a point, and in which directions.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

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

/// Eigenvalues and vectors: A = sum of values[k] * vectors[k] * vectors[k]^T, of vectors of length 1 that are
/// orthogonal to each other.
struct Eigensystem {
  std::vector<double> values;  // ascending
  std::vector<std::vector<double>> vectors;
};

/// Those of such a matrix, to a few roundings of its largest element.
///
/// Method: Jacobi's rotations, row by row, until no element beside the diagonal counts (Golub & Van Loan, "Matrix
/// Computations", 4th ed., 8.5). Arithmetic and roots alone: the same bits on every machine.
///
/// Non-finite: where an element is, all values are nan.
Eigensystem eigensystem(std::span<const double> upper_triangle, std::size_t size);

}  // namespace gradfield
