// The meshgrid: an axis for each variable, and a cursor that walks its points tile by tile without ever holding them
// all.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gradfield {

/// Points of a tile: large enough that a loop over it costs nothing to start, small enough that the slots of a program
/// stay in the first-level cache (256 doubles are 2 KiB a slot).
inline constexpr std::size_t kTileSize = 256;

/// Evenly spaced points, both ends included, ascending.
///
/// Requires: min and max finite; count 1 and min == max, or count > 1 and min < max.
struct Axis {
  std::string name;
  double min = -3;
  double max = 3;
  std::size_t count = 20;

  /// Point i of 0..count-1. Both ends are exact, and a range symmetric about 0 has points symmetric about 0:
  /// from the nearer end, MIN + w*i/(n-1) or MAX - w*(n-1-i)/(n-1) with w = MAX-MIN, and MIN/2 + MAX/2 in the middle.
  double point(std::size_t i) const;

  /// The larger magnitude of the two ends, in units of the variable.
  double largest_magnitude() const;

  friend bool operator==(const Axis&, const Axis&) = default;
};

/// One axis a variable; the first runs fastest.
struct Grid {
  std::vector<Axis> axes;

  /// Number of points, as a double: it may exceed every integer type.
  double point_count() const;
};

/// Coordinates of up to kTileSize consecutive points, one array a variable.
class Tile {
 public:
  explicit Tile(std::size_t variables) : coordinates_(variables, std::vector<double>(kTileSize)) {}

  std::size_t size() const { return size_; }
  void resize(std::size_t size) { size_ = size; }
  std::size_t variables() const { return coordinates_.size(); }
  const double* coordinate(std::size_t variable) const { return coordinates_[variable].data(); }
  double* coordinate(std::size_t variable) { return coordinates_[variable].data(); }

 private:
  std::size_t size_ = 0;
  std::vector<std::vector<double>> coordinates_;
};

/// Walks a grid in the order of the table: the first variable fastest.
class GridCursor {
 public:
  /// `grid` must outlive the cursor.
  explicit GridCursor(const Grid& grid);

  /// Fills `tile` with the next points; false, with an empty tile, after the last.
  bool next(Tile& tile);

 private:
  void advance_slow_axes();

  const Grid& grid_;
  std::vector<double> first_axis_;  // its points, computed once
  std::vector<std::size_t> index_;  // of the next point
  std::vector<double> slow_;        // coordinates of the slower axes at index_
  bool at_end_ = false;
};

}  // namespace gradfield
