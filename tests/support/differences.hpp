// Slopes by differences, with an estimate of their own error: an independent witness for exact slopes.
#pragma once

#include <functional>

namespace gradfield::test {

/// A slope with the error it may have. `is_smooth` is false where the two one-sided slopes differ (a kink, a jump, an
/// end of the domain) or where no step gives two digits: nothing can be compared there.
struct DifferenceSlope {
  double slope = 0;
  double uncertainty = 0;
  bool is_smooth = false;
};

/// The slope of `f` at x, each value of which may be wrong by `noise`.
///
/// Method: central differences of order 8 (stencil 4/5, -1/5, 4/105, -1/280) with steps from 2^-5 to 2^-13 of
/// max(1,|x|); of neighbouring steps the two that agree best, their disagreement being the estimate.
DifferenceSlope slope_by_differences(const std::function<double(double)>& f, double x, double noise);

}  // namespace gradfield::test
