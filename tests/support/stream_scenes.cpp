#include "support/stream_scenes.hpp"

#include <cmath>
#include <numbers>

namespace gradfield::test {
namespace {

double sq(double u) { return u * u; }

}  // namespace

std::vector<StreamScene> stream_scenes() {
  const StreamRegion square = page(-3, 3, -3, 3);
  const auto peaks = [](double x, double y) {
    return 3 * sq(1 - x) * std::exp(-x * x - sq(y + 1)) -
           10 * (x / 5 - x * x * x - std::pow(y, 5)) * std::exp(-x * x - y * y) - std::exp(-sq(x + 1) - y * y) / 3;
  };
  const auto peaks_slopes = [](double x, double y) {
    const double a = std::exp(-x * x - sq(y + 1)), b = std::exp(-x * x - y * y), c = std::exp(-sq(x + 1) - y * y);
    const double inner = x / 5 - x * x * x - std::pow(y, 5);
    return Place{-6 * (1 - x) * a - 6 * x * sq(1 - x) * a - 10 * (0.2 - 3 * x * x) * b + 20 * x * inner * b +
                     2 * (x + 1) * c / 3,
                 -6 * (y + 1) * sq(1 - x) * a + 50 * std::pow(y, 4) * b + 20 * y * inner * b + 2 * y * c / 3};
  };
  std::vector<Place> waves;  // of sin(x)*cos(y)
  for (int i = -4; i <= 4; ++i) {
    for (int j = -4; j <= 4; ++j) {
      if ((i + j) % 2 != 0) waves.push_back({i * std::numbers::pi / 2, j * std::numbers::pi / 2});
    }
  }
  return {
      {"Saddle",
       "x^2-y^2",
       square,
       [](double x, double y) { return x * x - y * y; },
       [](double x, double y) {
         return Place{2 * x, -2 * y};
       },
       {{0, 0}},
       {}},
      {"Bowl",
       "x^2+y^2",
       square,
       [](double x, double y) { return x * x + y * y; },
       [](double x, double y) {
         return Place{2 * x, 2 * y};
       },
       {{0, 0}},
       {}},
      {"MonkeySaddle",
       "x^3-3*x*y^2",
       square,
       [](double x, double y) { return x * x * x - 3 * x * y * y; },
       [](double x, double y) {
         return Place{3 * x * x - 3 * y * y, -6 * x * y};
       },
       {{0, 0}},
       {}},
      // Its critical points from a root finder of 30 digits.
      {"Peaks",
       "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3",
       square,
       peaks,
       peaks_slopes,
       {{-1.347396, 0.204519},
        {-0.460025, -0.629197},
        {-0.265938, 0.466740},
        {-0.009318, 1.581368},
        {0.228279, -1.625535},
        {0.296446, 0.320196},
        {0.416323, -0.394145},
        {1.098273, 0.854461},
        {1.285685, -0.004848}},
       {}},
      {"Himmelblau",
       "(x^2+y-11)^2+(x+y^2-7)^2",
       page(-5, 5, -5, 5),
       [](double x, double y) { return sq(x * x + y - 11) + sq(x + y * y - 7); },
       [](double x, double y) {
         return Place{4 * x * (x * x + y - 11) + 2 * (x + y * y - 7), 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7)};
       },
       {{3, 2},
        {-2.805118, 3.131313},
        {-3.779310, -3.283186},
        {3.584428, -1.848127},
        {-0.270845, -0.923039},
        {-0.127961, -1.953715},
        {3.385154, 0.073852},
        {0.086678, 2.884255},
        {-3.073026, -0.081353}},
       {}},
      {"Waves",
       "sin(x)*cos(y)",
       page(-6, 6, -6, 6),
       [](double x, double y) { return std::sin(x) * std::cos(y); },
       [](double x, double y) {
         return Place{std::cos(x) * std::cos(y), -std::sin(x) * std::sin(y)};
       },
       waves,
       {}},
      {"Pole",
       "1/(x^2+y^2)",
       square,
       [](double x, double y) { return 1 / (x * x + y * y); },
       [](double x, double y) {
         return Place{-2 * x / sq(x * x + y * y), -2 * y / sq(x * x + y * y)};
       },
       {{0, 0}},
       {}},
      {"LogOfAProduct",
       "log(abs(x*y))",
       square,
       [](double x, double y) { return std::log(std::fabs(x * y)); },
       [](double x, double y) {
         return Place{1 / x, 1 / y};
       },
       {{0, 0}},
       [](double x, double y) { return x * y; }},
      {"Tangent",
       "tan(x)*y",
       square,
       [](double x, double y) { return std::tan(x) * y; },
       [](double x, double y) {
         return Place{y / sq(std::cos(x)), std::tan(x)};
       },
       {{0, 0}},
       [](double x, double) { return std::cos(x); }},
      {"Swirl",
       "atan2(y,x)",
       square,
       [](double x, double y) { return std::atan2(y, x); },
       [](double x, double y) {
         return Place{-y / (x * x + y * y), x / (x * x + y * y)};
       },
       {{0, 0}},
       [](double x, double y) { return x < 0 ? y : std::hypot(x, y); }},
      {"FarAway",
       "sin(x-1e9)*y",
       page(1e9, 1e9 + 1, -1, 1),
       [](double x, double y) { return std::sin(x - 1e9) * y; },
       [](double x, double y) {
         return Place{std::cos(x - 1e9) * y, std::sin(x - 1e9)};
       },
       {{1e9, 0}},
       {}},
      {"UnequalScales",
       "x*y",
       {0, 30, 0, 0.55, 20, 1000},
       [](double x, double y) { return x * y; },
       [](double x, double y) {
         return Place{y, x};
       },
       {{0, 0}},
       {}},
      {"Rosenbrock",
       "(1-x)^2+100*(y-x^2)^2",
       page(-2, 2, -1, 3),
       [](double x, double y) { return sq(1 - x) + 100 * sq(y - x * x); },
       [](double x, double y) {
         return Place{-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)};
       },
       {{1, 1}},
       {},
       true},
  };
}

}  // namespace gradfield::test
