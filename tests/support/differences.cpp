#include "support/differences.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gradfield::test {

DifferenceSlope slope_by_differences(const std::function<double(double)>& f, double x, double noise) {
  const double scale = std::max(1.0, std::fabs(x));
  // One-sided differences of order 4, for kinks.
  const double small = scale * 0x1p-12, here = f(x);
  const auto one_sided = [&](double h) {
    constexpr std::array kWeights{48.0, -36.0, 16.0, -3.0};
    double sum = -25 * here;
    for (std::size_t k = 0; k < kWeights.size(); ++k) sum += kWeights[k] * f(x + static_cast<double>(k + 1) * h);
    return sum / (12 * h);
  };
  const double right = one_sided(small), left = one_sided(-small);
  // 128 is the sum of the weights' magnitudes; a kink of less than a thousandth of the slope would pass, but then the
  // central differences below agree with neither side.
  if (!(std::fabs(right - left) <= 1e-3 * (std::fabs(right) + std::fabs(left)) + 128 * noise / small)) return {};

  DifferenceSlope best{0, std::numeric_limits<double>::infinity(), false};
  double previous = std::numeric_limits<double>::quiet_NaN();
  for (const double step : {0x1p-5, 0x1p-7, 0x1p-9, 0x1p-11, 0x1p-13}) {
    const double h = scale * step;
    constexpr std::array kWeights{4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
    double sum = 0, largest = std::fabs(here);
    for (std::size_t k = 0; k < kWeights.size(); ++k) {
      const double above = f(x + static_cast<double>(k + 1) * h), below = f(x - static_cast<double>(k + 1) * h);
      sum += kWeights[k] * (above - below);
      largest = std::max({largest, std::fabs(above), std::fabs(below)});
    }
    const double slope = sum / h;
    // Rounding of the values and of the abscissas: 4 units in the last place of the largest, twice the weights' sum.
    const double rounding = 2.1 * (noise + 4 * largest * 0x1p-53) / h + std::fabs(slope) * 0x1p-48;
    const double uncertainty = std::fabs(slope - previous) + rounding;
    if (uncertainty < best.uncertainty) best = {slope, uncertainty, true};
    previous = slope;
  }
  best.is_smooth = best.is_smooth && best.uncertainty <= 0.01 * std::fabs(best.slope) + 1e-6;
  return best;
}

}  // namespace gradfield::test
