#include "plot/arrows/gradation.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {

const Growth kLinear{"linear", [](double value, double) { return value; }, [](double grown, double) { return grown; }};

const Growth kRoot{"sqrt", [](double value, double) { return std::copysign(std::sqrt(std::fabs(value)), value); },
                   [](double grown, double) { return grown * std::fabs(grown); }};

const Growth kLogarithmic{"log",
                          [](double value, double threshold) {
                            const double times = std::fabs(value) / threshold;
                            return std::copysign(times <= 1 ? times : 1 + std::log(times), value);
                          },
                          [](double grown, double threshold) {
                            const double size = std::fabs(grown);
                            return std::copysign(threshold * (size <= 1 ? size : std::exp(size - 1)), grown);
                          }};

double Gradation::share(double value) const {
  const double begin = growth->grown(low, threshold), end = growth->grown(high, threshold);
  return std::clamp((growth->grown(value, threshold) - begin) / (end - begin), 0.0, 1.0);
}

double Gradation::value(double share) const {
  const double begin = growth->grown(low, threshold), end = growth->grown(high, threshold);
  return growth->back(begin + share * (end - begin), threshold);
}

Gradation logarithm_between(double low, double high) {
  constexpr double kReach = 1e-3;
  const double larger = std::max(std::fabs(low), std::fabs(high));
  return {&kLogarithmic, low, high, low > 0 ? low : high < 0 ? -high : kReach * larger};
}

}  // namespace gradfield
