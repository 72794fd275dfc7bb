#include "request/starts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "cli/values.hpp"
#include "request/paths.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kMostStarts = 1'000'000;
constexpr std::string_view kGrid = "grid=", kRandom = "random=", kSeed = "seed=";

class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  /// At least 0 and below 1, a multiple of 2^-53.
  double next() {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

// In halves where the width is more than a double holds.
double between(const Axis& axis, double part) {
  const double width = axis.max - axis.min;
  return std::isfinite(width) ? axis.min + part * width : axis.min * (1 - part) + axis.max * part;
}

std::vector<std::size_t> read_counts(const std::string& option, const std::string& text, const Grid& grid) {
  std::vector<std::size_t> counts;
  for (const std::string& part : split(text, 'x')) counts.push_back(read_count(option, part, 1, kMostStarts));
  const auto free =
      static_cast<std::size_t>(std::ranges::count_if(grid.axes, [](const Axis& axis) { return axis.min < axis.max; }));
  if (counts.size() == 1) counts.assign(std::max<std::size_t>(free, 1), counts[0]);
  double product = 1;
  for (const std::size_t count : counts) product *= static_cast<double>(count);
  if (counts.size() != free && counts.size() != grid.axes.size()) {
    throw wrong(option, "'" + shown(text) + "' has " + std::to_string(counts.size()) + " counts for " +
                            std::to_string(free) + (free == 1 ? " variable" : " variables") +
                            "; give one for all, or one for each");
  }
  if (product > static_cast<double>(kMostStarts)) {
    throw wrong(option, "there are at most " + std::to_string(kMostStarts) + " paths");
  }
  if (counts.size() == grid.axes.size()) return counts;
  std::vector<std::size_t> of_all;
  for (std::size_t k = 0, given = 0; k < grid.axes.size(); ++k) {
    of_all.push_back(grid.axes[k].min < grid.axes[k].max ? counts[given++] : 1);
  }
  return of_all;
}

// The first variable runs fastest.
std::vector<std::vector<double>> cells_of(const std::vector<std::size_t>& counts, const Grid& grid) {
  std::vector<std::vector<double>> points;
  std::vector<std::size_t> cell(counts.size());
  for (std::size_t k = 0; k < counts.size();) {
    std::vector<double>& point = points.emplace_back();
    for (std::size_t axis = 0; axis < counts.size(); ++axis) {
      point.push_back(
          between(grid.axes[axis], (static_cast<double>(cell[axis]) + 0.5) / static_cast<double>(counts[axis])));
    }
    for (k = 0; k < counts.size() && ++cell[k] == counts[k]; ++k) cell[k] = 0;
  }
  return points;
}

}  // namespace

Starts read_starts(const std::string& text, const Names& names, const Grid& grid) {
  const std::string option = "--path", value = trimmed(text);
  if (value.starts_with(kGrid)) {
    return {cells_of(read_counts(option, value.substr(kGrid.size()), grid), grid), true};
  }
  if (!value.starts_with(kRandom)) return {{read_point(option, text, names, grid)}};
  const std::vector<std::string> parts = split(value.substr(kRandom.size()), ',');
  const bool has_seed = parts.size() == 2 && trimmed(parts[1]).starts_with(kSeed);
  if (parts.size() > 1 && !has_seed) throw wrong(option, "write random=20 or random=20,seed=1");
  const std::size_t count = read_count(option, parts[0], 1, kMostStarts);
  constexpr std::size_t kMostSeed = std::size_t{1} << 53;
  SplitMix64 random(has_seed ? read_count(option, trimmed(parts[1]).substr(kSeed.size()), 0, kMostSeed) : 1);
  Starts starts{{}, true};
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<double>& point = starts.points.emplace_back();
    for (const Axis& axis : grid.axes) point.push_back(between(axis, random.next()));
  }
  return starts;
}

}  // namespace gradfield
