// A part of a grid: where it begins and ends, so that several processes can share a grid too large for one.
#pragma once

#include <cstdint>

#include "field/grid/grid.hpp"

namespace gradfield {

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
