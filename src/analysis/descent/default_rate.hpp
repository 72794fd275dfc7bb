// The rate of descent where nobody says one: rules for the rows of optimisers.
//
// Each takes the largest of a few rates with which the whole path is sound, tried in falling order, of two significant
// digits so that it can be given again. The first is 0.4/curvature: on a bowl each step leaves 0.6 of the way along the
// most curved direction, so that steps are seen, and curvature may grow fivefold before they overshoot; where that
// would step over more than a quarter of the box, or says nothing, it goes by the box. Each next is half as large.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/descent/walk.hpp"

namespace gradfield {

/// For steps against the gradient. A path is sound where every step fulfils Armijo's condition: f falls by a quarter,
/// at least, of what the slope promises (Nocedal & Wright, "Numerical Optimization", 2nd ed., ch. 3). Of functions that
/// no constant rate brings to rest (kinks, jumps) it is the path of little rise.
///
/// Requires: as descend.
DescentPath path_of_sufficient_fall(Objective& objective, std::span<const double> start, const DescentSetup& setup);

/// For any steps. A path is sound where f never rises above its lowest value by more than a tenth of how far it has
/// fallen.
///
/// Requires: as descend.
DescentPath path_of_little_rise(Objective& objective, std::span<const double> start, const DescentSetup& setup);

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
