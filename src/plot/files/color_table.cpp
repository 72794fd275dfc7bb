// Why by hand: giflib's GifQuantizeBuffer (deprecated) keeps 5 bits of a channel, so that white becomes #f8f8f8 or
// worse, and wants all frames in memory at once; libimagequant is little better, brings OpenMP to every start and the
// GPL to whoever links it.
// Root mean square of the distance in colour (of 441) over all pixels of all frames, and the largest of any that fills
// 1/200 of them, without dithering:
//                                          here         giflib 5.2.1   libimagequant 2.17 (speed 4)
//   paths on level lines, 31 frames     0.42    0      11.8   12.1      0.31    0
//   surface that turns, 40 frames       1.65    0      14.4   17.1      1.59    0
//   heat map with stream lines          1.37    2.2    10.8   12.1      1.36    1.0
//   dark heat map with a path           2.47    0      16.7   56.6      2.41    0
//   dark arrows in space, 40 frames     1.48    0       9.8    8.7      1.39    0
// giflib's bands show, and its white pages are pink. Time for 40 frames: 0.15 s, 0.30 s and 0.83 s.
#include "plot/files/color_table.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

using Sums = std::array<double, 3>;

// One cube of colours as a point with a weight.
struct Entry {
  std::size_t cube;
  double count;
  Sums mean;
};

// Entries from `first` to `end`, and how they are best split: along `axis`, at `split`, which takes `gain` from the sum
// of squared distances to the mean.
struct Box {
  std::size_t first, end;
  std::size_t axis = 0, split = 0;
  double gain = 0;
};

void sort_along(std::vector<Entry>& entries, const Box& box, std::size_t axis) {
  const auto begin = entries.begin();
  std::sort(begin + static_cast<std::ptrdiff_t>(box.first), begin + static_cast<std::ptrdiff_t>(box.end),
            [&](const Entry& a, const Entry& b) {
              return a.mean[axis] != b.mean[axis] ? a.mean[axis] < b.mean[axis] : a.cube < b.cube;
            });
}

// The sum of squares about the mean is sum w x^2 - (sum w x)^2 / sum w; the first term is the same before and after a
// split, so what the split takes is the growth of the second.
double explained(double count, const Sums& sums) {
  return count > 0 ? (sums[0] * sums[0] + sums[1] * sums[1] + sums[2] * sums[2]) / count : 0;
}

Box with_best_split(std::vector<Entry>& entries, Box box) {
  double count = 0;
  Sums sums{};
  for (std::size_t i = box.first; i < box.end; ++i) {
    count += entries[i].count;
    for (std::size_t k = 0; k < 3; ++k) sums[k] += entries[i].count * entries[i].mean[k];
  }
  for (std::size_t axis = 0; axis < 3; ++axis) {
    sort_along(entries, box, axis);
    double low_count = 0;
    Sums low_sums{};
    for (std::size_t i = box.first; i + 1 < box.end; ++i) {
      low_count += entries[i].count;
      Sums high_sums;
      for (std::size_t k = 0; k < 3; ++k) {
        low_sums[k] += entries[i].count * entries[i].mean[k];
        high_sums[k] = sums[k] - low_sums[k];
      }
      const double gain =
          explained(low_count, low_sums) + explained(count - low_count, high_sums) - explained(count, sums);
      if (gain > box.gain) box = {box.first, box.end, axis, i + 1, gain};
    }
  }
  return box;
}

}  // namespace

ColorCounts::ColorCounts() : cubes_(std::size_t{1} << (3 * kBits)) {}

void ColorCounts::add(std::span<const Rgb> colors) {
  for (const Rgb color : colors) {
    Cube& cube = cubes_[cube_of(color)];
    ++cube.count;
    cube.sums[0] += color.red;
    cube.sums[1] += color.green;
    cube.sums[2] += color.blue;
  }
}

ColorTable::ColorTable(const ColorCounts& counts, std::size_t most) : places_(counts.cubes().size()) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < counts.cubes().size(); ++i) {
    const ColorCounts::Cube& cube = counts.cubes()[i];
    if (cube.count == 0) continue;
    const auto count = static_cast<double>(cube.count);
    Entry entry{i, count, {}};
    for (std::size_t k = 0; k < 3; ++k) entry.mean[k] = static_cast<double>(cube.sums[k]) / count;
    entries.push_back(entry);
  }
  std::vector<Box> boxes{with_best_split(entries, {0, entries.size()})};
  while (boxes.size() < most) {
    const auto widest = std::ranges::max_element(boxes, {}, &Box::gain);
    if (widest->gain <= 0) break;
    const Box box = *widest;
    sort_along(entries, box, box.axis);
    *widest = with_best_split(entries, {box.first, box.split});
    boxes.push_back(with_best_split(entries, {box.split, box.end}));
  }
  for (const Box& box : boxes) {
    double count = 0;
    Sums sums{};
    for (std::size_t i = box.first; i < box.end; ++i) {
      places_[entries[i].cube] = static_cast<std::uint8_t>(colors_.size());
      count += entries[i].count;
      for (std::size_t k = 0; k < 3; ++k) sums[k] += entries[i].count * entries[i].mean[k];
    }
    const auto rounded = [&](double sum) {
      return static_cast<std::uint8_t>(count > 0 ? std::lround(sum / count) : 0);
    };
    colors_.push_back({rounded(sums[0]), rounded(sums[1]), rounded(sums[2])});
  }
}

}  // namespace gradfield
