#include "field/methods/extrapolation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

// What is this many times beyond its stated error is no accident.
constexpr double kClearly = 4, kLikely = 2;

// An entry within this many roundings shows f as smooth as its digits allow: at that step it is resolved.
constexpr double kResolved = 30;

// Steps down to a hundredth of the first (0.53^8) before an estimate counts as settled: f may look smooth on a large
// scale, and be rough beneath.
constexpr std::size_t kLeastRows = 8;

}  // namespace

// The next row of the tableau: its entry of least error, and the least of its bends.
Extrapolation::Entry Extrapolation::extend(const Row& row) {
  std::array<double, kColumns> slopes{row.slope}, bends{row.bend};
  Entry entry{{0, std::numeric_limits<double>::infinity()}, std::fabs(row.bend)};
  columns_ = std::min(columns_ + 1, kColumns);
  // The errors of quotients are series in h^2, h^4, ... or in h, h^2, ...; bends are series in h, h^3, ...
  double slope_factor = 1, bend_factor = kShrink;
  double weight = 1;  // of the newest quotient in the entry
  for (std::size_t j = 1; j < columns_; ++j) {
    slope_factor /= is_central_ ? kShrink * kShrink : kShrink;
    bend_factor /= kShrink * kShrink;
    slopes[j] = slopes[j - 1] + (slopes[j - 1] - slopes_[j - 1]) / (slope_factor - 1);
    bends[j] = bends[j - 1] + (bends[j - 1] - bends_[j - 1]) / (bend_factor - 1);
    entry.bend = std::min(entry.bend, std::fabs(bends[j]));
    weight *= slope_factor / (slope_factor - 1);
    if (j < 2) continue;  // two distances: one alone is small by accident too often
    const double distance = std::max(std::fabs(slopes[j] - slopes[j - 1]), std::fabs(slopes[j] - slopes_[j - 1]));
    const double error = distance + weight * row.noise;
    if (error < entry.slope.error) entry.slope = {slopes[j], error};
  }
  slopes_ = slopes;
  bends_ = bends;
  return entry;
}

void Extrapolation::add(const Row& row) {
  auto [found, bend] = extend(row);
  ++rows_;
  if (!std::isfinite(found.error)) return;
  const bool is_resolved = found.error <= kResolved * row.noise;
  const double doubt = bend > kClearly * row.noise ? bend / 2 : 0;
  found.error += doubt;
  bool agrees = true;
  if (has_estimate_) {
    best_.error = std::max(best_.error, doubt);
    const double distance = std::fabs(found.slope - best_.slope);
    agrees = distance <= kClearly * best_.error + kLikely * found.error;
    if (!agrees) best_.error = distance;
  }
  if (!has_estimate_ || found.error < best_.error) best_ = found;
  has_estimate_ = true;
  is_settled_ = rows_ >= kLeastRows && is_resolved && doubt == 0 && agrees && row.noise / kShrink >= best_.error;
}

}  // namespace gradfield
