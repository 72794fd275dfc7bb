// The sheet of samples that level lines are followed on, and f at any other place of it.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "field/sample.hpp"

namespace gradfield {

/// f and its slopes at a place of the sheet. Places are in cells from the lower left corner and slopes per cell, so
/// that nothing depends on the units of the data.
struct Sample {
  std::array<double, 2> place;
  double f;
  std::array<double, 2> slopes;
};

class ContourSheet {
 public:
  /// `field` is that of all points of `grid`, which has two axes of two points or more; both must outlive the sheet.
  /// Works on a clone of `gradient`.
  ContourSheet(const Grid& grid, const Field& field, const Gradient& gradient);

  /// Nodes on each axis; they are numbered row by row.
  const std::array<std::size_t, 2>& nodes() const { return nodes_; }
  std::size_t size() const { return field_.size(); }
  Sample node(std::size_t number) const;
  /// The next node along an axis.
  std::size_t next(std::size_t node, std::size_t axis) const { return node + (axis == 0 ? 1 : nodes_[0]); }

  /// f and slopes at the places of `samples`.
  void evaluate(std::span<Sample> samples);
  /// How far f at a sample may be from its true value, by the roundings of its coordinates and of f beside `level`.
  double rounding(const Sample& sample, double level) const;
  /// The coordinates of a place.
  std::array<double, 2> in_data(const std::array<double, 2>& place) const;
  bool contains(const std::array<double, 2>& place) const;

 private:
  const Grid& grid_;
  const Field& field_;
  std::array<std::size_t, 2> nodes_;
  std::array<double, 2> cell_;   // its width and height, in data
  std::array<double, 2> reach_;  // the largest coordinates, in cells
  std::unique_ptr<Gradient> gradient_;
  Tile tile_{2};
};

/// Two samples with something between them.
using Stretch = std::array<Sample, 2>;

/// Halves stretches so many times: what is in the middle takes the place of the first where
/// is_like_first(stretch, middle), else of the second.
template <typename IsLikeFirst>
void halve(ContourSheet& sheet, std::span<Stretch> stretches, int times, IsLikeFirst is_like_first) {
  std::vector<Sample> middles(stretches.size());
  for (int time = 0; time < times; ++time) {
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const auto& [a, b] = stretches[i];
      middles[i].place = {(a.place[0] + b.place[0]) / 2, (a.place[1] + b.place[1]) / 2};
    }
    sheet.evaluate(middles);
    for (std::size_t i = 0; i < stretches.size(); ++i)
      stretches[i][is_like_first(stretches[i], middles[i]) ? 0 : 1] = middles[i];
  }
}

}  // namespace gradfield
