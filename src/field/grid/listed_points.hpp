// Points that were listed one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "field/grid/tile.hpp"

namespace gradfield {

/// Points, each as one coordinate a variable.
using PointList = std::vector<std::vector<double>>;

class ListedPoints : public PointSource {
 public:
  ListedPoints(PointList points, std::size_t variables) : points_(std::move(points)), variables_(variables) {}

  std::size_t variables() const override { return variables_; }

  bool next(Tile& tile) override {
    tile.resize(std::min(kTileSize, points_.size() - next_));
    for (std::size_t k = 0; k < variables_; ++k) {
      double* coordinate = tile.mutable_coordinate(k);
      for (std::size_t i = 0; i < tile.size(); ++i) coordinate[i] = points_[next_ + i][k];
    }
    next_ += tile.size();
    return tile.size() > 0;
  }

 private:
  PointList points_;
  std::size_t variables_, next_ = 0;
};

}  // namespace gradfield
