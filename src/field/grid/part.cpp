#include "field/grid/part.hpp"

namespace gradfield {
namespace {

// The place of point floor(P*r/n), a number whose digits, slowest axis first, have the counts of the axes as bases.
// Long division, digit by digit: with P = c*Q, where c is the count of the slowest axis, and r*c = d*n + s,
//   P*r/n = Q*(r*c)/n = d*Q + Q*s/n,
// so d is the slowest digit, and the rest is the same question of Q points and s < n. No product exceeds n*c < 2^63.
GridIndex place_at(const Grid& grid, std::uint64_t r, std::uint64_t n) {
  if (r == n) return end_index(grid);
  GridIndex place(grid.axes.size());
  for (std::size_t k = place.size(); k-- > 0;) {
    const std::uint64_t product = r * grid.axes[k].count;
    place[k] = product / n;
    r = product % n;
  }
  return place;
}

}  // namespace

GridPart part_of_grid(const Grid& grid, const Part& part) {
  return {place_at(grid, part.number - 1, part.count), place_at(grid, part.number, part.count)};
}

}  // namespace gradfield
