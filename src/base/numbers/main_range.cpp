#include "base/numbers/main_range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace gradfield {
namespace {

// So wide, and a half more, is finite.
MainRange with_finite_width(MainRange range) {
  constexpr double kFarthest = std::numeric_limits<double>::max() / 4;
  if (std::isfinite(range.high - range.low)) return range;
  range.low = std::max(range.low, -kFarthest);
  range.high = std::min(range.high, kFarthest);
  return range;
}

}  // namespace

MainRange MainRange::symmetric() const {
  const double end = std::max(std::fabs(low), std::fabs(high));
  return with_finite_width({-end, end, least, largest});
}

MainRange main_range(std::span<const double> values, double rest) {
  std::vector<double> finite;
  for (const double value : values) {
    if (std::isfinite(value)) finite.push_back(value);
  }
  if (finite.empty()) return {};
  std::sort(finite.begin(), finite.end());
  constexpr double kFarBeyond = 3;
  const std::size_t few = static_cast<std::size_t>(rest * static_cast<double>(finite.size()));
  const double low = finite[few], high = finite[finite.size() - 1 - few], range = high - low;
  const double least = finite.front(), largest = finite.back();
  return with_finite_width({least < low - kFarBeyond * range && range > 0 ? low : least,
                            largest > high + kFarBeyond * range && range > 0 ? high : largest, least, largest});
}

bool is_constant(double low, double high) {
  constexpr double kRounding = 1e-13;  // a few hundred roundings
  return high - low <= kRounding * std::max(std::fabs(low), std::fabs(high));
}

Ends around_constant(double low, double high) {
  if (!is_constant(low, high)) return {low, high};
  const double value = low / 2 + high / 2, around = value == 0 ? 1 : std::fabs(value) / 2;
  return {value - around, value + around};
}

}  // namespace gradfield
