// The meshgrid: an axis for each variable, a cursor that walks its points tile by tile without ever holding them all,
// and parts of it, so that several processes can share a grid too large for one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "field/grid/tile.hpp"
#include "program/bounds.hpp"

namespace gradfield {

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

/// Whether a range is a single value, which the variable keeps.
inline bool is_held(const Axis& axis) { return axis.count == 1 && axis.min == axis.max; }

/// One axis a variable; the first runs fastest.
struct Grid {
  std::vector<Axis> axes;

  /// Number of points, as a double: it may exceed every integer type.
  double point_count() const;
};

/// The most bytes that values or digits of the first axis may take, each; beyond it they are made for every tile.
inline constexpr std::size_t kLargestAxisCache = std::size_t{8} << 20;

/// Whether what is made once for each point of the first axis pays: there are rows enough to use it again.
bool has_many_rows(const Grid& grid);

/// Where the points of a grid lie.
Box box_of(const Grid& grid);

/// The place of a point: its index on each axis, the first axis first. The place after the last point has the count of
/// the last axis, and 0 on the others.
using GridIndex = std::vector<std::size_t>;

GridIndex first_index(const Grid& grid);
GridIndex end_index(const Grid& grid);

/// Walks a grid in the order of the table: the first variable fastest. Where rows are long a tile lies in one row.
class GridCursor : public PointSource {
 public:
  /// All points, or those from `begin` to before `end`. `grid` must outlive the cursor.
  explicit GridCursor(const Grid& grid);
  GridCursor(const Grid& grid, GridIndex begin, GridIndex end);

  std::size_t variables() const override { return grid_.axes.size(); }
  bool next(Tile& tile) override;
  std::unique_ptr<PointSource> take(std::size_t most) override;

 private:
  GridCursor(const GridCursor& other, GridIndex end);

  /// Points from here to the end of the row, or to the end.
  std::size_t left_in_row() const;
  void move_in_row(std::size_t points);

  const Grid& grid_;
  std::shared_ptr<const std::vector<double>> first_axis_;  // its points, computed once
  GridIndex index_, end_;                                  // of the next point, and where the walk ends
  std::vector<double> slow_;                               // coordinates of the slower axes at index_
};

/// More parts than any batch system has tasks, and few enough that the arithmetic below stays in 64 bits.
inline constexpr std::uint64_t kMostParts = 1'000'000'000;

/// The part `number` of `count` parts, counted from 1.
struct Part {
  std::uint64_t number = 1;
  std::uint64_t count = 1;
};

/// From `begin` to before `end`, the first axis first, as GridCursor takes them.
struct GridPart {
  GridIndex begin;
  GridIndex end;
};

/// The points of a part. Of P points in all, in the order of the table, part i of n has those from floor(P*(i-1)/n) to
/// before floor(P*i/n): contiguous, of equal size to within one point, all parts in order being the whole. A part may
/// have no points (begin == end) where there are more parts than points. Exact also where P exceeds every integer type.
///
/// Requires: 1 <= number <= count <= kMostParts; an axis has at most 10^9 points.
GridPart part_of_grid(const Grid& grid, const Part& part);

}  // namespace gradfield
