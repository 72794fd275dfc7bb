#include "field/methods/method_settings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {

double length_scale(const MethodSettings& settings, std::size_t variable, double x) {
  const double of_axis = variable < settings.magnitudes.size() ? settings.magnitudes[variable] : 1;
  const double scale = std::max(std::fabs(x), std::isfinite(of_axis) ? of_axis : 1);
  return scale > 0 ? scale : 1;
}

double step_at(const MethodSettings& settings, double factor, std::size_t variable, double x) {
  if (settings.step) return *settings.step;
  // Beside 1e-320 the product may be less than the least double there is.
  return std::max(factor * length_scale(settings, variable, x), std::numeric_limits<double>::denorm_min());
}

// Away from 0 doubles are as far apart as towards it, or farther.
std::vector<bool> variables_to_differentiate(const Program& f, const MethodSettings& settings) {
  std::vector<bool> flags = f.variables_used(0);
  for (std::size_t k = 0; settings.parts && k < flags.size(); ++k) flags[k] = flags[k] && settings.parts->slopes[k];
  return flags;
}

bool is_lost(double x, double h) { return !(std::fabs(x) + h > std::fabs(x)); }

}  // namespace gradfield
