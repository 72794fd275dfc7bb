// The peaks of many plotting manuals, without the engine.
#pragma once

#include <cmath>

#include "plot/arrows/arrows.hpp"

namespace gradfield::test {

inline constexpr const char* kPeaks = "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3";

inline double peaks(double x, double y) {
  return 3 * (1 - x) * (1 - x) * std::exp(-x * x - (y + 1) * (y + 1)) -
         10 * (x / 5 - x * x * x - std::pow(y, 5)) * std::exp(-x * x - y * y) -
         std::exp(-(x + 1) * (x + 1) - y * y) / 3;
}

// By differences: nothing of the engine is in it.
inline Point slope_of_peaks(double x, double y) {
  constexpr double h = 1e-5;
  return {(peaks(x + h, y) - peaks(x - h, y)) / (2 * h), (peaks(x, y + h) - peaks(x, y - h)) / (2 * h)};
}

}  // namespace gradfield::test
