#include "field/methods/method_settings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {

double length_of(const Axis& axis) {
  const double magnitude = axis.largest_magnitude(), width = axis.max - axis.min;
  return width > 0 ? std::min(magnitude, width) : magnitude;
}

double length_scale(const MethodSettings& settings, std::size_t variable, double x) {
  const double of_axis = variable < settings.lengths.size() ? settings.lengths[variable] : 0;
  return of_axis > 0 && std::isfinite(of_axis) ? of_axis : std::max(std::fabs(x), 1.0);
}

double step_at(const MethodSettings& settings, double factor, std::size_t variable, double x) {
  if (settings.step) return *settings.step;
  // On an axis far from 0 the product may be less than the distance of two doubles: quotients take the x they really
  // have, so that a few of these do.
  constexpr double kFewUnits = 0x1p-50;
  return std::max({factor * length_scale(settings, variable, x), kFewUnits * std::fabs(x),
                   std::numeric_limits<double>::denorm_min()});
}

// Away from 0 doubles are as far apart as towards it, or farther.
std::vector<bool> variables_to_differentiate(const Program& f, const MethodSettings& settings) {
  std::vector<bool> flags = f.variables_used(0);
  for (std::size_t k = 0; settings.parts && k < flags.size(); ++k) flags[k] = flags[k] && settings.parts->slopes[k];
  return flags;
}

bool is_lost(double x, double h) { return !(std::fabs(x) + h > std::fabs(x)); }

}  // namespace gradfield
